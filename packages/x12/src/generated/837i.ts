// Made from the map of 837I (005010X223A2) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'837', '837I', SetSt | SetBht | Loop1000A | Loop1000B | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '837', st02SetControlNumber: string, st03ImplementationConvention: '005010X223A2' | '005010X223' | '005010X223A3']>;

/** Hierarchy start. */
export type SetBht = X12Segment<'BHT', 'hierarchy start', readonly [bht01HierarchyStructure: '0019', bht02TransactionPurpose: '00' | '18', bht03ReferenceValue: string, bht04Date: string, bht05Time: string, bht06TransactionType: '31' | 'CH' | 'RP']>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Submitter. */
export type Loop1000A = X12Loop<'1000A', 'submitter', Loop1000ANm1 | Loop1000APer>;

/** Submitter. */
export type Loop1000ANm1 = X12Segment<'NM1', 'submitter', readonly [nm101EntityRole: '41', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: '46', nm109IdentifierValue: string]>;

/** Information contact. */
export type Loop1000APer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Receiver. */
export type Loop1000B = X12Loop<'1000B', 'receiver', Loop1000BNm1>;

/** Receiver. */
export type Loop1000BNm1 = X12Segment<'NM1', 'receiver', readonly [nm101EntityRole: '40', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: '46', nm109IdentifierValue: string]>;

/** Billing provider level. */
export type Loop2000A = X12Loop<'2000A', 'billing provider level', Loop2000AHl | Loop2000APrv | Loop2000ACur | Loop2010AA | Loop2010AB | Loop2010AC | Loop2000B>;

/** Information source. */
export type Loop2000AHl = X12Segment<'HL', 'information source', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: '', hl03HierarchyLevel: '20', hl04HasChildren: '1']>;

/** Provider specialty. */
export type Loop2000APrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'BI', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** Currency. */
export type Loop2000ACur = X12Segment<'CUR', 'currency', readonly [cur01EntityRole: '85', cur02CurrencyCode: string]>;

/** Billing provider. */
export type Loop2010AA = X12Loop<'2010AA', 'billing provider', Loop2010AANm1 | Loop2010AAN3 | Loop2010AAN4 | Loop2010AARef | Loop2010AAPer>;

/** Billing provider. */
export type Loop2010AANm1 = X12Segment<'NM1', 'billing provider', readonly [nm101EntityRole: '85', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2010AAN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010AAN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Tax id. */
export type Loop2010AARef = X12Segment<'REF', 'tax id', readonly [ref01ReferenceKind: 'EI', ref02ReferenceValue: string]>;

/** Information contact. */
export type Loop2010AAPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Pay-to address. */
export type Loop2010AB = X12Loop<'2010AB', 'pay-to address', Loop2010ABNm1 | Loop2010ABN3 | Loop2010ABN4>;

/** Pay-to address. */
export type Loop2010ABNm1 = X12Segment<'NM1', 'pay-to address', readonly [nm101EntityRole: '87', nm102PersonOrOrganization: '2']>;

/** Street address. */
export type Loop2010ABN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010ABN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Pay-to plan. */
export type Loop2010AC = X12Loop<'2010AC', 'pay-to plan', Loop2010ACNm1 | Loop2010ACN3 | Loop2010ACN4 | Loop2010ACRef2u | Loop2010ACRefEi>;

/** Pay-to plan. */
export type Loop2010ACNm1 = X12Segment<'NM1', 'pay-to plan', readonly [nm101EntityRole: 'PE', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: 'PI' | 'XV', nm109IdentifierValue: string]>;

/** Street address. */
export type Loop2010ACN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010ACN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Payer secondary id. */
export type Loop2010ACRef2u = X12Segment<'REF', 'payer secondary id', readonly [ref01ReferenceKind: '2U' | 'FY' | 'NF', ref02ReferenceValue: string]>;

/** Tax id. */
export type Loop2010ACRefEi = X12Segment<'REF', 'tax id', readonly [ref01ReferenceKind: 'EI', ref02ReferenceValue: string]>;

/** Subscriber level. */
export type Loop2000B = X12Loop<'2000B', 'subscriber level', Loop2000BHl | Loop2000BSbr | Loop2010BA | Loop2010BB | Loop2300 | Loop2000C>;

/** Subscriber. */
export type Loop2000BHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '0' | '1']>;

/** Subscriber cover. */
export type Loop2000BSbr = X12Segment<'SBR', 'subscriber cover', readonly [sbr01PayerOrder: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'P' | 'S' | 'T' | 'U', sbr02RelationshipToSubscriber?: '18' | '', sbr03ReferenceValue?: string, sbr04PersonOrContactName?: string, sbr05InsuranceKind?: '', sbr06?: '', sbr07YesOrNo?: '', sbr08EmploymentStatus?: '', sbr09ClaimFilingKind?: '11' | '12' | '13' | '14' | '15' | '16' | '17' | 'AM' | 'BL' | 'CH' | 'CI' | 'DS' | 'FI' | 'HM' | 'LM' | 'MA' | 'MB' | 'MC' | 'OF' | 'TV' | 'VA' | 'WC' | 'ZZ' | '']>;

/** Subscriber. */
export type Loop2010BA = X12Loop<'2010BA', 'subscriber', Loop2010BANm1 | Loop2010BAN3 | Loop2010BAN4 | Loop2010BADmg | Loop2010BARefSy | Loop2010BARefY4>;

/** Subscriber. */
export type Loop2010BANm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'II' | 'MI' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2010BAN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010BAN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Birth and gender. */
export type Loop2010BADmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender: 'F' | 'M' | 'U']>;

/** Social security number. */
export type Loop2010BARefSy = X12Segment<'REF', 'social security number', readonly [ref01ReferenceKind: 'SY', ref02ReferenceValue: string]>;

/** Property casualty claim number. */
export type Loop2010BARefY4 = X12Segment<'REF', 'property casualty claim number', readonly [ref01ReferenceKind: 'Y4', ref02ReferenceValue: string]>;

/** Payer. */
export type Loop2010BB = X12Loop<'2010BB', 'payer', Loop2010BBNm1 | Loop2010BBN3 | Loop2010BBN4 | Loop2010BBRef2u | Loop2010BBRefG2>;

/** Payer. */
export type Loop2010BBNm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: 'PR', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: 'PI' | 'XV', nm109IdentifierValue: string]>;

/** Street address. */
export type Loop2010BBN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010BBN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Payer secondary id. */
export type Loop2010BBRef2u = X12Segment<'REF', 'payer secondary id', readonly [ref01ReferenceKind: '2U' | 'EI' | 'FY' | 'NF', ref02ReferenceValue: string]>;

/** Payer-assigned provider number. */
export type Loop2010BBRefG2 = X12Segment<'REF', 'payer-assigned provider number', readonly [ref01ReferenceKind: 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Claim. */
export type Loop2300 = X12Loop<'2300', 'claim', Loop2300Clm | Loop2300Dtp096 | Loop2300Dtp434 | Loop2300Dtp435 | Loop2300Dtp050 | Loop2300Cl1 | Loop2300Pwk | Loop2300Cn1 | Loop2300Amt | Loop2300Ref4n | Loop2300Ref9f | Loop2300RefG1 | Loop2300RefF8 | Loop2300Ref9a | Loop2300Ref9c | Loop2300RefLx | Loop2300RefD9 | Loop2300RefLu | Loop2300RefEa | Loop2300RefP4 | Loop2300RefG4 | Loop2300K3 | Loop2300NteAlg | Loop2300NteAdd | Loop2300Crc | Loop2300HiAbk | Loop2300HiAbj | Loop2300HiApr | Loop2300HiAbn | Loop2300HiDr | Loop2300HiAbf | Loop2300HiBbr | Loop2300HiBbq | Loop2300HiBi | Loop2300HiBh | Loop2300HiBe | Loop2300HiBg | Loop2300HiTc | Loop2300Hcp | Loop2310A | Loop2310B | Loop2310C | Loop2310D | Loop2310E | Loop2310F | Loop2320 | Loop2400>;

/** Claim. */
export type Loop2300Clm = X12Segment<'CLM', 'claim', readonly [clm01ClaimNumber: string, clm02MoneyAmount: string, clm03ClaimFilingKind: '', clm04: '', clm05ServicePlaceAndFrequencyGroup: string | readonly string[], clm06YesOrNo: '', clm07AcceptsAssignment: 'A' | 'B' | 'C', clm08YesOrNo: 'N' | 'W' | 'Y', clm09ReleaseOfInformation: 'I' | 'Y', clm10SignatureSource?: '', clm11AccidentCauseGroup?: '', clm12SpecialProgram?: '', clm13YesOrNo?: '', clm14LevelOfService?: '', clm15YesOrNo?: '', clm16?: '', clm17ClaimStatus?: '', clm18YesOrNo?: '', clm19SubmissionReason?: '', clm20DelayReason?: '1' | '10' | '11' | '15' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '']>;

/** Discharge date or hour. */
export type Loop2300Dtp096 = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096', dtp02DateFormat: 'TM', dtp03DateOrPeriod: string]>;

/** Statement period. */
export type Loop2300Dtp434 = X12Segment<'DTP', 'statement period', readonly [dtp01DateKind: '434', dtp02DateFormat: 'RD8', dtp03DateOrPeriod: string]>;

/** Admission date. */
export type Loop2300Dtp435 = X12Segment<'DTP', 'admission date', readonly [dtp01DateKind: '435', dtp02DateFormat: 'D8' | 'DT', dtp03DateOrPeriod: string]>;

/** Repricer received date. */
export type Loop2300Dtp050 = X12Segment<'DTP', 'repricer received date', readonly [dtp01DateKind: '050', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Stay codes. */
export type Loop2300Cl1 = X12Segment<'CL1', 'stay codes', readonly [cl101AdmissionPriority: string, cl102PointOfOrigin: string, cl103DischargeStatus: string]>;

/** Attachment. */
export type Loop2300Pwk = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FT' | 'FX', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string]>;

/** Contract. */
export type Loop2300Cn1 = X12Segment<'CN1', 'contract', readonly [cn101ContractKind: '01' | '02' | '03' | '04' | '05' | '06' | '09', cn102MoneyAmount?: string, cn103Percent?: string, cn104ReferenceValue?: string, cn105TermsDiscountPercent?: string, cn106Version?: string]>;

/** Patient responsibility estimate. */
export type Loop2300Amt = X12Segment<'AMT', 'patient responsibility estimate', readonly [amt01AmountKind: 'F3', amt02MoneyAmount: string]>;

/** Service authorization exception. */
export type Loop2300Ref4n = X12Segment<'REF', 'service authorization exception', readonly [ref01ReferenceKind: '4N', ref02ReferenceValue: string]>;

/** Referral number. */
export type Loop2300Ref9f = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F', ref02ReferenceValue: string]>;

/** Prior authorization number. */
export type Loop2300RefG1 = X12Segment<'REF', 'prior authorization number', readonly [ref01ReferenceKind: 'G1', ref02ReferenceValue: string]>;

/** Payer claim control number. */
export type Loop2300RefF8 = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: 'F8', ref02ReferenceValue: string]>;

/** Repriced claim number. */
export type Loop2300Ref9a = X12Segment<'REF', 'repriced claim number', readonly [ref01ReferenceKind: '9A', ref02ReferenceValue: string]>;

/** Adjusted repriced claim number. */
export type Loop2300Ref9c = X12Segment<'REF', 'adjusted repriced claim number', readonly [ref01ReferenceKind: '9C', ref02ReferenceValue: string]>;

/** Investigational device number. */
export type Loop2300RefLx = X12Segment<'REF', 'investigational device number', readonly [ref01ReferenceKind: 'LX', ref02ReferenceValue: string]>;

/** Clearinghouse trace number. */
export type Loop2300RefD9 = X12Segment<'REF', 'clearinghouse trace number', readonly [ref01ReferenceKind: 'D9', ref02ReferenceValue: string]>;

/** Auto accident state. */
export type Loop2300RefLu = X12Segment<'REF', 'auto accident state', readonly [ref01ReferenceKind: 'LU', ref02ReferenceValue: string]>;

/** Medical record number. */
export type Loop2300RefEa = X12Segment<'REF', 'medical record number', readonly [ref01ReferenceKind: 'EA', ref02ReferenceValue: string]>;

/** Demonstration project. */
export type Loop2300RefP4 = X12Segment<'REF', 'demonstration project', readonly [ref01ReferenceKind: 'P4', ref02ReferenceValue: string]>;

/** Peer review authorization. */
export type Loop2300RefG4 = X12Segment<'REF', 'peer review authorization', readonly [ref01ReferenceKind: 'G4', ref02ReferenceValue: string]>;

/** Fixed format text. */
export type Loop2300K3 = X12Segment<'K3', 'fixed format text', readonly [k301FixedFormatText: string]>;

/** Note. */
export type Loop2300NteAlg = X12Segment<'NTE', 'note', readonly [nte01NoteKind: 'ALG' | 'DCP' | 'DGN' | 'DME' | 'MED' | 'NTR' | 'ODT' | 'RHB' | 'RLH' | 'RNH' | 'SET' | 'SFM' | 'SPT' | 'UPI', nte02FreeText: string]>;

/** Note. */
export type Loop2300NteAdd = X12Segment<'NTE', 'note', readonly [nte01NoteKind: 'ADD', nte02FreeText: string]>;

/** EPSDT referral. */
export type Loop2300Crc = X12Segment<'CRC', 'EPSDT referral', readonly [crc01ConditionCategory: 'ZZ', crc02YesOrNo: 'N' | 'Y', crc03Condition: 'AV' | 'NU' | 'S2' | 'ST', crc04Condition?: string, crc05Condition?: string]>;

/** Principal diagnosis. */
export type Loop2300HiAbk = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[]]>;

/** Admitting diagnosis. */
export type Loop2300HiAbj = X12Segment<'HI', 'admitting diagnosis', readonly [hi01CodedFactGroup: string | readonly string[]]>;

/** Reason for visit. */
export type Loop2300HiApr = X12Segment<'HI', 'reason for visit', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[]]>;

/** External cause. */
export type Loop2300HiAbn = X12Segment<'HI', 'external cause', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** DRG. */
export type Loop2300HiDr = X12Segment<'HI', 'DRG', readonly [hi01CodedFactGroup: string | readonly string[]]>;

/** Other diagnosis. */
export type Loop2300HiAbf = X12Segment<'HI', 'other diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Principal procedure. */
export type Loop2300HiBbr = X12Segment<'HI', 'principal procedure', readonly [hi01CodedFactGroup: string | readonly string[]]>;

/** Other procedure. */
export type Loop2300HiBbq = X12Segment<'HI', 'other procedure', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Occurrence spans. */
export type Loop2300HiBi = X12Segment<'HI', 'occurrence spans', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Occurrence dates. */
export type Loop2300HiBh = X12Segment<'HI', 'occurrence dates', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Value codes. */
export type Loop2300HiBe = X12Segment<'HI', 'value codes', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Condition codes. */
export type Loop2300HiBg = X12Segment<'HI', 'condition codes', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Treatment codes. */
export type Loop2300HiTc = X12Segment<'HI', 'treatment codes', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Repricing. */
export type Loop2300Hcp = X12Segment<'HCP', 'repricing', readonly [hcp01PricingMethod: '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14', hcp02MoneyAmount: string, hcp03MoneyAmount?: string, hcp04ReferenceValue?: string, hcp05Rate?: string, hcp06ReferenceValue?: string, hcp07MoneyAmount?: string, hcp08ProductOrServiceCode?: string, hcp09ProductOrServiceIdKind?: '', hcp10ProductOrServiceCode?: '', hcp11UnitOfMeasure?: 'DA' | 'UN' | '', hcp12Quantity?: string, hcp13RejectReason?: 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | '', hcp14PolicyCompliance?: '1' | '2' | '3' | '4' | '5' | '', hcp15Exception?: '1' | '2' | '3' | '4' | '5' | '6' | '']>;

/** Attending provider. */
export type Loop2310A = X12Loop<'2310A', 'attending provider', Loop2310ANm1 | Loop2310APrv | Loop2310ARef>;

/** Attending provider. */
export type Loop2310ANm1 = X12Segment<'NM1', 'attending provider', readonly [nm101EntityRole: '71', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Provider specialty. */
export type Loop2310APrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'AT', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** State license. */
export type Loop2310ARef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Operating provider. */
export type Loop2310B = X12Loop<'2310B', 'operating provider', Loop2310BNm1 | Loop2310BRef>;

/** Operating provider. */
export type Loop2310BNm1 = X12Segment<'NM1', 'operating provider', readonly [nm101EntityRole: '72', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other operating provider. */
export type Loop2310C = X12Loop<'2310C', 'other operating provider', Loop2310CNm1 | Loop2310CRef>;

/** Other operating provider. */
export type Loop2310CNm1 = X12Segment<'NM1', 'other operating provider', readonly [nm101EntityRole: 'ZZ', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Rendering provider. */
export type Loop2310D = X12Loop<'2310D', 'rendering provider', Loop2310DNm1 | Loop2310DRef>;

/** Rendering provider. */
export type Loop2310DNm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Service facility. */
export type Loop2310E = X12Loop<'2310E', 'service facility', Loop2310ENm1 | Loop2310EN3 | Loop2310EN4 | Loop2310ERef>;

/** Service facility. */
export type Loop2310ENm1 = X12Segment<'NM1', 'service facility', readonly [nm101EntityRole: '77', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2310EN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2310EN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** State license. */
export type Loop2310ERef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Referring provider. */
export type Loop2310F = X12Loop<'2310F', 'referring provider', Loop2310FNm1 | Loop2310FRef>;

/** Referring provider. */
export type Loop2310FNm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310FRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string]>;

/** Other cover. */
export type Loop2320 = X12Loop<'2320', 'other cover', Loop2320Sbr | Loop2320Cas | Loop2320AmtD | Loop2320AmtEaf | Loop2320AmtA8 | Loop2320Oi | Loop2320Mia | Loop2320Moa | Loop2330A | Loop2330B | Loop2330C | Loop2330D | Loop2330E | Loop2330F | Loop2330G | Loop2330H | Loop2330I>;

/** Subscriber cover. */
export type Loop2320Sbr = X12Segment<'SBR', 'subscriber cover', readonly [sbr01PayerOrder: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'P' | 'S' | 'T' | 'U', sbr02RelationshipToSubscriber: '01' | '18' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8', sbr03ReferenceValue?: string, sbr04PersonOrContactName?: string, sbr05InsuranceKind?: '', sbr06?: '', sbr07YesOrNo?: '', sbr08EmploymentStatus?: '', sbr09ClaimFilingKind?: '11' | '12' | '13' | '14' | '15' | '16' | '17' | 'AM' | 'BL' | 'CH' | 'CI' | 'DS' | 'FI' | 'HM' | 'LM' | 'MA' | 'MB' | 'MC' | 'OF' | 'TV' | 'VA' | 'WC' | 'ZZ' | '']>;

/** Adjustments. */
export type Loop2320Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'CR' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Payer paid. */
export type Loop2320AmtD = X12Segment<'AMT', 'payer paid', readonly [amt01AmountKind: 'D', amt02MoneyAmount: string]>;

/** Remaining patient liability. */
export type Loop2320AmtEaf = X12Segment<'AMT', 'remaining patient liability', readonly [amt01AmountKind: 'EAF', amt02MoneyAmount: string]>;

/** Non-covered charge. */
export type Loop2320AmtA8 = X12Segment<'AMT', 'non-covered charge', readonly [amt01AmountKind: 'A8', amt02MoneyAmount: string]>;

/** Other cover facts. */
export type Loop2320Oi = X12Segment<'OI', 'other cover facts', readonly [oi01ClaimFilingKind: '', oi02SubmissionReason: '', oi03YesOrNo: 'N' | 'W' | 'Y', oi04SignatureSource: '', oi05: '', oi06ReleaseOfInformation: 'I' | 'Y']>;

/** Inpatient adjudication facts. */
export type Loop2320Mia = X12Segment<'MIA', 'inpatient adjudication facts', readonly [mia01Quantity: string, mia02MoneyAmount?: '', mia03Quantity?: string, mia04MoneyAmount?: string, mia05ReferenceValue?: string, mia06MoneyAmount?: string, mia07MoneyAmount?: string, mia08MoneyAmount?: string, mia09MoneyAmount?: string, mia10MoneyAmount?: string, mia11MoneyAmount?: string, mia12MoneyAmount?: string, mia13MoneyAmount?: string, mia14MoneyAmount?: string, mia15Quantity?: string, mia16MoneyAmount?: string, mia17MoneyAmount?: string, mia18MoneyAmount?: string, mia19MoneyAmount?: string, mia20ReferenceValue?: string, mia21ReferenceValue?: string, mia22ReferenceValue?: string, mia23ReferenceValue?: string, mia24MoneyAmount?: string]>;

/** Outpatient adjudication facts. */
export type Loop2320Moa = X12Segment<'MOA', 'outpatient adjudication facts', readonly [moa01Percent?: string, moa02MoneyAmount?: string, moa03ReferenceValue?: string, moa04ReferenceValue?: string, moa05ReferenceValue?: string, moa06ReferenceValue?: string, moa07ReferenceValue?: string, moa08MoneyAmount?: string, moa09MoneyAmount?: string]>;

/** Other subscriber. */
export type Loop2330A = X12Loop<'2330A', 'other subscriber', Loop2330ANm1 | Loop2330AN3 | Loop2330AN4 | Loop2330ARef>;

/** Subscriber. */
export type Loop2330ANm1 = X12Segment<'NM1', 'subscriber', readonly [nm101EntityRole: 'IL', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: '', nm107NameSuffix: string, nm108IdentifierKind: 'II' | 'MI', nm109IdentifierValue: string]>;

/** Street address. */
export type Loop2330AN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2330AN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Social security number. */
export type Loop2330ARef = X12Segment<'REF', 'social security number', readonly [ref01ReferenceKind: 'SY', ref02ReferenceValue: string]>;

/** Other payer. */
export type Loop2330B = X12Loop<'2330B', 'other payer', Loop2330BNm1 | Loop2330BN3 | Loop2330BN4 | Loop2330BDtp | Loop2330BRef2u | Loop2330BRefG1 | Loop2330BRef9f | Loop2330BRefT4 | Loop2330BRefF8>;

/** Payer. */
export type Loop2330BNm1 = X12Segment<'NM1', 'payer', readonly [nm101EntityRole: 'PR', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName: '', nm105MiddleName: '', nm106NamePrefix: '', nm107NameSuffix: '', nm108IdentifierKind: 'PI' | 'XV', nm109IdentifierValue: string]>;

/** Street address. */
export type Loop2330BN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2330BN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Payer decision date. */
export type Loop2330BDtp = X12Segment<'DTP', 'payer decision date', readonly [dtp01DateKind: '573', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Payer secondary id. */
export type Loop2330BRef2u = X12Segment<'REF', 'payer secondary id', readonly [ref01ReferenceKind: '2U' | 'EI' | 'FY' | 'NF', ref02ReferenceValue: string]>;

/** Prior authorization number. */
export type Loop2330BRefG1 = X12Segment<'REF', 'prior authorization number', readonly [ref01ReferenceKind: 'G1', ref02ReferenceValue: string]>;

/** Referral number. */
export type Loop2330BRef9f = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F', ref02ReferenceValue: string]>;

/** Signal code. */
export type Loop2330BRefT4 = X12Segment<'REF', 'signal code', readonly [ref01ReferenceKind: 'T4', ref02ReferenceValue: string]>;

/** Payer claim control number. */
export type Loop2330BRefF8 = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: 'F8', ref02ReferenceValue: string]>;

/** Other payer attending provider. */
export type Loop2330C = X12Loop<'2330C', 'other payer attending provider', Loop2330CNm1 | Loop2330CRef>;

/** Attending provider. */
export type Loop2330CNm1 = X12Segment<'NM1', 'attending provider', readonly [nm101EntityRole: '71', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer operating provider. */
export type Loop2330D = X12Loop<'2330D', 'other payer operating provider', Loop2330DNm1 | Loop2330DRef>;

/** Operating provider. */
export type Loop2330DNm1 = X12Segment<'NM1', 'operating provider', readonly [nm101EntityRole: '72', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer other operating provider. */
export type Loop2330E = X12Loop<'2330E', 'other payer other operating provider', Loop2330ENm1 | Loop2330ERef>;

/** Other operating provider. */
export type Loop2330ENm1 = X12Segment<'NM1', 'other operating provider', readonly [nm101EntityRole: 'ZZ', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330ERef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer service facility. */
export type Loop2330F = X12Loop<'2330F', 'other payer service facility', Loop2330FNm1 | Loop2330FRef>;

/** Service facility. */
export type Loop2330FNm1 = X12Segment<'NM1', 'service facility', readonly [nm101EntityRole: '77', nm102PersonOrOrganization: '2']>;

/** State license. */
export type Loop2330FRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer rendering provider. */
export type Loop2330G = X12Loop<'2330G', 'other payer rendering provider', Loop2330GNm1 | Loop2330GRef>;

/** Rendering provider. */
export type Loop2330GNm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330GRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer referring provider. */
export type Loop2330H = X12Loop<'2330H', 'other payer referring provider', Loop2330HNm1 | Loop2330HRef>;

/** Referring provider. */
export type Loop2330HNm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330HRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string]>;

/** Other payer billing provider. */
export type Loop2330I = X12Loop<'2330I', 'other payer billing provider', Loop2330INm1 | Loop2330IRef>;

/** Billing provider. */
export type Loop2330INm1 = X12Segment<'NM1', 'billing provider', readonly [nm101EntityRole: '85', nm102PersonOrOrganization: '2']>;

/** Payer-assigned provider number. */
export type Loop2330IRef = X12Segment<'REF', 'payer-assigned provider number', readonly [ref01ReferenceKind: 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Service line. */
export type Loop2400 = X12Loop<'2400', 'service line', Loop2400Lx | Loop2400Sv2 | Loop2400Pwk | Loop2400Dtp | Loop2400Ref6r | Loop2400Ref9b | Loop2400Ref9d | Loop2400AmtGt | Loop2400AmtN8 | Loop2400Nte | Loop2400Hcp | Loop2410 | Loop2420A | Loop2420B | Loop2420C | Loop2420D | Loop2430>;

/** Line counter. */
export type Loop2400Lx = X12Segment<'LX', 'line counter', readonly [lx01LineNumber: string]>;

/** Institutional service. */
export type Loop2400Sv2 = X12Segment<'SV2', 'institutional service', readonly [sv201ProductOrServiceCode: string, sv202ProcedureGroup: string | readonly string[], sv203MoneyAmount: string, sv204UnitOfMeasure: 'DA' | 'UN', sv205Quantity: string, sv206UnitRate?: '', sv207MoneyAmount?: string]>;

/** Attachment. */
export type Loop2400Pwk = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FT' | 'FX', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string]>;

/** Service date. */
export type Loop2400Dtp = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Line control number. */
export type Loop2400Ref6r = X12Segment<'REF', 'line control number', readonly [ref01ReferenceKind: '6R', ref02ReferenceValue: string]>;

/** Repriced line number. */
export type Loop2400Ref9b = X12Segment<'REF', 'repriced line number', readonly [ref01ReferenceKind: '9B', ref02ReferenceValue: string]>;

/** Adjusted repriced line number. */
export type Loop2400Ref9d = X12Segment<'REF', 'adjusted repriced line number', readonly [ref01ReferenceKind: '9D', ref02ReferenceValue: string]>;

/** Service tax. */
export type Loop2400AmtGt = X12Segment<'AMT', 'service tax', readonly [amt01AmountKind: 'GT', amt02MoneyAmount: string]>;

/** Facility tax. */
export type Loop2400AmtN8 = X12Segment<'AMT', 'facility tax', readonly [amt01AmountKind: 'N8', amt02MoneyAmount: string]>;

/** Third-party note. */
export type Loop2400Nte = X12Segment<'NTE', 'third-party note', readonly [nte01NoteKind: 'TPO', nte02FreeText: string]>;

/** Repricing. */
export type Loop2400Hcp = X12Segment<'HCP', 'repricing', readonly [hcp01PricingMethod: '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14', hcp02MoneyAmount: string, hcp03MoneyAmount?: string, hcp04ReferenceValue?: string, hcp05Rate?: string, hcp06ReferenceValue?: string, hcp07MoneyAmount?: string, hcp08ProductOrServiceCode?: string, hcp09ProductOrServiceIdKind?: 'ER' | 'HC' | 'HP' | 'IV' | 'WK' | '', hcp10ProductOrServiceCode?: string, hcp11UnitOfMeasure?: 'DA' | 'UN' | '', hcp12Quantity?: string, hcp13RejectReason?: 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | '', hcp14PolicyCompliance?: '1' | '2' | '3' | '4' | '5' | '', hcp15Exception?: '1' | '2' | '3' | '4' | '5' | '6' | '']>;

/** Drug. */
export type Loop2410 = X12Loop<'2410', 'drug', Loop2410Lin | Loop2410Ctp | Loop2410Ref>;

/** Drug or item. */
export type Loop2410Lin = X12Segment<'LIN', 'drug or item', readonly [lin01QuestionNumber: '', lin02ProductOrServiceIdKind: 'N4', lin03ProductOrServiceCode: string]>;

/** Drug quantity. */
export type Loop2410Ctp = X12Segment<'CTP', 'drug quantity', readonly [ctp01: '', ctp02: '', ctp03: '', ctp04Quantity: string, ctp05UnitOfMeasureGroup: string | readonly string[]]>;

/** Link sequence number. */
export type Loop2410Ref = X12Segment<'REF', 'link sequence number', readonly [ref01ReferenceKind: 'VY' | 'XZ', ref02ReferenceValue: string]>;

/** Line operating provider. */
export type Loop2420A = X12Loop<'2420A', 'line operating provider', Loop2420ANm1 | Loop2420ARef>;

/** Operating provider. */
export type Loop2420ANm1 = X12Segment<'NM1', 'operating provider', readonly [nm101EntityRole: '72', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420ARef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line other operating provider. */
export type Loop2420B = X12Loop<'2420B', 'line other operating provider', Loop2420BNm1 | Loop2420BRef>;

/** Other operating provider. */
export type Loop2420BNm1 = X12Segment<'NM1', 'other operating provider', readonly [nm101EntityRole: 'ZZ', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line rendering provider. */
export type Loop2420C = X12Loop<'2420C', 'line rendering provider', Loop2420CNm1 | Loop2420CRef>;

/** Rendering provider. */
export type Loop2420CNm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line referring provider. */
export type Loop2420D = X12Loop<'2420D', 'line referring provider', Loop2420DNm1 | Loop2420DRef>;

/** Referring provider. */
export type Loop2420DNm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Other payer line result. */
export type Loop2430 = X12Loop<'2430', 'other payer line result', Loop2430Svd | Loop2430Cas | Loop2430Dtp | Loop2430Amt>;

/** Other payer line result. */
export type Loop2430Svd = X12Segment<'SVD', 'other payer line result', readonly [svd01IdentifierValue: string, svd02MoneyAmount: string, svd03ProcedureGroup: string | readonly string[], svd04ProductOrServiceCode: string, svd05Quantity: string, svd06LineNumber?: string]>;

/** Adjustments. */
export type Loop2430Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'CR' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Payer decision date. */
export type Loop2430Dtp = X12Segment<'DTP', 'payer decision date', readonly [dtp01DateKind: '573', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Remaining patient liability. */
export type Loop2430Amt = X12Segment<'AMT', 'remaining patient liability', readonly [amt01AmountKind: 'EAF', amt02MoneyAmount: string]>;

/** Patient level. */
export type Loop2000C = X12Loop<'2000C', 'patient level', Loop2000CHl | Loop2000CPat | Loop2010CA | Loop2300>;

/** Dependent. */
export type Loop2000CHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23', hl04HasChildren: '0']>;

/** Patient facts. */
export type Loop2000CPat = X12Segment<'PAT', 'patient facts', readonly [pat01RelationshipToSubscriber: '01' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8']>;

/** Patient. */
export type Loop2010CA = X12Loop<'2010CA', 'patient', Loop2010CANm1 | Loop2010CAN3 | Loop2010CAN4 | Loop2010CADmg | Loop2010CARefY4 | Loop2010CARef1w>;

/** Patient. */
export type Loop2010CANm1 = X12Segment<'NM1', 'patient', readonly [nm101EntityRole: 'QC', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string]>;

/** Street address. */
export type Loop2010CAN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010CAN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Birth and gender. */
export type Loop2010CADmg = X12Segment<'DMG', 'birth and gender', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender: 'F' | 'M' | 'U']>;

/** Property casualty claim number. */
export type Loop2010CARefY4 = X12Segment<'REF', 'property casualty claim number', readonly [ref01ReferenceKind: 'Y4', ref02ReferenceValue: string]>;

/** Member number. */
export type Loop2010CARef1w = X12Segment<'REF', 'member number', readonly [ref01ReferenceKind: '1W' | 'SY', ref02ReferenceValue: string]>;
