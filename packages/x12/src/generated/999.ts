// Made from the map of 999 (005010X231A1) by `npm run docs`: structure and our own labels, no guide text.
import type { Repeated, X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'999', '999', SetSt | SetAk1 | Loop2000 | SetAk9 | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '999', st02SetControlNumber: string, st03ImplementationConvention: '005010X231A1' | '005010X231']>;

/** Group answered. */
export type SetAk1 = X12Segment<'AK1', 'group answered', readonly [ak101GroupType: 'BE' | 'HB' | 'HC' | 'HI' | 'HN' | 'HP' | 'HR' | 'HS' | 'RA', ak102GroupControlNumber: string, ak103VersionCode: string]>;

/** Group result. */
export type SetAk9 = X12Segment<'AK9', 'group result', readonly [ak901GroupResult: 'A' | 'E' | 'M' | 'P' | 'R' | 'W' | 'X', ak902NumberOfSets: string, ak903ReceivedSetCount: string, ak904AcceptedSetCount: string, ak905GroupErrorCode?: '1' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '2' | '23' | '24' | '25' | '26' | '3' | '4' | '5' | '6' | '', ak906GroupErrorCode?: '1' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '2' | '23' | '24' | '25' | '26' | '3' | '4' | '5' | '6' | '', ak907GroupErrorCode?: '1' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '2' | '23' | '24' | '25' | '26' | '3' | '4' | '5' | '6' | '', ak908GroupErrorCode?: '1' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '2' | '23' | '24' | '25' | '26' | '3' | '4' | '5' | '6' | '', ak909GroupErrorCode?: '1' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '2' | '23' | '24' | '25' | '26' | '3' | '4' | '5' | '6' | '']>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Set answered. */
export type Loop2000 = X12Loop<'2000', 'set answered', Loop2000Ak2 | Loop2100 | Loop2000Ik5>;

/** Set answered. */
export type Loop2000Ak2 = X12Segment<'AK2', 'set answered', readonly [ak201TransactionSetId: '270' | '271' | '276' | '277' | '278' | '820' | '834' | '835' | '837', ak202SetControlNumber: string, ak203ImplementationConvention?: string]>;

/** Set result. */
export type Loop2000Ik5 = X12Segment<'IK5', 'set result', readonly [ik501SetResult: 'A' | 'E' | 'M' | 'R' | 'W' | 'X', ik502SetError?: string, ik503SetError?: string, ik504SetError?: string, ik505SetError?: string, ik506SetError?: string]>;

/** Segment error. */
export type Loop2100 = X12Loop<'2100', 'segment error', Loop2100Ik3 | Loop2100CtxSituationalTrigger | Loop2100CtxClm01 | Loop2110>;

/** Segment error. */
export type Loop2100Ik3 = X12Segment<'IK3', 'segment error', readonly [ik301SegmentIdInError: string, ik302SegmentPosition: string, ik303LoopIdCode: string, ik304SegmentError: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'I4' | 'I6' | 'I7' | 'I8' | 'I9']>;

/** Error context. */
export type Loop2100CtxSituationalTrigger = X12Segment<'CTX', 'error context', readonly [ctx01ContextGroup: Repeated<string | readonly string[]>, ctx02SegmentIdInError: string, ctx03SegmentPosition: string, ctx04LoopIdCode?: string, ctx05ElementPositionGroup?: string | readonly string[], ctx06ReferenceGroup?: string | readonly string[]]>;

/** Error context. */
export type Loop2100CtxClm01 = X12Segment<'CTX', 'error context', readonly [ctx01ContextGroup: Repeated<string | readonly string[]>, ctx02SegmentIdInError?: '', ctx03SegmentPosition?: '', ctx04LoopIdCode?: '', ctx05ElementPositionGroup?: string | readonly string[]]>;

/** Element error. */
export type Loop2110 = X12Loop<'2110', 'element error', Loop2110Ik4 | Loop2110Ctx>;

/** Element error. */
export type Loop2110Ik4 = X12Segment<'IK4', 'element error', readonly [ik401ElementPositionGroup: string | readonly string[], ik402ElementNumber: string, ik403ElementError: '1' | '10' | '12' | '13' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'I10' | 'I11' | 'I12' | 'I13' | 'I6' | 'I9', ik404BadElementValue?: string]>;

/** Error context. */
export type Loop2110Ctx = X12Segment<'CTX', 'error context', readonly [ctx01ContextGroup: Repeated<string | readonly string[]>, ctx02SegmentIdInError: string, ctx03SegmentPosition: string, ctx04LoopIdCode?: string, ctx05ElementPositionGroup?: string | readonly string[], ctx06ReferenceGroup?: string | readonly string[]]>;
