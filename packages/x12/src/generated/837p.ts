// Made from the map of 837P (005010X222A1) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'837', '837P', SetSt | SetBht | Loop1000A | Loop1000B | Loop2000A | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '837', st02SetControlNumber: string, st03ImplementationConvention?: string]>;

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
export type Loop2010AA = X12Loop<'2010AA', 'billing provider', Loop2010AANm1 | Loop2010AAN3 | Loop2010AAN4 | Loop2010AARefEi | Loop2010AARef0b | Loop2010AAPer>;

/** Billing provider. */
export type Loop2010AANm1 = X12Segment<'NM1', 'billing provider', readonly [nm101EntityRole: '85', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2010AAN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2010AAN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Tax id. */
export type Loop2010AARefEi = X12Segment<'REF', 'tax id', readonly [ref01ReferenceKind: 'EI' | 'SY', ref02ReferenceValue: string]>;

/** State license. */
export type Loop2010AARef0b = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G', ref02ReferenceValue: string]>;

/** Information contact. */
export type Loop2010AAPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Pay-to address. */
export type Loop2010AB = X12Loop<'2010AB', 'pay-to address', Loop2010ABNm1 | Loop2010ABN3 | Loop2010ABN4>;

/** Pay-to address. */
export type Loop2010ABNm1 = X12Segment<'NM1', 'pay-to address', readonly [nm101EntityRole: '87', nm102PersonOrOrganization: '1' | '2']>;

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
export type Loop2000B = X12Loop<'2000B', 'subscriber level', Loop2000BHl | Loop2000BSbr | Loop2000BPat | Loop2010BA | Loop2010BB | Loop2300 | Loop2000C>;

/** Subscriber. */
export type Loop2000BHl = X12Segment<'HL', 'subscriber', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '22', hl04HasChildren: '0' | '1']>;

/** Subscriber cover. */
export type Loop2000BSbr = X12Segment<'SBR', 'subscriber cover', readonly [sbr01PayerOrder: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'P' | 'S' | 'T' | 'U', sbr02RelationshipToSubscriber?: '18' | '', sbr03ReferenceValue?: string, sbr04PersonOrContactName?: string, sbr05InsuranceKind?: '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47' | '', sbr06?: '', sbr07YesOrNo?: '', sbr08EmploymentStatus?: '', sbr09ClaimFilingKind?: '11' | '12' | '13' | '14' | '15' | '16' | '17' | 'AM' | 'BL' | 'CH' | 'CI' | 'DS' | 'FI' | 'HM' | 'LM' | 'MA' | 'MB' | 'MC' | 'OF' | 'TV' | 'VA' | 'WC' | 'ZZ' | '']>;

/** Patient facts. */
export type Loop2000BPat = X12Segment<'PAT', 'patient facts', readonly [pat01RelationshipToSubscriber?: '', pat02PatientLocation?: '', pat03EmploymentStatus?: '', pat04?: '', pat05DateFormat?: 'D8' | '', pat06DateOrPeriod?: string, pat07UnitOfMeasure?: '01' | '', pat08Weight?: string, pat09YesOrNo?: 'Y' | '']>;

/** Subscriber. */
export type Loop2010BA = X12Loop<'2010BA', 'subscriber', Loop2010BANm1 | Loop2010BAN3 | Loop2010BAN4 | Loop2010BADmg | Loop2010BARefSy | Loop2010BARefY4 | Loop2010BAPer>;

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

/** Information contact. */
export type Loop2010BAPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'TE', per04ContactValue: string, per05ContactChannel?: 'EX' | '', per06ContactValue?: string]>;

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
export type Loop2300 = X12Loop<'2300', 'claim', Loop2300Clm | Loop2300Dtp431 | Loop2300Dtp454 | Loop2300Dtp304 | Loop2300Dtp453 | Loop2300Dtp439 | Loop2300Dtp484 | Loop2300Dtp455 | Loop2300Dtp471 | Loop2300Dtp314 | Loop2300Dtp297 | Loop2300Dtp296 | Loop2300Dtp435 | Loop2300Dtp096 | Loop2300Dtp090 | Loop2300Dtp444 | Loop2300Dtp050 | Loop2300Pwk | Loop2300Cn1 | Loop2300Amt | Loop2300Ref4n | Loop2300RefF5 | Loop2300RefEw | Loop2300Ref9f | Loop2300RefG1 | Loop2300RefF8 | Loop2300RefX4 | Loop2300Ref9a | Loop2300Ref9c | Loop2300RefLx | Loop2300RefD9 | Loop2300RefEa | Loop2300RefP4 | Loop2300Ref1j | Loop2300K3 | Loop2300Nte | Loop2300Cr1 | Loop2300Cr2 | Loop2300Crc07 | Loop2300CrcE1 | Loop2300Crc75 | Loop2300CrcZz | Loop2300HiAbk | Loop2300HiBp | Loop2300HiBg | Loop2300Hcp | Loop2310A | Loop2310B | Loop2310C | Loop2310D | Loop2310E | Loop2310F | Loop2320 | Loop2400>;

/** Claim. */
export type Loop2300Clm = X12Segment<'CLM', 'claim', readonly [clm01ClaimNumber: string, clm02MoneyAmount: string, clm03ClaimFilingKind: '', clm04: '', clm05ServicePlaceAndFrequencyGroup: string | readonly string[], clm06YesOrNo: 'N' | 'Y', clm07AcceptsAssignment: 'A' | 'B' | 'C', clm08YesOrNo: 'N' | 'W' | 'Y', clm09ReleaseOfInformation: 'I' | 'Y', clm10SignatureSource?: 'P' | '', clm11AccidentCauseGroup?: string | readonly string[], clm12SpecialProgram?: '02' | '03' | '05' | '09' | '', clm13YesOrNo?: '', clm14LevelOfService?: '', clm15YesOrNo?: '', clm16?: '', clm17ClaimStatus?: '', clm18YesOrNo?: '', clm19SubmissionReason?: '', clm20DelayReason?: '1' | '10' | '11' | '15' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '']>;

/** Onset date. */
export type Loop2300Dtp431 = X12Segment<'DTP', 'onset date', readonly [dtp01DateKind: '431', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** First treatment date. */
export type Loop2300Dtp454 = X12Segment<'DTP', 'first treatment date', readonly [dtp01DateKind: '454', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last seen date. */
export type Loop2300Dtp304 = X12Segment<'DTP', 'last seen date', readonly [dtp01DateKind: '304', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Acute manifestation date. */
export type Loop2300Dtp453 = X12Segment<'DTP', 'acute manifestation date', readonly [dtp01DateKind: '453', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Accident date. */
export type Loop2300Dtp439 = X12Segment<'DTP', 'accident date', readonly [dtp01DateKind: '439', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last menstrual period. */
export type Loop2300Dtp484 = X12Segment<'DTP', 'last menstrual period', readonly [dtp01DateKind: '484', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last x-ray date. */
export type Loop2300Dtp455 = X12Segment<'DTP', 'last x-ray date', readonly [dtp01DateKind: '455', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Prescription date. */
export type Loop2300Dtp471 = X12Segment<'DTP', 'prescription date', readonly [dtp01DateKind: '471', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Disability period. */
export type Loop2300Dtp314 = X12Segment<'DTP', 'disability period', readonly [dtp01DateKind: '314' | '360' | '361', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Last worked date. */
export type Loop2300Dtp297 = X12Segment<'DTP', 'last worked date', readonly [dtp01DateKind: '297', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Return to work date. */
export type Loop2300Dtp296 = X12Segment<'DTP', 'return to work date', readonly [dtp01DateKind: '296', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Admission date. */
export type Loop2300Dtp435 = X12Segment<'DTP', 'admission date', readonly [dtp01DateKind: '435', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Discharge date or hour. */
export type Loop2300Dtp096 = X12Segment<'DTP', 'discharge date or hour', readonly [dtp01DateKind: '096', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Care assumed date. */
export type Loop2300Dtp090 = X12Segment<'DTP', 'care assumed date', readonly [dtp01DateKind: '090' | '091', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** First contact date. */
export type Loop2300Dtp444 = X12Segment<'DTP', 'first contact date', readonly [dtp01DateKind: '444', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Repricer received date. */
export type Loop2300Dtp050 = X12Segment<'DTP', 'repricer received date', readonly [dtp01DateKind: '050', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Attachment. */
export type Loop2300Pwk = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FT' | 'FX', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string]>;

/** Contract. */
export type Loop2300Cn1 = X12Segment<'CN1', 'contract', readonly [cn101ContractKind: '01' | '02' | '03' | '04' | '05' | '06' | '09', cn102MoneyAmount?: string, cn103Percent?: string, cn104ReferenceValue?: string, cn105TermsDiscountPercent?: string, cn106Version?: string]>;

/** Patient paid. */
export type Loop2300Amt = X12Segment<'AMT', 'patient paid', readonly [amt01AmountKind: 'F5', amt02MoneyAmount: string]>;

/** Service authorization exception. */
export type Loop2300Ref4n = X12Segment<'REF', 'service authorization exception', readonly [ref01ReferenceKind: '4N', ref02ReferenceValue: string]>;

/** Medicare crossover. */
export type Loop2300RefF5 = X12Segment<'REF', 'Medicare crossover', readonly [ref01ReferenceKind: 'F5', ref02ReferenceValue: string]>;

/** Mammography certification. */
export type Loop2300RefEw = X12Segment<'REF', 'mammography certification', readonly [ref01ReferenceKind: 'EW', ref02ReferenceValue: string]>;

/** Referral number. */
export type Loop2300Ref9f = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F', ref02ReferenceValue: string]>;

/** Prior authorization number. */
export type Loop2300RefG1 = X12Segment<'REF', 'prior authorization number', readonly [ref01ReferenceKind: 'G1', ref02ReferenceValue: string]>;

/** Payer claim control number. */
export type Loop2300RefF8 = X12Segment<'REF', 'payer claim control number', readonly [ref01ReferenceKind: 'F8', ref02ReferenceValue: string]>;

/** CLIA number. */
export type Loop2300RefX4 = X12Segment<'REF', 'CLIA number', readonly [ref01ReferenceKind: 'X4', ref02ReferenceValue: string]>;

/** Repriced claim number. */
export type Loop2300Ref9a = X12Segment<'REF', 'repriced claim number', readonly [ref01ReferenceKind: '9A', ref02ReferenceValue: string]>;

/** Adjusted repriced claim number. */
export type Loop2300Ref9c = X12Segment<'REF', 'adjusted repriced claim number', readonly [ref01ReferenceKind: '9C', ref02ReferenceValue: string]>;

/** Investigational device number. */
export type Loop2300RefLx = X12Segment<'REF', 'investigational device number', readonly [ref01ReferenceKind: 'LX', ref02ReferenceValue: string]>;

/** Clearinghouse trace number. */
export type Loop2300RefD9 = X12Segment<'REF', 'clearinghouse trace number', readonly [ref01ReferenceKind: 'D9', ref02ReferenceValue: string]>;

/** Medical record number. */
export type Loop2300RefEa = X12Segment<'REF', 'medical record number', readonly [ref01ReferenceKind: 'EA', ref02ReferenceValue: string]>;

/** Demonstration project. */
export type Loop2300RefP4 = X12Segment<'REF', 'demonstration project', readonly [ref01ReferenceKind: 'P4', ref02ReferenceValue: string]>;

/** Care plan oversight number. */
export type Loop2300Ref1j = X12Segment<'REF', 'care plan oversight number', readonly [ref01ReferenceKind: '1J', ref02ReferenceValue: string]>;

/** Fixed format text. */
export type Loop2300K3 = X12Segment<'K3', 'fixed format text', readonly [k301FixedFormatText: string]>;

/** Third-party note. */
export type Loop2300Nte = X12Segment<'NTE', 'third-party note', readonly [nte01NoteKind: 'ADD' | 'CER' | 'DCP' | 'DGN' | 'TPO', nte02FreeText: string]>;

/** Ambulance transport. */
export type Loop2300Cr1 = X12Segment<'CR1', 'ambulance transport', readonly [cr101UnitOfMeasure: 'LB' | '', cr102Weight: string, cr103AmbulanceTransport: '', cr104AmbulanceReason: 'A' | 'B' | 'C' | 'D' | 'E', cr105UnitOfMeasure: 'DH', cr106Quantity: string, cr107AddressLine?: '', cr108AddressLine?: '', cr109FreeText?: string, cr110FreeText?: string]>;

/** Chiropractic spell. */
export type Loop2300Cr2 = X12Segment<'CR2', 'chiropractic spell', readonly [cr201Count: '', cr202Quantity: '', cr203SpineLevel: '', cr204SpineLevel: '', cr205UnitOfMeasure: '', cr206Quantity: '', cr207Quantity: '', cr208ConditionNature: 'A' | 'C' | 'D' | 'E' | 'F' | 'G' | 'M', cr209YesOrNo?: '', cr210FreeText?: string, cr211FreeText?: string]>;

/** Ambulance condition. */
export type Loop2300Crc07 = X12Segment<'CRC', 'ambulance condition', readonly [crc01ConditionCategory: '07', crc02YesOrNo: 'N' | 'Y', crc03Condition: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12', crc04Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc05Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc06Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc07Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '']>;

/** Vision condition. */
export type Loop2300CrcE1 = X12Segment<'CRC', 'vision condition', readonly [crc01ConditionCategory: 'E1' | 'E2' | 'E3', crc02YesOrNo: 'N' | 'Y', crc03Condition: 'L1' | 'L2' | 'L3' | 'L4' | 'L5', crc04Condition?: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | '', crc05Condition?: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | '', crc06Condition?: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | '', crc07Condition?: 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | '']>;

/** Homebound. */
export type Loop2300Crc75 = X12Segment<'CRC', 'homebound', readonly [crc01ConditionCategory: '75', crc02YesOrNo: 'Y', crc03Condition: 'IH']>;

/** EPSDT referral. */
export type Loop2300CrcZz = X12Segment<'CRC', 'EPSDT referral', readonly [crc01ConditionCategory: 'ZZ', crc02YesOrNo: 'N' | 'Y', crc03Condition: 'AV' | 'NU' | 'S2' | 'ST', crc04Condition?: 'AV' | 'NU' | 'S2' | 'ST' | '', crc05Condition?: 'AV' | 'NU' | 'S2' | 'ST' | '']>;

/** Principal diagnosis. */
export type Loop2300HiAbk = X12Segment<'HI', 'principal diagnosis', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Anesthesia procedure. */
export type Loop2300HiBp = X12Segment<'HI', 'anesthesia procedure', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[]]>;

/** Condition codes. */
export type Loop2300HiBg = X12Segment<'HI', 'condition codes', readonly [hi01CodedFactGroup: string | readonly string[], hi02CodedFactGroup?: string | readonly string[], hi03CodedFactGroup?: string | readonly string[], hi04CodedFactGroup?: string | readonly string[], hi05CodedFactGroup?: string | readonly string[], hi06CodedFactGroup?: string | readonly string[], hi07CodedFactGroup?: string | readonly string[], hi08CodedFactGroup?: string | readonly string[], hi09CodedFactGroup?: string | readonly string[], hi10CodedFactGroup?: string | readonly string[], hi11CodedFactGroup?: string | readonly string[], hi12CodedFactGroup?: string | readonly string[]]>;

/** Repricing. */
export type Loop2300Hcp = X12Segment<'HCP', 'repricing', readonly [hcp01PricingMethod: '00' | '01' | '02' | '03' | '04' | '05' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14', hcp02MoneyAmount: string, hcp03MoneyAmount?: string, hcp04ReferenceValue?: string, hcp05Rate?: string, hcp06ReferenceValue?: string, hcp07MoneyAmount?: string, hcp08ProductOrServiceCode?: '', hcp09ProductOrServiceIdKind?: '', hcp10ProductOrServiceCode?: '', hcp11UnitOfMeasure?: '', hcp12Quantity?: '', hcp13RejectReason?: 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | '', hcp14PolicyCompliance?: '1' | '2' | '3' | '4' | '5' | '', hcp15Exception?: '1' | '2' | '3' | '4' | '5' | '6' | '']>;

/** Referring provider. */
export type Loop2310A = X12Loop<'2310A', 'referring provider', Loop2310ANm1 | Loop2310ARef>;

/** Referring provider. */
export type Loop2310ANm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN' | 'P3', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310ARef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string]>;

/** Rendering provider. */
export type Loop2310B = X12Loop<'2310B', 'rendering provider', Loop2310BNm1 | Loop2310BPrv | Loop2310BRef>;

/** Rendering provider. */
export type Loop2310BNm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Provider specialty. */
export type Loop2310BPrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'PE', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** State license. */
export type Loop2310BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Service facility. */
export type Loop2310C = X12Loop<'2310C', 'service facility', Loop2310CNm1 | Loop2310CN3 | Loop2310CN4 | Loop2310CRef | Loop2310CPer>;

/** Service facility. */
export type Loop2310CNm1 = X12Segment<'NM1', 'service facility', readonly [nm101EntityRole: '77', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2310CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2310CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** State license. */
export type Loop2310CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Information contact. */
export type Loop2310CPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'TE', per04ContactValue: string, per05ContactChannel?: 'EX' | '', per06ContactValue?: string]>;

/** Supervising provider. */
export type Loop2310D = X12Loop<'2310D', 'supervising provider', Loop2310DNm1 | Loop2310DRef>;

/** Supervising provider. */
export type Loop2310DNm1 = X12Segment<'NM1', 'supervising provider', readonly [nm101EntityRole: 'DQ', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2310DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Ambulance pick-up. */
export type Loop2310E = X12Loop<'2310E', 'ambulance pick-up', Loop2310ENm1 | Loop2310EN3 | Loop2310EN4>;

/** Ambulance pick-up. */
export type Loop2310ENm1 = X12Segment<'NM1', 'ambulance pick-up', readonly [nm101EntityRole: 'PW', nm102PersonOrOrganization: '2']>;

/** Street address. */
export type Loop2310EN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2310EN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Ambulance drop-off. */
export type Loop2310F = X12Loop<'2310F', 'ambulance drop-off', Loop2310FNm1 | Loop2310FN3 | Loop2310FN4>;

/** Ambulance drop-off. */
export type Loop2310FNm1 = X12Segment<'NM1', 'ambulance drop-off', readonly [nm101EntityRole: '45', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization?: string]>;

/** Street address. */
export type Loop2310FN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2310FN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Other cover. */
export type Loop2320 = X12Loop<'2320', 'other cover', Loop2320Sbr | Loop2320Cas | Loop2320AmtD | Loop2320AmtA8 | Loop2320AmtEaf | Loop2320Oi | Loop2320Moa | Loop2330A | Loop2330B | Loop2330C | Loop2330D | Loop2330E | Loop2330F | Loop2330G>;

/** Subscriber cover. */
export type Loop2320Sbr = X12Segment<'SBR', 'subscriber cover', readonly [sbr01PayerOrder: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'P' | 'S' | 'T' | 'U', sbr02RelationshipToSubscriber: '01' | '18' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8', sbr03ReferenceValue?: string, sbr04PersonOrContactName?: string, sbr05InsuranceKind?: '12' | '13' | '14' | '15' | '16' | '41' | '42' | '43' | '47' | '', sbr06?: '', sbr07YesOrNo?: '', sbr08EmploymentStatus?: '', sbr09ClaimFilingKind?: '11' | '12' | '13' | '14' | '15' | '16' | '17' | 'AM' | 'BL' | 'CH' | 'CI' | 'DS' | 'FI' | 'HM' | 'LM' | 'MA' | 'MB' | 'MC' | 'OF' | 'TV' | 'VA' | 'WC' | 'ZZ' | '']>;

/** Adjustments. */
export type Loop2320Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'CR' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Payer paid. */
export type Loop2320AmtD = X12Segment<'AMT', 'payer paid', readonly [amt01AmountKind: 'D', amt02MoneyAmount: string]>;

/** Non-covered charge. */
export type Loop2320AmtA8 = X12Segment<'AMT', 'non-covered charge', readonly [amt01AmountKind: 'A8', amt02MoneyAmount: string]>;

/** Remaining patient liability. */
export type Loop2320AmtEaf = X12Segment<'AMT', 'remaining patient liability', readonly [amt01AmountKind: 'EAF', amt02MoneyAmount: string]>;

/** Other cover facts. */
export type Loop2320Oi = X12Segment<'OI', 'other cover facts', readonly [oi01ClaimFilingKind: '', oi02SubmissionReason: '', oi03YesOrNo: 'N' | 'W' | 'Y', oi04SignatureSource: 'P' | '', oi05: '', oi06ReleaseOfInformation: 'I' | 'Y']>;

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

/** Other payer referring provider. */
export type Loop2330C = X12Loop<'2330C', 'other payer referring provider', Loop2330CNm1 | Loop2330CRef>;

/** Referring provider. */
export type Loop2330CNm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN' | 'P3', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330CRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string]>;

/** Other payer rendering provider. */
export type Loop2330D = X12Loop<'2330D', 'other payer rendering provider', Loop2330DNm1 | Loop2330DRef>;

/** Rendering provider. */
export type Loop2330DNm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1' | '2']>;

/** State license. */
export type Loop2330DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer service facility. */
export type Loop2330E = X12Loop<'2330E', 'other payer service facility', Loop2330ENm1 | Loop2330ERef>;

/** Service facility. */
export type Loop2330ENm1 = X12Segment<'NM1', 'service facility', readonly [nm101EntityRole: '77', nm102PersonOrOrganization: '2']>;

/** State license. */
export type Loop2330ERef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer supervising provider. */
export type Loop2330F = X12Loop<'2330F', 'other payer supervising provider', Loop2330FNm1 | Loop2330FRef>;

/** Supervising provider. */
export type Loop2330FNm1 = X12Segment<'NM1', 'supervising provider', readonly [nm101EntityRole: 'DQ', nm102PersonOrOrganization: '1']>;

/** State license. */
export type Loop2330FRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Other payer billing provider. */
export type Loop2330G = X12Loop<'2330G', 'other payer billing provider', Loop2330GNm1 | Loop2330GRef>;

/** Billing provider. */
export type Loop2330GNm1 = X12Segment<'NM1', 'billing provider', readonly [nm101EntityRole: '85', nm102PersonOrOrganization: '1' | '2']>;

/** Payer-assigned provider number. */
export type Loop2330GRef = X12Segment<'REF', 'payer-assigned provider number', readonly [ref01ReferenceKind: 'G2' | 'LU', ref02ReferenceValue: string]>;

/** Service line. */
export type Loop2400 = X12Loop<'2400', 'service line', Loop2400Lx | Loop2400Sv1 | Loop2400Sv5 | Loop2400Pwk03 | Loop2400PwkCt | Loop2400Cr1 | Loop2400Cr3 | Loop2400Crc07 | Loop2400Crc70 | Loop2400Crc09 | Loop2400Dtp472 | Loop2400Dtp471 | Loop2400Dtp607 | Loop2400Dtp463 | Loop2400Dtp461 | Loop2400Dtp304 | Loop2400Dtp738 | Loop2400Dtp011 | Loop2400Dtp455 | Loop2400Dtp454 | Loop2400QtyPt | Loop2400QtyFl | Loop2400Mea | Loop2400Cn1 | Loop2400Ref9b | Loop2400Ref9d | Loop2400RefG1 | Loop2400Ref6r | Loop2400RefEw | Loop2400RefX4 | Loop2400RefF4 | Loop2400RefBt | Loop2400Ref9f | Loop2400AmtT | Loop2400AmtF4 | Loop2400K3 | Loop2400NteAdd | Loop2400NteTpo | Loop2400Ps1 | Loop2400Hcp | Loop2410 | Loop2420A | Loop2420B | Loop2420C | Loop2420D | Loop2420E | Loop2420F | Loop2420G | Loop2420H | Loop2430 | Loop2440>;

/** Line counter. */
export type Loop2400Lx = X12Segment<'LX', 'line counter', readonly [lx01LineNumber: string]>;

/** Professional service. */
export type Loop2400Sv1 = X12Segment<'SV1', 'professional service', readonly [sv101ProcedureGroup: string | readonly string[], sv102MoneyAmount: string, sv103UnitOfMeasure: 'MJ' | 'UN', sv104Quantity: string, sv105FacilityKindOrPlaceOfService: string, sv106ServiceType: '', sv107DiagnosisPointerGroup: string | readonly string[], sv108MoneyAmount?: '', sv109YesOrNo?: 'Y' | '', sv110?: '', sv111YesOrNo?: 'Y' | '', sv112YesOrNo?: 'Y' | '', sv113?: '', sv114?: '', sv115CopayStatus?: '0' | '']>;

/** Equipment rental. */
export type Loop2400Sv5 = X12Segment<'SV5', 'equipment rental', readonly [sv501ProcedureGroup: string | readonly string[], sv502UnitOfMeasure: 'DA', sv503Quantity: string, sv504MoneyAmount: string, sv505MoneyAmount: string, sv506Frequency: '1' | '4' | '6']>;

/** Attachment. */
export type Loop2400Pwk03 = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: string, pwk02ReportDelivery: 'AA' | 'BM' | 'EL' | 'EM' | 'FT' | 'FX', pwk03?: '', pwk04EntityRole?: '', pwk05IdentifierKind?: 'AC' | '', pwk06IdentifierValue?: string]>;

/** Attachment. */
export type Loop2400PwkCt = X12Segment<'PWK', 'attachment', readonly [pwk01ReportType: 'CT', pwk02ReportDelivery: 'AB' | 'AD' | 'AF' | 'AG' | 'NS']>;

/** Ambulance transport. */
export type Loop2400Cr1 = X12Segment<'CR1', 'ambulance transport', readonly [cr101UnitOfMeasure: 'LB' | '', cr102Weight: string, cr103AmbulanceTransport: '', cr104AmbulanceReason: 'A' | 'B' | 'C' | 'D' | 'E', cr105UnitOfMeasure: 'DH', cr106Quantity: string, cr107AddressLine?: '', cr108AddressLine?: '', cr109FreeText?: string, cr110FreeText?: string]>;

/** Equipment certification. */
export type Loop2400Cr3 = X12Segment<'CR3', 'equipment certification', readonly [cr301CertificationKind: 'I' | 'R' | 'S', cr302UnitOfMeasure: 'MO', cr303Quantity: string]>;

/** Ambulance condition. */
export type Loop2400Crc07 = X12Segment<'CRC', 'ambulance condition', readonly [crc01ConditionCategory: '07', crc02YesOrNo: 'N' | 'Y', crc03Condition: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12', crc04Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc05Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc06Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '', crc07Condition?: '01' | '04' | '05' | '06' | '07' | '08' | '09' | '12' | '']>;

/** Hospice employed. */
export type Loop2400Crc70 = X12Segment<'CRC', 'hospice employed', readonly [crc01ConditionCategory: '70', crc02YesOrNo: 'N' | 'Y', crc03Condition: '65']>;

/** Equipment condition. */
export type Loop2400Crc09 = X12Segment<'CRC', 'equipment condition', readonly [crc01ConditionCategory: '09', crc02YesOrNo: 'N' | 'Y', crc03Condition: '38' | 'ZV', crc04Condition?: '38' | 'ZV' | '']>;

/** Service date. */
export type Loop2400Dtp472 = X12Segment<'DTP', 'service date', readonly [dtp01DateKind: '472', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Prescription date. */
export type Loop2400Dtp471 = X12Segment<'DTP', 'prescription date', readonly [dtp01DateKind: '471', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Certification revision date. */
export type Loop2400Dtp607 = X12Segment<'DTP', 'certification revision date', readonly [dtp01DateKind: '607', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Begin therapy date. */
export type Loop2400Dtp463 = X12Segment<'DTP', 'begin therapy date', readonly [dtp01DateKind: '463', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last certification date. */
export type Loop2400Dtp461 = X12Segment<'DTP', 'last certification date', readonly [dtp01DateKind: '461', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last seen date. */
export type Loop2400Dtp304 = X12Segment<'DTP', 'last seen date', readonly [dtp01DateKind: '304', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Hemoglobin test date. */
export type Loop2400Dtp738 = X12Segment<'DTP', 'hemoglobin test date', readonly [dtp01DateKind: '738' | '739', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Shipped date. */
export type Loop2400Dtp011 = X12Segment<'DTP', 'shipped date', readonly [dtp01DateKind: '011', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Last x-ray date. */
export type Loop2400Dtp455 = X12Segment<'DTP', 'last x-ray date', readonly [dtp01DateKind: '455', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** First treatment date. */
export type Loop2400Dtp454 = X12Segment<'DTP', 'first treatment date', readonly [dtp01DateKind: '454', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Patients transported. */
export type Loop2400QtyPt = X12Segment<'QTY', 'patients transported', readonly [qty01QuantityKind: 'PT', qty02Quantity: string]>;

/** Obstetric anesthesia additional units. */
export type Loop2400QtyFl = X12Segment<'QTY', 'obstetric anesthesia additional units', readonly [qty01QuantityKind: 'FL', qty02Quantity: string]>;

/** Measurement. */
export type Loop2400Mea = X12Segment<'MEA', 'measurement', readonly [mea01MeasurementKind: 'OG' | 'TR', mea02MeasuredThing: 'HT' | 'R1' | 'R2' | 'R3' | 'R4', mea03MeasuredValue: string]>;

/** Contract. */
export type Loop2400Cn1 = X12Segment<'CN1', 'contract', readonly [cn101ContractKind: '01' | '02' | '03' | '04' | '05' | '06' | '09', cn102MoneyAmount?: string, cn103Percent?: string, cn104ReferenceValue?: string, cn105TermsDiscountPercent?: string, cn106Version?: string]>;

/** Repriced line number. */
export type Loop2400Ref9b = X12Segment<'REF', 'repriced line number', readonly [ref01ReferenceKind: '9B', ref02ReferenceValue: string]>;

/** Adjusted repriced line number. */
export type Loop2400Ref9d = X12Segment<'REF', 'adjusted repriced line number', readonly [ref01ReferenceKind: '9D', ref02ReferenceValue: string]>;

/** Prior authorization number. */
export type Loop2400RefG1 = X12Segment<'REF', 'prior authorization number', readonly [ref01ReferenceKind: 'G1', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line control number. */
export type Loop2400Ref6r = X12Segment<'REF', 'line control number', readonly [ref01ReferenceKind: '6R', ref02ReferenceValue: string]>;

/** Mammography certification. */
export type Loop2400RefEw = X12Segment<'REF', 'mammography certification', readonly [ref01ReferenceKind: 'EW', ref02ReferenceValue: string]>;

/** CLIA number. */
export type Loop2400RefX4 = X12Segment<'REF', 'CLIA number', readonly [ref01ReferenceKind: 'X4', ref02ReferenceValue: string]>;

/** Referring CLIA number. */
export type Loop2400RefF4 = X12Segment<'REF', 'referring CLIA number', readonly [ref01ReferenceKind: 'F4', ref02ReferenceValue: string]>;

/** Immunization batch. */
export type Loop2400RefBt = X12Segment<'REF', 'immunization batch', readonly [ref01ReferenceKind: 'BT', ref02ReferenceValue: string]>;

/** Referral number. */
export type Loop2400Ref9f = X12Segment<'REF', 'referral number', readonly [ref01ReferenceKind: '9F', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Sales tax. */
export type Loop2400AmtT = X12Segment<'AMT', 'sales tax', readonly [amt01AmountKind: 'T', amt02MoneyAmount: string]>;

/** Postage. */
export type Loop2400AmtF4 = X12Segment<'AMT', 'postage', readonly [amt01AmountKind: 'F4', amt02MoneyAmount: string]>;

/** Fixed format text. */
export type Loop2400K3 = X12Segment<'K3', 'fixed format text', readonly [k301FixedFormatText: string]>;

/** Note. */
export type Loop2400NteAdd = X12Segment<'NTE', 'note', readonly [nte01NoteKind: 'ADD' | 'DCP', nte02FreeText: string]>;

/** Third-party note. */
export type Loop2400NteTpo = X12Segment<'NTE', 'third-party note', readonly [nte01NoteKind: 'TPO', nte02FreeText: string]>;

/** Purchased service. */
export type Loop2400Ps1 = X12Segment<'PS1', 'purchased service', readonly [ps101ReferenceValue: string, ps102MoneyAmount: string]>;

/** Repricing. */
export type Loop2400Hcp = X12Segment<'HCP', 'repricing', readonly [hcp01PricingMethod: '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14', hcp02MoneyAmount: string, hcp03MoneyAmount?: string, hcp04ReferenceValue?: string, hcp05Rate?: string, hcp06ReferenceValue?: string, hcp07MoneyAmount?: string, hcp08ProductOrServiceCode?: '', hcp09ProductOrServiceIdKind?: 'ER' | 'HC' | 'IV' | 'WK' | '', hcp10ProductOrServiceCode?: string, hcp11UnitOfMeasure?: 'MJ' | 'UN' | '', hcp12Quantity?: string, hcp13RejectReason?: 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | '', hcp14PolicyCompliance?: '1' | '2' | '3' | '4' | '5' | '', hcp15Exception?: '1' | '2' | '3' | '4' | '5' | '6' | '']>;

/** Drug. */
export type Loop2410 = X12Loop<'2410', 'drug', Loop2410Lin | Loop2410Ctp | Loop2410Ref>;

/** Drug or item. */
export type Loop2410Lin = X12Segment<'LIN', 'drug or item', readonly [lin01QuestionNumber: '', lin02ProductOrServiceIdKind: 'EN' | 'EO' | 'HI' | 'N4' | 'ON' | 'UK' | 'UP', lin03ProductOrServiceCode: string]>;

/** Drug quantity. */
export type Loop2410Ctp = X12Segment<'CTP', 'drug quantity', readonly [ctp01: '', ctp02: '', ctp03: '', ctp04Quantity: string, ctp05UnitOfMeasureGroup: string | readonly string[]]>;

/** Link sequence number. */
export type Loop2410Ref = X12Segment<'REF', 'link sequence number', readonly [ref01ReferenceKind: 'VY' | 'XZ', ref02ReferenceValue: string]>;

/** Line rendering provider. */
export type Loop2420A = X12Loop<'2420A', 'line rendering provider', Loop2420ANm1 | Loop2420APrv | Loop2420ARef>;

/** Rendering provider. */
export type Loop2420ANm1 = X12Segment<'NM1', 'rendering provider', readonly [nm101EntityRole: '82', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Provider specialty. */
export type Loop2420APrv = X12Segment<'PRV', 'provider specialty', readonly [prv01ProviderRole: 'PE', prv02ReferenceKind: 'PXC', prv03ReferenceValue: string]>;

/** State license. */
export type Loop2420ARef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line purchased service provider. */
export type Loop2420B = X12Loop<'2420B', 'line purchased service provider', Loop2420BNm1 | Loop2420BRef>;

/** Purchased service provider. */
export type Loop2420BNm1 = X12Segment<'NM1', 'purchased service provider', readonly [nm101EntityRole: 'QB', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: '', nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420BRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line service facility. */
export type Loop2420C = X12Loop<'2420C', 'line service facility', Loop2420CNm1 | Loop2420CN3 | Loop2420CN4 | Loop2420CRef>;

/** Service facility. */
export type Loop2420CNm1 = X12Segment<'NM1', 'service facility', readonly [nm101EntityRole: '77', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string, nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2420CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2420CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Payer-assigned provider number. */
export type Loop2420CRef = X12Segment<'REF', 'payer-assigned provider number', readonly [ref01ReferenceKind: 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line supervising provider. */
export type Loop2420D = X12Loop<'2420D', 'line supervising provider', Loop2420DNm1 | Loop2420DRef>;

/** Supervising provider. */
export type Loop2420DNm1 = X12Segment<'NM1', 'supervising provider', readonly [nm101EntityRole: 'DQ', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420DRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2' | 'LU', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line ordering provider. */
export type Loop2420E = X12Loop<'2420E', 'line ordering provider', Loop2420ENm1 | Loop2420EN3 | Loop2420EN4 | Loop2420ERef | Loop2420EPer>;

/** Ordering provider. */
export type Loop2420ENm1 = X12Segment<'NM1', 'ordering provider', readonly [nm101EntityRole: 'DK', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2420EN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2420EN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** State license. */
export type Loop2420ERef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Information contact. */
export type Loop2420EPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Line referring provider. */
export type Loop2420F = X12Loop<'2420F', 'line referring provider', Loop2420FNm1 | Loop2420FRef>;

/** Referring provider. */
export type Loop2420FNm1 = X12Segment<'NM1', 'referring provider', readonly [nm101EntityRole: 'DN' | 'P3', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: '', nm107NameSuffix?: string, nm108IdentifierKind?: 'XX' | '', nm109IdentifierValue?: string]>;

/** State license. */
export type Loop2420FRef = X12Segment<'REF', 'state license', readonly [ref01ReferenceKind: '0B' | '1G' | 'G2', ref02ReferenceValue: string, ref03FreeText?: '', ref04ExtraReferenceGroup?: string | readonly string[]]>;

/** Line ambulance pick-up. */
export type Loop2420G = X12Loop<'2420G', 'line ambulance pick-up', Loop2420GNm1 | Loop2420GN3 | Loop2420GN4>;

/** Ambulance pick-up. */
export type Loop2420GNm1 = X12Segment<'NM1', 'ambulance pick-up', readonly [nm101EntityRole: 'PW', nm102PersonOrOrganization: '2']>;

/** Street address. */
export type Loop2420GN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2420GN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Line ambulance drop-off. */
export type Loop2420H = X12Loop<'2420H', 'line ambulance drop-off', Loop2420HNm1 | Loop2420HN3 | Loop2420HN4>;

/** Ambulance drop-off. */
export type Loop2420HNm1 = X12Segment<'NM1', 'ambulance drop-off', readonly [nm101EntityRole: '45', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization?: string]>;

/** Street address. */
export type Loop2420HN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2420HN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Other payer line result. */
export type Loop2430 = X12Loop<'2430', 'other payer line result', Loop2430Svd | Loop2430Cas | Loop2430Dtp | Loop2430Amt>;

/** Other payer line result. */
export type Loop2430Svd = X12Segment<'SVD', 'other payer line result', readonly [svd01IdentifierValue: string, svd02MoneyAmount: string, svd03ProcedureGroup: string | readonly string[], svd04ProductOrServiceCode: '', svd05Quantity: string, svd06LineNumber?: string]>;

/** Adjustments. */
export type Loop2430Cas = X12Segment<'CAS', 'adjustments', readonly [cas01AdjustmentGroup: 'CO' | 'CR' | 'OA' | 'PI' | 'PR', cas02AdjustmentReason: string, cas03MoneyAmount: string, cas04Quantity?: string, cas05AdjustmentReason?: string, cas06MoneyAmount?: string, cas07Quantity?: string, cas08AdjustmentReason?: string, cas09MoneyAmount?: string, cas10Quantity?: string, cas11AdjustmentReason?: string, cas12MoneyAmount?: string, cas13Quantity?: string, cas14AdjustmentReason?: string, cas15MoneyAmount?: string, cas16Quantity?: string, cas17AdjustmentReason?: string, cas18MoneyAmount?: string, cas19Quantity?: string]>;

/** Payer decision date. */
export type Loop2430Dtp = X12Segment<'DTP', 'payer decision date', readonly [dtp01DateKind: '573', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Remaining patient liability. */
export type Loop2430Amt = X12Segment<'AMT', 'remaining patient liability', readonly [amt01AmountKind: 'EAF', amt02MoneyAmount: string]>;

/** Form answers. */
export type Loop2440 = X12Loop<'2440', 'form answers', Loop2440Lq | Loop2440Frm>;

/** Remark code. */
export type Loop2440Lq = X12Segment<'LQ', 'remark code', readonly [lq01CodeList: 'AS' | 'UT', lq02IndustryCode: string]>;

/** Form answer. */
export type Loop2440Frm = X12Segment<'FRM', 'form answer', readonly [frm01QuestionNumber: string, frm02YesOrNo?: 'N' | 'W' | 'Y' | '', frm03ReferenceValue?: string, frm04Date?: string, frm05Percent?: string]>;

/** Patient level. */
export type Loop2000C = X12Loop<'2000C', 'patient level', Loop2000CHl | Loop2000CPat | Loop2010CA | Loop2300>;

/** Dependent. */
export type Loop2000CHl = X12Segment<'HL', 'dependent', readonly [hl01HierarchyId: string, hl02ParentHierarchyId: string, hl03HierarchyLevel: '23', hl04HasChildren: '0']>;

/** Patient facts. */
export type Loop2000CPat = X12Segment<'PAT', 'patient facts', readonly [pat01RelationshipToSubscriber: '01' | '19' | '20' | '21' | '39' | '40' | '53' | 'G8', pat02PatientLocation?: '', pat03EmploymentStatus?: '', pat04?: '', pat05DateFormat?: 'D8' | '', pat06DateOrPeriod?: string, pat07UnitOfMeasure?: '01' | '', pat08Weight?: string, pat09YesOrNo?: 'Y' | '']>;

/** Patient. */
export type Loop2010CA = X12Loop<'2010CA', 'patient', Loop2010CANm1 | Loop2010CAN3 | Loop2010CAN4 | Loop2010CADmg | Loop2010CARefY4 | Loop2010CARef1w | Loop2010CAPer>;

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

/** Information contact. */
export type Loop2010CAPer = X12Segment<'PER', 'information contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: string, per03ContactChannel: 'TE', per04ContactValue: string, per05ContactChannel?: 'EX' | '', per06ContactValue?: string]>;
