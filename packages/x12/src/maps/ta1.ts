/**
 * TA1 00501: which loops, segments, elements and bare code values the guide has, in our notation and with our
 * labels (docs/x12-maps.md explains the notation and where the facts come from). No guide text.
 */
export default `guide TA1 set TA1 group - versions 00501
@ISA - 0 "interchange"
ISA 1 R 1 "interchange header" : I01RID2{00,03} I02RAN10 I03RID2{00,01} I04RAN10 I05RID2{01,14,20,27,28,29,30,33,ZZ} I06RAN15 I05RID2{01,14,20,27,28,29,30,33,ZZ} I07RAN15 I08RDT6 I09RTM4 I65RAN1 I11RID5{00501} I12RN09 I13RID1{0,1} I14RID1{P,T} I15RAN1
TA1 2 S 0 "interchange acknowledgment" : I12RN09 I08RDT6 I09RTM4 I17RID1{A,E,R} I18RID3{000,001,002,003,004,005,006,007,008,009,010,011,012,013,014,015,016,017,018,019,020,021,022,023,024,025,026,027,028,029,030,031}
IEA 4 R 1 "interchange trailer" : I16RN01-5 I12RN09
@GS ISA:3:S 0 "functional group"
GS 1 R 1 "group header" : 479RID2{BE,FA,HB,HC,HI,HN,HP,HR,HS,RA} 142RAN2-15 124RAN2-15 373RDT8 337RTM4-8 28RN01-9 455RID1-2{X} 480RAN1-12
GE 2 R 1 "group trailer" : 97RN01-6 28RN01-9`;
