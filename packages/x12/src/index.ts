export type { Delimiters } from './reader/delimiters.ts';
export { READER_LIMITS } from './reader/limits.ts';
export { type ReaderListener, type ReaderProblem, type ReaderProblemCode, X12Reader } from './reader/reader.ts';
export { Segment } from './reader/segment.ts';
