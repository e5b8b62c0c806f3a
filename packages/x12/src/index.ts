export type { Delimiters } from './reader/delimiters.ts';
export { READER_LIMITS } from './reader/limits.ts';
export { type ReaderListener, type ReaderProblem, type ReaderProblemCode, X12Reader } from './reader/reader.ts';
export { Segment } from './reader/segment.ts';
export { type CheckOptions, checkX12, X12Checker } from './check/checker.ts';
export type { FollowedSet, Follower } from './check/follower.ts';
export type { AckCodes } from './check/ack-codes.ts';
export type { GroupSummary, InterchangeSummary, TransactionSummary, X12Finding, X12Place, X12Report } from './check/finding.ts';
export { type Companion, type CompanionRule, readCompanion } from './companion/model.ts';
export { type RuleId, X12_RULES } from './check/rules.ts';
export { GUIDE_IDS, guide, guideFor, type GuideId } from './map/guides.ts';
export { acknowledge, type AckOptions } from './ack/acknowledge.ts';
export { type Moment, momentOf } from './ack/segment-text.ts';
export { acknowledgeClaims, ClaimCollector } from './ack/claim-acknowledgment.ts';
export {
  type Acknowledgment,
  AcknowledgmentReader,
  type ClaimAnswer,
  type ClaimAnswers,
  type ClaimStatus,
  type FileAnswer,
  type GroupAnswer,
  type SetAnswer,
  type Told,
} from './ack/acknowledgment-reader.ts';
export type { X12Branch, X12File, X12Leaf, X12Marks, X12Node, X12Value } from './json/model.ts';
export { TreeBuilder, x12ToJson } from './json/to-json.ts';
export { transactionsOf } from './json/transactions.ts';
export type * from './generated/index.ts';
export type { X12Loop, X12Segment, X12Transaction } from './json/typed.ts';
export { jsonToX12 } from './json/to-x12.ts';
export { type ClaimPlace, ClaimReader, type TakeClaim } from './claim/claim-reader.ts';
export { type PassedOver, passedPlace, unknownOf } from './claim/passed-over.ts';
export { ClaimStream } from './claim/claim-stream.ts';
export type { Adjustment, Correction, PaidClaim, PaidLine, Payment, ProviderAdjustment } from './payment/payment.ts';
export { PaymentReader } from './payment/payment-reader.ts';
export {
  type ExplainedClaim,
  type ExplainedPayment,
  type ExplainOptions,
  explainPayment,
  type NextStepBy,
  type Underpaid,
} from './payment/explain.ts';
export type { ListedCode } from './payment/listed-codes.ts';
export { type Difference, SentClaims, type SentMatch } from './payment/sent-claims.ts';
export type { Deadline, TimeLimits } from './payment/time-limits.ts';
export { CATEGORIES, type DenialCategory, type NextStep, REASONS } from './payment/reasons.ts';
export { type ClaimEnvelope, ClaimWriter, writeClaimBytes, writeClaims } from './claim/claim-writer.ts';
export { type EligibilityRequest, isRequest, readRequest, type Request, type ReviewRequest, type StatusRequest } from './request/model.ts';
export { writeRequests } from './request/write-requests.ts';
export { type Answer, AnswerReader, type Statement } from './answer/answer-reader.ts';
export { readContract } from './payment/contract.ts';
export { PARTIES, type Parties, type Party, type WriteOptions } from './write/envelope.ts';
export { type WrittenX12, writeJson } from './write/write-json.ts';
export { ClaimFileWriter } from './write/claim-file-writer.ts';
export { toHtml } from './report/to-html.ts';
export { toSarif } from './report/to-sarif.ts';
export { type X12Content, X12FileReader } from './file/file-reader.ts';
