// Made from the map of 271 (005010X279A1) by `npm run docs`: structure and our own labels, no guide text.
import type { Repeated, X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'271', '271', SetSt | SetBht | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '271', st02SetControlNumber: string, st03ImplementationConvention: '005010X279A1' | '005010X279']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0022', bht02TransactionPurpose: '06' | '11', bht03ReferenceValue: string, bht04Date: string, bht05Time: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Information source level. */
export type Loop2000A = X12Loop<'2000A', 'information source level', Loop2000AHl | Loop2000AAaa | Loop2100A | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '0' | '1']>;

/** Rejection. */
export type Loop2000AAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '04' | '41' | '42' | '79', aaa04FollowUpAction: 'C' | 'N' | 'P' | 'R' | 'S' | 'Y']>;

/** Payer. */
export type Loop2100A = X12Loop<'2100A', 'payer', Loop2100ANm1 | Loop2100APer | Loop2100AAaa>;

/** Payer. */
export type Loop2100ANm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: '2B' | '36' | 'GP' | 'P5' | 'PR', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: '24' | '46' | 'FI' | 'NI' | 'PI' | 'XV' | 'XX', nm109IdentifierValue: string]>;

/** Information contact. */
export type Loop2100APer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'ED' | 'EM' | 'FX' | 'TE' | 'UR' | '', per04ContactValue?: string, per05ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per06ContactValue?: string, per07ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per08ContactValue?: string]>;

/** Rejection. */
export type Loop2100AAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '04' | '41' | '42' | '79' | '80' | 'T4', aaa04FollowUpAction: 'C' | 'N' | 'P' | 'R' | 'S' | 'W' | 'X' | 'Y']>;

/** Information receiver level. */
export type Loop2000B = X12Loop<'2000B', 'information receiver level', Loop2000BHl | Loop2100B | Loop2000C>;

/** Information receiver. */
export type Loop2000BHl = X12Segment<'HL', 'information receiver', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '21', hl04HasChildren: '0' | '1']>;

/** Provider asking. */
export type Loop2100B = X12Loop<'2100B', 'provider asking', Loop2100BNm1 | Loop2100BRef | Loop2100BN3 | Loop2100BN4 | Loop2100BAaa | Loop2100BPrv>;

/** Provider. */
export type Loop2100BNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: '1P' | '2B' | '36' | '80' | 'FA' | 'GP' | 'P5' | 'PR', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: '24' | '34' | 'FI' | 'PI' | 'PP' | 'SV' | 'XV' | 'XX', nm109IdentifierValue: string]>;

/** State license. */
export type Loop2100BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1C' | '1D' | '1J' | '4A' | 'CT' | 'EL' | 'EO' | 'HPI' | 'JD' | 'N5' | 'N7' | 'Q4' | 'SY' | 'TJ', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2100BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Rejection. */
export type Loop2100BAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '15' | '41' | '43' | '44' | '45' | '46' | '47' | '48' | '50' | '51' | '79' | '97' | 'T4', aaa04FollowUpAction: 'C' | 'N' | 'R' | 'S' | 'W' | 'X' | 'Y']>;

/** Provider specialty. */
export type Loop2100BPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SB' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;

/** Subscriber level. */
export type Loop2000C = X12Loop<'2000C', 'subscriber level', Loop2000CHl | Loop2000CTrn | Loop2100C | Loop2000D>;

/** Subscriber. */
export type Loop2000CHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '0' | '1']>;

/** Trace. */
export type Loop2000CTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1' | '2', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Subscriber. */
export type Loop2100C = X12Loop<'2100C', 'subscriber', Loop2100CNm1 | Loop2100CRef | Loop2100CN3 | Loop2100CN4 | Loop2100CAaa | Loop2100CPrv | Loop2100CDmg | Loop2100CIns | Loop2100CHi | Loop2100CDtp | Loop2100CMpi | Loop2110C>;

/** Subscriber. */
export type Loop2100CNm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'II' | 'MI' | '', nm109IdentifierValue?: string]>;

/** Plan number. */
export type Loop2100CRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '3H' | '49' | '6P' | 'CE' | 'CT' | 'EA' | 'EJ' | 'F6' | 'GH' | 'HJ' | 'IF' | 'IG' | 'N6' | 'NQ' | 'Q4' | 'SY' | 'Y4', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2100CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Rejection. */
export type Loop2100CAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '15' | '35' | '42' | '43' | '45' | '47' | '48' | '49' | '51' | '52' | '56' | '57' | '58' | '60' | '61' | '62' | '63' | '71' | '72' | '73' | '74' | '75' | '76' | '78', aaa04FollowUpAction: 'C' | 'N' | 'R' | 'S' | 'W' | 'X' | 'Y']>;

/** Provider specialty. */
export type Loop2100CPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;

/** Birth and gender. */
export type Loop2100CDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat?: 'D8' | '', dmg02DateOrPeriod?: string, dmg03Gender?: 'F' | 'M' | 'U' | '']>;

/** Member relationship. */
export type Loop2100CIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'Y', ins02RelationshipToSubscriber: '18', ins03MaintenanceKind?: '001' | '', ins04MaintenanceReason?: '25' | '', ins05?: '', ins06?: '', ins07?: '', ins08EmploymentStatus?: '', ins09?: '', ins10YesOrNo?: '', ins11DateFormat?: '', ins12DateOrPeriod?: '', ins13?: '', ins14City?: '', ins15StateOrProvince?: '', ins16CountryCode?: '', ins17Number?: string]>;

/** Principal diagnosis. */
export type Loop2100CHi = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[]]>;

/** Discharge date or hour. */
export type Loop2100CDtp = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096' | '102' | '152' | '291' | '307' | '318' | '340' | '341' | '342' | '343' | '346' | '347' | '356' | '357' | '382' | '435' | '442' | '458' | '472' | '539' | '540' | '636' | '771', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Military facts. */
export type Loop2100CMpi = X12Segment<'MPI', 'military facts', readonly [mpi01InformationStatus: 'A' | 'C' | 'L' | 'O' | 'P' | 'S' | 'T', mpi02EmploymentStatus: 'AE' | 'AO' | 'AS' | 'AT' | 'AU' | 'CC' | 'DD' | 'HD' | 'IR' | 'LX' | 'PE' | 'RE' | 'RM' | 'RR' | 'RU', mpi03ServiceBranch: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'Q' | 'R' | 'S' | 'U' | 'W', mpi04TransactionPurpose?: string, mpi05MilitaryRank?: string, mpi06DateFormat?: 'D8' | 'RD8' | '', mpi07DateOrPeriod?: string]>;

/** Subscriber benefit. */
export type Loop2110C = X12Loop<'2110C', 'subscriber benefit', Loop2110CEb | Loop2110CHsd | Loop2110CRef | Loop2110CDtp | Loop2110CAaa | Loop2110CMsg | Loop2115C | Loop2110CLs | Loop2120C | Loop2110CLe>;

/** Benefit. */
export type Loop2110CEb = X12Segment<'EB', 'benefit', readonly [eb01BenefitInfo: string, eb02CoverageLevel?: 'CHD' | 'DEP' | 'ECH' | 'EMP' | 'ESP' | 'FAM' | 'IND' | 'SPC' | 'SPO' | '', eb03ServiceType?: Repeated<string>, eb04InsuranceKind?: string, eb05PlanWording?: string, eb06PeriodKind?: '13' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '28' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '6' | '7' | '', eb07MoneyAmount?: string, eb08Percent?: string, eb09QuantityKind?: '8H' | '99' | 'CA' | 'CE' | 'D3' | 'DB' | 'DY' | 'HS' | 'LA' | 'LE' | 'M2' | 'MN' | 'P6' | 'QA' | 'S7' | 'S8' | '', eb10Quantity?: string, eb11YesOrNo?: 'N' | 'U' | 'Y' | '', eb12YesOrNo?: 'N' | 'U' | 'W' | 'Y' | '', eb13ProcedureGroup?: string | readonly string[], eb14DiagnosisPointerGroup?: string | readonly string[]]>;

/** Service delivery. */
export type Loop2110CHsd = X12Segment<'HSD', 'service delivery', readonly [hsd01QuantityKind?: 'DY' | 'FL' | 'HS' | 'MN' | 'VS' | '', hsd02Quantity?: string, hsd03UnitOfMeasure?: 'DA' | 'MO' | 'VS' | 'WK' | 'YR' | '', hsd04SamplingInterval?: string, hsd05PeriodKind?: '21' | '22' | '23' | '24' | '25' | '26' | '27' | '28' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '6' | '7' | '', hsd06NumberOfPeriods?: string, hsd07CalendarPattern?: string, hsd08DeliveryTimePattern?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'Y' | '']>;

/** Plan number. */
export type Loop2110CRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '49' | '6P' | '9F' | 'ALS' | 'CLI' | 'F6' | 'FO' | 'G1' | 'IG' | 'M7' | 'N6' | 'NQ', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Discharge date or hour. */
export type Loop2110CDtp = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096' | '193' | '194' | '198' | '290' | '291' | '292' | '295' | '304' | '307' | '318' | '346' | '348' | '349' | '356' | '357' | '435' | '472' | '636' | '771', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Rejection. */
export type Loop2110CAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '15' | '33' | '52' | '53' | '54' | '55' | '56' | '57' | '60' | '61' | '62' | '63' | '69' | '70' | '98' | 'AA' | 'AE' | 'AF' | 'AG' | 'AO' | 'CI' | 'E8' | 'IA' | 'MA', aaa04FollowUpAction: 'C' | 'N' | 'R' | 'W' | 'X' | 'Y']>;

/** Message. */
export type Loop2110CMsg = X12Segment<'MSG', 'message', readonly [msg01Text: string]>;

/** Loop start. */
export type Loop2110CLs = X12Segment<'LS', 'loop start', readonly [ls01LoopIdCode: '2120']>;

/** Loop end. */
export type Loop2110CLe = X12Segment<'LE', 'loop end', readonly [le01LoopIdCode: '2120']>;

/** Subscriber benefit extra facts. */
export type Loop2115C = X12Loop<'2115C', 'subscriber benefit extra facts', Loop2115CIii>;

/** Extra question facts. */
export type Loop2115CIii = X12Segment<'III', 'extra question facts', readonly [iii01CodeList?: 'GR' | 'NI' | 'ZZ' | '', iii02IndustryCode?: string, iii03ConditionCategory?: '44' | '', iii04Text?: string]>;

/** Subscriber benefit related party. */
export type Loop2120C = X12Loop<'2120C', 'subscriber benefit related party', Loop2120CNm1 | Loop2120CN3 | Loop2120CN4 | Loop2120CPer | Loop2120CPrv>;

/** Provider. */
export type Loop2120CNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: string, nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '46' | 'FA' | 'FI' | 'II' | 'MI' | 'NI' | 'PI' | 'PP' | 'SV' | 'XV' | 'XX' | '', nm109IdentifierValue?: string, nm110Relationship?: '01' | '02' | '27' | '41' | '48' | '65' | '72' | '']>;

/** Street address. */
export type Loop2120CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2120CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: 'RJ' | '', n406LocationId?: string, n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop2120CPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'ED' | 'EM' | 'FX' | 'TE' | 'UR' | 'WP' | '', per04ContactValue?: string, per05ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | 'WP' | '', per08ContactValue?: string]>;

/** Provider specialty. */
export type Loop2120CPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SB' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;

/** Dependent level. */
export type Loop2000D = X12Loop<'2000D', 'dependent level', Loop2000DHl | Loop2000DTrn | Loop2100D>;

/** Dependent. */
export type Loop2000DHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23', hl04HasChildren: '0']>;

/** Trace. */
export type Loop2000DTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1' | '2', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Dependent. */
export type Loop2100D = X12Loop<'2100D', 'dependent', Loop2100DNm1 | Loop2100DRef | Loop2100DN3 | Loop2100DN4 | Loop2100DAaa | Loop2100DPrv | Loop2100DDmg | Loop2100DIns | Loop2100DHi | Loop2100DDtp | Loop2100DMpi | Loop2110D>;

/** Dependent. */
export type Loop2100DNm1 = X12Segment<'NM1', 'dependent', readonly [nm101EntityRole: '03', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string]>;

/** Plan number. */
export type Loop2100DRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '49' | '6P' | 'CE' | 'CT' | 'EA' | 'EJ' | 'F6' | 'GH' | 'HJ' | 'IF' | 'IG' | 'MRC' | 'N6' | 'NQ' | 'Q4' | 'SY' | 'Y4', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2100DN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100DN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Rejection. */
export type Loop2100DAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '15' | '35' | '42' | '43' | '45' | '47' | '48' | '49' | '51' | '52' | '56' | '57' | '58' | '60' | '61' | '62' | '63' | '64' | '65' | '66' | '67' | '68' | '71' | '77', aaa04FollowUpAction: 'C' | 'N' | 'R' | 'S' | 'W' | 'X' | 'Y']>;

/** Provider specialty. */
export type Loop2100DPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;

/** Birth and gender. */
export type Loop2100DDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat?: 'D8' | '', dmg02DateOrPeriod?: string, dmg03Gender?: 'F' | 'M' | 'U' | '']>;

/** Member relationship. */
export type Loop2100DIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'N', ins02RelationshipToSubscriber: '01' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8', ins03MaintenanceKind?: '001' | '', ins04MaintenanceReason?: '25' | '', ins05?: '', ins06?: '', ins07?: '', ins08EmploymentStatus?: '', ins09?: '', ins10YesOrNo?: '', ins11DateFormat?: '', ins12DateOrPeriod?: '', ins13?: '', ins14City?: '', ins15StateOrProvince?: '', ins16CountryCode?: '', ins17Number?: string]>;

/** Principal diagnosis. */
export type Loop2100DHi = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[]]>;

/** Discharge date or hour. */
export type Loop2100DDtp = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096' | '102' | '152' | '291' | '307' | '318' | '340' | '341' | '342' | '343' | '346' | '347' | '356' | '357' | '382' | '435' | '442' | '458' | '472' | '539' | '540' | '636' | '771', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Military facts. */
export type Loop2100DMpi = X12Segment<'MPI', 'military facts', readonly [mpi01InformationStatus: 'A' | 'C' | 'L' | 'O' | 'P' | 'S' | 'T', mpi02EmploymentStatus: 'AE' | 'AO' | 'AS' | 'AT' | 'AU' | 'CC' | 'DD' | 'HD' | 'IR' | 'LX' | 'PE' | 'RE' | 'RM' | 'RR' | 'RU', mpi03ServiceBranch: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'O' | 'Q' | 'R' | 'S' | 'U' | 'W', mpi04TransactionPurpose?: string, mpi05MilitaryRank?: string, mpi06DateFormat?: 'D8' | 'RD8' | '', mpi07DateOrPeriod?: string]>;

/** Dependent benefit. */
export type Loop2110D = X12Loop<'2110D', 'dependent benefit', Loop2110DEb | Loop2110DHsd | Loop2110DRef | Loop2110DDtp | Loop2110DAaa | Loop2110DMsg | Loop2115D | Loop2110DLs | Loop2120D | Loop2110DLe>;

/** Benefit. */
export type Loop2110DEb = X12Segment<'EB', 'benefit', readonly [eb01BenefitInfo: string, eb02CoverageLevel?: 'CHD' | 'DEP' | 'ECH' | 'ESP' | 'FAM' | 'IND' | 'SPC' | 'SPO' | '', eb03ServiceType?: Repeated<string>, eb04InsuranceKind?: string, eb05PlanWording?: string, eb06PeriodKind?: '13' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '28' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '6' | '7' | '', eb07MoneyAmount?: string, eb08Percent?: string, eb09QuantityKind?: '8H' | '99' | 'CA' | 'CE' | 'D3' | 'DB' | 'DY' | 'HS' | 'LA' | 'LE' | 'M2' | 'MN' | 'P6' | 'QA' | 'S7' | 'S8' | 'VS' | 'YY' | '', eb10Quantity?: string, eb11YesOrNo?: 'N' | 'U' | 'Y' | '', eb12YesOrNo?: 'N' | 'U' | 'W' | 'Y' | '', eb13ProcedureGroup?: string | readonly string[], eb14DiagnosisPointerGroup?: string | readonly string[]]>;

/** Service delivery. */
export type Loop2110DHsd = X12Segment<'HSD', 'service delivery', readonly [hsd01QuantityKind?: 'DY' | 'FL' | 'HS' | 'MN' | 'VS' | '', hsd02Quantity?: string, hsd03UnitOfMeasure?: 'DA' | 'MO' | 'VS' | 'WK' | 'YR' | '', hsd04SamplingInterval?: string, hsd05PeriodKind?: '21' | '22' | '23' | '24' | '25' | '26' | '27' | '28' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '6' | '7' | '', hsd06NumberOfPeriods?: string, hsd07CalendarPattern?: string, hsd08DeliveryTimePattern?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'Y' | '']>;

/** Plan number. */
export type Loop2110DRef = X12Segment<'REF', 'plan number', readonly [ref01ReferenceKind: '18' | '1L' | '1W' | '49' | '6P' | '9F' | 'ALS' | 'CLI' | 'F6' | 'FO' | 'G1' | 'IG' | 'N6' | 'NQ', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Discharge date or hour. */
export type Loop2110DDtp = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096' | '193' | '194' | '198' | '290' | '291' | '292' | '295' | '304' | '307' | '318' | '346' | '348' | '349' | '356' | '357' | '435' | '472' | '636' | '771', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Rejection. */
export type Loop2110DAaa = X12Segment<'AAA', 'rejection', readonly [aaa01YesOrNo: 'N' | 'Y', aaa02: '', aaa03RejectReason: '15' | '33' | '52' | '53' | '54' | '55' | '56' | '57' | '60' | '61' | '62' | '63' | '69' | '70' | '98' | 'AA' | 'AE' | 'AF' | 'AG' | 'AO' | 'CI' | 'E8' | 'IA' | 'MA', aaa04FollowUpAction: 'C' | 'N' | 'R' | 'W' | 'X' | 'Y']>;

/** Message. */
export type Loop2110DMsg = X12Segment<'MSG', 'message', readonly [msg01Text: string]>;

/** Loop start. */
export type Loop2110DLs = X12Segment<'LS', 'loop start', readonly [ls01LoopIdCode: '2120']>;

/** Loop end. */
export type Loop2110DLe = X12Segment<'LE', 'loop end', readonly [le01LoopIdCode: '2120']>;

/** Dependent benefit extra facts. */
export type Loop2115D = X12Loop<'2115D', 'dependent benefit extra facts', Loop2115DIii>;

/** Extra question facts. */
export type Loop2115DIii = X12Segment<'III', 'extra question facts', readonly [iii01CodeList?: 'GR' | 'NI' | 'ZZ' | '', iii02IndustryCode?: string, iii03ConditionCategory?: '44' | '', iii04Text?: string]>;

/** Dependent benefit related party. */
export type Loop2120D = X12Loop<'2120D', 'dependent benefit related party', Loop2120DNm1 | Loop2120DN3 | Loop2120DN4 | Loop2120DPer | Loop2120DPrv>;

/** Provider. */
export type Loop2120DNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: string, nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: '', nm108IdentifierKind?: '24' | '34' | '46' | 'FA' | 'FI' | 'II' | 'MI' | 'NI' | 'PI' | 'PP' | 'SV' | 'XV' | 'XX' | '', nm109IdentifierValue?: string, nm110Relationship?: '01' | '02' | '27' | '41' | '48' | '65' | '72' | '']>;

/** Street address. */
export type Loop2120DN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2120DN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: 'RJ' | '', n406LocationId?: string, n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop2120DPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'ED' | 'EM' | 'FX' | 'TE' | 'UR' | 'WP' | '', per04ContactValue?: string, per05ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'ED' | 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | 'WP' | '', per08ContactValue?: string]>;

/** Provider specialty. */
export type Loop2120DPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AT' | 'BI' | 'CO' | 'CV' | 'H' | 'HH' | 'LA' | 'OT' | 'P1' | 'P2' | 'PC' | 'PE' | 'R' | 'RF' | 'SB' | 'SK' | 'SU', prv02ReferenceKind?: 'PXC' | '', prv03ReferenceValue?: string]>;
