import * as z from 'zod/mini';
import { type AlphabeticIndex, ENTRY, INDEX_PARTS, type TermNumber } from '../alphabetic-index/alphabetic-index.ts';
import { carryForward } from '../alphabetic-index/carry-forward.ts';
import { type FoundTerms, findTerms } from '../alphabetic-index/find-terms.ts';
import { leadingTo } from '../alphabetic-index/leading-to.ts';
import { mendWords } from '../alphabetic-index/mend-words.ts';
import { termWords, typedWord } from '../alphabetic-index/term-words.ts';
import type { Data } from '../data.ts';
import { CleanclaimError } from '../errors.ts';
import { keyCharacters, withDot } from '../icd10cm/code-key.ts';
import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { type Knowledge, looseKey, writtenKey, writtenWords } from '../search/knowledge.ts';
import { classOf } from '../search/rewrite.ts';
import { stem } from '../search/stem.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { conditionWords } from './condition-words.ts';
import { groundOf, NO_EDITION } from './known-code.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const code = z.object({
  /** `code`, `manifestation` (the second of a pair, in brackets), or the title of a table's column. */
  column: z.string(),
  /** As the index prints it, with the dash that asks for more characters. */
  printed: z.string(),
  needsMore: z.boolean(),
  /** How a code of an older index became one of the day; null when the printed code is in force. */
  carried: z.nullable(z.enum(['conversion', 'table', 'level-above'])),
  /** The codes in force on the day; empty when nothing is known of what came instead. */
  codes: z.array(z.object({ code: z.string(), display: z.nullable(z.string()), billable: z.boolean() })),
});

const reference = z.object({
  kind: z.enum(['see', 'seeAlso']),
  text: z.string(),
  /** The term it leads to, to be asked for by this path; null when it names none. */
  to: z.nullable(
    z.object({
      term: z.number(),
      path: z.array(z.string()),
      exact: z.boolean(),
      /** The column of the Table of Neoplasms that is meant. */
      column: z.optional(z.string()),
    }),
  ),
});

const line = z.object({
  term: z.number(),
  /** 0 for a main term. */
  level: z.number(),
  title: z.string(),
  /** Nonessential modifiers: present or absent, the code is the same. */
  modifiers: z.array(z.string()),
  codes: z.array(code),
  references: z.array(reference),
});

const output = z.object({
  input: z.string(),
  /** `partly`: no term has all the words; these have most of them. */
  status: z.enum(['found', 'partly', 'nothing', 'no-data']),
  missing: z.array(z.string()),
  /** What the text was read as, where as typed it leads nowhere: a spelling mended, or what the words stand for. */
  readAs: z.optional(z.object({ term: z.string(), how: z.enum(['spelling', 'synonym']) })),
  /** Other readings that lead somewhere. */
  didYouMean: z.optional(z.array(z.string())),
  matches: z.array(
    z.object({
      part: z.enum(INDEX_PARTS),
      edition: z.string(),
      /** Column titles of a table, the first being that of the terms; empty for a list. */
      columns: z.array(z.string()),
      path: z.array(z.string()),
      /** The term and what stands under it, in reading order. */
      lines: z.array(line),
    }),
  ),
  /** Lines of all matches together, and the number of the first one given here. */
  total: z.number(),
  offset: z.number(),
  edition: z.nullable(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  fix: z.optional(z.string()),
});
export type IndexAnswer = z.infer<typeof output>;

/** The longest text, and the most lines that are given at once. */
export const INDEX_LIMITS = { characters: 300, lines: 1_000 } as const;

export const NO_INDEX =
  'The Alphabetic Index is not installed. Install it: cleanclaim data pull icd10cm-index --year 2027, or download the archive of code tables and index from https://www.cms.gov/medicare/coding-billing/icd-10-codes and: cleanclaim data add FILE';

/** Walks the Alphabetic Index: from words to terms and their codes, or from a code back to the terms that lead to it. */
export const indexTerm = operation({
  id: 'codes.index',
  title: 'The Alphabetic Index',
  input: z.object({
    term: z.optional(z.string()),
    /** Asks for the terms that lead to this code, in place of `term`. */
    code: z.optional(z.string()),
    part: z.optional(
      z.enum(INDEX_PARTS).register(z.globalRegistry, { description: 'Only this part: drugs is the Table of Drugs and Chemicals.' }),
    ),
    on: z.optional(z.string()),
    limit: z.optional(z.number()),
    offset: z.optional(z.number()),
  }),
  output,
  failures: ['input/invalid', 'input/empty', 'input/too-long', 'input/out-of-range', 'input/not-a-day'],
  examples: [
    { says: 'A main term with all under it', input: { term: 'Goundou', on: '2026-03-04' } },
    { says: 'A path', input: { term: 'Diabetes, type 2, with, kidney', on: '2026-03-04' } },
    { says: 'Terms that lead to a code', input: { code: 'E11.22', on: '2026-03-04' } },
  ],
  run({ term, code: codeText, part, on: onText, limit = 40, offset = 0 }, context): IndexAnswer {
    const on = onDay(onText, context);
    expectRange(limit, 1, INDEX_LIMITS.lines, '/limit');
    expectRange(offset, 0, Number.MAX_SAFE_INTEGER, '/offset');
    const input = asked(term, codeText);
    const index = context.data.alphabeticIndex();
    const table = context.data.icd10cmTable();
    const icd = context.data.icd10cm(on);
    const none = { input, missing: [], matches: [], total: 0, offset, edition: null };
    if (!index) return { ...none, status: 'no-data', fix: NO_INDEX };
    if (!icd || !table) return { ...none, status: 'no-data', fix: NO_EDITION(on) };
    const ground = groundOf(icd, on, false);
    const read =
      codeText === undefined
        ? readTerm(index, input, part, context.data)
        : { found: { terms: leadingTo(index, tidyCode(codeText)), missing: [] } };
    const { found } = read;
    // From a code only the terms themselves are asked, from words all that stands under them.
    const runs = found.terms.map((first) => ({ first, after: codeText === undefined ? (index.after[first] ?? first) : first + 1 }));
    const total = runs.reduce((sum, run) => sum + run.after - run.first, 0);
    const shown = page(runs, offset, limit);
    return {
      input,
      status: found.terms.length === 0 ? 'nothing' : found.missing.length > 0 ? 'partly' : 'found',
      missing: [...found.missing],
      ...('readAs' in read ? { readAs: read.readAs } : {}),
      ...('didYouMean' in read ? { didYouMean: read.didYouMean } : {}),
      matches: shown.map((run) => describeRun(index, table, icd, run)),
      total,
      offset,
      ...ground,
      ...(found.terms.length > 0 ? {} : { fix: 'Try another word of the condition, or find it by: cleanclaim search' }),
    };
  },
});

interface Read {
  readonly found: FoundTerms;
  readonly readAs?: { term: string; how: 'spelling' | 'synonym' };
  readonly didYouMean?: string[];
}

/** The terms for a text as typed; where no term has all its words, for what it may have been meant to say. */
function readTerm(index: AlphabeticIndex, input: string, part: PartName | undefined, data: Data): Read {
  const knowledge = conditionWords(data);
  const only = index.parts.find(({ name }) => name === part);
  if (part !== undefined && !only) return { found: { terms: [], missing: [] } };
  const find = (text: string): FoundTerms => findTerms(index, text, { alike: (word) => classOf(knowledge, word), part: only });
  const found = find(input);
  if (found.terms.length > 0 && found.missing.length === 0) return { found };
  const missing = found.terms.length === 0 ? input.split(',').flatMap((each) => termWords(each)) : found.missing;
  const unknown = missing.filter((word) => index.termsWith(stem(typedWord(word).word), false).length === 0);
  const leading = (how: 'spelling' | 'synonym', terms: readonly string[]): Read[] =>
    terms
      .map((term) => ({ readAs: { term, how }, found: find(term) }))
      .filter((each) => each.found.terms.length > 0 && each.found.missing.length === 0);
  const synonyms = leading(
    'synonym',
    [data.procedureWords(), knowledge].flatMap((each) => meaningsOf(each, input)),
  );
  // A word that is known to mean something is no misspelling of another.
  const readings = synonyms.length > 0 ? synonyms : leading('spelling', mendWords(index, input, unknown));
  const [first, ...others] = readings;
  if (!first) return { found };
  return { ...first, ...(others.length > 0 ? { didYouMean: [...new Set(others.flatMap(({ readAs }) => readAs?.term ?? []))] } : {}) };
}

/** What a text as a whole stands for: "heart attack" is a myocardial infarction. */
function meaningsOf(knowledge: Knowledge | undefined, text: string): string[] {
  if (!knowledge) return [];
  const words = writtenWords(text);
  const loose = looseKey(words);
  const meanings = [...knowledge.meanings(writtenKey(words)), ...(loose === undefined ? [] : knowledge.meanings(loose))];
  return [...new Set(meanings.map(({ meaning }) => meaning))];
}

type PartName = (typeof INDEX_PARTS)[number];

function expectRange(value: number, least: number, most: number, path: string): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new CleanclaimError('input/out-of-range', `A whole number from ${least} to ${most} was expected.`, path);
}

function asked(term: string | undefined, codeText: string | undefined): string {
  const path = codeText === undefined ? '/term' : '/code';
  const input = codeText ?? term ?? '';
  const most = codeText === undefined ? INDEX_LIMITS.characters : MAX_CODE_INPUT;
  if (input.length > most) throw new CleanclaimError('input/too-long', `At most ${most} characters are looked up.`, path);
  if (input.trim() === '') throw new CleanclaimError('input/empty', 'Give a term or a code to look up.', path);
  return input;
}

/** A run of lines: `first … after - 1`; `top` is the term it belongs to. */
interface Run {
  readonly top: TermNumber;
  readonly first: TermNumber;
  readonly after: TermNumber;
}

function page(runs: readonly { first: TermNumber; after: TermNumber }[], offset: number, limit: number): Run[] {
  const shown: Run[] = [];
  let skip = offset;
  let left = limit;
  for (const { first, after } of runs) {
    if (left === 0) break;
    const from = Math.min(first + skip, after);
    skip -= from - first;
    const to = Math.min(after, from + left);
    left -= to - from;
    if (to > from) shown.push({ top: first, first: from, after: to });
  }
  return shown;
}

function describeRun(index: AlphabeticIndex, table: Icd10cmTable, icd: Icd10cmEdition, { top, first, after }: Run) {
  const part = index.partOf(top);
  const columns = part?.columns ?? [];
  return {
    part: part?.name ?? ('main' as const),
    edition: part?.edition ?? '',
    columns: [...columns],
    path: titles(index, top),
    lines: Array.from({ length: after - first }, (_, at) => describeTerm(index, table, icd, columns, first + at)),
  };
}

function describeTerm(index: AlphabeticIndex, table: Icd10cmTable, icd: Icd10cmEdition, columns: readonly string[], term: TermNumber) {
  return {
    term,
    level: index.level[term] ?? 0,
    title: index.title(term),
    modifiers: index.modifiers(term),
    codes: index.entries(term).map(({ column, key, more }) => {
      const { rows, carried } = carryForward(index, key, table, icd);
      return {
        column: column === ENTRY.code ? 'code' : column === ENTRY.manifestation ? 'manifestation' : (columns[column - 1] ?? String(column)),
        printed: `${withDot(keyCharacters(key))}${more ? '-' : ''}`,
        needsMore: more || (carried === null && rows.some((row) => !icd.billable(row))),
        carried,
        codes: rows.map((row) => ({ code: icd.code(row), display: icd.display(row), billable: icd.billable(row) })),
      };
    }),
    references: index.references(term).map(({ kind, text, target, exact, column }) => ({
      kind,
      text,
      to: target < 0 ? null : { term: target, path: titles(index, target), exact, ...columnTitle(index, target, column) },
    })),
  };
}

function columnTitle(index: AlphabeticIndex, term: TermNumber, column: number): { column?: string } {
  const title = column > 0 ? index.partOf(term)?.columns[column - 1] : undefined;
  return title === undefined ? {} : { column: title };
}

function titles(index: AlphabeticIndex, term: TermNumber): string[] {
  return index.path(term).map((each) => index.title(each));
}
