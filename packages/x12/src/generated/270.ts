// Made from the map of 270 (005010X279A1) by `npm run docs`: structure and our own labels, no guide text.
import type { Repeated, X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'270', '270', SetSt | SetBht | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '270', st02SetControlNumber: string, st03ImplementationConvention: '005010X279A1' | '005010X279']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0022', bht02TransactionPurpose: '01' | '13', bht03ReferenceValue: string, bht04Date: string, bht05Time: string, bht06TransactionType?: 'RT' | '']>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Information source level. */
export type Loop2000A = X12Loop<'2000A', 'information source level', Loop2000AHl | Loop2100A | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '1']>;

/** Payer. */
export type Loop2100A = X12Loop<'2100A', 'payer', Loop2100ANm1>;

/** Payer. */
export type Loop2100ANm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: '2B' | '36' | 'GP' | 'P5' | 'PR', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: '24' | '46' | 'FI' | 'NI' | 'PI' | 'XV' | 'XX', nm109IdentifierValue: string]>;

/** Information receiver level. */
export type Loop2000B = X12Loop<'2000B', 'information receiver level', Loop2000BHl | Loop2100B | Loop2000C>;

/** Information receiver. */
export type Loop2000BHl = X12Segment<'HL', 'information receiver', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '21', hl04HasChildren: '1']>;

/** Provider asking. */
export type Loop2100B = X12Loop<'2100B', 'provider asking', Loop2100BNm1 | Loop2100BRef | Loop2100BN3 | Loop2100BN4 | Loop2100BPrv>;

/** Provider. */
export type Loop2100BNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: '1P' | '2B' | '36' | '80' | 'FA' | 'GP' | 'P5' | 'PR', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: '24' | '34' | 'FI' | 'PI' | 'PP' | 'SV' | 'XV' | 'XX', nm109IdentifierValue: string]>;

/** State license. */
export type Loop2100BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1C' | '1D' | '1J' | '4A' | 'CT' | 'EL' | 'EO' | 'HPI' | 'JD' | 'N5' | 'N7' | 'Q4' | 'SY' | 'TJ', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2100BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Provider specialty. */
export type Loop2100BPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SB' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;

/** Subscriber level. */
export type Loop2000C = X12Loop<'2000C', 'subscriber level', Loop2000CHl | Loop2000CTrn | Loop2100C | Loop2000D>;

/** Subscriber. */
export type Loop2000CHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '0' | '1']>;

/** Trace. */
export type Loop2000CTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Subscriber. */
export type Loop2100C = X12Loop<'2100C', 'subscriber', Loop2100CNm1 | Loop2100CRef | Loop2100CN3 | Loop2100CN4 | Loop2100CPrv | Loop2100CDmg | Loop2100CIns | Loop2100CHi | Loop2100CDtp | Loop2110C>;

/** Subscriber. */
export type Loop2100CNm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'II' | 'MI' | '', nm109IdentifierValue?: string]>;

/** Plan number. */
export type Loop2100CRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '3H' | '6P' | 'CT' | 'EA' | 'EJ' | 'F6' | 'GH' | 'HJ' | 'IG' | 'N6' | 'NQ' | 'SY' | 'Y4', ref02ReferenceValue: string]>;

/** Street address. */
export type Loop2100CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Provider specialty. */
export type Loop2100CPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SK' | 'SU', prv02ReferenceKind?: '9K' | 'D3' | 'EI' | 'HPI' | 'PXC' | 'SY' | 'TJ' | '', prv03ReferenceValue?: string]>;

/** Birth and gender. */
export type Loop2100CDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat?: 'D8' | '', dmg02DateOrPeriod?: string, dmg03Gender?: 'F' | 'M' | 'U' | '']>;

/** Member relationship. */
export type Loop2100CIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'Y', ins02RelationshipToSubscriber: '18', ins03MaintenanceKind: '', ins04MaintenanceReason: '', ins05: '', ins06: '', ins07: '', ins08EmploymentStatus: '', ins09: '', ins10YesOrNo: '', ins11DateFormat: '', ins12DateOrPeriod: '', ins13: '', ins14City: '', ins15StateOrProvince: '', ins16CountryCode: '', ins17Number: string]>;

/** Principal diagnosis. */
export type Loop2100CHi = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[]]>;

/** Issue date. */
export type Loop2100CDtp = X12Segment<'DTP', 'issue date', readonly [dtp01DateKind: '102' | '291', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Subscriber question. */
export type Loop2110C = X12Loop<'2110C', 'subscriber question', Loop2110CEq | Loop2110CAmtR | Loop2110CAmtPb | Loop2110CIii | Loop2110CRef | Loop2110CDtp>;

/** Eligibility question. */
export type Loop2110CEq = X12Segment<'EQ', 'eligibility question', readonly [eq01ServiceType?: Repeated<string>, eq02ProcedureGroup?: string | readonly string[], eq03CoverageLevel?: 'FAM' | '', eq04InsuranceKind?: '', eq05DiagnosisPointerGroup?: string | readonly string[]]>;

/** Spend down. */
export type Loop2110CAmtR = X12Segment<'AMT', 'spend down', readonly [amt01AmountKind: 'R', amt02MoneyAmount: string]>;

/** Billed. */
export type Loop2110CAmtPb = X12Segment<'AMT', 'billed', readonly [amt01AmountKind: 'PB', amt02MoneyAmount: string]>;

/** Extra question facts. */
export type Loop2110CIii = X12Segment<'III', 'extra question facts', readonly [iii01CodeList: 'ZZ', iii02IndustryCode: string]>;

/** Referral number. */
export type Loop2110CRef = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F' | 'G1', ref02ReferenceValue: string]>;

/** Plan period. */
export type Loop2110CDtp = X12Segment<'DTP', 'plan period', readonly [dtp01DateKind: '291', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Dependent level. */
export type Loop2000D = X12Loop<'2000D', 'dependent level', Loop2000DHl | Loop2000DTrn | Loop2100D>;

/** Dependent. */
export type Loop2000DHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23', hl04HasChildren: '0']>;

/** Trace. */
export type Loop2000DTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Dependent. */
export type Loop2100D = X12Loop<'2100D', 'dependent', Loop2100DNm1 | Loop2100DRef | Loop2100DN3 | Loop2100DN4 | Loop2100DPrv | Loop2100DDmg | Loop2100DIns | Loop2100DHi | Loop2100DDtp | Loop2110D>;

/** Dependent. */
export type Loop2100DNm1 = X12Segment<'NM1', 'dependent', readonly [nm101EntityRole: '03', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string]>;

/** Plan number. */
export type Loop2100DRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '6P' | 'CT' | 'EA' | 'EJ' | 'F6' | 'GH' | 'HJ' | 'IF' | 'IG' | 'MRC' | 'N6' | 'SY' | 'Y4', ref02ReferenceValue: string]>;

/** Street address. */
export type Loop2100DN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100DN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Provider specialty. */
export type Loop2100DPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SK' | 'SU', prv02ReferenceKind?: '9K' | 'D3' | 'EI' | 'HPI' | 'PXC' | 'SY' | 'TJ' | '', prv03ReferenceValue?: string]>;

/** Birth and gender. */
export type Loop2100DDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat?: 'D8' | '', dmg02DateOrPeriod?: string, dmg03Gender?: string]>;

/** Member relationship. */
export type Loop2100DIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'N', ins02RelationshipToSubscriber: '01' | '19' | '34', ins03MaintenanceKind?: '', ins04MaintenanceReason?: '', ins05?: '', ins06?: '', ins07?: '', ins08EmploymentStatus?: '', ins09?: '', ins10YesOrNo?: '', ins11DateFormat?: '', ins12DateOrPeriod?: '', ins13?: '', ins14City?: '', ins15StateOrProvince?: '', ins16CountryCode?: '', ins17Number?: string]>;

/** Principal diagnosis. */
export type Loop2100DHi = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[]]>;

/** Issue date. */
export type Loop2100DDtp = X12Segment<'DTP', 'issue date', readonly [dtp01DateKind: '102' | '291', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Dependent question. */
export type Loop2110D = X12Loop<'2110D', 'dependent question', Loop2110DEq | Loop2110DIii | Loop2110DRef | Loop2110DDtp>;

/** Eligibility question. */
export type Loop2110DEq = X12Segment<'EQ', 'eligibility question', readonly [eq01ServiceType?: Repeated<string>, eq02ProcedureGroup?: string | readonly string[], eq03CoverageLevel?: '', eq04InsuranceKind?: '', eq05DiagnosisPointerGroup?: string | readonly string[]]>;

/** Extra question facts. */
export type Loop2110DIii = X12Segment<'III', 'extra question facts', readonly [iii01CodeList: 'ZZ', iii02IndustryCode: string]>;

/** Referral number. */
export type Loop2110DRef = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F' | 'G1', ref02ReferenceValue: string]>;

/** Plan period. */
export type Loop2110DDtp = X12Segment<'DTP', 'plan period', readonly [dtp01DateKind: '291', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;
