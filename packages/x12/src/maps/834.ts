/**
 * 834 005010X220A1: enrollment. Written by hand from general knowledge of the transaction and the corpus, without the
 * guide: order, nesting and the main codes are sound, usage and repeats of rare segments are not sure, and long code
 * lists are left open. Judged leniently (docs/x12-maps.md). No guide text.
 */
const PERSON = '1065RID1{1,2} 1035SAN1-60 1036SAN1-35 1037SAN1-25 1038SAN1-10 1039SAN1-10 66SID1-2 67SAN2-80 706N 98N 1035N';
const ADDRESS = `N3 3 S 1 "street address" : 166RAN1-55 166SAN1-55
N4 4 S 1 "city state postal" E0207 C0605 C0704 : 19SAN2-30 156SID2<state> 116SID3-15 26SID2-3<country> 309SID1-2 310SAN1-30 1715SID1-3`;
const CONTACT = '366RID2 93SAN1-60 365RID2 364RAN1-256 365SID2 364SAN1-256 365SID2 364SAN1-256 443N';
const REFERENCE = '128RID2-3 127RAN1-50 352SAN1-80 C040N';
const DATE = '374RID3 1250RID2-3{D8,RD8} 1251RAN1-35';
const DEMOGRAPHICS =
  '1250SID2-3{D8} 1251SAN1-35 1068SID1{F,M,U} 1067SID1 C056S(1109SID1 1270SID1-3 1271SAN1-30)*10 1066SID1-2 26SID2-3 659SID1-2 380N 1270N 1271N';

export default `guide 834 set 834 group BE versions 005010X220A1 005010X220 005010X307
@ST - 0 "transaction set"
ST 1 R 1 "set header" : 143RID3{834} 329RAN4-9 1705SAN1-35{005010X220A1,005010X220,005010X307,005010X307A1}
BGN 2 R 1 "beginning" C0504 : 353RID2{00,15,22} 127RAN1-50 373RDT8 337RTM4-8 623SID2 127SAN1-50 640SID2 306RID1-2{2,4,RX} 786N
REF 3 S 1 "master policy number" ?1=38 : 128RID2-3{38} 127RAN1-50 352N C040N
DTP 4 S 0 "file date" : ${DATE}
QTY 5 S 3 "transaction totals" : 673RID2{DT,ET,TO} 380RR1-15 C001N 61N
SE 10 R 1 "set trailer" : 96RN01-10 329RAN4-9
@1000A ST:6:R 1 "sponsor"
N1 1 R 1 "sponsor" ?1 R0203 P0304 : 98RID2-3{P5} 93SAN1-60 66RID1-2{24,94,FI} 67RAN2-80 706N 98N
@1000B ST:7:R 1 "payer"
N1 1 R 1 "payer" ?1 R0203 P0304 : 98RID2-3{IN} 93SAN1-60 66RID1-2{94,FI,XV} 67RAN2-80 706N 98N
@1000C ST:8:S 2 "broker or administrator"
N1 1 R 1 "broker or administrator" ?1 R0203 P0304 : 98RID2-3{BO,TV} 93RAN1-60 66RID1-2{94,FI,XV} 67RAN2-80 706N 98N
@1100C 1000C:2:S 1 "account"
ACT 1 R 1 "account" : 508RAN1-35 93N 66N 67N 569N 508SAN1-35 352N 107N 1216N
@2000 ST:9:R 0 "member"
INS 1 R 1 "member" P1112 : 1073RID1{N,Y} 1069RID2 875RID3{001,021,024,025,030} 1203SID2-3 1216SID1 C052S(1218SID1 1701SID1 1701SID1) 1219SID1-2 584SID2 1220SID1 1073SID1{N,Y} 1250SID2-3{D8} 1251SAN1-35 1165SID1 19N 156N 26N 1470SN01-9
REF.0F 2 R 1 "subscriber number" ?1 : 128RID2-3{0F} 127RAN1-50 352N C040N
REF.1L 2 S 1 "policy number" ?1 : 128RID2-3{1L} 127RAN1-50 352N C040N
REF.17 2 S 13 "further member number" ?1 : 128RID2-3{17,23,3H,4A,6O,ABB,D3,DX,F6,P5,Q4,QQ,ZZ} 127RAN1-50 352N C040N
DTP 3 S 24 "member date" : ${DATE}
LS 14 S 1 "reporting categories begin" : 447RAN1-4
LE 16 S 1 "reporting categories end" : 447RAN1-4
@2100A 2000:4:R 1 "member name"
NM1 1 R 1 "member name" ?1 P0809 C1110 C1203 : 98RID2-3{74,IL} ${PERSON}
PER 2 S 1 "member contact" P0304 P0506 P0708 : ${CONTACT}
${ADDRESS}
DMG 5 S 1 "demographics" P0102 : ${DEMOGRAPHICS}
EC 6 S 0 "employment class" : 1176SID2-3 1176SID2-3 1176SID2-3 954N 1201N 1149N
ICM 7 S 1 "income" : 594RID1 782RR1-18 380SR1-15 1660SAN1-30 1214SID1-2 100N
AMT 8 S 7 "policy amount" : 522RID1-3 782RR1-18 478N
HLH 9 S 1 "health facts" : 1212SID1 65SR1-8 81SR1-10 81SR1-10 352N 1213SID1 352N
LUI 10 S 0 "language" P0102 : 66SID1-2 67SAN2-80 352SAN1-80 1303SID1-2 1479N
@2100B 2000:5:S 1 "name as it was wrong"
NM1 1 R 1 "name as it was wrong" ?1 P0809 : 98RID2-3{70} ${PERSON}
DMG 2 S 1 "demographics as they were wrong" P0102 : ${DEMOGRAPHICS}
@2100C 2000:6:S 1 "mailing address"
NM1 1 R 1 "mailing address" ?1 : 98RID2-3{31} ${PERSON}
${ADDRESS}
@2100D 2000:7:S 3 "employer"
NM1 1 R 1 "employer" ?1 P0809 : 98RID2-3{36} ${PERSON}
PER 2 S 1 "employer contact" P0304 P0506 P0708 : ${CONTACT}
${ADDRESS}
@2100E 2000:8:S 3 "school"
NM1 1 R 1 "school" ?1 P0809 : 98RID2-3{M8} ${PERSON}
PER 2 S 1 "school contact" P0304 P0506 P0708 : ${CONTACT}
${ADDRESS}
@2100F 2000:9:S 1 "custodial parent"
NM1 1 R 1 "custodial parent" ?1 P0809 : 98RID2-3{S3} ${PERSON}
PER 2 S 1 "custodial parent contact" P0304 P0506 P0708 : ${CONTACT}
${ADDRESS}
@2100G 2000:10:S 13 "responsible person"
NM1 1 R 1 "responsible person" ?1 P0809 : 98RID2-3{6Y,9K,E1,EI,EXS,GB,GD,J6,LR,QD,S1,TZ,X4} ${PERSON}
PER 2 S 1 "responsible person contact" P0304 P0506 P0708 : ${CONTACT}
${ADDRESS}
@2100H 2000:11:S 1 "drop-off location"
NM1 1 R 1 "drop-off location" ?1 P0809 : 98RID2-3{45} ${PERSON}
${ADDRESS}
@2200 2000:12:S 0 "disability"
DSB 1 R 1 "disability" P0708 : 1146RID1 380SR1-15 1149SID2-6 1154SID1 1161SN01 1137SAN1-15 235SID2 1137SAN1-15
DTP 2 S 10 "disability date" : ${DATE}
@2300 2000:13:S 99 "health coverage"
HD 1 R 1 "health coverage" : 875RID3 1203N 1205RID2-3 1204SAN1-50 1207SID3 609N 609N 1211SID1-2 1073SID1 1211N 1073N
DTP 2 R 6 "coverage date" : ${DATE}
AMT 3 S 9 "coverage amount" : 522RID1-3 782RR1-18 478N
REF 4 S 13 "coverage number" : ${REFERENCE}
IDC 5 S 3 "identification card" : 1204RAN1-50 1215RID1{D,H,P} 380SR1-15 306SID1-2
@2310 2300:6:S 30 "provider"
LX 1 R 1 "counter" : 554RN01-6
NM1 2 R 1 "provider" P0809 : 98RID2-3{1X,3D,80,FA,OD,P3,QA,QN,Y2} 1065RID1{1,2} 1035SAN1-60 1036SAN1-35 1037SAN1-25 1038SAN1-10 1039SAN1-10 66SID1-2 67SAN2-80 706SID2 98N 1035N
${ADDRESS.replace('N3 3 S 1', 'N3 3 S 2')}
PER 5 S 2 "provider contact" P0304 P0506 P0708 : ${CONTACT}
PLA 6 S 1 "provider change" : 306RID1-2 98RID2-3 373RDT8 337N 1203SID2-3
@2320 2300:7:S 5 "other coverage"
COB 1 R 1 "other coverage" : 1138RID1{P,S,T,U} 127SAN1-50 1143RID1{1,5,6} 1365SID1-2*0
REF 2 S 4 "other coverage number" : ${REFERENCE}
DTP 3 S 2 "other coverage date" : ${DATE}
@2330 2320:4:S 3 "other insurer"
NM1 1 R 1 "other insurer" ?1 P0809 : 98RID2-3{36,GW,IN} ${PERSON}
${ADDRESS}
PER 5 S 1 "other insurer contact" P0304 P0506 P0708 : ${CONTACT}
@2700 2000:15:S 0 "reporting category"
LX 1 R 1 "counter" : 554RN01-6
@2750 2700:2:S 1 "reporting category"
N1 1 R 1 "reporting category" ?1 : 98RID2-3{75} 93RAN1-60 66N 67N 706N 98N
REF 2 S 1 "reporting category number" : ${REFERENCE}
DTP 3 S 1 "reporting category date" : ${DATE}`;
