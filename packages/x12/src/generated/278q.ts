// Made from the map of 278Q (005010X217) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'278', '278Q', SetSt | SetBht | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '278', st02SetControlNumber: string, st03ImplementationConvention: '005010X217']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0007', bht02TransactionPurpose: '01' | '13' | '36', bht03ReferenceValue: string, bht04Date: string, bht05Time: string, bht06TransactionType?: 'RU' | '']>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Review organization level. */
export type Loop2000A = X12Loop<'2000A', 'review organization level', Loop2000AHl | Loop2010A | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '1']>;

/** Review organization. */
export type Loop2010A = X12Loop<'2010A', 'review organization', Loop2010ANm1>;

/** Review organization. */
export type Loop2010ANm1 = X12Segment<'NM1', 'review organization', readonly [nm101EntityRole: 'X3', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: string, nm107NameSuffix: string, nm108IdentifierKind: '24' | '34' | '46' | 'PI' | 'XV' | 'XX', nm109IdentifierValue: string]>;

/** Requester level. */
export type Loop2000B = X12Loop<'2000B', 'requester level', Loop2000BHl | Loop2010B | Loop2000C>;

/** Information receiver. */
export type Loop2000BHl = X12Segment<'HL', 'information receiver', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '21', hl04HasChildren: '1']>;

/** Requester. */
export type Loop2010B = X12Loop<'2010B', 'requester', Loop2010BNm1 | Loop2010BRef | Loop2010BN3 | Loop2010BN4 | Loop2010BPer | Loop2010BPrv>;

/** Provider. */
export type Loop2010BNm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: '1P' | 'FA', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: string, nm107NameSuffix: string, nm108IdentifierKind: '24' | '34' | '46' | 'XX', nm109IdentifierValue: string]>;

/** State license. */
export type Loop2010BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | '1J' | 'CT' | 'EI' | 'G5' | 'N5' | 'N7' | 'SY' | 'ZH', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2010BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop2010BPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'EM' | 'FX' | 'TE' | 'UR' | '', per04ContactValue?: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per08ContactValue?: string]>;

/** Provider specialty. */
export type Loop2010BPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AS' | 'AT' | 'CO' | 'CV' | 'OP' | 'OR' | 'OT' | 'PC' | 'PE' | 'RF', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** Subscriber level. */
export type Loop2000C = X12Loop<'2000C', 'subscriber level', Loop2000CHl | Loop2010C | Loop2000D | Loop2000E>;

/** Subscriber. */
export type Loop2000CHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '1']>;

/** Subscriber. */
export type Loop2010C = X12Loop<'2010C', 'subscriber', Loop2010CNm1 | Loop2010CRef | Loop2010CN3 | Loop2010CN4 | Loop2010CDmg | Loop2010CIns>;

/** Subscriber. */
export type Loop2010CNm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '46' | 'II' | 'MI' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Group or policy number. */
export type Loop2010CRef = X12Segment<'REF', 'group or policy number', readonly [ref01ReferenceKind: '1L' | '1W' | '6P' | 'A6' | 'EJ' | 'F6' | 'HJ' | 'IG' | 'N6' | 'NQ' | 'SY', ref02ReferenceValue: string]>;

/** Street address. */
export type Loop2010CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Birth and gender. */
export type Loop2010CDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender?: 'F' | 'M' | 'U' | '']>;

/** Member relationship. */
export type Loop2010CIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'Y', ins02RelationshipToSubscriber: '18', ins03MaintenanceKind?: '', ins04MaintenanceReason?: '', ins05?: '', ins06?: '', ins07?: '', ins08EmploymentStatus?: string]>;

/** Dependent level. */
export type Loop2000D = X12Loop<'2000D', 'dependent level', Loop2000DHl | Loop2010D | Loop2000E>;

/** Dependent. */
export type Loop2000DHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23', hl04HasChildren: '1']>;

/** Dependent. */
export type Loop2010D = X12Loop<'2010D', 'dependent', Loop2010DNm1 | Loop2010DRef | Loop2010DN3 | Loop2010DN4 | Loop2010DDmg | Loop2010DIns>;

/** Patient. */
export type Loop2010DNm1 = X12Segment<'NM1', 'patient', readonly [nm101EntityRole: 'QC', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '46' | 'II' | 'MI' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Group or policy number. */
export type Loop2010DRef = X12Segment<'REF', 'group or policy number', readonly [ref01ReferenceKind: '1L' | '1W' | '6P' | 'A6' | 'EJ' | 'F6' | 'HJ' | 'IG' | 'N6' | 'NQ' | 'SY', ref02ReferenceValue: string]>;

/** Street address. */
export type Loop2010DN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010DN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Birth and gender. */
export type Loop2010DDmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender?: 'F' | 'M' | 'U' | '']>;

/** Member relationship. */
export type Loop2010DIns = X12Segment<'INS', 'member relationship', readonly [ins01YesOrNo: 'N', ins02RelationshipToSubscriber: '01' | '04' | '05' | '07' | '10' | '15' | '17' | '19' | '20' | '21' | '22' | '23' | '24' | '29' | '32' | '33' | '34' | '39' | '40' | '41' | '43' | '53' | 'G8', ins03MaintenanceKind?: '', ins04MaintenanceReason?: '', ins05?: '', ins06?: '', ins07?: '', ins08EmploymentStatus?: '', ins09?: '', ins10YesOrNo?: '', ins11DateFormat?: '', ins12DateOrPeriod?: '', ins13?: '', ins14City?: '', ins15StateOrProvince?: '', ins16CountryCode?: '', ins17Number?: string]>;

/** Patient event level. */
export type Loop2000E = X12Loop<'2000E', 'patient event level', Loop2000EHl | Loop2000ETrn | Loop2000EUm | Loop2000ERefBb | Loop2000ERefNt | Loop2000EDtp439 | Loop2000EDtp484 | Loop2000EDtpAbc | Loop2000EDtp431 | Loop2000EDtpAah | Loop2000EDtp435 | Loop2000EDtp096 | Loop2000EHi | Loop2000EHsd | Loop2000ECrc07 | Loop2000ECrc08 | Loop2000ECrc09 | Loop2000ECrc11 | Loop2000ECrc75 | Loop2000ECrc76 | Loop2000ECrc77 | Loop2000ECl1 | Loop2000ECr1 | Loop2000ECr2 | Loop2000ECr5 | Loop2000ECr6 | Loop2000EPwk | Loop2000EMsg | Loop2010EA | Loop2010EB | Loop2010EC | Loop2000F>;

/** Patient event. */
export type Loop2000EHl = X12Segment<'HL', 'patient event', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: 'EV', hl04HasChildren: '0' | '1']>;

/** Trace. */
export type Loop2000ETrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Review request. */
export type Loop2000EUm = X12Segment<'UM', 'review request', readonly [um01RequestCategory: 'AR' | 'HS' | 'IN' | 'SC', um02CertificationKind: '1' | '2' | '3' | '4' | '5' | '6' | 'I' | 'N' | 'R' | 'S', um03ServiceType?: string, um04ServicePlaceAndFrequencyGroup?: string | readonly string[], um05AccidentCauseGroup?: string | readonly string[], um06LevelOfService?: '03' | 'E' | 'U' | '', um07CurrentHealthState?: '1' | '2' | '3' | '4' | '6' | '7' | '8' | '', um08Prognosis?: '1' | '2' | '3' | '4' | '7' | 'A' | 'B' | 'C' | 'D' | '', um09ReleaseOfInformation?: 'A' | 'B' | 'I' | 'M' | 'O' | 'W' | 'Y' | '', um10DelayReason?: '1' | '10' | '11' | '15' | '16' | '2' | '3' | '4' | '7' | '8' | '9' | '']>;

/** Earlier authorization number. */
export type Loop2000ERefBb = X12Segment<'REF', 'earlier authorization number', readonly [ref01ReferenceKind: 'BB', ref02ReferenceValue: string]>;

/** Administrative reference. */
export type Loop2000ERefNt = X12Segment<'REF', 'administrative reference', readonly [ref01ReferenceKind: 'NT', ref02ReferenceValue: string]>;

/** Accident date. */
export type Loop2000EDtp439 = X12Segment<'DTP', 'accident date', readonly [dtp01DateKind: '439', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last menstrual period. */
export type Loop2000EDtp484 = X12Segment<'DTP', 'last menstrual period', readonly [dtp01DateKind: '484', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Estimated delivery date. */
export type Loop2000EDtpAbc = X12Segment<'DTP', 'estimated delivery date', readonly [dtp01DateKind: 'ABC', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Onset date. */
export type Loop2000EDtp431 = X12Segment<'DTP', 'onset date', readonly [dtp01DateKind: '431', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Event date. */
export type Loop2000EDtpAah = X12Segment<'DTP', 'event date', readonly [dtp01DateKind: 'AAH', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Admission date. */
export type Loop2000EDtp435 = X12Segment<'DTP', 'admission date', readonly [dtp01DateKind: '435', dtp02DateFormat: 'D8' | 'DT' | 'RD8', dtp03DateOrPeriod: string]>;

/** Discharge date or hour. */
export type Loop2000EDtp096 = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096', dtp02DateFormat: 'D8' | 'DT' | 'RD8', dtp03DateOrPeriod: string]>;

/** Diagnosis. */
export type Loop2000EHi = X12Segment<'HI', 'diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Service delivery. */
export type Loop2000EHsd = X12Segment<'HSD', 'service delivery', readonly [hsd01QuantityKind?: 'DY' | 'FL' | 'HS' | 'MN' | 'VS' | '', hsd02Quantity?: string, hsd03UnitOfMeasure?: 'DA' | 'MO' | 'WK' | '', hsd04SamplingInterval?: string, hsd05PeriodKind?: '21' | '26' | '27' | '29' | '34' | '35' | '6' | '7' | '', hsd06NumberOfPeriods?: string, hsd07CalendarPattern?: string, hsd08DeliveryTimePattern?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'Y' | '']>;

/** Ambulance condition. */
export type Loop2000ECrc07 = X12Segment<'CRC', 'ambulance condition', readonly [crc01ConditionCategory: '07', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Condition. */
export type Loop2000ECrc08 = X12Segment<'CRC', 'condition', readonly [crc01ConditionCategory: '08', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Equipment condition. */
export type Loop2000ECrc09 = X12Segment<'CRC', 'equipment condition', readonly [crc01ConditionCategory: '09', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Condition. */
export type Loop2000ECrc11 = X12Segment<'CRC', 'condition', readonly [crc01ConditionCategory: '11', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Homebound. */
export type Loop2000ECrc75 = X12Segment<'CRC', 'homebound', readonly [crc01ConditionCategory: '75', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Condition. */
export type Loop2000ECrc76 = X12Segment<'CRC', 'condition', readonly [crc01ConditionCategory: '76', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Condition. */
export type Loop2000ECrc77 = X12Segment<'CRC', 'condition', readonly [crc01ConditionCategory: '77', crc02YesOrNo: 'N' | 'Y', crc03Condition: string, crc04Condition?: string, crc05Condition?: string, crc06Condition?: string, crc07Condition?: string]>;

/** Stay codes. */
export type Loop2000ECl1 = X12Segment<'CL1', 'stay codes', readonly [cl101AdmissionPriority?: string, cl102PointOfOrigin?: string, cl103DischargeStatus?: string, cl104NursingHomeResidence?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '']>;

/** Ambulance transport. */
export type Loop2000ECr1 = X12Segment<'CR1', 'ambulance transport', readonly [cr101UnitOfMeasure: 'KG' | 'LB' | '', cr102Weight: string, cr103AmbulanceTransport: 'I' | 'R' | 'T' | 'X', cr104AmbulanceReason?: 'A' | 'B' | 'C' | 'D' | 'E' | '', cr105UnitOfMeasure?: 'DH' | 'DK' | '', cr106Quantity?: string, cr107AddressLine?: '', cr108AddressLine?: '', cr109FreeText?: string, cr110FreeText?: string]>;

/** Chiropractic spell. */
export type Loop2000ECr2 = X12Segment<'CR2', 'chiropractic spell', readonly [cr201Count?: string, cr202Quantity?: string, cr203SpineLevel?: string, cr204SpineLevel?: string, cr205UnitOfMeasure?: 'DA' | 'MO' | 'WK' | 'YR' | '', cr206Quantity?: string, cr207Quantity?: string, cr208ConditionNature?: 'A' | 'C' | 'D' | 'E' | 'F' | 'G' | 'M' | '', cr209YesOrNo?: 'N' | 'Y' | '', cr210FreeText?: string, cr211FreeText?: string, cr212YesOrNo?: 'N' | 'Y' | '']>;

/** Oxygen therapy. */
export type Loop2000ECr5 = X12Segment<'CR5', 'oxygen therapy', readonly [cr501CertificationKind: '', cr502Quantity: '', cr503OxygenEquipmentKind: 'A' | 'B' | 'C' | 'D' | 'E' | 'O' | '', cr504OxygenEquipmentKind: 'A' | 'B' | 'C' | 'D' | 'E' | 'O' | '', cr505FreeText: string, cr506Quantity: string, cr507Quantity?: string, cr508Quantity?: string, cr509FreeText?: string, cr510Quantity?: string, cr511Quantity?: string, cr512OxygenTestSetting?: 'E' | 'O' | 'R' | 'S' | 'W' | '', cr513OxygenTestFinding?: '1' | '2' | '3' | '', cr514OxygenTestFinding?: '1' | '2' | '3' | '', cr515OxygenTestFinding?: '1' | '2' | '3' | '', cr516Quantity?: string, cr517OxygenDeliveryWay?: 'A' | 'B' | 'C' | 'D' | 'E' | '', cr518OxygenEquipmentKind?: 'A' | 'B' | 'C' | 'D' | 'E' | 'O' | '']>;

/** Home health. */
export type Loop2000ECr6 = X12Segment<'CR6', 'home health', readonly [cr601Prognosis: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8', cr602Date: string, cr603DateFormat: 'RD8' | '', cr604DateOrPeriod: string, cr605Date: string, cr606YesOrNo: 'N' | 'Y' | '', cr607YesOrNo: 'N' | 'U' | 'Y', cr608CertificationKind: '1' | '2' | '3' | '4' | '5' | '6' | 'I' | 'R' | 'S', cr609Date?: string, cr610ProductOrServiceIdKind?: string, cr611MedicalCode?: string, cr612Date?: string, cr613Date?: string, cr614Date?: string, cr615DateFormat?: string, cr616DateOrPeriod?: string, cr617PatientLocation?: string, cr618Date?: string, cr619Date?: string, cr620Date?: string, cr621Date?: string]>;

/** Attachment. */
export type Loop2000EPwk = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FX' | 'VO', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string, pwk07FreeText?: string]>;

/** Message. */
export type Loop2000EMsg = X12Segment<'MSG', 'message', readonly [msg01Text: string]>;

/** Event provider. */
export type Loop2010EA = X12Loop<'2010EA', 'event provider', Loop2010EANm1 | Loop2010EARef | Loop2010EAN3 | Loop2010EAN4 | Loop2010EAPer | Loop2010EAPrv>;

/** Attending provider. */
export type Loop2010EANm1 = X12Segment<'NM1', 'attending provider', readonly [nm101EntityRole: '71' | '72' | '73' | '77' | 'AAJ' | 'DD' | 'DK' | 'DN' | 'FA' | 'G3' | 'P3' | 'QB' | 'QV' | 'SJ', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '46' | 'PI' | 'XV' | 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2010EARef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | '1J' | 'EI' | 'G5' | 'N5' | 'N7' | 'SY' | 'ZH', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2010EAN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010EAN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop2010EAPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'EM' | 'FX' | 'TE' | 'UR' | '', per04ContactValue?: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per08ContactValue?: string]>;

/** Provider specialty. */
export type Loop2010EAPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AD' | 'AS' | 'AT' | 'OP' | 'OR' | 'OT' | 'PC' | 'PE' | 'RF', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** Event transport stop. */
export type Loop2010EB = X12Loop<'2010EB', 'event transport stop', Loop2010EBNm1 | Loop2010EBN3 | Loop2010EBN4>;

/** Ambulance drop-off. */
export type Loop2010EBNm1 = X12Segment<'NM1', 'ambulance drop-off', readonly [nm101EntityRole: '45' | 'FS' | 'ND' | 'PW' | 'R3', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization?: string]>;

/** Street address. */
export type Loop2010EBN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010EBN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Other review organization. */
export type Loop2010EC = X12Loop<'2010EC', 'other review organization', Loop2010ECNm1 | Loop2010ECRef | Loop2010ECDtp>;

/** Party name. */
export type Loop2010ECNm1 = X12Segment<'NM1', 'party name', readonly [nm101EntityRole: 'CA', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization?: string]>;

/** Earlier authorization number. */
export type Loop2010ECRef = X12Segment<'REF', 'earlier authorization number', readonly [ref01ReferenceKind: 'BB' | 'NT', ref02ReferenceValue: string]>;

/** Event date. */
export type Loop2010ECDtp = X12Segment<'DTP', 'event date', readonly [dtp01DateKind: 'AAH', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Service level. */
export type Loop2000F = X12Loop<'2000F', 'service level', Loop2000FHl | Loop2000FTrn | Loop2000FUm | Loop2000FRefBb | Loop2000FRefNt | Loop2000FDtp | Loop2000FSv1 | Loop2000FSv2 | Loop2000FSv3 | Loop2000FToo | Loop2000FHsd | Loop2000FPwk | Loop2000FMsg | Loop2010F>;

/** Service. */
export type Loop2000FHl = X12Segment<'HL', 'service', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: 'SS', hl04HasChildren: '0']>;

/** Trace. */
export type Loop2000FTrn = X12Segment<'TRN', 'trace', readonly [trn01TraceKind: '1', trn02ReferenceValue: string, trn03OriginatingCompanyId: string, trn04ReferenceValue?: string]>;

/** Review request. */
export type Loop2000FUm = X12Segment<'UM', 'review request', readonly [um01RequestCategory: 'HS' | 'SC', um02CertificationKind?: '1' | '2' | '3' | '4' | '5' | '6' | 'I' | 'N' | 'R' | 'S' | '', um03ServiceType?: string, um04ServicePlaceAndFrequencyGroup?: string | readonly string[], um05AccidentCauseGroup?: '', um06LevelOfService?: '03' | 'E' | 'U' | '']>;

/** Earlier authorization number. */
export type Loop2000FRefBb = X12Segment<'REF', 'earlier authorization number', readonly [ref01ReferenceKind: 'BB', ref02ReferenceValue: string]>;

/** Administrative reference. */
export type Loop2000FRefNt = X12Segment<'REF', 'administrative reference', readonly [ref01ReferenceKind: 'NT', ref02ReferenceValue: string]>;

/** Service date. */
export type Loop2000FDtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Professional service. */
export type Loop2000FSv1 = X12Segment<'SV1', 'professional service', readonly [sv101ProcedureGroup: string | readonly string[], sv102MoneyAmount?: string, sv103UnitOfMeasure?: 'F2' | 'MJ' | 'UN' | '', sv104Quantity?: string, sv105FacilityKindOrPlaceOfService?: '', sv106ServiceType?: '', sv107DiagnosisPointerGroup?: string | readonly string[], sv108MoneyAmount?: '', sv109YesOrNo?: '', sv110?: '', sv111YesOrNo?: 'Y' | '', sv112YesOrNo?: '', sv113?: '', sv114?: '', sv115CopayStatus?: '', sv116?: '', sv117ReferenceValue?: '', sv118PostalCode?: '', sv119MoneyAmount?: '', sv120LevelOfCare?: string]>;

/** Institutional service. */
export type Loop2000FSv2 = X12Segment<'SV2', 'institutional service', readonly [sv201ProductOrServiceCode?: string, sv202ProcedureGroup?: string | readonly string[], sv203MoneyAmount?: string, sv204UnitOfMeasure?: 'DA' | 'F2' | 'UN' | '', sv205Quantity?: string, sv206UnitRate?: string, sv207MoneyAmount?: '', sv208YesOrNo?: '', sv209NursingHomeResidence?: string, sv210LevelOfCare?: string]>;

/** Dental service. */
export type Loop2000FSv3 = X12Segment<'SV3', 'dental service', readonly [sv301ProcedureGroup: string | readonly string[], sv302MoneyAmount: string, sv303FacilityKindOrPlaceOfService: '', sv304OralCavityGroup: string | readonly string[], sv305InitialOrReplacementProsthesis: 'I' | 'R' | '', sv306Quantity: string]>;

/** Tooth. */
export type Loop2000FToo = X12Segment<'TOO', 'tooth', readonly [too01CodeList: 'JP', too02IndustryCode?: string, too03ToothSurfaceGroup?: string | readonly string[]]>;

/** Service delivery. */
export type Loop2000FHsd = X12Segment<'HSD', 'service delivery', readonly [hsd01QuantityKind?: 'DY' | 'FL' | 'HS' | 'MN' | 'VS' | '', hsd02Quantity?: string, hsd03UnitOfMeasure?: 'DA' | 'MO' | 'WK' | '', hsd04SamplingInterval?: string, hsd05PeriodKind?: '21' | '26' | '27' | '29' | '34' | '35' | '6' | '7' | '', hsd06NumberOfPeriods?: string, hsd07CalendarPattern?: string, hsd08DeliveryTimePattern?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'Y' | '']>;

/** Attachment. */
export type Loop2000FPwk = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FX' | 'VO', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string, pwk07FreeText?: string]>;

/** Message. */
export type Loop2000FMsg = X12Segment<'MSG', 'message', readonly [msg01Text: string]>;

/** Service provider. */
export type Loop2010F = X12Loop<'2010F', 'service provider', Loop2010FNm1 | Loop2010FRef | Loop2010FN3 | Loop2010FN4 | Loop2010FPer | Loop2010FPrv>;

/** Operating provider. */
export type Loop2010FNm1 = X12Segment<'NM1', 'operating provider', readonly [nm101EntityRole: '1T' | '72' | '73' | '77' | 'DD' | 'DK' | 'DQ' | 'FA' | 'G3' | 'P3' | 'QB' | 'SJ', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '46' | 'PI' | 'XV' | 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2010FRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | '1J' | 'EI' | 'G5' | 'N5' | 'N7' | 'SY' | 'ZH', ref02ReferenceValue: string, ref03FreeText?: string]>;

/** Street address. */
export type Loop2010FN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010FN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Information contact. */
export type Loop2010FPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName?: string, per03ContactChannel?: 'EM' | 'FX' | 'TE' | 'UR' | '', per04ContactValue?: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | 'UR' | '', per08ContactValue?: string]>;

/** Provider specialty. */
export type Loop2010FPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AS' | 'AT' | 'OP' | 'OR' | 'OT' | 'PC' | 'PE', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;
