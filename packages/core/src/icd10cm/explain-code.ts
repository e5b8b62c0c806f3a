import { addDays, type Day } from '../day.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { withDot, withoutDot } from './code-key.ts';
import type { Icd10cmEdition, Row } from './edition.ts';
import { nearestCodes } from './nearest-codes.ts';
import { replacements } from './replacements.ts';
import type { Icd10cmTable } from './table.ts';

/** A code one may choose instead. */
export interface CodeChoice {
  readonly code: string;
  readonly display: string | null;
  readonly billable: boolean;
}

/** A complete code made by a 7th character. */
export interface SeventhChoice {
  readonly character: string;
  readonly meaning: string;
  readonly code: string;
}

/** What a header lacks: a 7th character (with placeholders X before it where the code is short), or a finer code. */
export type Missing =
  | { readonly kind: 'seventh-character'; readonly placeholders: number; readonly choices: readonly SeventhChoice[] }
  | { readonly kind: 'finer-code'; readonly choices: readonly CodeChoice[] };

/** Everything one can say of a code on a day. `code` is written the official way wherever the form allows it. */
export type CodeExplanation =
  | { readonly status: 'no-edition'; readonly code: string }
  | { readonly status: 'billable'; readonly code: string; readonly row: Row }
  /** In force, but only a heading. `billableUntil` is its last day as a complete code, where the table knows one. */
  | { readonly status: 'header'; readonly code: string; readonly row: Row; readonly billableUntil: Day | null; readonly missing: Missing }
  | { readonly status: 'not-yet'; readonly code: string; readonly row: Row; readonly from: Day; readonly instead: readonly CodeChoice[] }
  | { readonly status: 'no-longer'; readonly code: string; readonly row: Row; readonly to: Day; readonly instead: readonly CodeChoice[] }
  /** An X is missing, superfluous or replaced by another character; `certain` when the code can only be written one way. */
  | { readonly status: 'placeholder'; readonly code: string; readonly certain: boolean; readonly choices: readonly CodeChoice[] }
  /** `typed` is the character that is not allowed; null when only the placeholders were written. */
  | {
      readonly status: 'seventh-character';
      readonly code: string;
      readonly base: string;
      readonly typed: string | null;
      readonly choices: readonly SeventhChoice[];
    }
  | { readonly status: 'extra-characters'; readonly code: string; readonly base: CodeChoice; readonly extra: string }
  /** `under` is the longest beginning of the code that exists; `nearest` are only suggestions. */
  | { readonly status: 'unknown'; readonly code: string; readonly under: CodeChoice | null; readonly nearest: readonly CodeChoice[] };

/**
 * Explains what a typed code is on a day and, where it cannot stand on a claim, what is wrong with it and which codes
 * may be meant. Membership in the dated table decides; nothing is guessed.
 */
export function explainCode(table: Icd10cmTable, input: string, on: Day): CodeExplanation {
  const tidy = input.length > MAX_CODE_INPUT ? input : tidyCode(input);
  const edition = table.on(on);
  if (!edition) return { status: 'no-edition', code: tidy };
  const row = table.row(tidy);
  if (row < 0) return explainAbsent(edition, tidy);
  const code = edition.code(row);
  if (edition.billable(row)) return { status: 'billable', code, row };
  if (!edition.inForce(row)) return explainDates(table, edition, row, on);
  const meant = letterIMeant(edition, input, tidy);
  if (meant >= 0) return { status: 'unknown', code, under: choice(edition, row), nearest: [choice(edition, meant)] };
  return { status: 'header', code, row, billableUntil: lastBillableDay(edition, row, on), missing: missingUnder(edition, row) };
}

/** A small letter l before digits: the code may be meant to begin with a capital I. Only asked when L… is no complete code. */
function letterIMeant(edition: Icd10cmEdition, input: string, tidy: string): Row {
  if (!input.trimStart().startsWith('l')) return -1;
  const row = edition.row(`I${tidy.slice(1)}`);
  return row >= 0 && edition.billable(row) ? row : -1;
}

function choice(edition: Icd10cmEdition, row: Row): CodeChoice {
  return { code: edition.code(row), display: edition.display(row), billable: edition.billable(row) };
}

function lastBillableDay(edition: Icd10cmEdition, row: Row, on: Day): Day | null {
  let last: Day | null = null;
  for (const run of edition.history(row)) if (run.billable && run.to && run.to < on) last = run.to;
  return last;
}

function missingUnder(edition: Icd10cmEdition, row: Row): Missing {
  const characters = withoutDot(edition.code(row));
  const children = edition.children(row);
  const stem = characters.padEnd(6, 'X');
  const seventh = children.every((child) => {
    const below = withoutDot(edition.code(child));
    return below.length === 7 && below.startsWith(stem);
  });
  const meanings = seventh ? edition.seventhCharacters(row) : [];
  if (meanings.length > 0) {
    const choices = children.map((child) => {
      const code = edition.code(child);
      const character = code.slice(-1);
      return { character, meaning: meanings.find((each) => each.character === character)?.meaning ?? edition.display(child) ?? '', code };
    });
    return { kind: 'seventh-character', placeholders: 6 - characters.length, choices };
  }
  // A level that holds nothing but a placeholder is no choice: show what stands under it.
  const [only] = children;
  if (only !== undefined && children.length === 1 && edition.code(only).endsWith('X') && !edition.billable(only))
    return missingUnder(edition, only);
  return { kind: 'finer-code', choices: children.map((child) => choice(edition, child)) };
}

function explainDates(table: Icd10cmTable, edition: Icd10cmEdition, row: Row, on: Day): CodeExplanation {
  const code = edition.code(row);
  let ended: Day | undefined;
  let begins: Day | undefined;
  for (const run of edition.history(row)) {
    if (run.to && run.to < on) ended = run.to;
    if (run.from > on) begins ??= run.from;
  }
  if (ended === undefined && begins !== undefined) {
    const before = table.on(addDays(begins, -1)) ?? edition;
    const after = table.on(begins);
    const instead = before && after ? replacements(row, after, before).map((each) => choice(before, each)) : [];
    return { status: 'not-yet', code, row, from: begins, instead };
  }
  const to = ended ?? on;
  const before = table.on(to);
  // Where the next edition is not installed, the one of the day asked tells what is used instead.
  const after = table.on(addDays(to, 1)) ?? edition;
  return { status: 'no-longer', code, row, to, instead: before ? replacements(row, before, after).map((each) => choice(after, each)) : [] };
}

/** No edition has the code as typed. */
function explainAbsent(edition: Icd10cmEdition, tidy: string): CodeExplanation {
  if (!OFFICIAL_FORM.test(tidy)) return { status: 'unknown', code: tidy, under: null, nearest: nearest(edition, tidy) };
  const characters = withoutDot(tidy);
  const code = withDot(characters);
  const unknown = (under: CodeChoice | null): CodeExplanation => ({
    status: 'unknown',
    code,
    under,
    nearest: nearest(edition, characters),
  });
  const above = longestBeginning(edition, characters);
  if (above < 0) return unknown(null);
  const length = withoutDot(edition.code(above)).length;
  const rest = characters.slice(length);
  if (edition.billable(above)) return { status: 'extra-characters', code, base: choice(edition, above), extra: rest };
  const missing = missingUnder(edition, above);
  const explained =
    missing.kind === 'seventh-character'
      ? explainSeventh(edition, above, length, code, rest, missing.choices)
      : explainInside(edition, characters, rest, missing.choices);
  return explained ?? unknown(choice(edition, above));
}

/** Three characters, then a dot or none, then more: what a code can look like. Longer ones are looked at for a placeholder too many. */
const OFFICIAL_FORM = /^[0-9A-Z]{3}(?:\.?[0-9A-Z]{1,9})?$/;

function nearest(edition: Icd10cmEdition, typed: string): CodeChoice[] {
  return nearestCodes(edition, typed).map((row) => choice(edition, row));
}

function longestBeginning(edition: Icd10cmEdition, characters: string): Row {
  for (let length = Math.min(7, characters.length - 1); length >= 3; length--) {
    const row = edition.row(characters.slice(0, length));
    if (row >= 0 && edition.inForce(row)) return row;
  }
  return -1;
}

/** `rest` stands where only placeholders and one 7th character may stand. */
function explainSeventh(
  edition: Icd10cmEdition,
  above: Row,
  length: number,
  code: string,
  rest: string,
  choices: readonly SeventhChoice[],
): CodeExplanation | undefined {
  const base = edition.code(above);
  const wanted = Math.max(0, 6 - length);
  if (rest.length <= wanted && allPlaceholders(rest)) return { status: 'seventh-character', code, base, typed: null, choices };
  const typed = rest.slice(-1);
  const padding = rest.slice(0, -1);
  const right = choices.find((each) => each.character === typed);
  if (allPlaceholders(padding)) {
    if (!right) return padding.length <= wanted ? { status: 'seventh-character', code, base, typed, choices } : undefined;
    return { status: 'placeholder', code, certain: true, choices: [choice(edition, edition.row(right.code))] };
  }
  if (!right || padding.length !== wanted) return undefined;
  return { status: 'placeholder', code, certain: false, choices: [choice(edition, edition.row(right.code))] };
}

/** `rest` begins where the code is divided further: an X may be missing inside, or stand where a real character belongs. */
function explainInside(
  edition: Icd10cmEdition,
  characters: string,
  rest: string,
  below: readonly (CodeChoice | SeventhChoice)[],
): CodeExplanation | undefined {
  const code = withDot(characters);
  const found = new Set<Row>();
  for (let count = 1; characters.length + count <= 7; count++) {
    for (let at = 3; at <= characters.length; at++) {
      const row = edition.row(characters.slice(0, at) + 'X'.repeat(count) + characters.slice(at));
      if (row >= 0 && edition.billable(row)) found.add(row);
    }
  }
  if (found.size > 0)
    return { status: 'placeholder', code, certain: found.size === 1, choices: [...found].map((row) => choice(edition, row)) };
  if (!rest.startsWith('X') || characters.length !== 7) return undefined;
  const choices = below.map((each) => choice(edition, edition.row(each.code)));
  return { status: 'placeholder', code, certain: false, choices };
}

function allPlaceholders(text: string): boolean {
  for (const character of text) if (character !== 'X') return false;
  return true;
}
