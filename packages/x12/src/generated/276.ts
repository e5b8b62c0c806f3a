// Made from the map of 276 (005010X212) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'276', '276', SetSt | SetBht | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '276', st02SetControlNumber: string, st03ImplementationConvention: '005010X212']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0010', bht02TransactionPurpose: '13', bht03ReferenceValue: string, bht04Date: string, bht05Time: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Information source level. */
export type Loop2000A = X12Loop<'2000A', 'information source level', Loop2000AHl | Loop2100A | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '1']>;

/** Payer. */
export type Loop2100A = X12Loop<'2100A', 'payer', Loop2100ANm1>;

/** Payer. */
export type Loop2100ANm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: 'PR', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: 'PI' | 'XV', nm109IdentifierValue: string]>;

/** Information receiver level. */
export type Loop2000B = X12Loop<'2000B', 'information receiver level', Loop2000BHl | Loop2100B | Loop2000C>;

/** Information receiver. */
export type Loop2000BHl = X12Segment<'HL', 'information receiver', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '21', hl04HasChildren: '1']>;

/** Receiver. */
export type Loop2100B = X12Loop<'2100B', 'receiver', Loop2100BNm1>;

/** Submitter. */
export type Loop2100BNm1 = X12Segment<'NM1', 'submitter', readonly [nm101EntityRole: '41', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: '46', nm109IdentifierValue: string]>;

/** Provider level. */
export type Loop2000C = X12Loop<'2000C', 'provider level', Loop2000CHl | Loop2100C | Loop2000D>;

/** Provider of service. */
export type Loop2000CHl = X12Segment<'HL', 'provider of service', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '19', hl04HasChildren: '1']>;

/** Provider. */
export type Loop2100C = X12Loop<'2100C', 'provider', Loop2100CNm1>;

/** Provider. */
export type Loop2100CNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: '1P', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'FI' | 'SV' | 'XX', nm109IdentifierValue: string]>;

/** Subscriber level. */
export type Loop2000D = X12Loop<'2000D', 'subscriber level', Loop2000DHl | Loop2000DDmg | Loop2100D | Loop2200D | Loop2000E>;

/** Subscriber. */
export type Loop2000DHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '0' | '1']>;

/** Birth and gender. */
export type Loop2000DDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender?: 'F' | 'M' | '']>;

/** Subscriber. */
export type Loop2100D = X12Loop<'2100D', 'subscriber', Loop2100DNm1>;

/** Subscriber. */
export type Loop2100DNm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: '24' | 'II' | 'MI', nm109IdentifierValue: string]>;

/** Subscriber claim asked. */
export type Loop2200D = X12Loop<'2200D', 'subscriber claim asked', Loop2200DTrn | Loop2200DRef1k | Loop2200DRefBlt | Loop2200DRefLu | Loop2200DRef6p | Loop2200DRefEj | Loop2200DRefXz | Loop2200DRefD9 | Loop2200DAmt | Loop2200DDtp | Loop2210D>;

/** Trace. */
export type Loop2200DTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string]>;

/** Payer claim control number. */
export type Loop2200DRef1k = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: '1K', ref02ReferenceValue: string]>;

/** Bill type. */
export type Loop2200DRefBlt = X12Segment<'REF', 'bill type', readonly [ref01ReferenceKind: 'BLT', ref02ReferenceValue: string]>;

/** Auto accident state. */
export type Loop2200DRefLu = X12Segment<'REF', 'auto accident state', readonly [ref01ReferenceKind: 'LU', ref02ReferenceValue: string]>;

/** Group number. */
export type Loop2200DRef6p = X12Segment<'REF', 'group number', readonly [ref01ReferenceKind: '6P', ref02ReferenceValue: string]>;

/** Patient account number. */
export type Loop2200DRefEj = X12Segment<'REF', 'patient account number', readonly [ref01ReferenceKind: 'EJ', ref02ReferenceValue: string]>;

/** Pharmacy prescription number. */
export type Loop2200DRefXz = X12Segment<'REF', 'pharmacy prescription number', readonly [ref01ReferenceKind: 'XZ', ref02ReferenceValue: string]>;

/** Clearinghouse trace number. */
export type Loop2200DRefD9 = X12Segment<'REF', 'clearinghouse trace number', readonly [ref01ReferenceKind: 'D9', ref02ReferenceValue: string]>;

/** Total submitted. */
export type Loop2200DAmt = X12Segment<'AMT', 'total submitted', readonly [amt01AmountKind: 'T3', amt02MoneyAmount: string]>;

/** Service date. */
export type Loop2200DDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Subscriber service asked. */
export type Loop2210D = X12Loop<'2210D', 'subscriber service asked', Loop2210DSvc | Loop2210DRef | Loop2210DDtp>;

/** Service payment. */
export type Loop2210DSvc = X12Segment<'SVC', 'service payment', readonly [svc01ProcedureGroup: string | readonly string[], svc02MoneyAmount: string, svc03MoneyAmount?: '', svc04ProductOrServiceCode?: string, svc05Quantity?: '', svc06ProcedureGroup?: '', svc07Quantity?: string]>;

/** Line item control number. */
export type Loop2210DRef = X12Segment<'REF', 'line item control number', readonly [ref01ReferenceKind: 'FJ', ref02ReferenceValue: string]>;

/** Service date. */
export type Loop2210DDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Dependent level. */
export type Loop2000E = X12Loop<'2000E', 'dependent level', Loop2000EHl | Loop2000EDmg | Loop2100E | Loop2200E>;

/** Dependent. */
export type Loop2000EHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23']>;

/** Birth and gender. */
export type Loop2000EDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender?: 'F' | 'M' | '']>;

/** Dependent. */
export type Loop2100E = X12Loop<'2100E', 'dependent', Loop2100ENm1>;

/** Patient. */
export type Loop2100ENm1 = X12Segment<'NM1', 'patient', readonly [nm101EntityRole: 'QC', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string]>;

/** Dependent claim asked. */
export type Loop2200E = X12Loop<'2200E', 'dependent claim asked', Loop2200ETrn | Loop2200ERef1k | Loop2200ERefBlt | Loop2200ERefLu | Loop2200ERef6p | Loop2200ERefEj | Loop2200ERefXz | Loop2200ERefD9 | Loop2200EAmt | Loop2200EDtp | Loop2210E>;

/** Trace. */
export type Loop2200ETrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string]>;

/** Payer claim control number. */
export type Loop2200ERef1k = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: '1K', ref02ReferenceValue: string]>;

/** Bill type. */
export type Loop2200ERefBlt = X12Segment<'REF', 'bill type', readonly [ref01ReferenceKind: 'BLT', ref02ReferenceValue: string]>;

/** Auto accident state. */
export type Loop2200ERefLu = X12Segment<'REF', 'auto accident state', readonly [ref01ReferenceKind: 'LU', ref02ReferenceValue: string]>;

/** Group number. */
export type Loop2200ERef6p = X12Segment<'REF', 'group number', readonly [ref01ReferenceKind: '6P', ref02ReferenceValue: string]>;

/** Patient account number. */
export type Loop2200ERefEj = X12Segment<'REF', 'patient account number', readonly [ref01ReferenceKind: 'EJ', ref02ReferenceValue: string]>;

/** Pharmacy prescription number. */
export type Loop2200ERefXz = X12Segment<'REF', 'pharmacy prescription number', readonly [ref01ReferenceKind: 'XZ', ref02ReferenceValue: string]>;

/** Clearinghouse trace number. */
export type Loop2200ERefD9 = X12Segment<'REF', 'clearinghouse trace number', readonly [ref01ReferenceKind: 'D9', ref02ReferenceValue: string]>;

/** Total submitted. */
export type Loop2200EAmt = X12Segment<'AMT', 'total submitted', readonly [amt01AmountKind: 'T3', amt02MoneyAmount: string]>;

/** Service date. */
export type Loop2200EDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Dependent service asked. */
export type Loop2210E = X12Loop<'2210E', 'dependent service asked', Loop2210ESvc | Loop2210ERef | Loop2210EDtp>;

/** Service payment. */
export type Loop2210ESvc = X12Segment<'SVC', 'service payment', readonly [svc01ProcedureGroup: string | readonly string[], svc02MoneyAmount: string, svc03MoneyAmount?: '', svc04ProductOrServiceCode?: string, svc05Quantity?: '', svc06ProcedureGroup?: '', svc07Quantity?: string]>;

/** Line item control number. */
export type Loop2210ERef = X12Segment<'REF', 'line item control number', readonly [ref01ReferenceKind: 'FJ', ref02ReferenceValue: string]>;

/** Service date. */
export type Loop2210EDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;
