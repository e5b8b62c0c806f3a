// Made from the map of 834 (005010X220A1) by `npm run docs`: structure and our own labels, no guide text.
import type { Repeated, X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'834', '834', SetSt | SetBgn | SetRef | SetDtp | SetQty | Loop1000A | Loop1000B | Loop1000C | Loop2000 | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '834', st02SetControlNumber: string, st03ImplementationConvention?: '005010X220A1' | '005010X220' | '005010X307' | '005010X307A1' | '']>;

/** Beginning. */
export type SetBgn = X12Segment<'BGN', 'beginning', readonly [bgn01TransactionPurpose: '00' | '15' | '22', bgn02ReferenceValue: string, bgn03Date: string, bgn04Time: string, bgn05: string, bgn06ReferenceValue: string, bgn07TransactionType: '', bgn08ActionCode: '2' | '4' | 'RX']>;

/** Master policy number. */
export type SetRef = X12Segment<'REF', 'master policy number', readonly [ref01ReferenceKind: '38', ref02ReferenceValue: string]>;

/** File date. */
export type SetDtp = X12Segment<'DTP', 'file date', readonly [dtp01DateKind: '007' | '090' | '091' | '303' | '382' | '388', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Transaction totals. */
export type SetQty = X12Segment<'QTY', 'transaction totals', readonly [qty01QuantityKind: 'DT' | 'ET' | 'TO', qty02Quantity: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Sponsor. */
export type Loop1000A = X12Loop<'1000A', 'sponsor', Loop1000AN1>;

/** Sponsor. */
export type Loop1000AN1 = X12Segment<'N1', 'sponsor', readonly [n101EntityRole: 'P5', n102PersonOrContactName: string, n103IdentifierKind: '24' | '94' | 'FI', n104IdentifierValue: string]>;

/** Payer. */
export type Loop1000B = X12Loop<'1000B', 'payer', Loop1000BN1>;

/** Payer. */
export type Loop1000BN1 = X12Segment<'N1', 'payer', readonly [n101EntityRole: 'IN', n102PersonOrContactName: string, n103IdentifierKind: '94' | 'FI' | 'XV', n104IdentifierValue: string]>;

/** Broker or administrator. */
export type Loop1000C = X12Loop<'1000C', 'broker or administrator', Loop1000CN1 | Loop1100C>;

/** Broker or administrator. */
export type Loop1000CN1 = X12Segment<'N1', 'broker or administrator', readonly [n101EntityRole: 'BO' | 'TV', n102PersonOrContactName: string, n103IdentifierKind: '94' | 'FI' | 'XV', n104IdentifierValue: string]>;

/** Account. */
export type Loop1100C = X12Loop<'1100C', 'account', Loop1100CAct>;

/** Account. */
export type Loop1100CAct = X12Segment<'ACT', 'account', readonly [act01AccountNumber: string, act02PersonOrContactName?: '', act03IdentifierKind?: '', act04IdentifierValue?: '', act05AccountKind?: '', act06AccountNumber?: string]>;

/** Member. */
export type Loop2000 = X12Loop<'2000', 'member', Loop2000Ins | Loop2000Ref0f | Loop2000Ref1l | Loop2000Ref17 | Loop2000Dtp | Loop2100A | Loop2100B | Loop2100C | Loop2100D | Loop2100E | Loop2100F | Loop2100G | Loop2100H | Loop2200 | Loop2300 | Loop2000Ls | Loop2700 | Loop2000Le>;

/** Member. */
export type Loop2000Ins = X12Segment<'INS', 'member', readonly [ins01YesOrNo: 'N' | 'Y', ins02RelationshipToSubscriber: string, ins03MaintenanceKind: '001' | '021' | '024' | '025' | '030', ins04MaintenanceReason: string, ins05: 'A' | 'C' | 'S' | 'T', ins06?: string | readonly string[], ins07?: '1' | '10' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'ZZ' | '', ins08EmploymentStatus?: 'AC' | 'AO' | 'AU' | 'FT' | 'L1' | 'PT' | 'RT' | 'TE' | '', ins09?: 'F' | 'N' | 'P' | '', ins10YesOrNo?: 'N' | 'Y' | '', ins11DateFormat?: 'D8' | '', ins12DateOrPeriod?: string, ins13?: 'R' | 'U' | '', ins14City?: '', ins15StateOrProvince?: '', ins16CountryCode?: '', ins17Number?: string]>;

/** Subscriber number. */
export type Loop2000Ref0f = X12Segment<'REF', 'subscriber number', readonly [ref01ReferenceKind: '0F', ref02ReferenceValue: string]>;

/** Policy number. */
export type Loop2000Ref1l = X12Segment<'REF', 'policy number', readonly [ref01ReferenceKind: '1L', ref02ReferenceValue: string]>;

/** Further member number. */
export type Loop2000Ref17 = X12Segment<'REF', 'further member number', readonly [ref01ReferenceKind: '17' | '23' | '3H' | '4A' | '6O' | 'ABB' | 'D3' | 'DX' | 'F6' | 'P5' | 'Q4' | 'QQ' | 'ZZ', ref02ReferenceValue: string]>;

/** Member date. */
export type Loop2000Dtp = X12Segment<'DTP', 'member date', readonly [dtp01DateKind: '050' | '286' | '296' | '297' | '300' | '301' | '303' | '336' | '337' | '338' | '339' | '340' | '341' | '350' | '351' | '356' | '357' | '383' | '385' | '386' | '393' | '394' | '473' | '474', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Reporting categories begin. */
export type Loop2000Ls = X12Segment<'LS', 'reporting categories begin', readonly [ls01LoopIdCode: '2700']>;

/** Reporting categories end. */
export type Loop2000Le = X12Segment<'LE', 'reporting categories end', readonly [le01LoopIdCode: string]>;

/** Member name. */
export type Loop2100A = X12Loop<'2100A', 'member name', Loop2100ANm1 | Loop2100APer | Loop2100AN3 | Loop2100AN4 | Loop2100ADmg | Loop2100AEc | Loop2100AIcm | Loop2100AAmt | Loop2100AHlh | Loop2100ALui>;

/** Member name. */
export type Loop2100ANm1 = X12Segment<'NM1', 'member name', readonly [nm101EntityRole: '74' | 'IL', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Member contact. */
export type Loop2100APer = X12Segment<'PER', 'member contact', readonly [per01ContactFunction: 'IP', per02PersonOrContactName: '', per03ContactChannel: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP', per04ContactValue: string, per05ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per08ContactValue?: string]>;

/** Street address. */
export type Loop2100AN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100AN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '60' | 'CY' | '', n406LocationId?: string, n407CountrySubdivision?: string]>;

/** Demographics. */
export type Loop2100ADmg = X12Segment<'DMG', 'demographics', readonly [dmg01DateFormat: 'D8', dmg02DateOrPeriod: string, dmg03Gender: 'F' | 'M' | 'U', dmg04?: 'B' | 'D' | 'I' | 'M' | 'R' | 'S' | 'U' | 'W' | 'X' | '', dmg05?: Repeated<string | readonly string[]>, dmg06?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '', dmg07CountryCode?: '', dmg08?: '', dmg09Quantity?: '', dmg10CodeList?: 'REC' | '', dmg11IndustryCode?: string]>;

/** Employment class. */
export type Loop2100AEc = X12Segment<'EC', 'employment class', readonly [ec01: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '17' | '18' | '19' | '20' | '21' | '22' | '23', ec02?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '', ec03?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '']>;

/** Income. */
export type Loop2100AIcm = X12Segment<'ICM', 'income', readonly [icm01Frequency: '1' | '2' | '3' | '4' | '6' | '7' | '8' | '9' | 'B' | 'C' | 'H' | 'Q' | 'S' | 'U', icm02MoneyAmount: string, icm03Quantity?: string, icm04LocationId?: string, icm05?: string]>;

/** Policy amount. */
export type Loop2100AAmt = X12Segment<'AMT', 'policy amount', readonly [amt01AmountKind: 'B9' | 'C1' | 'D2' | 'EBA' | 'FK' | 'P3' | 'R', amt02MoneyAmount: string]>;

/** Health facts. */
export type Loop2100AHlh = X12Segment<'HLH', 'health facts', readonly [hlh01: 'N' | 'S' | 'T' | 'U' | 'X', hlh02?: string, hlh03Weight?: string]>;

/** Language. */
export type Loop2100ALui = X12Segment<'LUI', 'language', readonly [lui01IdentifierKind?: 'LD' | 'LE' | '', lui02IdentifierValue?: string, lui03FreeText?: string, lui04?: '5' | '6' | '7' | '8' | '']>;

/** Name as it was wrong. */
export type Loop2100B = X12Loop<'2100B', 'name as it was wrong', Loop2100BNm1 | Loop2100BDmg>;

/** Name as it was wrong. */
export type Loop2100BNm1 = X12Segment<'NM1', 'name as it was wrong', readonly [nm101EntityRole: '70', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Demographics as they were wrong. */
export type Loop2100BDmg = X12Segment<'DMG', 'demographics as they were wrong', readonly [dmg01DateFormat?: 'D8' | '', dmg02DateOrPeriod?: string, dmg03Gender?: 'F' | 'M' | 'U' | '', dmg04?: 'B' | 'D' | 'I' | 'M' | 'R' | 'S' | 'U' | 'W' | 'X' | '', dmg05?: Repeated<string | readonly string[]>, dmg06?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '', dmg07CountryCode?: '', dmg08?: '', dmg09Quantity?: '', dmg10CodeList?: 'REC' | '', dmg11IndustryCode?: string]>;

/** Mailing address. */
export type Loop2100C = X12Loop<'2100C', 'mailing address', Loop2100CNm1 | Loop2100CN3 | Loop2100CN4>;

/** Mailing address. */
export type Loop2100CNm1 = X12Segment<'NM1', 'mailing address', readonly [nm101EntityRole: '31', nm102PersonOrOrganization: '1']>;

/** Street address. */
export type Loop2100CN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100CN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Employer. */
export type Loop2100D = X12Loop<'2100D', 'employer', Loop2100DNm1 | Loop2100DPer | Loop2100DN3 | Loop2100DN4>;

/** Employer. */
export type Loop2100DNm1 = X12Segment<'NM1', 'employer', readonly [nm101EntityRole: '36', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '24' | '34' | '', nm109IdentifierValue?: string]>;

/** Employer contact. */
export type Loop2100DPer = X12Segment<'PER', 'employer contact', readonly [per01ContactFunction: 'EP', per02PersonOrContactName: string, per03ContactChannel: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Street address. */
export type Loop2100DN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100DN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** School. */
export type Loop2100E = X12Loop<'2100E', 'school', Loop2100ENm1 | Loop2100EPer | Loop2100EN3 | Loop2100EN4>;

/** School. */
export type Loop2100ENm1 = X12Segment<'NM1', 'school', readonly [nm101EntityRole: 'M8', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization: string]>;

/** School contact. */
export type Loop2100EPer = X12Segment<'PER', 'school contact', readonly [per01ContactFunction: 'SK', per02PersonOrContactName: string, per03ContactChannel: 'EM' | 'EX' | 'FX' | 'TE', per04ContactValue: string, per05ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per06ContactValue?: string, per07ContactChannel?: 'EM' | 'EX' | 'FX' | 'TE' | '', per08ContactValue?: string]>;

/** Street address. */
export type Loop2100EN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100EN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Custodial parent. */
export type Loop2100F = X12Loop<'2100F', 'custodial parent', Loop2100FNm1 | Loop2100FPer | Loop2100FN3 | Loop2100FN4>;

/** Custodial parent. */
export type Loop2100FNm1 = X12Segment<'NM1', 'custodial parent', readonly [nm101EntityRole: 'S3', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Custodial parent contact. */
export type Loop2100FPer = X12Segment<'PER', 'custodial parent contact', readonly [per01ContactFunction: 'PQ', per02PersonOrContactName: '', per03ContactChannel: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP', per04ContactValue: string, per05ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'HP' | 'TE' | 'WP' | '', per08ContactValue?: string]>;

/** Street address. */
export type Loop2100FN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100FN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Responsible person. */
export type Loop2100G = X12Loop<'2100G', 'responsible person', Loop2100GNm1 | Loop2100GPer | Loop2100GN3 | Loop2100GN4>;

/** Responsible person. */
export type Loop2100GNm1 = X12Segment<'NM1', 'responsible person', readonly [nm101EntityRole: '6Y' | '9K' | 'E1' | 'EI' | 'EXS' | 'GB' | 'GD' | 'J6' | 'LR' | 'QD' | 'S1' | 'TZ' | 'X4', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string, nm108IdentifierKind?: '34' | 'ZZ' | '', nm109IdentifierValue?: string]>;

/** Responsible person contact. */
export type Loop2100GPer = X12Segment<'PER', 'responsible person contact', readonly [per01ContactFunction: 'RP', per02PersonOrContactName: '', per03ContactChannel: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP', per04ContactValue: string, per05ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per08ContactValue?: string]>;

/** Street address. */
export type Loop2100GN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100GN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Drop-off location. */
export type Loop2100H = X12Loop<'2100H', 'drop-off location', Loop2100HNm1 | Loop2100HN3 | Loop2100HN4>;

/** Drop-off location. */
export type Loop2100HNm1 = X12Segment<'NM1', 'drop-off location', readonly [nm101EntityRole: '45', nm102PersonOrOrganization: '1', nm103LastNameOrOrganization?: string, nm104FirstName?: string, nm105MiddleName?: string, nm106NamePrefix?: string, nm107NameSuffix?: string]>;

/** Street address. */
export type Loop2100HN3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2100HN4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Disability. */
export type Loop2200 = X12Loop<'2200', 'disability', Loop2200Dsb | Loop2200Dtp>;

/** Disability. */
export type Loop2200Dsb = X12Segment<'DSB', 'disability', readonly [dsb01: '1' | '2' | '3' | '4', dsb02Quantity?: '', dsb03?: '', dsb04?: '', dsb05?: '', dsb06MoneyAmount?: '', dsb07ProductOrServiceIdKind?: 'DX' | 'ZZ' | '', dsb08MedicalCode?: string]>;

/** Disability date. */
export type Loop2200Dtp = X12Segment<'DTP', 'disability date', readonly [dtp01DateKind: '360' | '361', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Health coverage. */
export type Loop2300 = X12Loop<'2300', 'health coverage', Loop2300Hd | Loop2300Dtp | Loop2300Amt | Loop2300Ref17 | Loop2300RefQq | Loop2300Idc | Loop2310 | Loop2320>;

/** Health coverage. */
export type Loop2300Hd = X12Segment<'HD', 'health coverage', readonly [hd01MaintenanceKind: '001' | '002' | '021' | '024' | '025' | '026' | '030' | '032', hd02MaintenanceReason: '', hd03: 'AG' | 'AH' | 'AJ' | 'AK' | 'DCP' | 'DEN' | 'EPO' | 'FAC' | 'HE' | 'HLT' | 'HMO' | 'LTC' | 'LTD' | 'MM' | 'MOD' | 'PDG' | 'POS' | 'PPO' | 'PRA' | 'STD' | 'UR' | 'VIS', hd04PlanWording?: string, hd05CoverageLevel?: 'CHD' | 'DEP' | 'E1D' | 'E2D' | 'E3D' | 'E5D' | 'E6D' | 'E7D' | 'E8D' | 'E9D' | 'ECH' | 'EMP' | 'ESP' | 'FAM' | 'IND' | 'SPC' | 'SPO' | 'TWO' | '', hd06Count?: '', hd07Count?: '', hd08?: '', hd09YesOrNo?: 'N' | 'Y' | '']>;

/** Coverage date. */
export type Loop2300Dtp = X12Segment<'DTP', 'coverage date', readonly [dtp01DateKind: '300' | '303' | '343' | '348' | '349' | '543' | '695', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;

/** Coverage amount. */
export type Loop2300Amt = X12Segment<'AMT', 'coverage amount', readonly [amt01AmountKind: 'B9' | 'C1' | 'D2' | 'EBA' | 'FK' | 'P3' | 'R', amt02MoneyAmount: string]>;

/** Coverage number. */
export type Loop2300Ref17 = X12Segment<'REF', 'coverage number', readonly [ref01ReferenceKind: '17' | '1L' | '9V' | 'CE' | 'E8' | 'M7' | 'PID' | 'RB' | 'X9' | 'XM' | 'XX1' | 'XX2' | 'ZX' | 'ZZ', ref02ReferenceValue: string]>;

/** Months of earlier cover. */
export type Loop2300RefQq = X12Segment<'REF', 'months of earlier cover', readonly [ref01ReferenceKind: 'QQ', ref02ReferenceValue: string]>;

/** Identification card. */
export type Loop2300Idc = X12Segment<'IDC', 'identification card', readonly [idc01PlanWording: string, idc02: 'D' | 'H' | 'P', idc03Quantity?: string, idc04ActionCode?: '1' | '2' | 'RX' | '']>;

/** Provider. */
export type Loop2310 = X12Loop<'2310', 'provider', Loop2310Lx | Loop2310Nm1 | Loop2310N3 | Loop2310N4 | Loop2310Per | Loop2310Pla>;

/** Counter. */
export type Loop2310Lx = X12Segment<'LX', 'counter', readonly [lx01LineNumber: string]>;

/** Provider. */
export type Loop2310Nm1 = X12Segment<'NM1', 'provider', readonly [nm101EntityRole: '1X' | '3D' | '80' | 'FA' | 'OD' | 'P3' | 'QA' | 'QN' | 'Y2', nm102PersonOrOrganization: '1' | '2', nm103LastNameOrOrganization: string, nm104FirstName: string, nm105MiddleName: string, nm106NamePrefix: string, nm107NameSuffix: string, nm108IdentifierKind: '34' | 'FI' | 'SV' | 'XX' | '', nm109IdentifierValue: string, nm110Relationship: '25' | '26' | '72']>;

/** Street address. */
export type Loop2310N3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2310N4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Provider contact. */
export type Loop2310Per = X12Segment<'PER', 'provider contact', readonly [per01ContactFunction: 'IC', per02PersonOrContactName: '', per03ContactChannel: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP', per04ContactValue: string, per05ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per06ContactValue?: string, per07ContactChannel?: 'AP' | 'BN' | 'CP' | 'EM' | 'EX' | 'FX' | 'HP' | 'TE' | 'WP' | '', per08ContactValue?: string]>;

/** Provider change. */
export type Loop2310Pla = X12Segment<'PLA', 'provider change', readonly [pla01ActionCode: '2', pla02EntityRole: '1P', pla03Date: string, pla04Time: '', pla05MaintenanceReason: '14' | '22' | '46' | 'AA' | 'AB' | 'AC' | 'AD' | 'AE' | 'AF' | 'AG' | 'AH' | 'AI' | 'AJ']>;

/** Other coverage. */
export type Loop2320 = X12Loop<'2320', 'other coverage', Loop2320Cob | Loop2320Ref | Loop2320Dtp | Loop2330>;

/** Other coverage. */
export type Loop2320Cob = X12Segment<'COB', 'other coverage', readonly [cob01PayerOrder: 'P' | 'S' | 'T' | 'U', cob02ReferenceValue: string, cob03: '1' | '5' | '6', cob04ServiceType?: Repeated<'1' | '35' | '48' | '50' | '54' | '89' | '90' | 'A4' | 'AG' | 'AL' | 'BB' | ''>]>;

/** Other coverage number. */
export type Loop2320Ref = X12Segment<'REF', 'other coverage number', readonly [ref01ReferenceKind: '60' | '6P' | 'SY' | 'ZZ', ref02ReferenceValue: string]>;

/** Other coverage date. */
export type Loop2320Dtp = X12Segment<'DTP', 'other coverage date', readonly [dtp01DateKind: '344' | '345', dtp02DateFormat: 'D8', dtp03DateOrPeriod: string]>;

/** Other insurer. */
export type Loop2330 = X12Loop<'2330', 'other insurer', Loop2330Nm1 | Loop2330N3 | Loop2330N4 | Loop2330Per>;

/** Other insurer. */
export type Loop2330Nm1 = X12Segment<'NM1', 'other insurer', readonly [nm101EntityRole: '36' | 'GW' | 'IN', nm102PersonOrOrganization: '2', nm103LastNameOrOrganization?: string, nm104FirstName?: '', nm105MiddleName?: '', nm106NamePrefix?: '', nm107NameSuffix?: '', nm108IdentifierKind?: 'FI' | 'NI' | 'XV' | '', nm109IdentifierValue?: string]>;

/** Street address. */
export type Loop2330N3 = X12Segment<'N3', 'street address', readonly [n301AddressLine: string, n302AddressLine?: string]>;

/** City state postal. */
export type Loop2330N4 = X12Segment<'N4', 'city state postal', readonly [n401City: string, n402StateOrProvince?: string, n403PostalCode?: string, n404CountryCode?: string, n405LocationKind?: '', n406LocationId?: '', n407CountrySubdivision?: string]>;

/** Other insurer contact. */
export type Loop2330Per = X12Segment<'PER', 'other insurer contact', readonly [per01ContactFunction: 'CN', per02PersonOrContactName: '', per03ContactChannel: 'TE', per04ContactValue: string]>;

/** Reporting category. */
export type Loop2700 = X12Loop<'2700', 'reporting category', Loop2700Lx | Loop2750>;

/** Counter. */
export type Loop2700Lx = X12Segment<'LX', 'counter', readonly [lx01LineNumber: string]>;

/** Reporting category. */
export type Loop2750 = X12Loop<'2750', 'reporting category', Loop2750N1 | Loop2750Ref | Loop2750Dtp>;

/** Reporting category. */
export type Loop2750N1 = X12Segment<'N1', 'reporting category', readonly [n101EntityRole: '75', n102PersonOrContactName: string]>;

/** Reporting category number. */
export type Loop2750Ref = X12Segment<'REF', 'reporting category number', readonly [ref01ReferenceKind: '00' | '17' | '18' | '19' | '26' | '3L' | '6M' | '9V' | '9X' | 'GE' | 'LU' | 'PID' | 'XX1' | 'XX2' | 'YY' | 'ZZ', ref02ReferenceValue: string]>;

/** Reporting category date. */
export type Loop2750Dtp = X12Segment<'DTP', 'reporting category date', readonly [dtp01DateKind: '007', dtp02DateFormat: 'D8' | 'RD8', dtp03DateOrPeriod: string]>;
