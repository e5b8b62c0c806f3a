// Made from the map of 997 (005010X230) by `npm run docs`: structure and our own labels, no guide text.
import type { X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';

/** Transaction set. */
export type Transaction = X12Transaction<'997', '997', SetSt | SetAk1 | Loop2000 | SetAk9 | SetSe>;

/** Set header. */
export type SetSt = X12Segment<'ST', 'set header', readonly [st01TransactionSetId: '997', st02SetControlNumber: string, st03ImplementationConvention?: string]>;

/** Group answered. */
export type SetAk1 = X12Segment<'AK1', 'group answered', readonly [ak101GroupType: string, ak102GroupControlNumber: string, ak103VersionCode?: string]>;

/** Group result. */
export type SetAk9 = X12Segment<'AK9', 'group result', readonly [ak901GroupResult: 'A' | 'E' | 'M' | 'P' | 'R' | 'W' | 'X', ak902NumberOfSets: string, ak903ReceivedSetCount: string, ak904AcceptedSetCount: string, ak905GroupErrorCode?: string, ak906GroupErrorCode?: string, ak907GroupErrorCode?: string, ak908GroupErrorCode?: string, ak909GroupErrorCode?: string]>;

/** Set trailer. */
export type SetSe = X12Segment<'SE', 'set trailer', readonly [se01SegmentCount: string, se02SetControlNumber: string]>;

/** Set answered. */
export type Loop2000 = X12Loop<'2000', 'set answered', Loop2000Ak2 | Loop2100 | Loop2000Ak5>;

/** Set answered. */
export type Loop2000Ak2 = X12Segment<'AK2', 'set answered', readonly [ak201TransactionSetId: string, ak202SetControlNumber: string, ak203ImplementationConvention?: string]>;

/** Set result. */
export type Loop2000Ak5 = X12Segment<'AK5', 'set result', readonly [ak501SetResult: 'A' | 'E' | 'M' | 'R' | 'W' | 'X', ak502?: string, ak503?: string, ak504?: string, ak505?: string, ak506?: string]>;

/** Segment error. */
export type Loop2100 = X12Loop<'2100', 'segment error', Loop2100Ak3 | Loop2100Ak4>;

/** Segment error. */
export type Loop2100Ak3 = X12Segment<'AK3', 'segment error', readonly [ak301SegmentIdInError: string, ak302SegmentPosition: string, ak303LoopIdCode?: string, ak304?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '']>;

/** Element error. */
export type Loop2100Ak4 = X12Segment<'AK4', 'element error', readonly [ak401ElementPositionGroup: string | readonly string[], ak402ElementNumber: string, ak403: '1' | '10' | '12' | '13' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9', ak404BadElementValue?: string]>;
