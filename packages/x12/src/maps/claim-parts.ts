/**
 * Parts that the claim guides have in common, in the notation of docs/x12-maps.md: lists of elements that end many of
 * their segments, and loops whose segments are the same in several of them.
 */
/** State and postal code inside the country, nothing of it outside. */
export const CITY = 'E0207 C0605 C0704 : 19RAN2-30 156SID2<state> 116SID3-15 26SID2-3<country> 309N 310N 1715SID1-3<country-subdivision>';
/** Day of birth and sex. */
export const BIRTH = 'P0102 P1011 C1105 : 1250RID2-3{D8} 1251RAN1-35 1068RID1{F,M,U} 1067N C056N 1066N 26N 659N 380N 1270N 1271N';
/** Up to three channels. */
export const CONTACT =
  'P0304 P0506 P0708 : 366RID2{IC} 93SAN1-60 365RID2{EM,FX,TE} 364RAN1-256 365SID2{EM,EX,FX,TE} 364SAN1-256 365SID2{EM,EX,FX,TE} 364SAN1-256 443N';
/** A phone number with its extension. */
export const PHONE = 'P0304 P0506 P0708 : 366RID2{IC} 93SAN1-60 365RID2{TE} 364RAN1-256 365SID2{EX} 364SAN1-256 365N 364N 443N';
/** Six triples of reason, amount and quantity. */
export const ADJUSTMENTS =
  'L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917 : 1033RID1-12{CO,CR,OA,PI,PR} 1034RID1-5<CARC> 782RR1-18 380SR1-15 1034SID1-5<CARC> 782SR1-18 380SR1-15 1034SID1-5<CARC> 782SR1-18 380SR1-15 1034SID1-5<CARC> 782SR1-18 380SR1-15 1034SID1-5<CARC> 782SR1-18 380SR1-15 1034SID1-5<CARC> 782SR1-18 380SR1-15';
/** A number, and the payer it is meant for. */
export const VALUE_FOR_PAYER = '127RAN1-50 352N C040S(128RID2-3{2U} 127RAN1-50 128N 127N 128N 127N)';
/** A number. */
export const VALUE = '127RAN1-50 352N C040N';
/** A provider with a name, and an NPI if there is one. */
export const PROVIDER = '1035RAN1-60 1036SAN1-35 1037SAN1-25 1038N 1039SAN1-10 66SID1-2{XX} 67SAN2-80 706N 98N 1035N';
/** An insured person or organization, and a member number if there is one. */
export const INSURED = '1035RAN1-60 1036SAN1-35 1037SAN1-25 1038N 1039SAN1-10 66SID1-2{II,MI} 67SAN2-80 706N 98N 1035N';
/** A plan with its number. */
export const PLAN = '1035RAN1-60 1036N 1037N 1038N 1039N 66RID1-2{PI,XV} 67RAN2-80 706N 98N 1035N';
/** An organization, and an NPI if there is one. */
export const PLACE = '1035RAN1-60 1036N 1037N 1038N 1039N 66SID1-2{XX} 67SAN2-80 706N 98N 1035N';
/** A role alone. */
export const NO_NAME = '1035N 1036N 1037N 1038N 1039N 66N 67N 706N 98N 1035N';
/** A taxonomy code. */
export const SPECIALTY = '128RID2-3{PXC} 127RAN1-50 156N C035N 1223N';
/** A code of an HI without date, amount or indicator. */
export const CODE_ALONE = '1271RAN1-30 1250N 1251N 782N 380N 799N 1271N 1073N';
/** How a paper comes, and its number. */
export const SENT = '756RID1-2{AA,BM,EL,EM,FT,FX} 757N 98N 66SID1-2{AC} 67SAN2-80 352N C002N 1525N';

export const SUBMITTER = `NM1 1 R 1 "submitter" ?1 P0809 C1110 : 98RID2-3{41} 1065RID1{1,2} 1035RAN1-60 1036SAN1-35 1037SAN1-25 1038N 1039N 66RID1-2{46} 67RAN2-80 706N 98N 1035N
PER 2 R 2 "information contact" ?1 ?3 ${CONTACT}`;

export const BILLING_LEVEL = `HL 1 R 1 "information source" ?3 : 628RAN1-12 734N 735RID1-2{20} 736RID1{1}
PRV 2 S 1 "provider specialty" ?1 P0203 : 1221RID1-3{BI} ${SPECIALTY}
CUR 3 S 1 "currency" C0807 C0907 L101112 C1110 C1210 L131415 C1413 C1513 L161718 C1716 C1816 L192021 C2019 C2119 : 98RID2-3{85} 100RID3<currency> 280N 98N 100N 669N 374N 373N 337N 374N 373N 337N 374N 373N 337N 374N 373N 337N 374N 373N 337N`;

export const BILLING_PROVIDER = `NM1 1 R 1 "billing provider" ?1 P0809 C1110 C1203 : 98RID2-3{85} 1065RID1{1,2} ${PROVIDER}
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}
REF.EI 4 R 1 "tax id" ?1 R0203 : 128RID2-3{EI,SY} ${VALUE}
REF.0B 4 S 2 "state license" ?1 R0203 : 128RID2-3{0B,1G} ${VALUE}
PER 5 S 2 "information contact" ?1 ?3 ${CONTACT}`;

export const PAY_TO_ADDRESS = `NM1 1 R 1 "pay-to address" ?1 P0809 C1110 C1203 : 98RID2-3{87} 1065RID1{1,2} ${NO_NAME}
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}`;

export const PAY_TO_PLAN = `NM1 1 R 1 "pay-to plan" ?1 P0809 C1110 C1203 : 98RID2-3{PE} 1065RID1{2} ${PLAN}
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}
REF.2U 4 S 1 "payer secondary id" ?1 R0203 : 128RID2-3{2U,FY,NF} ${VALUE}
REF.EI 4 R 1 "tax id" ?1 R0203 : 128RID2-3{EI} ${VALUE}`;

export const DESTINATION_PAYER = `NM1 1 R 1 "payer" ?1 P0809 C1110 C1203 : 98RID2-3{PR} 1065RID1{2} ${PLAN}
N3 2 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 S 1 "city state postal" ${CITY}
REF.2U 4 S 3 "payer secondary id" ?1 R0203 : 128RID2-3{2U,EI,FY,NF} ${VALUE}
REF.G2 4 S 2 "payer-assigned provider number" ?1 R0203 : 128RID2-3{G2,LU} ${VALUE}`;

export const OTHER_COVER = `SBR 1 R 1 "subscriber cover" : 1138RID1{$1} 1069RID2{01,18,19,20,21,39,40,53,G8} 127SAN1-50 93SAN1-60 1336SID1-3{12,13,14,15,16,41,42,43,47} 1143N 1073N 584N 1032SID1-2{$2}
CAS 2 S 5 "adjustments" ${ADJUSTMENTS}
AMT.D 3 S 1 "payer paid" ?1 : 522RID1-3{D} 782RR1-18 478N
AMT.A8 3 S 1 "non-covered charge" ?1 : 522RID1-3{A8} 782RR1-18 478N
AMT.EAF 3 S 1 "remaining patient liability" ?1 : 522RID1-3{EAF} 782RR1-18 478N
OI 4 R 1 "other cover facts" : 1032N 1383N 1073RID1{N,W,Y} 1351SID1{P} 1360N 1363RID1{I,Y}
MOA 5 S 1 "outpatient adjudication facts" : 954SR1-10 782SR1-18 127SAN1-50<remark_code> = = = = 782SR1-18 =`;

export const OTHER_SUBSCRIBER = `NM1 1 R 1 "subscriber" ?1 P0809 C1110 C1203 : 98RID2-3{IL} 1065RID1{1,2} 1035RAN1-60 1036SAN1-35 1037SAN1-25 1038N 1039SAN1-10 66RID1-2{II,MI} 67RAN2-80 706N 98N 1035N
N3 2 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 S 1 "city state postal" ${CITY}
REF 4 S 1 "social security number" ?1 R0203 : 128RID2-3{SY} ${VALUE}`;

export const OTHER_PAYER = `NM1 1 R 1 "payer" ?1 P0809 C1110 C1203 : 98RID2-3{PR} 1065RID1{2} ${PLAN}
N3 2 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 S 1 "city state postal" ${CITY}
DTP 4 S 1 "payer decision date" ?1 : 374RID3{573} 1250RID2-3{D8} 1251RAN1-35
REF.2U 5 S 2 "payer secondary id" ?1 R0203 : 128RID2-3{2U,EI,FY,NF} ${VALUE}
REF.G1 5 S 1 "prior authorization number" ?1 R0203 : 128RID2-3{G1} ${VALUE}
REF.9F 5 S 1 "referral number" ?1 R0203 : 128RID2-3{9F} ${VALUE}
REF.T4 5 S 1 "signal code" ?1 R0203 : 128RID2-3{T4} ${VALUE}
REF.F8 5 S 1 "payer claim control number" ?1 R0203 : 128RID2-3{F8} ${VALUE}`;

export const SUBSCRIBER = `NM1 1 R 1 "subscriber" ?1 P0809 C1110 C1203 : 98RID2-3{IL} 1065RID1{1,2} ${INSURED}
N3 2 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 S 1 "city state postal" ${CITY}
DMG 4 S 1 "birth and gender" ${BIRTH}
REF.SY 5 S 1 "social security number" ?1 R0203 : 128RID2-3{SY} ${VALUE}
REF.Y4 5 S 1 "property casualty claim number" ?1 R0203 : 128RID2-3{Y4} ${VALUE}`;

export const FACILITY = `NM1 1 R 1 "service facility" ?1 P0809 C1110 C1203 : 98RID2-3{77} 1065RID1{2} ${PLACE}
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}
REF 4 S 3 "state license" ?1 R0203 : 128RID2-3{0B,G2,LU} ${VALUE}`;

export const PATIENT = `NM1 1 R 1 "patient" ?1 P0809 C1110 C1203 : 98RID2-3{QC} 1065RID1{1} 1035RAN1-60 1036SAN1-35 1037SAN1-25 1038N 1039SAN1-10 66N 67N 706N 98N 1035N
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}
DMG 4 R 1 "birth and gender" ${BIRTH}
REF.Y4 5 S 1 "property casualty claim number" ?1 R0203 : 128RID2-3{Y4} ${VALUE}
REF.1W 5 S 1 "member number" ?1 R0203 : 128RID2-3{1W,SY} ${VALUE}`;
