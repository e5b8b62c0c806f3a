/**
 * 997 005010X230: the acknowledgment that came before the 999. Written by hand from the standard's own segments, which
 * the 999 repeats (docs/x12-maps.md). No guide text.
 */
export default `guide 997 set 997 group FA versions 005010X230 005010X230A1
@ST - 0 "transaction set"
ST 1 R 1 "set header" : 143RID3{997} 329RAN4-9 1705SAN1-35
AK1 2 R 1 "group answered" : 479RID2 28RN01-9 480SAN1-12
AK9 4 R 1 "group result" : 715RID1{A,E,M,P,R,W,X} 97RN01-6 123RN01-6 2RN01-6 716SID1-3 = = = =
SE 5 R 1 "set trailer" : 96RN01-10 329RAN4-9
@2000 ST:3:S 0 "set answered"
AK2 1 R 1 "set answered" : 143RID3 329RAN4-9 1705SAN1-35
AK5 3 R 1 "set result" : 717RID1{A,E,M,R,W,X} 718SID1-3 = = = =
@2100 2000:2:S 0 "segment error"
AK3 1 R 1 "segment error" : 721RID2-3 719RN01-10 447SAN1-4 720SID1-3{1,2,3,4,5,6,7,8}
AK4 2 S 99 "element error" : C030R(722RN01-2 1528SN01-2 1686SN01-4) 725SN01-4 723RID1-3{1,10,12,13,2,3,4,5,6,7,8,9} 724SAN1-99`;
