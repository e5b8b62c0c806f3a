export type { Delimiters } from './reader/delimiters.ts';
export { READER_LIMITS } from './reader/limits.ts';
export { type ReaderListener, type ReaderProblem, type ReaderProblemCode, X12Reader } from './reader/reader.ts';
export { Segment } from './reader/segment.ts';
export { type CheckOptions, checkX12, type Follower, X12Checker } from './check/checker.ts';
export type { AckCodes, GroupSummary, InterchangeSummary, TransactionSummary, X12Finding, X12Place, X12Report } from './check/finding.ts';
export { type RuleId, X12_RULES } from './check/rules.ts';
export { GUIDE_IDS, guide, guideFor, type GuideId } from './map/guides.ts';
