import {
  ADJUSTMENTS,
  BILLING_LEVEL,
  BILLING_PROVIDER,
  CITY,
  CODE_ALONE,
  DESTINATION_PAYER,
  FACILITY,
  NO_NAME,
  OTHER_COVER,
  OTHER_SUBSCRIBER,
  PATIENT,
  PAY_TO_ADDRESS,
  PAY_TO_PLAN,
  PLACE,
  PLAN,
  PROVIDER,
  SENT,
  SPECIALTY,
  SUBMITTER,
  SUBSCRIBER,
  VALUE,
  VALUE_FOR_PAYER,
} from './claim-parts.ts';

/**
 * 837D 005010X224A2: which loops, segments, elements and bare code values the guide has, in our notation and with our
 * labels (docs/x12-maps.md explains the notation and where the facts come from). No guide text.
 */
export default `guide 837D set 837 group HC versions 005010X224A2 005010X224
$1 A B C D E F G H P S T U
$2 11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ
@ST - 0 "transaction set"
ST 1 R 1 "set header" : 143RID3{837} 329RAN4-9 1705RAN1-35{005010X224A2,005010X224}
BHT 2 R 1 "hierarchy start" : 1005RID4{0019} 353RID2{00,18} 127RAN1-50 373RDT8 337RTM4-8 640RID2{31,CH,RP}
SE 5 R 1 "set trailer" : 96RN01-10 329RAN4-9
@1000A ST:3:R 1 "submitter"
${SUBMITTER}
@1000B ST:3:R 1 "receiver"
NM1 1 R 1 "receiver" ?1 P0809 C1110 : 98RID2-3{40} 1065RID1{2} 1035RAN1-60 1036N 1037N 1038N 1039N 66RID1-2{46} 67RAN2-80 706N 98N 1035N
@2000A ST:4:R 0 "billing provider level"
${BILLING_LEVEL}
@2010AA 2000A:4:R 1 "billing provider"
${BILLING_PROVIDER}
@2010AB 2000A:4:S 1 "pay-to address"
${PAY_TO_ADDRESS}
@2010AC 2000A:4:S 1 "pay-to plan"
${PAY_TO_PLAN}
@2000B 2000A:5:R 0 "subscriber level"
HL 1 R 1 "subscriber" ?3 : 628RAN1-12 734RAN1-12 735RID1-2{22} 736RID1{0,1}
SBR 2 R 1 "subscriber cover" : 1138RID1{$1} 1069SID2{18} 127SAN1-50 93SAN1-60 1336SID1-3{12,13,14,15,16,41,42,43,47} 1143N 1073N 584N 1032SID1-2{$2}
@2010BA 2000B:3:R 1 "subscriber"
${SUBSCRIBER}
@2010BB 2000B:3:R 1 "payer"
${DESTINATION_PAYER}
@2300 2000B:4:S,2000C:4:R 100 "claim"
CLM 1 R 1 "claim" : 1028RAN1-38 782RR1-18 1032N 1343N C023R(1331RAN1-2 1332RID1-2{B} 1325RID1<claim-frequency>) 1073RID1{N,Y} 1359RID1{A,B,C} 1073RID1{N,W,Y} 1363RID1{I,Y} 1351N C024S(1362RID2-3{AA,EM,OA} 1362SID2-3{AA,EM,OA} 1362N 156SID2<state> 26SID2-3<country>) 1366SID2-3{01,02,03,05} 1073N 1338N 1073N 1360N 1029N 1073N 1383SID2{PB} 1514SID1-2{1,10,11,15,2,3,4,5,6,7,8,9}
DTP.439 2 S 1 "accident date" ?1 : 374RID3{439} 1250RID2-3{D8} 1251RAN1-35
DTP.452 2 S 1 "appliance placement date" ?1 : 374RID3{452} 1250RID2-3{D8} 1251RAN1-35
DTP.472 2 S 1 "service date" ?1 : 374RID3{472} 1250RID2-3{D8,RD8} 1251RAN1-35
DTP.050 2 S 1 "repricer received date" ?1 : 374RID3{050} 1250RID2-3{D8} 1251RAN1-35
DN1 3 S 1 "orthodontics" : 380SR1-15 = 1073N 352SAN1-80
DN2 4 S 35 "tooth status" : 127RAN1-50 1368RID1-2{E,M} 380N 1250N 1251N 1270RID1-3{JP}
PWK 5 S 10 "attachment" ?1 ?2 P0506 : 755RID2{B4,DA,DG,EB,OZ,P6,RB,RR} ${SENT}
CN1 6 S 1 "contract" : 1166RID2{02,03,04,05,06,09} 782SR1-18 332SR1-6 127SAN1-50 338SR1-6 799SAN1-30
AMT 7 S 1 "patient paid" ?1 : 522RID1-3{F5} 782RR1-18 478N
REF.G3 8 S 1 "predetermination number" ?1 R0203 : 128RID2-3{G3} ${VALUE}
REF.4N 8 S 1 "service authorization exception" ?1 R0203 : 128RID2-3{4N} 127RAN1-50{1,2,3,4,5,6,7} 352N C040N
REF.F8 8 S 1 "payer claim control number" ?1 R0203 : 128RID2-3{F8} ${VALUE}
REF.9F 8 S 1 "referral number" ?1 R0203 : 128RID2-3{9F} ${VALUE}
REF.G1 8 S 1 "prior authorization number" ?1 R0203 : 128RID2-3{G1} ${VALUE}
REF.9A 8 S 1 "repriced claim number" ?1 R0203 : 128RID2-3{9A} ${VALUE}
REF.9C 8 S 1 "adjusted repriced claim number" ?1 R0203 : 128RID2-3{9C} ${VALUE}
REF.D9 8 S 1 "clearinghouse trace number" ?1 R0203 : 128RID2-3{D9} ${VALUE}
K3 9 S 10 "fixed format text" : 449RAN1-80 1333N C001N
NTE 10 S 5 "note" ?1 : 363RID3{ADD} 352RAN1-80
HI 11 S 1 "principal diagnosis" ?1-1 : C022R(1270RID1-3{ABK,BK,TQ} ${CODE_ALONE}) C022S(1270RID1-3{ABF,BF,TQ} ${CODE_ALONE}) = = C022N = = = = = = =
HCP 12 S 1 "repricing" R0113 P0910 P1112 : 1473RID2{00,01,02,03,04,05,07,08,09,10,11,12,13,14} 782RR1-18 782SR1-18 127SAN1-50 118SR1-9 127SAN1-50 782SR1-18 234N 235N 234N 355N 380N 901SID2{T1,T2,T3,T4,T5,T6} 1526SID1-2{1,2,3,4,5} 1527SID1-2{1,2,3,4,5,6}
@2310A 2300:13:S 2 "referring provider"
NM1 1 R 1 "referring provider" ?1 P0809 C1110 C1203 : 98RID2-3{DN,P3} 1065RID1{1} ${PROVIDER}
PRV 2 S 1 "provider specialty" ?1 P0203 : 1221RID1-3{RF} ${SPECIALTY}
REF 3 S 3 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2} ${VALUE}
@2310B 2300:13:S 1 "rendering provider"
NM1 1 R 1 "rendering provider" ?1 P0809 C1110 C1203 : 98RID2-3{82} 1065RID1{1,2} ${PROVIDER}
PRV 2 S 1 "provider specialty" ?1 P0203 : 1221RID1-3{PE} ${SPECIALTY}
REF 3 S 4 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2310C 2300:13:S 1 "service facility"
${FACILITY}
@2310D 2300:13:S 1 "assistant surgeon"
NM1 1 R 1 "assistant surgeon" ?1 P0809 C1110 C1203 : 98RID2-3{DD} 1065RID1{1} ${PROVIDER}
PRV 2 S 1 "provider specialty" ?1 P0203 : 1221RID1-3{AS} ${SPECIALTY}
REF 3 S 4 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2310E 2300:13:S 1 "supervising provider"
NM1 1 R 1 "supervising provider" ?1 P0809 C1110 C1203 : 98RID2-3{DQ} 1065RID1{1} ${PROVIDER}
REF 2 S 4 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2320 2300:14:S 10 "other cover"
${OTHER_COVER}
@2330A 2320:6:R 1 "other subscriber"
${OTHER_SUBSCRIBER}
@2330B 2320:6:R 1 "other payer"
NM1 1 R 1 "payer" ?1 P0809 C1110 C1203 : 98RID2-3{PR} 1065RID1{2} ${PLAN}
N3 2 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 S 1 "city state postal" ${CITY}
DTP 4 S 1 "payer decision date" ?1 : 374RID3{573} 1250RID2-3{D8} 1251RAN1-35
REF.2U 5 S 2 "payer secondary id" ?1 R0203 : 128RID2-3{2U,EI,FY,NF} ${VALUE}
REF.G1 5 S 1 "prior authorization number" ?1 R0203 : 128RID2-3{G1} ${VALUE}
REF.G3 5 S 1 "predetermination number" ?1 R0203 : 128RID2-3{G3} ${VALUE}
REF.9F 5 S 1 "referral number" ?1 R0203 : 128RID2-3{9F} ${VALUE}
REF.T4 5 S 1 "signal code" ?1 R0203 : 128RID2-3{T4} ${VALUE}
REF.F8 5 S 1 "payer claim control number" ?1 R0203 : 128RID2-3{F8} ${VALUE}
@2330C 2320:6:S 2 "other payer referring provider"
NM1 1 R 1 "referring provider" ?1 P0809 C1110 C1203 : 98RID2-3{DN,P3} 1065RID1{1} ${NO_NAME}
REF 2 R 3 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2} ${VALUE}
@2330D 2320:6:S 1 "other payer rendering provider"
NM1 1 R 1 "rendering provider" ?1 P0809 C1110 C1203 : 98RID2-3{82} 1065RID1{1} ${NO_NAME}
REF 2 R 3 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2330E 2320:6:S 1 "other payer supervising provider"
NM1 1 R 1 "supervising provider" ?1 P0809 C1110 C1203 : 98RID2-3{DQ} 1065RID1{1} ${NO_NAME}
REF 2 R 3 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2330F 2320:6:S 1 "other payer billing provider"
NM1 1 R 1 "billing provider" ?1 P0809 C1110 C1203 : 98RID2-3{85} 1065RID1{1,2} ${NO_NAME}
REF 2 R 3 "payer-assigned provider number" ?1 R0203 : 128RID2-3{G2,LU} ${VALUE}
@2330G 2320:6:S 1 "other payer service facility"
NM1 1 R 1 "service facility" ?1 P0809 C1110 C1203 : 98RID2-3{77} 1065RID1{2} ${NO_NAME}
REF 2 R 3 "payer-assigned provider number" ?1 R0203 : 128RID2-3{G2,LU} ${VALUE}
@2330H 2320:6:S 1 "other payer assistant surgeon"
NM1 1 R 1 "assistant surgeon" ?1 P0809 C1110 C1203 : 98RID2-3{DD} 1065RID1{1} ${NO_NAME}
REF 2 R 3 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE}
@2400 2300:15:R 50 "service line"
LX 1 R 1 "line counter" : 554RN01-6
SV3 2 R 1 "dental service" : C003R(235RID2{AD} 234RAN1-48 1339SAN2 = = = 352SAN1-80 234N) 782RR1-18 1331SAN1-2 C006S(1361RID1-3 1361SID1-3 = = =) 1358SID1{I,R} 380SR1-15 352N 1327N 1360N 1073N C004S(1328RN01-2 1328SN01-2 = =)
TOO 3 S 32 "tooth" : 1270RID1-3{JP} 1271RAN1-30 C005S(1369RID1-2{B,D,F,I,L,M,O} 1369SID1-2{B,D,F,I,L,M,O} = = =)
DTP.472 4 S 1 "service date" ?1 : 374RID3{472} 1250RID2-3{D8} 1251RAN1-35
DTP.139 4 S 1 "estimated date" ?1 : 374RID3{139,441} 1250RID2-3{D8} 1251RAN1-35
DTP.452 4 S 1 "appliance placement date" ?1 : 374RID3{452} 1250RID2-3{D8} 1251RAN1-35
DTP.446 4 S 1 "replacement date" ?1 : 374RID3{446} 1250RID2-3{D8} 1251RAN1-35
DTP.196 4 S 1 "treatment start" ?1 : 374RID3{196} 1250RID2-3{D8} 1251RAN1-35
DTP.198 4 S 1 "treatment end" ?1 : 374RID3{198} 1250RID2-3{D8} 1251RAN1-35
CN1 5 S 1 "contract" : 1166RID2{02,03,04,05,06,09} 782SR1-18 332SR1-6 127SAN1-50 338SR1-6 799SAN1-30
REF.G3 6 S 5 "predetermination number" ?1 R0203 : 128RID2-3{G3} ${VALUE_FOR_PAYER}
REF.G1 6 S 5 "prior authorization number" ?1 R0203 : 128RID2-3{G1} ${VALUE_FOR_PAYER}
REF.6R 6 S 1 "line control number" ?1 R0203 : 128RID2-3{6R} ${VALUE}
REF.9A 6 S 1 "repriced claim number" ?1 R0203 : 128RID2-3{9A} ${VALUE}
REF.9C 6 S 1 "adjusted repriced claim number" ?1 R0203 : 128RID2-3{9C} ${VALUE}
REF.9F 6 S 5 "referral number" ?1 R0203 : 128RID2-3{9F} ${VALUE_FOR_PAYER}
AMT 7 S 1 "sales tax" ?1 : 522RID1-3{T} 782RR1-18 478N
K3 8 S 10 "fixed format text" : 449RAN1-80 1333N C001N
HCP 9 S 1 "repricing" R0113 P0910 P1112 : 1473RID2{00,01,02,03,04,05,06,07,08,09,10,11,12,13,14} 782RR1-18 782SR1-18 127SAN1-50 118SR1-9 127N 782N 234N 235RID2{AD} 234SAN1-48 355RID2{UN} 380SR1-15 901RID2{T1,T2,T3,T4,T5,T6} 1526RID1-2{1,2,3,4,5} 1527RID1-2{1,2,3,4,5,6}
@2420A 2400:10:S 1 "line rendering provider"
NM1 1 R 1 "rendering provider" ?1 P0809 C1110 C1203 : 98RID2-3{82} 1065RID1{1,2} ${PROVIDER}
PRV 2 R 1 "provider specialty" ?1 P0203 : 1221RID1-3{PE} ${SPECIALTY}
REF 3 S 20 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE_FOR_PAYER}
@2420B 2400:10:S 1 "line assistant surgeon"
NM1 1 R 1 "assistant surgeon" ?1 P0809 C1110 C1203 : 98RID2-3{DD} 1065RID1{1} ${PROVIDER}
PRV 2 S 1 "provider specialty" ?1 P0203 : 1221RID1-3{AS} ${SPECIALTY}
REF 3 S 20 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE_FOR_PAYER}
@2420C 2400:10:S 1 "line supervising provider"
NM1 1 R 1 "supervising provider" ?1 P0809 C1110 C1203 : 98RID2-3{DQ} 1065RID1{1} ${PROVIDER}
REF 2 S 20 "state license" ?1 R0203 : 128RID2-3{0B,1G,G2,LU} ${VALUE_FOR_PAYER}
@2420D 2400:10:S 1 "line service facility"
NM1 1 R 1 "service facility" ?1 P0809 C1110 C1203 : 98RID2-3{77} 1065RID1{2} ${PLACE}
N3 2 R 1 "street address" : 166RAN1-55 166SAN1-55
N4 3 R 1 "city state postal" ${CITY}
REF 4 S 20 "payer-assigned provider number" ?1 R0203 : 128RID2-3{1G,G2,LU} ${VALUE_FOR_PAYER}
@2430 2400:11:S 15 "other payer line result"
SVD 1 R 1 "other payer line result" : 67RAN2-80 782RR1-18 C003R(235RID2{AD,ER} 234RAN1-48 1339SAN2 = = = 352SAN1-80 234N) 234N 380RR1-15 554SN01-6
CAS 2 S 5 "adjustments" ${ADJUSTMENTS}
DTP 3 R 1 "payer decision date" ?1 : 374RID3{573} 1250RID2-3{D8} 1251RAN1-35
AMT 4 S 1 "remaining patient liability" ?1 : 522RID1-3{EAF} 782RR1-18 478N
@2000C 2000B:5:S 0 "patient level"
HL 1 R 1 "dependent" ?3 : 628RAN1-12 734RAN1-12 735RID1-2{23} 736RID1{0}
PAT 2 R 1 "patient facts" P0506 P0708 : 1069RID2{01,19,20,21,39,40,53,G8} 1384N 584N 1220N 1250N 1251N 355N 81N 1073N
@2010CA 2000C:3:R 1 "patient"
${PATIENT}`;
