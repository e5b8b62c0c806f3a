export { addDays, ageInYears, type Day, day, dayNumber, daysBetween, isDay, isLeapYear } from './day.ts';
export { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from './money.ts';
export { CleanclaimError, type Failure, type FailureCode, FAILURES, failure, isCleanclaimError, quote } from './errors.ts';
export { MAX_CODE_INPUT, tidyCode } from './text/code-text.ts';
export {
  Pack,
  PACK_MAGIC,
  type PackBytes,
  type PackEdition,
  type PackHeader,
  type PackManifest,
  type PackSection,
  type SectionType,
  type SectionView,
} from './pack/format.ts';
export { TextTable } from './pack/text-table.ts';
export { lowerBound } from './lower-bound.ts';
export { CODE_LENGTH, codeKey, keyAfter, keyCharacters, withDot, withoutDot } from './icd10cm/code-key.ts';
export type { Block } from './icd10cm/chapters.ts';
export { Icd10cmEdition } from './icd10cm/edition.ts';
export type { Compiled } from './icd10cm/note-lines.ts';
export { COMPOSED, NO_TITLE, type Row } from './icd10cm/rows.ts';
export { type CodeChoice, type CodeExplanation, explainCode, type Missing, type SeventhChoice } from './icd10cm/explain-code.ts';
export { Icd10cmTable } from './icd10cm/table.ts';
export { type Holder, NOTE_FLAG, NOTE_KINDS, type NoteKind, type NoteLine } from './icd10cm/notes.ts';
export {
  meetsRestrictions,
  namesPartOfLevel,
  noteReferences,
  type Reference,
  type Restriction,
  writeReference,
} from './icd10cm/note-references.ts';
export { NOTE_REPAIRS } from './icd10cm/note-repairs.ts';
export { type Data, makeData, type MueService, type PtpSetting, type Tables } from './data.ts';
export { type InstalledEdition, InstalledEditions } from './tables/installed.ts';
export { type ColumnFacts, KEY_SEPARATOR, KeyedTable, NO_DECIMAL, type TableRow, writeDecimal } from './tables/keyed-table.ts';
export { OPEN_END, PAIR_EPOCH, type PairEdit, PairTable, UNKNOWN_START, VOID_INDICATOR } from './tables/pair-table.ts';
export { CodeIndex, PROCEDURE_LENGTH, procedureKey } from './tables/code-index.ts';
export { type AddOn, AddOnTable, type Mue, type MueIndicator, MueTable, type PtpCode, PtpTable } from './tables/ncci.ts';
export { type Hcpcs, HcpcsTable } from './tables/hcpcs.ts';
export {
  type FeeRow,
  FeeScheduleTable,
  findAnesthesiaFactor,
  findGpci,
  findOppsCap,
  findZip,
  type Gpci,
  type ZipLocality,
} from './tables/fee-schedule.ts';
export { type MceInterval, McePart } from './tables/mce.ts';
export { type Conversion, ConversionTable } from './tables/conversion.ts';
export { type PlaceOfService, type PlaceOfServiceTable, placeOfServiceTable } from './place-of-service.ts';
export {
  type Attachment,
  type Claim,
  type ClaimAdjustment,
  type ClaimType,
  type Declared,
  type Diagnosis,
  type InpatientProcedure,
  type Line,
  type LineDecision,
  type MemberIdKind,
  type OtherPayer,
  type Patient,
  type Payer,
  type Provider,
  type Relation,
  RELATIONS,
  type Subscriber,
} from './claim/model.ts';
export type {
  Ambulance,
  Contact,
  Contract,
  Count,
  EquipmentCertification,
  FormAnswer,
  FormAnswers,
  Identifier,
  InpatientResult,
  Note,
  OutpatientResult,
  PayToPlan,
  PayerProvider,
  PayerProviderRole,
  Place,
  Product,
  QualifiedDate,
  Rental,
  Repricing,
  SpinalManipulation,
  StatedConditions,
  TestResult,
  VisionCondition,
} from './claim/claim-parts.ts';
export {
  CLAIM_LIMITS,
  claimFields,
  escapePointer,
  isFailure,
  type ReadClaim,
  readClaim,
  readFields,
  type UnknownField,
} from './claim/read-claim.ts';
export type { Fields } from './claim/shape.ts';
export { type ClaimView, type DiagnosisView, type LineView, type ProcedureView, viewClaim } from './claim/view.ts';
export { type CheckOptions, type Engine, type EngineOptions, makeEngine, type Unmade } from './engine/engine.ts';
export { type History, type PastClaim, type PatientHistory } from './history/history.ts';
export { ClaimHistory, joinHistories } from './history/claim-history.ts';
export { patientKeys, samePayer } from './history/patient.ts';
export { frequencyOf, isCorrection } from './claim/frequency.ts';
export { type Finding, type NotCheckedEntry, type Report } from './engine/report.ts';
export {
  type AnyOf,
  type Bypassed,
  type Cite,
  type Context,
  type Example,
  type ExampleTables,
  type Found,
  type Need,
  type NotChecked,
  type Outcome,
  type Outcomes,
  type PatchStep,
  type Rule,
  rule,
  type Severity,
} from './engine/rule.ts';
export { type Where, where } from './engine/where.ts';
export { isNpi } from './identify/systems/npi.ts';
export { type Candidate, type CodeKind, type Identification, identify, type SystemId } from './operations/identify.ts';
export { type ClaimEntry, parseClaim, parseClaims, type ParsedJson, parseJson } from './claim/parse-claims.ts';
export { type Operation, operation, type OperationContext, perform } from './operations/operation.ts';
export { diff, type DiffAnswer } from './operations/diff.ts';
export { editions, type EditionsAnswer } from './operations/editions.ts';
export { notes, type NotesAnswer } from './operations/notes.ts';
export { tree, type TreeAnswer } from './operations/tree.ts';
export { replacements } from './icd10cm/replacements.ts';
export { check, type CheckContext, type OtherClaim, reportSchema } from './operations/check.ts';
export { price } from './operations/price.ts';
export { FACILITY_PLACES } from './pricing/place.ts';
export type { NotPriced, Price, PricedLine, Step } from './pricing/answer.ts';
export { jsonErrorAt } from './claim/key-trouble.ts';
export { lookup } from './operations/lookup.ts';
export type { LookupAnswer } from './operations/lookup-answer.ts';
export { letterSet } from './search/spelling.ts';
export { classKey, Knowledge, looseKey, type Meaning, writtenKey, writtenWords } from './search/knowledge.ts';
export { defaultLeaf } from './search/leaf.ts';
export { IndexReader, NO_TERM, PLACE, SEVERAL, type SectionSource } from './search/index-reader.ts';
export { SEARCH_LIMITS, type SearchAnswer, Searcher, type SearchOptions, type SearchResult } from './search/searcher.ts';
export { TABLE_SEARCH_FORMAT, TableSearcher, type TableSearchFacts } from './search/table-searcher.ts';
export type { Why } from './search/why.ts';
export { documentTokens, STOP_WORDS, type Token, wordsOf } from './search/tokenise.ts';
export { SHELVES, type Shelf } from './operations/shelves.ts';
export {
  search,
  SEARCHED_SYSTEMS,
  type SearchedSystem,
  type SearchResponse,
  suggestDiagnoses,
  type Suggestion,
} from './operations/search.ts';
export { reportMiddle, reportStart, sharedJson, writeReport } from './engine/write-report.ts';
export { rowFact } from './icd10cm/row-fact.ts';
export { claimJsonSchema } from './claim/claim-schema.ts';
export {
  AlphabeticIndex,
  ENTRY,
  INDEX_PARTS,
  type IndexEntry,
  type PartOfIndex,
  type TermNumber,
  type TermReference,
} from './alphabetic-index/alphabetic-index.ts';
export { type Carried, type CarriedCode, carryForward } from './alphabetic-index/carry-forward.ts';
export { findTerms, type FoundTerms } from './alphabetic-index/find-terms.ts';
export { isJoiningWord, splitModifiers, termKey, termWords } from './alphabetic-index/term-words.ts';
export { stem } from './search/stem.ts';
export { INDEX_LIMITS, type IndexAnswer, indexTerm, NO_INDEX } from './operations/index-term.ts';
export { type PcsAnswer, pcsTable } from './operations/pcs-table.ts';
export { PCS_AXES, PCS_TABLE_LENGTH, type PcsChoice, type PcsRow, PcsTables, type PcsValue } from './tables/pcs-tables.ts';
export { joinIndexes, termWeight } from './search/joined-index.ts';
export { addDiagnosis, applyPatch, moveDiagnosis, removeDiagnosis } from './claim/edit-claim.ts';
export { type NamingNote, namedBy as notesNaming } from './icd10cm/named-by.ts';
export { namedBy, type NamedByAnswer } from './operations/named-by.ts';
export { type Pair, pairAmong } from './search/pair.ts';
export { type DateOrder, readWrittenDay, type WrittenDay } from './written-day.ts';
export { applySureFixes, type SureFix, type SurelyFixed } from './claim/sure-fixes.ts';
export { fix } from './operations/fix.ts';
export { type CodeMap, MAP_SYSTEMS, type MapOption, type MapSystem, type MapTarget } from './crosswalk/route.ts';
export { map, type MapAnswer } from './operations/map.ts';
export { type ChargedClaim, type ChargeTrouble, ClaimsOfRows, writeTrouble } from './charges/claims-of-rows.ts';
export { findColumns, type FoundColumns, HEADING_ROWS, noColumns } from './charges/columns.ts';
export { type GuessedMapping } from './charges/guess-mapping.ts';
export { type ChargeMapping, readMapping } from './charges/mapping.ts';
export { type ChargesAnswer, chargesClaims, chargesGuess } from './operations/charges.ts';
export { type ChangesOfCodes, type CodeChange, type NotCompared } from './changes/change.ts';
export { codeChanges } from './operations/code-changes.ts';
export { heldOn, holdsOn, planChooser } from './plan/choose-plan.ts';
export type { AuthorizationNeed, Dated, DistinctService, FilingLimit, PayerPlan, PlanScope, RuleSetting } from './plan/model.ts';
export { joinPlans, PLAN_LIMITS, readPlans } from './plan/read-plans.ts';
export { CMS1500_LINES_A_PAGE, CMS1500_PLACES } from './forms/cms1500-places.ts';
export { UB04_LINES_A_PAGE, UB04_PLACES } from './forms/ub04-places.ts';
export { type FilledForm, type FormBox, type FormBoxPlace, type FormId, type FormPage, type FormTrouble, isGrave } from './forms/form.ts';
export { fillForm } from './forms/fill-form.ts';
export { form } from './operations/form.ts';
export { type VisitLevelAnswer, type VisitLevelInput, visitLevel } from './operations/visit-level.ts';
export {
  type Level as VisitPartLevel,
  LEVELS as VISIT_LEVELS,
  type Setting as VisitSetting,
  SETTINGS as VISIT_SETTINGS,
} from './visits/criteria.ts';
export { dataLevel, type DataReviewed } from './visits/decision.ts';
export { type Part as VisitPart, PARTS as VISIT_PARTS, QUESTIONS as VISIT_QUESTIONS } from './visits/questions.ts';
export { codeFacts, type FactsAnswer } from './operations/code-facts.ts';
