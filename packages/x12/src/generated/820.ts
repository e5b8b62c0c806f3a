// Made from the map of 820 (005010X218) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'820', '820', SetSt | SetBpr | SetTrn | SetCur | SetRef | SetDtm009 | SetDtm035 | SetDtm582 | SetDtm097 | Loop1000A | Loop1000B | Loop1000C | Loop2000A | Loop2000B | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '820', st02SetControlNumber: string, st03ImplementationConvention: '005010X218']>;

/** Financial facts. */
export type SetBpr = X12Segment<'BPR', 'financial facts', readonly [bpr01PaymentHandling: 'C' | 'D' | 'I' | 'P' | 'U' | 'X', bpr02MoneyAmount: string, bpr03CreditOrDebit: 'C', bpr04PaymentMethod: 'ACH' | 'BOP' | 'CHK' | 'FWT' | 'NON' | 'SWT', bpr05PaymentFormat: 'CCP' | 'CTX' | '', bpr06DfiIdKind: '01' | '02' | '04' | '', bpr07DfiId: string, bpr08AccountKind: 'ALC' | 'DA' | '', bpr09AccountNumber: string, bpr10OriginatingCompanyId: string, bpr11OriginatingSupplement: string, bpr12DfiIdKind: '01' | '02' | '04' | '', bpr13DfiId: string, bpr14AccountKind: 'DA' | 'SG' | '', bpr15AccountNumber: string, bpr16Date: string]>;

/** Trace. */
export type SetTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1' | '3', trn02ReferenceValue: string, trn03OriginatingCompanyId?: string, trn04ReferenceValue?: string]>;

/** Foreign currency. */
export type SetCur = X12Segment<'CUR', 'foreign currency', readonly [cur01EntityRole: '2B' | 'PR', cur02CurrencyCode: string]>;

/** Receiver number. */
export type SetRef = X12Segment<'REF', 'receiver number', readonly [ref01ReferenceKind: '14' | '17' | '18' | '2F' | '38' | '72' | 'LB', ref02ReferenceValue: string]>;

/** Process date. */
export type SetDtm009 = X12Segment<'DTM', 'process date', readonly [dtm01DateKind: '009', dtm02Date: string]>;

/** Delivery date. */
export type SetDtm035 = X12Segment<'DTM', 'delivery date', readonly [dtm01DateKind: '035', dtm02Date: string]>;

/** Cover period. */
export type SetDtm582 = X12Segment<'DTM', 'cover period', readonly [dtm01DateKind: '582', dtm02Date: '', dtm03Time: '', dtm04: '', dtm05DateFormat: 'RD8', dtm06DateOrPeriod: string]>;

/** Creation date. */
export type SetDtm097 = X12Segment<'DTM', 'creation date', readonly [dtm01DateKind: '097', dtm02Date: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Payee. */
export type Loop1000A = X12Loop<'1000A', 'payee', Loop1000AN1 | Loop1000AN2 | Loop1000AN3 | Loop1000AN4 | Loop1000ARdm>;

/** Payee. */
export type Loop1000AN1 = X12Segment<'N1', 'payee', readonly [n101EntityRole: 'PE', n102PersonOrContactName?: string, n103IdentifierKind?: '1' | '9' | 'EQ' | 'FI' | 'XV' | '', n104IdentifierValue?: string]>;

/** Second name. */
export type Loop1000AN2 = X12Segment<'N2', 'second name', readonly [n201PersonOrContactName: string]>;

/** Street address. */
export type Loop1000AN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop1000AN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** How the advice is delivered. */
export type Loop1000ARdm = X12Segment<'RDM', 'how the advice is delivered', readonly [rdm01ReportDelivery: 'BM' | 'EM' | 'FT' | 'FX' | 'IA' | 'OL', rdm02PersonOrContactName?: string, rdm03ContactValue?: string]>;

/** Payer of the premium. */
export type Loop1000B = X12Loop<'1000B', 'payer of the premium', Loop1000BN1 | Loop1000BN2 | Loop1000BN3 | Loop1000BN4 | Loop1000BPer>;

/** Payer of the premium. */
export type Loop1000BN1 = X12Segment<'N1', 'payer of the premium', readonly [n101EntityRole: 'PR', n102PersonOrContactName?: string, n103IdentifierKind?: '1' | '24' | '75' | '9' | 'EQ' | 'FI' | 'PI' | '', n104IdentifierValue?: string]>;

/** Second name. */
export type Loop1000BN2 = X12Segment<'N2', 'second name', readonly [n201PersonOrContactName: string]>;

/** Street address. */
export type Loop1000BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop1000BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop1000BPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Bank in between. */
export type Loop1000C = X12Loop<'1000C', 'bank in between', Loop1000CN1 | Loop1000CN2 | Loop1000CN3 | Loop1000CN4 | Loop1000CPer>;

/** Bank in between. */
export type Loop1000CN1 = X12Segment<'N1', 'bank in between', readonly [n101EntityRole: '04' | '0B' | '8W' | 'AK' | 'BE' | 'BK' | 'C1' | 'C2' | 'IAT' | 'MJ' | 'RB' | 'Z6' | 'ZB' | 'ZL', n102PersonOrContactName?: string, n103IdentifierKind?: '31' | '57' | '94' | 'A3' | 'A4' | 'A6' | 'CF' | 'G' | 'PA' | '', n104IdentifierValue?: string]>;

/** Second name. */
export type Loop1000CN2 = X12Segment<'N2', 'second name', readonly [n201PersonOrContactName: string]>;

/** Street address. */
export type Loop1000CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop1000CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop1000CPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Organization total. */
export type Loop2000A = X12Loop<'2000A', 'organization total', Loop2000AEnt | Loop2200A | Loop2300A>;

/** Organization total. */
export type Loop2000AEnt = X12Segment<'ENT', 'organization total', readonly [ent01LineNumber: string, ent02EntityRole: '2L' | 'AG' | 'NH' | 'RGA' | 'UN', ent03IdentifierKind: '1' | '24' | '9' | 'FI', ent04IdentifierValue: string]>;

/** Adjustment of an earlier payment. */
export type Loop2200A = X12Loop<'2200A', 'adjustment of an earlier payment', Loop2200AAdx>;

/** Adjustment of an earlier payment. */
export type Loop2200AAdx = X12Segment<'ADX', 'adjustment of an earlier payment', readonly [adx01MoneyAmount: string, adx02ReasonCode: '52' | '53' | '80' | '81' | '86' | 'BJ' | 'H1' | 'H6' | 'RU' | 'WO' | 'WW']>;

/** Amount of the organization. */
export type Loop2300A = X12Loop<'2300A', 'amount of the organization', Loop2300ARmr | Loop2300ARef | Loop2300ADtm | Loop2310A | Loop2320A>;

/** Amount of the organization. */
export type Loop2300ARmr = X12Segment<'RMR', 'amount of the organization', readonly [rmr01ReferenceKind: '11' | '1L' | 'CT' | 'IK', rmr02ReferenceValue: string, rmr03: 'PA' | 'PI' | 'PO' | 'PP' | '', rmr04MoneyAmount: string, rmr05MoneyAmount?: string]>;

/** Further number. */
export type Loop2300ARef = X12Segment<'REF', 'further number', readonly [ref01ReferenceKind: '14' | '17' | '18' | '2F' | '38' | 'E9' | 'LB' | 'LU' | 'ZZ', ref02ReferenceValue: string]>;

/** Cover period. */
export type Loop2300ADtm = X12Segment<'DTM', 'cover period', readonly [dtm01DateKind: '582' | 'AAG', dtm02Date?: string, dtm03Time?: '', dtm04?: '', dtm05DateFormat?: 'RD8' | '', dtm06DateOrPeriod?: string]>;

/** Summary item. */
export type Loop2310A = X12Loop<'2310A', 'summary item', Loop2310AIt1 | Loop2312A | Loop2315A>;

/** Summary item. */
export type Loop2310AIt1 = X12Segment<'IT1', 'summary item', readonly [it101QuestionNumber: string]>;

/** Charge. */
export type Loop2312A = X12Loop<'2312A', 'charge', Loop2312ASac>;

/** Charge. */
export type Loop2312ASac = X12Segment<'SAC', 'charge', readonly [sac01: 'C', sac02: 'A172' | 'B680' | 'D940' | 'G740', sac03: '', sac04: '', sac05: string]>;

/** Count of members. */
export type Loop2315A = X12Loop<'2315A', 'count of members', Loop2315ASln>;

/** Count of members. */
export type Loop2315ASln = X12Segment<'SLN', 'count of members', readonly [sln01QuestionNumber: string, sln02QuestionNumber: '', sln03: 'O', sln04Quantity: string, sln05UnitOfMeasureGroup: string | readonly string[]]>;

/** Adjustment of this payment. */
export type Loop2320A = X12Loop<'2320A', 'adjustment of this payment', Loop2320AAdx>;

/** Adjustment of this payment. */
export type Loop2320AAdx = X12Segment<'ADX', 'adjustment of this payment', readonly [adx01MoneyAmount: string, adx02ReasonCode: '20' | '52' | '53' | 'AA' | 'AX' | 'H1' | 'H6' | 'IA' | 'J3']>;

/** Individual. */
export type Loop2000B = X12Loop<'2000B', 'individual', Loop2000BEnt | Loop2100B | Loop2200B | Loop2300B>;

/** Individual. */
export type Loop2000BEnt = X12Segment<'ENT', 'individual', readonly [ent01LineNumber: string, ent02EntityRole: '2J', ent03IdentifierKind: '34' | 'EI' | 'II', ent04IdentifierValue: string]>;

/** Person. */
export type Loop2100B = X12Loop<'2100B', 'person', Loop2100BNm1>;

/** Person. */
export type Loop2100BNm1 = X12Segment<'NM1', 'person', readonly [nm101EntityRole: 'DO' | 'EY' | 'IL' | 'QE', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'EI' | 'N' | '', nm109IdentifierValue?: string]>;

/** Adjustment of an earlier payment. */
export type Loop2200B = X12Loop<'2200B', 'adjustment of an earlier payment', Loop2200BAdx>;

/** Adjustment of an earlier payment. */
export type Loop2200BAdx = X12Segment<'ADX', 'adjustment of an earlier payment', readonly [adx01MoneyAmount: string, adx02ReasonCode: '52' | '53' | '80' | '81' | '86' | 'BJ' | 'H1' | 'H6' | 'RU' | 'WO']>;

/** Amount of the person. */
export type Loop2300B = X12Loop<'2300B', 'amount of the person', Loop2300BRmr | Loop2300BRef | Loop2300BDtm | Loop2320B>;

/** Amount of the person. */
export type Loop2300BRmr = X12Segment<'RMR', 'amount of the person', readonly [rmr01ReferenceKind: '11' | '9J' | 'AZ' | 'B7' | 'CT' | 'ID' | 'IG' | 'IK' | 'KW', rmr02ReferenceValue: string, rmr03: '', rmr04MoneyAmount: string, rmr05MoneyAmount?: string]>;

/** Further number. */
export type Loop2300BRef = X12Segment<'REF', 'further number', readonly [ref01ReferenceKind: '14' | '18' | '2F' | '38' | 'E9' | 'LU' | 'ZZ', ref02ReferenceValue: string]>;

/** Cover period. */
export type Loop2300BDtm = X12Segment<'DTM', 'cover period', readonly [dtm01DateKind: '582' | 'AAG', dtm02Date?: string, dtm03Time?: '', dtm04?: '', dtm05DateFormat?: 'RD8' | '', dtm06DateOrPeriod?: string]>;

/** Adjustment of this payment. */
export type Loop2320B = X12Loop<'2320B', 'adjustment of this payment', Loop2320BAdx>;

/** Adjustment of this payment. */
export type Loop2320BAdx = X12Segment<'ADX', 'adjustment of this payment', readonly [adx01MoneyAmount: string, adx02ReasonCode: '20' | '52' | '53' | 'AA' | 'AX' | 'H1' | 'H6' | 'IA' | 'J3']>;
