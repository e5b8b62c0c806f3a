// Made from the map of 820-X306 (005010X306) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'820', '820-X306', SetSt | SetBpr | SetTrn | SetRef | SetDtm | Loop1000A | Loop1000B | Loop2000 | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '820', st02SetControlNumber: string, st03ImplementationConvention: '005010X306']>;

/** Financial facts. */
export type SetBpr = X12Segment<'BPR', 'financial facts', readonly [bpr01PaymentHandling: string, bpr02MoneyAmount: string, bpr03CreditOrDebit: 'C' | 'D', bpr04PaymentMethod: string, bpr05PaymentFormat: string, bpr06DfiIdKind: string, bpr07DfiId: string, bpr08AccountKind: string, bpr09AccountNumber: string, bpr10OriginatingCompanyId: string, bpr11OriginatingSupplement: string, bpr12DfiIdKind: string, bpr13DfiId: string, bpr14AccountKind: string, bpr15AccountNumber: string, bpr16Date: string]>;

/** Trace. */
export type SetTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1' | '3', trn02ReferenceValue: string, trn03OriginatingCompanyId?: string, trn04ReferenceValue?: string]>;

/** Receiver number. */
export type SetRef = X12Segment<'REF', 'receiver number', readonly [ref01ReferenceKind: string, ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Date. */
export type SetDtm = X12Segment<'DTM', 'date', readonly [dtm01DateKind: string, dtm02Date?: string, dtm03Time?: '', dtm04?: '', dtm05DateFormat?: 'RD8' | '', dtm06DateOrPeriod?: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Payee. */
export type Loop1000A = X12Loop<'1000A', 'payee', Loop1000AN1>;

/** Payee. */
export type Loop1000AN1 = X12Segment<'N1', 'payee', readonly [n101EntityRole: 'PE', n102PersonOrContactName?: string, n103IdentifierKind?: string, n104IdentifierValue?: string]>;

/** Remitter. */
export type Loop1000B = X12Loop<'1000B', 'remitter', Loop1000BN1 | Loop1000BPer>;

/** Remitter. */
export type Loop1000BN1 = X12Segment<'N1', 'remitter', readonly [n101EntityRole: 'PR' | 'RM', n102PersonOrContactName?: string, n103IdentifierKind?: string, n104IdentifierValue?: string]>;

/** Information contact. */
export type Loop1000BPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: string, per02PersonOrContactName?: string, per03ContactChannel?: string, per04ContactValue?: string, per05ContactChannel?: string, per06ContactValue?: string, per07ContactChannel?: string, per08ContactValue?: string]>;

/** Member. */
export type Loop2000 = X12Loop<'2000', 'member', Loop2000Ent | Loop2100 | Loop2300>;

/** Member. */
export type Loop2000Ent = X12Segment<'ENT', 'member', readonly [ent01LineNumber: string, ent02EntityRole?: string, ent03IdentifierKind?: string, ent04IdentifierValue?: string]>;

/** Person. */
export type Loop2100 = X12Loop<'2100', 'person', Loop2100Nm1 | Loop2100Ref>;

/** Person. */
export type Loop2100Nm1 = X12Segment<'NM1', 'person', readonly [nm101EntityRole: string, nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: string, nm109IdentifierValue?: string]>;

/** Number of the member. */
export type Loop2100Ref = X12Segment<'REF', 'number of the member', readonly [ref01ReferenceKind: string, ref02ReferenceValue?: string, ref03FreeText?: string]>;

/** Amount. */
export type Loop2300 = X12Loop<'2300', 'amount', Loop2300Rmr | Loop2300Ref | Loop2300Dtm>;

/** Amount. */
export type Loop2300Rmr = X12Segment<'RMR', 'amount', readonly [rmr01ReferenceKind: string, rmr02ReferenceValue: string, rmr03: string, rmr04MoneyAmount: string, rmr05MoneyAmount?: string]>;

/** Further number. */
export type Loop2300Ref = X12Segment<'REF', 'further number', readonly [ref01ReferenceKind: string, ref02ReferenceValue?: string, ref03FreeText?: string]>;

/** Cover period. */
export type Loop2300Dtm = X12Segment<'DTM', 'cover period', readonly [dtm01DateKind: string, dtm02Date?: string, dtm03Time?: '', dtm04?: '', dtm05DateFormat?: 'RD8' | '', dtm06DateOrPeriod?: string]>;
