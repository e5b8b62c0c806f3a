import type { Data, MueService, PtpSetting } from '../data.ts';
import { ageInYears, type Day, daysBetween, isDay } from '../day.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { type Money, parseMoney } from '../money.ts';
import { tidyCode } from '../text/code-text.ts';
import type { PayerPlan } from '../plan/model.ts';
import type { McePart } from '../tables/mce.ts';
import type { Claim, ClaimType, Diagnosis, InpatientProcedure, Line } from './model.ts';
import { mueServiceOf, ptpSettingOf } from './ncci-setting.ts';
import type { UnknownField } from './read-claim.ts';

/** A claim read for the rules: texts turned into days, money and rows of the code table, links made. Built once a claim. */
export interface ClaimView {
  readonly claim: Claim;
  readonly type: ClaimType;
  readonly payer: string;
  /** What the payer asks, as far as it was told; undefined when no plan fits the claim. */
  readonly plan: PayerPlan | undefined;
  /** The day codes are judged by: a line's date of service, or discharge for inpatients; undefined when no date can be read. */
  readonly on: Day | undefined;
  /** An institutional stay (type of bill 11x, 18x, 21x, 41x, or an admission where none is given). */
  readonly inpatient: boolean;
  /** An inpatient stay that is not in a skilled nursing bed (type of bill 18x, 21x). */
  readonly hospitalStay: boolean;
  /** NCCI pairs the claim is held against; undefined for kinds of claims that have none. */
  readonly ptp: PtpSetting | undefined;
  /** MUE table the claim is held against. */
  readonly mue: MueService | undefined;
  /** ICD-10-CM on `on`; undefined when no installed edition covers it. */
  readonly icd: Icd10cmEdition | undefined;
  /** What the Medicare Code Editor holds of diagnoses, for an institutional claim; undefined when it is not installed for `on`. */
  readonly editor: McePart | undefined;
  readonly diagnoses: readonly DiagnosisView[];
  /** Principal or first-listed, then the others in order; without admitting, reason-for-visit and external-cause entries of an institutional claim. */
  readonly sequence: readonly DiagnosisView[];
  readonly procedures: readonly ProcedureView[];
  readonly lines: readonly LineView[];
  readonly birth: Day | undefined;
  /** Completed years on `on`; undefined without both days. */
  readonly age: number | undefined;
  /** Days of life on `on`. */
  readonly ageInDays: number | undefined;
  readonly sex: 'female' | 'male' | 'unknown';
  readonly unknown: readonly UnknownField[];
}

export interface DiagnosisView {
  readonly index: number;
  /** JSON path of the diagnosis. */
  readonly path: string;
  readonly diagnosis: Diagnosis;
  readonly kind: string;
  /** Written the official way when the table knows it, else as tidied. */
  readonly code: string;
  /** Place in the code table; -1 when unknown or without an edition. */
  readonly row: Row;
  /** Chapter 1–22; 0 when unknown. */
  readonly chapter: number;
  /** True when the code is known and in force on the claim's day (billable or a header). */
  readonly known: boolean;
  /** By what the Medicare Code Editor edits the code; undefined when the code is not valid that day or there is no `editor`. */
  readonly mce: ReadonlySet<string> | undefined;
  /** Lines that point here. */
  readonly lines: readonly LineView[];
}

/** A procedure of an inpatient claim (ICD-10-PCS). */
export interface ProcedureView {
  readonly index: number;
  readonly path: string;
  readonly procedure: InpatientProcedure;
  readonly code: string;
  /** By what the Medicare Code Editor edits the code; undefined when the code is not valid that day or the table is not installed. */
  readonly mce: ReadonlySet<string> | undefined;
}

export interface LineView {
  readonly index: number;
  /** 1-based, as on the form. */
  readonly n: number;
  readonly path: string;
  readonly line: Line;
  /** Tidied procedure code; empty when there is none. */
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly from: Day | undefined;
  /** Last day: `to`, or `from` when `to` is not given. */
  readonly to: Day | undefined;
  readonly charge: Money | undefined;
  /** 1-based numbers as written, letters turned into numbers; NaN where neither. */
  readonly pointers: readonly number[];
  /** The diagnoses its pointers reach, in pointer order. */
  readonly diagnoses: readonly DiagnosisView[];
}

interface Building extends DiagnosisView {
  readonly lines: LineView[];
}

const NO_TEXT: readonly string[] = [];
const NO_PROCEDURES: readonly ProcedureView[] = [];
const NO_POINTERS: readonly number[] = [];
const NO_DIAGNOSES: readonly Building[] = [];
const UNKNOWN: readonly UnknownField[] = [];

/** The tables a view is made with. */
type ViewData = Pick<Data, 'icd10cm' | 'mceDiagnoses' | 'mceProcedures'>;

export function viewClaim(claim: Claim, data: ViewData, unknown: readonly UnknownField[] = UNKNOWN, plan?: PayerPlan): ClaimView {
  const lines = viewLines(claim.lines);
  const bed = bedOf(claim);
  const inpatient = bed !== undefined;
  const on = dayOfClaim(claim, lines, inpatient);
  const icd = on === undefined ? undefined : data.icd10cm(on);
  const editor = on === undefined || claim.type !== 'institutional' ? undefined : data.mceDiagnoses(on);
  const diagnoses: Building[] = [];
  for (const diagnosis of claim.diagnoses ?? []) diagnoses.push(viewDiagnosis(diagnosis, diagnoses.length, icd, editor, on));
  linkPointers(lines, diagnoses);
  const birth = readDay(claim.patient?.birthDate);
  const ptp = ptpSettingOf(claim, inpatient);
  return {
    claim,
    type: claim.type,
    payer: claim.payer?.kind ?? '',
    plan,
    on,
    inpatient,
    hospitalStay: bed === 'hospital',
    ptp,
    mue: mueServiceOf(claim, ptp),
    icd,
    editor,
    diagnoses,
    sequence: sequenceOf(claim.type, diagnoses),
    procedures: claim.procedures && claim.procedures.length > 0 ? viewProcedures(claim.procedures, on, data) : NO_PROCEDURES,
    lines,
    birth,
    age: birth && on ? ageInYears(birth, on) : undefined,
    ageInDays: birth && on ? daysBetween(birth, on) : undefined,
    sex: claim.patient?.sex ?? 'unknown',
    unknown,
  };
}

function viewDiagnosis(
  diagnosis: Diagnosis,
  index: number,
  icd: Icd10cmEdition | undefined,
  editor: McePart | undefined,
  on: Day | undefined,
): Building {
  const tidy = tidyCode(diagnosis.code);
  // A code of another system may look like one of ICD-10-CM, and means something else.
  const other = diagnosis.codeSystem !== undefined && diagnosis.codeSystem !== 'icd10cm';
  const row = icd && !other ? icd.row(tidy) : -1;
  const code = icd && row >= 0 ? icd.code(row) : tidy;
  return {
    index,
    path: diagnosisPath(index),
    diagnosis,
    kind: diagnosis.kind ?? '',
    code,
    row,
    chapter: icd && row >= 0 ? icd.chapterNumber(row) : 0,
    known: icd !== undefined && row >= 0 && icd.inForce(row),
    mce: editor && on && !other ? editor.flags(code, on) : undefined,
    lines: [],
  };
}

/** Joins lines and diagnoses by the pointers, each pair once. Lines with the same pointers share what these reach. */
function linkPointers(lines: readonly BuildingLine[], diagnoses: readonly Building[]): void {
  let before: BuildingLine | undefined;
  for (const line of lines) {
    line.diagnoses = line.pointers === before?.pointers ? before.diagnoses : reachedBy(line.pointers, diagnoses);
    for (const diagnosis of line.diagnoses) diagnosis.lines.push(line);
    before = line;
  }
}

function reachedBy(pointers: readonly number[], diagnoses: readonly Building[]): readonly Building[] {
  const reached: Building[] = [];
  for (const pointer of pointers) {
    const diagnosis = diagnoses[pointer - 1];
    if (diagnosis && !reached.includes(diagnosis)) reached.push(diagnosis);
  }
  return reached;
}

function viewProcedures(procedures: readonly InpatientProcedure[], on: Day | undefined, data: ViewData): readonly ProcedureView[] {
  const editor = on === undefined ? undefined : data.mceProcedures(on);
  return procedures.map((procedure, index) => {
    const code = tidyCode(procedure.code);
    return { index, path: `/procedures/${index}`, procedure, code, mce: editor && on ? editor.flags(code, on) : undefined };
  });
}

interface BuildingLine extends LineView {
  diagnoses: readonly Building[];
}

function viewLines(lines: readonly Line[]): BuildingLine[] {
  const views: BuildingLine[] = [];
  let before: BuildingLine | undefined;
  for (const line of lines) views.push((before = viewLine(line, views.length, before)));
  return views;
}

/** A line; `before` is the one above it, which mostly is of the same day. */
function viewLine(line: Line, index: number, before: BuildingLine | undefined): BuildingLine {
  const from = before !== undefined && line.from === before.line.from ? before.from : readDay(line.from);
  return {
    index,
    n: index + 1,
    path: linePath(index),
    line,
    code: line.code === undefined ? '' : tidyCode(line.code),
    modifiers: line.modifiers === undefined || line.modifiers.length === 0 ? NO_TEXT : line.modifiers.map(tidyCode),
    from,
    to: line.to === undefined ? from : readDay(line.to),
    charge: line.charge === undefined ? undefined : parseMoney(line.charge),
    pointers: before && samePointers(line, before.line) ? before.pointers : readPointers(line.pointers),
    diagnoses: NO_DIAGNOSES,
  };
}

const KEPT_PATHS = 50;
/** Paths of the first lines and diagnoses: each claim has them, and each would be written anew. */
const linePath = pathsOf('/lines/');
const diagnosisPath = pathsOf('/diagnoses/');

function pathsOf(list: string): (index: number) => string {
  const kept = Array.from({ length: KEPT_PATHS }, (_, index) => `${list}${index}`);
  return (index) => kept[index] ?? `${list}${index}`;
}

function readDay(text: string | undefined): Day | undefined {
  return isDay(text) ? text : undefined;
}

/** Whether the pointers of two lines are written the same; a line without any has none to share. */
function samePointers({ pointers: one }: Line, { pointers: other }: Line): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function readPointers(pointers: readonly (number | string)[] | undefined): readonly number[] {
  return pointers === undefined ? NO_POINTERS : pointers.map(readPointer);
}

function readPointer(pointer: number | string): number {
  if (typeof pointer === 'number') return Number.isInteger(pointer) ? pointer : Number.NaN;
  const text = pointer.trim().toUpperCase();
  if (/^[A-L]$/.test(text)) return text.charCodeAt(0) - 64;
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

/** The bed of an inpatient claim, by type of bill, or by the admission where none is given; undefined for any other claim. */
function bedOf(claim: Claim): 'hospital' | 'nursing' | undefined {
  if (claim.type !== 'institutional') return undefined;
  const bill = claim.billType?.trim() ?? '';
  if (bill === '') return claim.admission === undefined ? undefined : 'hospital';
  const start = bill.length === 4 && bill.startsWith('0') ? 1 : 0;
  const facility = bill.slice(start, start + 2);
  if (facility === '11' || facility === '41') return 'hospital';
  return facility === '18' || facility === '21' ? 'nursing' : undefined;
}

/**
 * Professional and outpatient claims are judged by date of service, inpatient ones by discharge or the statement's
 * Through date (45 CFR 162.1002; Medicare Claims Processing Manual chapter 23).
 */
function dayOfClaim(claim: Claim, lines: readonly LineView[], inpatient: boolean): Day | undefined {
  if (inpatient) {
    const through = readDay(claim.discharge) ?? readDay(claim.statement?.to);
    if (through) return through;
    let last: Day | undefined;
    for (const line of lines) if (line.to && (!last || line.to > last)) last = line.to;
    return last ?? readDay(claim.admission);
  }
  let first: Day | undefined;
  for (const line of lines) if (line.from && (!first || line.from < first)) first = line.from;
  return first ?? readDay(claim.statement?.from);
}

function sequenceOf(type: ClaimType, diagnoses: readonly DiagnosisView[]): readonly DiagnosisView[] {
  if (type !== 'institutional') return diagnoses;
  const principal = diagnoses.filter((each) => each.kind === 'principal');
  const others = diagnoses.filter((each) => each.kind === 'other' || each.kind === '');
  return principal.length === 0 ? others : principal.concat(others);
}
