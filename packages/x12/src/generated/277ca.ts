// Made from the map of 277CA (005010X214) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'277', '277CA', SetSt | SetBht | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '277', st02SetControlNumber: string, st03ImplementationConvention: '005010X214']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0085', bht02TransactionPurpose: '08', bht03ReferenceValue: string, bht04Date: string, bht05Time: string, bht06TransactionType: 'TH']>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Information source level. */
export type Loop2000A = X12Loop<'2000A', 'information source level', Loop2000AHl | Loop2100A | Loop2200A | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '1']>;

/** Acknowledging party. */
export type Loop2100A = X12Loop<'2100A', 'acknowledging party', Loop2100ANm1>;

/** Payer. */
export type Loop2100ANm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: 'AY' | 'PR', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: '46' | 'FI' | 'PI' | 'XV', nm109IdentifierValue: string]>;

/** Transmission receipt. */
export type Loop2200A = X12Loop<'2200A', 'transmission receipt', Loop2200ATrn | Loop2200ADtp050 | Loop2200ADtp009>;

/** Trace. */
export type Loop2200ATrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string]>;

/** Repricer received date. */
export type Loop2200ADtp050 = X12Segment<'DTP', 'repricer received date', readonly [dtp01DateKind: '050', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Process date. */
export type Loop2200ADtp009 = X12Segment<'DTP', 'process date', readonly [dtp01DateKind: '009', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Information receiver level. */
export type Loop2000B = X12Loop<'2000B', 'information receiver level', Loop2000BHl | Loop2100B | Loop2200B | Loop2000C>;

/** Information receiver. */
export type Loop2000BHl = X12Segment<'HL', 'information receiver', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '21', hl04HasChildren: '0' | '1']>;

/** Submitter. */
export type Loop2100B = X12Loop<'2100B', 'submitter', Loop2100BNm1>;

/** Submitter. */
export type Loop2100BNm1 = X12Segment<'NM1', 'submitter', readonly [nm101EntityRole: '41', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: '46', nm109IdentifierValue: string]>;

/** Submitter status. */
export type Loop2200B = X12Loop<'2200B', 'submitter status', Loop2200BTrn | Loop2200BStc | Loop2200BQty90 | Loop2200BQtyAa | Loop2200BAmtYu | Loop2200BAmtYy>;

/** Trace. */
export type Loop2200BTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '2', trn02ReferenceValue: string]>;

/** Claim status. */
export type Loop2200BStc = X12Segment<'STC', 'claim status', readonly [stc01StatusGroup: string | readonly string[], stc02Date: string, stc03ActionCode: 'U' | 'WQ', stc04MoneyAmount: string, stc05MoneyAmount?: '', stc06Date?: '', stc07PaymentMethod?: '', stc08Date?: '', stc09CheckNumber?: '', stc10StatusGroup?: string | readonly string[], stc11StatusGroup?: string | readonly string[]]>;

/** Accepted count. */
export type Loop2200BQty90 = X12Segment<'QTY', 'accepted count', readonly [qty01QuantityKind: '90', qty02Quantity: string]>;

/** Rejected count. */
export type Loop2200BQtyAa = X12Segment<'QTY', 'rejected count', readonly [qty01QuantityKind: 'AA', qty02Quantity: string]>;

/** Accepted amount. */
export type Loop2200BAmtYu = X12Segment<'AMT', 'accepted amount', readonly [amt01AmountKind: 'YU', amt02MoneyAmount: string]>;

/** Rejected amount. */
export type Loop2200BAmtYy = X12Segment<'AMT', 'rejected amount', readonly [amt01AmountKind: 'YY', amt02MoneyAmount: string]>;

/** Billing provider level. */
export type Loop2000C = X12Loop<'2000C', 'billing provider level', Loop2000CHl | Loop2100C | Loop2200C | Loop2000D>;

/** Provider of service. */
export type Loop2000CHl = X12Segment<'HL', 'provider of service', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '19', hl04HasChildren: '0' | '1']>;

/** Billing provider. */
export type Loop2100C = X12Loop<'2100C', 'billing provider', Loop2100CNm1>;

/** Billing provider. */
export type Loop2100CNm1 = X12Segment<'NM1', 'billing provider', readonly [nm101EntityRole: '85', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'FI' | 'SV' | 'XX', nm109IdentifierValue: string]>;

/** Billing provider status. */
export type Loop2200C = X12Loop<'2200C', 'billing provider status', Loop2200CTrn | Loop2200CStc | Loop2200CRef | Loop2200CQtyQa | Loop2200CQtyQc | Loop2200CAmtYu | Loop2200CAmtYy>;

/** Trace. */
export type Loop2200CTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string]>;

/** Claim status. */
export type Loop2200CStc = X12Segment<'STC', 'claim status', readonly [stc01StatusGroup: string | readonly string[], stc02Date: '', stc03ActionCode: 'U' | 'WQ', stc04MoneyAmount: string, stc05MoneyAmount?: '', stc06Date?: '', stc07PaymentMethod?: '', stc08Date?: '', stc09CheckNumber?: '', stc10StatusGroup?: string | readonly string[], stc11StatusGroup?: string | readonly string[]]>;

/** State license. */
export type Loop2200CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU' | 'SY' | 'TJ', ref02ReferenceValue: string]>;

/** Accepted count. */
export type Loop2200CQtyQa = X12Segment<'QTY', 'accepted count', readonly [qty01QuantityKind: 'QA', qty02Quantity: string]>;

/** Rejected count. */
export type Loop2200CQtyQc = X12Segment<'QTY', 'rejected count', readonly [qty01QuantityKind: 'QC', qty02Quantity: string]>;

/** Accepted amount. */
export type Loop2200CAmtYu = X12Segment<'AMT', 'accepted amount', readonly [amt01AmountKind: 'YU', amt02MoneyAmount: string]>;

/** Rejected amount. */
export type Loop2200CAmtYy = X12Segment<'AMT', 'rejected amount', readonly [amt01AmountKind: 'YY', amt02MoneyAmount: string]>;

/** Patient level. */
export type Loop2000D = X12Loop<'2000D', 'patient level', Loop2000DHl | Loop2100D | Loop2200D>;

/** Patient. */
export type Loop2000DHl = X12Segment<'HL', 'patient', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: 'PT']>;

/** Patient. */
export type Loop2100D = X12Loop<'2100D', 'patient', Loop2100DNm1>;

/** Patient. */
export type Loop2100DNm1 = X12Segment<'NM1', 'patient', readonly [nm101EntityRole: 'QC', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'II' | 'MI', nm109IdentifierValue: string]>;

/** Claim status. */
export type Loop2200D = X12Loop<'2200D', 'claim status', Loop2200DTrn | Loop2200DStc | Loop2200DRef1k | Loop2200DRefD9 | Loop2200DRefBlt | Loop2200DDtp | Loop2220D>;

/** Trace. */
export type Loop2200DTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '2', trn02ReferenceValue: string]>;

/** Claim status. */
export type Loop2200DStc = X12Segment<'STC', 'claim status', readonly [stc01StatusGroup: string | readonly string[], stc02Date: string, stc03ActionCode: 'U' | 'WQ', stc04MoneyAmount: string, stc05MoneyAmount?: '', stc06Date?: '', stc07PaymentMethod?: '', stc08Date?: '', stc09CheckNumber?: '', stc10StatusGroup?: string | readonly string[], stc11StatusGroup?: string | readonly string[], stc12Text?: string]>;

/** Payer claim control number. */
export type Loop2200DRef1k = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: '1K', ref02ReferenceValue: string]>;

/** Clearinghouse trace number. */
export type Loop2200DRefD9 = X12Segment<'REF', 'clearinghouse trace number', readonly [ref01ReferenceKind: 'D9', ref02ReferenceValue: string]>;

/** Bill type. */
export type Loop2200DRefBlt = X12Segment<'REF', 'bill type', readonly [ref01ReferenceKind: 'BLT', ref02ReferenceValue: string]>;

/** Service date. */
export type Loop2200DDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Service line status. */
export type Loop2220D = X12Loop<'2220D', 'service line status', Loop2220DSvc | Loop2220DStc | Loop2220DRefFj | Loop2220DRefXz | Loop2220DDtp>;

/** Service payment. */
export type Loop2220DSvc = X12Segment<'SVC', 'service payment', readonly [svc01ProcedureGroup: string | readonly string[], svc02MoneyAmount: string, svc03MoneyAmount?: '', svc04ProductOrServiceCode?: string, svc05Quantity?: '', svc06ProcedureGroup?: '', svc07Quantity?: string]>;

/** Claim status. */
export type Loop2220DStc = X12Segment<'STC', 'claim status', readonly [stc01StatusGroup: string | readonly string[], stc02Date: string, stc03ActionCode: 'U', stc04MoneyAmount?: '', stc05MoneyAmount?: '', stc06Date?: '', stc07PaymentMethod?: '', stc08Date?: '', stc09CheckNumber?: '', stc10StatusGroup?: string | readonly string[], stc11StatusGroup?: string | readonly string[]]>;

/** Line item control number. */
export type Loop2220DRefFj = X12Segment<'REF', 'line item control number', readonly [ref01ReferenceKind: 'FJ', ref02ReferenceValue: string]>;

/** Pharmacy prescription number. */
export type Loop2220DRefXz = X12Segment<'REF', 'pharmacy prescription number', readonly [ref01ReferenceKind: 'XZ', ref02ReferenceValue: string]>;

/** Service date. */
export type Loop2220DDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;
