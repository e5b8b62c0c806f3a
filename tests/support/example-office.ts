import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Claim,
  ClaimHistory,
  type Data,
  day,
  type Engine,
  type Example,
  type ExampleTables,
  isFailure,
  type Line,
  makeEngine,
  readClaim,
  type Rule,
  type UnknownField,
} from '@cleanclaim/core';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { seeded } from '../../bench/measure.ts';
import { installMade, madeData } from './made-data.ts';

/** The day the claims are checked, as far as rules ask. */
export const SENT_ON = day('2026-03-16');

/** A made-up office: the claims it sends on one day, those it sent before, and tables of made-up rows. */
export interface ExampleOffice {
  readonly claims: readonly Claim[];
  readonly history: readonly Claim[];
  readonly tables: ExampleTables;
  readonly engine: Engine;
  readonly past: ClaimHistory;
}

const CLAIMS = 200;
/** Of them everyday ones, at least. */
const LEAST_EVERYDAY = 20;
/** Examples of limits are larger than a claim of a day. */
const LARGEST = 8_000;

/**
 * Made from the examples of the rules, so that a rule that is added has its claims here too: of each rule one claim
 * that it finds and, as long as there is room, one on which it is silent, each of a patient of its own, and everyday claims, 200 in all, in a seeded
 * order. Codes of a rule's made-up tables are given numbers of their own, so that rows of two rules do not meet.
 */
export function exampleOffice(base: Data): ExampleOffice {
  const random = seeded(20260316);
  const made = RULES.map((rule, at) => ofRule(rule, at));
  const tables = joined([OWN_ROWS, ...made.flatMap((each) => [each.tables, ...each.rule.examples.map((example) => example.tables ?? {})])]);
  // Which codes exist is what one rule's own claims are about.
  const claims = made.filter(({ rule }) => rule.id !== 'code/procedure').flatMap(({ cases }) => cases.map(({ claim }) => claim));
  const whole: ExampleTables = { ...tables, hcpcs: released([...claims, everyday(0, '', random)], tables) };
  const engine = makeEngine(RULES, madeData(base, whole), UNMADE);
  const found = made.map(({ rule, cases }) => chosenOf(rule, cases, engine, true));
  // What a modifier lets through is told apart in a report: those claims come first where there is no room for all.
  const silent = shuffled(
    made.map(({ rule, cases }) => chosenOf(rule, cases, engine, false)),
    random,
  ).toSorted((one, other) => Number(other.bypassed) - Number(one.bypassed));
  const chosen = [...found, ...silent.slice(0, Math.max(0, CLAIMS - LEAST_EVERYDAY - found.length))];
  const everydays = Array.from({ length: Math.max(0, CLAIMS - chosen.length) }, (_, at) =>
    everyday(at, EVERYDAY[Math.floor(random() * EVERYDAY.length)] ?? '', random),
  );
  const all = shuffled([...chosen.map(({ claim }) => claim), ...everydays], random);
  const history = chosen.flatMap((each) => each.history);
  const past = new ClaimHistory();
  history.forEach((each, at) => past.add(each, `claim ${at + 1} of the history`));
  return { claims: all, history, tables: whole, engine, past };
}

/** Writes the office into a folder: its claims, its history, and in `data` the made-up tables. */
export async function writeOffice(office: ExampleOffice, folder: string): Promise<void> {
  const lines = (claims: readonly Claim[]): string => claims.map((claim) => `${JSON.stringify(claim)}\n`).join('');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'claims.ndjson'), lines(office.claims));
  writeFileSync(join(folder, 'history.ndjson'), lines(office.history));
  await installMade(join(folder, 'data'), office.tables);
}

/** Rows of the office's everyday code. */
const OWN_ROWS: ExampleTables = { 'ncci-mue-practitioner': [{ code: 'G0108', units: '4', indicator: '1', rationale: 'Made up' }] };

interface Case {
  readonly claim: Claim;
  readonly history: readonly Claim[];
  readonly finds: boolean;
}

interface Chosen extends Case {
  /** The rule let it through because of what the claim says. */
  readonly bypassed: boolean;
}

interface OfRule {
  readonly rule: Rule;
  readonly tables: ExampleTables;
  readonly cases: readonly Case[];
}

function ofRule(rule: Rule, at: number): OfRule {
  const own = rule.exampleTables ?? {};
  const codes = [...new Set(Object.entries(own).flatMap(([source, rows]) => (source.startsWith('mce') ? [] : rows.flatMap(codesOf))))];
  // Codes with a meaning of their own stay what they are; some rules look at the first letter alone.
  const renamed = new Map(
    codes.filter((code) => /^[GZ]0/.test(code) && code !== 'G0402').map((code, n) => [code, `G${FIRST_NUMBER + at * CODES_A_RULE + n}`]),
  );
  const rename = (code: string): string => renamed.get(code) ?? code;
  const tables = Object.fromEntries(
    Object.entries(own).map(([source, rows]) => [
      source,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, cell === null || !CODE_COLUMNS.has(column) ? cell : rename(cell)]),
        ),
      ),
    ]),
  );
  const cases = rule.examples
    .filter((example) => JSON.stringify(example.claim).length < LARGEST)
    .map((example, n) => caseOf(example, `${at}-${n}`, rename));
  return { rule, tables, cases };
}

/** Numbers that no everyday code has. */
const FIRST_NUMBER = 5_000;
const CODES_A_RULE = 30;

const CODE_COLUMNS: ReadonlySet<string> = new Set(['code', 'column1', 'column2', 'addOn', 'primary']);

function codesOf(row: ExampleTables[string][number]): string[] {
  return [...CODE_COLUMNS].flatMap((column) => row[column] ?? []);
}

/** The example with a patient and a number of its own. */
function caseOf({ claim, history = [], finds }: Example, id: string, rename: (code: string) => string): Case {
  const number = (each: Claim): string => (each.id === claim.id ? `D-${id}` : `H-${id}-${each.id ?? ''}`);
  const settle = (each: Claim): Claim => ({
    ...each,
    id: number(each),
    ...(each.originalClaim === 'A-99' ? { originalClaim: `H-${id}-A-99` } : {}),
    ...(each.patient ? { patient: { ...each.patient, ...member(each.patient.memberId, id) } } : {}),
    lines: each.lines.map((line): Line => ({ ...line, ...(line.code === undefined ? {} : { code: rename(line.code) }) })),
  });
  return { claim: settle(claim), history: history.map(settle), finds: finds > 0 };
}

/** Member ids that examples share become the claim's own; others are what the example is about. Medicare's have a form of their own. */
function member(memberId: string | undefined, id: string): { memberId?: string } {
  if (memberId === undefined) return {};
  if (memberId === '1EG4TE5MK73') {
    const [at = 0, n = 0] = id.split('-').map(Number);
    return { memberId: `1EG${Math.floor(n / 10)}TE${n % 10}MK${String(at % 100).padStart(2, '0')}` };
  }
  return { memberId: memberId.startsWith('EX-') ? `${memberId}-${id}` : memberId };
}

/**
 * Of a rule's examples the first that turns out as it should among the tables of all, of silent ones one that the rule lets
 * through where there is one: some examples are about tables that are not there.
 */
function chosenOf(rule: Rule, cases: readonly Case[], engine: Engine, finds: boolean): Chosen {
  let right: Chosen | undefined;
  for (const each of cases) {
    if (each.finds !== finds) continue;
    const past = new ClaimHistory();
    each.history.forEach((claim) => past.add(claim, 'a claim'));
    const report = engine.check(each.claim, { received: SENT_ON, history: past, unknown: unknownOf(each.claim) });
    if (report.findings.some((finding) => finding.rule === rule.id) !== finds) continue;
    const bypassed = report.bypassed.some((outcome) => outcome.rule === rule.id);
    if (!right || bypassed) right = { ...each, bypassed };
    if (finds || bypassed) break;
  }
  const [first] = cases;
  if (!right && !first) throw new Error(`${rule.id} has no example of the size of a claim`);
  return right ?? { ...(first as Case), bypassed: false };
}

function unknownOf(claim: Claim): readonly UnknownField[] {
  const read = readClaim(claim);
  return isFailure(read) ? [] : read.unknown;
}

/** Rows of one source from several rules together, each once. */
function joined(all: readonly ExampleTables[]): ExampleTables {
  const rows = new Map<string, Map<string, ExampleTables[string][number]>>();
  for (const tables of all) {
    for (const [source, of] of Object.entries(tables)) {
      const known = rows.get(source) ?? new Map<string, ExampleTables[string][number]>();
      for (const row of of) known.set(JSON.stringify(row), row);
      rows.set(source, known);
    }
  }
  return Object.fromEntries([...rows].map(([source, of]) => [source, [...of.values()]]));
}

/** A release of HCPCS that lists what the claims use, beside what the rule of it makes up. */
function released(claims: readonly Claim[], { hcpcs = [] }: ExampleTables): ExampleTables[string] {
  const known = new Set(hcpcs.map(({ code }) => code));
  const used = new Set(claims.flatMap(({ lines }) => lines.flatMap(({ code, modifiers = [] }) => [code ?? '', ...modifiers])));
  const missing = [...used].filter((code) => /^(?:[A-Z]\d{4}|[A-Z][0-9A-Z])$/.test(code) && !known.has(code)).toSorted();
  return [...hcpcs, ...missing.map((code) => ({ code, from: '1990-01-01', to: null, long: 'A made-up service', short: 'Made up' }))];
}

/** Everyday diagnoses that ask for no other. */
const EVERYDAY: readonly string[] = ['E78.5', 'J06.9', 'K21.9', 'M54.50', 'N39.0', 'R51.9', 'L40.0', 'D64.9'];

function everyday(at: number, code: string, random: () => number): Claim {
  return {
    type: 'professional',
    id: `E-${at}`,
    payer: { id: 'EX001', kind: 'commercial' },
    patient: {
      birthDate: `19${50 + Math.floor(random() * 45)}-0${1 + Math.floor(random() * 9)}-15`,
      sex: random() < 0.5 ? 'female' : 'male',
      memberId: `EX-E${at}`,
    },
    billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789' },
    rendering: { npi: '1558598797' },
    diagnoses: [{ code }],
    lines: [{ code: 'G0108', modifiers: [], from: '2026-03-04', pos: '11', units: 1, charge: '60.00', pointers: [1] }],
    total: '60.00',
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
