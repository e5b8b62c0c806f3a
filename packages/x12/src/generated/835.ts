// Made from the map of 835 (005010X221A1) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'835', '835', SetSt | SetBpr | SetTrn | SetCur | SetRefEv | SetRefF2 | SetDtm | Loop1000A | Loop1000B | Loop2000 | SetPlb | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '835', st02SetControlNumber: string]>;

/** Payment order. */
export type SetBpr = X12Segment<'BPR', 'payment order', readonly [bpr01PaymentHandling: 'C' | 'D' | 'H' | 'I' | 'P' | 'U' | 'X', bpr02MoneyAmount: string, bpr03CreditOrDebit: 'C' | 'D', bpr04PaymentMethod: 'ACH' | 'BOP' | 'CHK' | 'FWT' | 'NON', bpr05PaymentFormat: 'CCP' | 'CTX' | '', bpr06DfiIdKind: '01' | '04' | '', bpr07DfiId: string, bpr08AccountKind: 'DA' | '', bpr09AccountNumber: string, bpr10OriginatingCompanyId: string, bpr11OriginatingSupplement: string, bpr12DfiIdKind: '01' | '04' | '', bpr13DfiId: string, bpr14AccountKind: 'DA' | 'SG' | '', bpr15AccountNumber: string, bpr16Date: string]>;

/** Trace. */
export type SetTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Currency. */
export type SetCur = X12Segment<'CUR', 'currency', readonly [cur01EntityRole: 'PR', cur02CurrencyCode: string]>;

/** Receiver id. */
export type SetRefEv = X12Segment<'REF', 'receiver id', readonly [ref01ReferenceKind: 'EV', ref02ReferenceValue: string]>;

/** Version id. */
export type SetRefF2 = X12Segment<'REF', 'version id', readonly [ref01ReferenceKind: 'F2', ref02ReferenceValue: string]>;

/** Production date. */
export type SetDtm = X12Segment<'DTM', 'production date', readonly [dtm01DateKind: '405', dtm02Date: string]>;

/** Provider level adjustment. */
export type SetPlb = X12Segment<'PLB', 'provider level adjustment', readonly [plb01ReferenceValue: string, plb02Date: string, plb03AdjustmentIdGroup: string | readonly string[], plb04MoneyAmount: string, plb05AdjustmentIdGroup?: string | readonly string[], plb06MoneyAmount?: string, plb07AdjustmentIdGroup?: string | readonly string[], plb08MoneyAmount?: string, plb09AdjustmentIdGroup?: string | readonly string[], plb10MoneyAmount?: string, plb11AdjustmentIdGroup?: string | readonly string[], plb12MoneyAmount?: string, plb13AdjustmentIdGroup?: string | readonly string[], plb14MoneyAmount?: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Payer. */
export type Loop1000A = X12Loop<'1000A', 'payer', Loop1000AN1 | Loop1000AN3 | Loop1000AN4 | Loop1000ARef | Loop1000APerCx | Loop1000APerBl | Loop1000APerIc>;

/** Payer. */
export type Loop1000AN1 = X12Segment<'N1', 'payer', readonly [n101EntityRole: 'PR', n102PersonOrContactName: string, n103IdentifierKind?: 'XV' | '', n104IdentifierValue?: string]>;

/** Street address. */
export type Loop1000AN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop1000AN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Payer secondary id. */
export type Loop1000ARef = X12Segment<'REF', 'payer secondary id', readonly [ref01ReferenceKind: '2U' | 'EO' | 'HI' | 'NF', ref02ReferenceValue: string]>;

/** Claim contact. */
export type Loop1000APerCx = X12Segment<'PER', 'claim contact', readonly [per01ContactFunction: 'CX', per02PersonOrContactName?: string, per03ContactChannel?: 'EM' | 'FX' | 'TE' | '', per04ContactValue?: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EX' | '', per08ContactValue?: string]>;

/** Technical contact. */
export type Loop1000APerBl = X12Segment<'PER', 'technical contact', readonly [per01ContactFunction: 'BL', per02PersonOrContactName?: string, per03ContactChannel?: 'EM' | 'TE' | 'UR' | '', per04ContactValue?: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'UR' | '', per08ContactValue?: string]>;

/** Information contact. */
export type Loop1000APerIc = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: '', per03ContactChannel: 'UR', per04ContactValue: string]>;

/** Payee. */
export type Loop1000B = X12Loop<'1000B', 'payee', Loop1000BN1 | Loop1000BN3 | Loop1000BN4 | Loop1000BRef | Loop1000BRdm>;

/** Payee. */
export type Loop1000BN1 = X12Segment<'N1', 'payee', readonly [n101EntityRole: 'PE', n102PersonOrContactName: string, n103IdentifierKind: 'FI' | 'XV' | 'XX', n104IdentifierValue: string]>;

/** Street address. */
export type Loop1000BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop1000BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** State license. */
export type Loop1000BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | 'D3' | 'PQ' | 'TJ', ref02ReferenceValue: string]>;

/** Remittance delivery. */
export type Loop1000BRdm = X12Segment<'RDM', 'remittance delivery', readonly [rdm01ReportDelivery: 'BM' | 'EM' | 'FT' | 'OL', rdm02PersonOrContactName?: string, rdm03ContactValue?: string]>;

/** Claim batch header. */
export type Loop2000 = X12Loop<'2000', 'claim batch header', Loop2000Lx | Loop2000Ts3 | Loop2000Ts2 | Loop2100>;

/** Line counter. */
export type Loop2000Lx = X12Segment<'LX', 'line counter', readonly [lx01LineNumber: string]>;

/** Provider totals. */
export type Loop2000Ts3 = X12Segment<'TS3', 'provider totals', readonly [ts301ReferenceValue: string, ts302FacilityKindOrPlaceOfService: string, ts303Date: string, ts304Quantity: string, ts305MoneyAmount: string, ts306MoneyAmount?: '', ts307MoneyAmount?: '', ts308MoneyAmount?: '', ts309MoneyAmount?: '', ts310MoneyAmount?: '', ts311MoneyAmount?: '', ts312MoneyAmount?: '', ts313MoneyAmount?: string, ts314MoneyAmount?: '', ts315MoneyAmount?: string, ts316MoneyAmount?: '', ts317MoneyAmount?: string, ts318MoneyAmount?: string, ts319MoneyAmount?: '', ts320MoneyAmount?: string, ts321MoneyAmount?: string, ts322MoneyAmount?: string, ts323Quantity?: string, ts324MoneyAmount?: string]>;

/** Provider inpatient totals. */
export type Loop2000Ts2 = X12Segment<'TS2', 'provider inpatient totals', readonly [ts201MoneyAmount?: string, ts202MoneyAmount?: string, ts203MoneyAmount?: string, ts204MoneyAmount?: string, ts205MoneyAmount?: string, ts206MoneyAmount?: string, ts207Quantity?: string, ts208MoneyAmount?: string, ts209MoneyAmount?: string, ts210Quantity?: string, ts211Quantity?: string, ts212Quantity?: string, ts213Quantity?: string, ts214Quantity?: string, ts215MoneyAmount?: string, ts216Quantity?: string, ts217MoneyAmount?: string, ts218MoneyAmount?: string, ts219MoneyAmount?: string]>;

/** Claim payment. */
export type Loop2100 = X12Loop<'2100', 'claim payment', Loop2100Clp | Loop2100Cas | Loop2100Nm1Qc | Loop2100Nm1Il | Loop2100Nm174 | Loop2100Nm182 | Loop2100Nm1Tt | Loop2100Nm1Pr | Loop2100Nm1Gb | Loop2100Mia | Loop2100Moa | Loop2100Ref1l | Loop2100Ref0b | Loop2100Dtm232 | Loop2100Dtm036 | Loop2100Dtm050 | Loop2100Per | Loop2100Amt | Loop2100Qty | Loop2110>;

/** Claim payment. */
export type Loop2100Clp = X12Segment<'CLP', 'claim payment', readonly [clp01ClaimNumber: string, clp02ClaimStatus: '1' | '19' | '2' | '20' | '21' | '22' | '23' | '25' | '3' | '4', clp03MoneyAmount: string, clp04MoneyAmount: string, clp05MoneyAmount: string, clp06ClaimFilingKind: '12' | '13' | '14' | '15' | '16' | '17' | 'AM' | 'CH' | 'DS' | 'HM' | 'LM' | 'MA' | 'MB' | 'MC' | 'OF' | 'TV' | 'VA' | 'WC' | 'ZZ', clp07ReferenceValue: string, clp08FacilityKindOrPlaceOfService?: string, clp09ClaimFrequency?: string, clp10DischargeStatus?: '', clp11DiagnosisGroup?: string, clp12Quantity?: string, clp13Percent?: string]>;

/** Adjustments. */
export type Loop2100Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Patient. */
export type Loop2100Nm1Qc = X12Segment<'NM1', 'patient', readonly [nm101EntityRole: 'QC', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'HN' | 'II' | 'MI' | 'MR' | '', nm109IdentifierValue?: string]>;

/** Subscriber. */
export type Loop2100Nm1Il = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'FI' | 'II' | 'MI', nm109IdentifierValue: string]>;

/** Corrected patient. */
export type Loop2100Nm174 = X12Segment<'NM1', 'corrected patient', readonly [nm101EntityRole: '74', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'C' | '', nm109IdentifierValue?: string]>;

/** Rendering provider. */
export type Loop2100Nm182 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'BD' | 'BS' | 'FI' | 'MC' | 'PC' | 'SL' | 'UP' | 'XX', nm109IdentifierValue: string]>;

/** Crossover carrier. */
export type Loop2100Nm1Tt = X12Segment<'NM1', 'crossover carrier', readonly [nm101EntityRole: 'TT', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'AD' | 'FI' | 'NI' | 'PI' | 'PP' | 'XV', nm109IdentifierValue: string]>;

/** Payer. */
export type Loop2100Nm1Pr = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: 'PR', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'AD' | 'FI' | 'NI' | 'PI' | 'PP' | 'XV', nm109IdentifierValue: string]>;

/** Other subscriber. */
export type Loop2100Nm1Gb = X12Segment<'NM1', 'other subscriber', readonly [nm101EntityRole: 'GB', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'FI' | 'II' | 'MI' | '', nm109IdentifierValue?: string]>;

/** Inpatient adjudication facts. */
export type Loop2100Mia = X12Segment<'MIA', 'inpatient adjudication facts', readonly [mia01Quantity: string, mia02MoneyAmount?: string, mia03Quantity?: string, mia04MoneyAmount?: string, mia05ReferenceValue?: string, mia06MoneyAmount?: string, mia07MoneyAmount?: string, mia08MoneyAmount?: string, mia09MoneyAmount?: string, mia10MoneyAmount?: string, mia11MoneyAmount?: string, mia12MoneyAmount?: string, mia13MoneyAmount?: string, mia14MoneyAmount?: string, mia15Quantity?: string, mia16MoneyAmount?: string, mia17MoneyAmount?: string, mia18MoneyAmount?: string, mia19MoneyAmount?: string, mia20ReferenceValue?: string, mia21ReferenceValue?: string, mia22ReferenceValue?: string, mia23ReferenceValue?: string, mia24MoneyAmount?: string]>;

/** Outpatient adjudication facts. */
export type Loop2100Moa = X12Segment<'MOA', 'outpatient adjudication facts', readonly [moa01Percent?: string, moa02MoneyAmount?: string, moa03ReferenceValue?: string, moa04ReferenceValue?: string, moa05ReferenceValue?: string, moa06ReferenceValue?: string, moa07ReferenceValue?: string, moa08MoneyAmount?: string, moa09MoneyAmount?: string]>;

/** Group or policy number. */
export type Loop2100Ref1l = X12Segment<'REF', 'group or policy number', readonly [ref01ReferenceKind: '1L' | '1W' | '28' | '6P' | '9A' | '9C' | 'BB' | 'CE' | 'EA' | 'F8' | 'G1' | 'G3' | 'IG' | 'SY', ref02ReferenceValue: string]>;

/** State license. */
export type Loop2100Ref0b = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1A' | '1B' | '1C' | '1D' | '1G' | '1H' | '1J' | 'D3' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Claim period start. */
export type Loop2100Dtm232 = X12Segment<'DTM', 'claim period start', readonly [dtm01DateKind: '232' | '233', dtm02Date: string]>;

/** Coverage expiry. */
export type Loop2100Dtm036 = X12Segment<'DTM', 'coverage expiry', readonly [dtm01DateKind: '036', dtm02Date: string]>;

/** Claim received. */
export type Loop2100Dtm050 = X12Segment<'DTM', 'claim received', readonly [dtm01DateKind: '050', dtm02Date: string]>;

/** Claim contact. */
export type Loop2100Per = X12Segment<'PER', 'claim contact', readonly [per01ContactFunction: 'CX', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EX' | '', per08ContactValue?: string]>;

/** Covered. */
export type Loop2100Amt = X12Segment<'AMT', 'covered', readonly [amt01AmountKind: 'AU' | 'D8' | 'DY' | 'F5' | 'I' | 'NL' | 'T' | 'T2' | 'ZK' | 'ZL' | 'ZM' | 'ZN' | 'ZO', amt02MoneyAmount: string]>;

/** Covered. */
export type Loop2100Qty = X12Segment<'QTY', 'covered', readonly [qty01QuantityKind: 'CA' | 'CD' | 'LA' | 'LE' | 'NE' | 'NR' | 'OU' | 'PS' | 'VS' | 'ZK' | 'ZL' | 'ZM' | 'ZN' | 'ZO', qty02Quantity: string]>;

/** Service payment. */
export type Loop2110 = X12Loop<'2110', 'service payment', Loop2110Svc | Loop2110Dtm | Loop2110Cas | Loop2110Ref1s | Loop2110Ref6r | Loop2110Ref0b | Loop2110Ref0k | Loop2110Amt | Loop2110Qty | Loop2110Lq>;

/** Service payment. */
export type Loop2110Svc = X12Segment<'SVC', 'service payment', readonly [svc01ProcedureGroup: string | readonly string[], svc02MoneyAmount: string, svc03MoneyAmount: string, svc04ProductOrServiceCode?: string, svc05Quantity?: string, svc06ProcedureGroup?: string | readonly string[], svc07Quantity?: string]>;

/** Service start. */
export type Loop2110Dtm = X12Segment<'DTM', 'service start', readonly [dtm01DateKind: '150' | '151' | '472', dtm02Date: string]>;

/** Adjustments. */
export type Loop2110Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Ambulatory patient group. */
export type Loop2110Ref1s = X12Segment<'REF', 'ambulatory patient group', readonly [ref01ReferenceKind: '1S' | 'APC' | 'BB' | 'E9' | 'G1' | 'G3' | 'LU' | 'RB', ref02ReferenceValue: string]>;

/** Line control number. */
export type Loop2110Ref6r = X12Segment<'REF', 'line control number', readonly [ref01ReferenceKind: '6R', ref02ReferenceValue: string]>;

/** State license. */
export type Loop2110Ref0b = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1A' | '1B' | '1C' | '1D' | '1G' | '1H' | '1J' | 'D3' | 'G2' | 'HPI' | 'SY' | 'TJ', ref02ReferenceValue: string]>;

/** Policy form. */
export type Loop2110Ref0k = X12Segment<'REF', 'policy form', readonly [ref01ReferenceKind: '0K', ref02ReferenceValue: string]>;

/** Sales tax. */
export type Loop2110Amt = X12Segment<'AMT', 'sales tax', readonly [amt01AmountKind: 'B6' | 'KH' | 'T' | 'T2' | 'ZK' | 'ZL' | 'ZM' | 'ZN' | 'ZO', amt02MoneyAmount: string]>;

/** Quantity. */
export type Loop2110Qty = X12Segment<'QTY', 'quantity', readonly [qty01QuantityKind: 'ZK' | 'ZL' | 'ZM' | 'ZN' | 'ZO', qty02Quantity: string]>;

/** Remark code. */
export type Loop2110Lq = X12Segment<'LQ', 'remark code', readonly [lq01CodeList: 'HE' | 'RX', lq02IndustryCode: string]>;
