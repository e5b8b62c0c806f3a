import type {
  ChangesOfCodes,
  ChargesAnswer,
  DiffAnswer,
  EditionsAnswer,
  GuessedMapping,
  Identification,
  IndexAnswer,
  LookupAnswer,
  MapAnswer,
  NamedByAnswer,
  NotesAnswer,
  Report,
  SearchResponse,
  SurelyFixed,
  TreeAnswer,
} from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core';
import { answer, type JsonSchema, type Served, SERVED } from '../served.ts';
import type { Service } from '../service.ts';
import * as say from './say.ts';

/** A tool of an assistant, made from an operation: same input and output, plus what an assistant needs of it. */
export interface Tool {
  readonly name: string;
  readonly operation: string;
  readonly title: string;
  /** When to use it, in the assistant's terms. */
  readonly description: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  /** The structured answer and the short text beside it. Throws CleanclaimError. */
  run(
    input: Readonly<Record<string, unknown>>,
    service: Service,
  ): { readonly structured: Readonly<Record<string, unknown>>; readonly text: string };
}

interface Wording<Answer> {
  readonly name: string;
  readonly operation: string;
  readonly description: string;
  readonly say: (answer: Answer) => string;
  /** Pages a long answer. */
  readonly paging?: Paging;
  /** Names the list an operation answers with: a structured answer is an object. */
  readonly list?: string;
}

/** The list within an answer that is cut into pages, and how the operation is asked for enough of it. */
interface Paging {
  /** Entries of a page when `limit` is left out, and the most that may be asked for. */
  readonly usual: number;
  readonly most: number;
  ask(input: Readonly<Record<string, unknown>>, upTo: number): Readonly<Record<string, unknown>>;
  cut(answer: Record<string, unknown>, from: number, to: number): { readonly page: Record<string, unknown>; readonly more: boolean };
}

/** Search: the operation is asked for one more than the page needs, which tells whether there is a next page. */
const SEARCH_PAGES: Paging = {
  usual: 10,
  most: 50,
  ask: (input, upTo) => ({ ...input, limit: Math.min(upTo + 1, 500) }),
  cut(answer, from, to) {
    const results = answer['results'] as unknown[];
    return { page: { ...answer, results: results.slice(from, to) }, more: results.length > to };
  },
};

const CHANGES = ['added', 'deleted', 'revised', 'breaks'] as const;

/** Differences: the four lists are read as one, in this order. */
const DIFF_PAGES: Paging = {
  usual: 50,
  most: 500,
  ask: (input) => input,
  cut(answer, from, to) {
    const page: Record<string, unknown> = { ...answer };
    let before = 0;
    for (const name of CHANGES) {
      const list = answer[name] as unknown[];
      page[name] = list.slice(Math.max(0, from - before), Math.max(0, to - before));
      before += list.length;
    }
    page['counts'] = Object.fromEntries(CHANGES.map((name) => [name, (answer[name] as unknown[]).length]));
    return { page, more: before > to };
  },
};

const COUNTS: JsonSchema = {
  type: 'object',
  description: 'How many there are in all; the lists hold one page.',
  properties: Object.fromEntries(CHANGES.map((name) => [name, { type: 'integer' }])),
  required: [...CHANGES],
};

/** The tools, in the order an assistant meets them. A test fails when an operation has none. */
export const TOOLS: readonly Tool[] = [
  tool<SearchResponse>({
    name: 'search_codes',
    operation: 'codes.search',
    description:
      'Find ICD-10-CM diagnosis codes by clinical or lay words, abbreviations ("htn ckd 3") or part of a code, as in force on the date of service. Each result says why it matched. Then read code_notes before choosing.',
    say: say.search,
    paging: SEARCH_PAGES,
  }),
  tool<LookupAnswer>({
    name: 'get_code',
    operation: 'codes.lookup',
    description:
      'Say what a code is on the date of service and whether it may stand on a claim: billable, a header that needs more characters (which), not in force that day (what replaces it), unknown (near codes), or no data.',
    say: say.lookup,
  }),
  tool<NotesAnswer>({
    name: 'code_notes',
    operation: 'codes.notes',
    description:
      'List the official instructions that bind a code, its own and those inherited from category, block and chapter: Excludes1, Excludes2, code first, use additional code, includes, 7th characters.',
    say: say.notes,
  }),
  tool<NamedByAnswer>({
    name: 'notes_naming_code',
    operation: 'codes.named-by',
    description:
      'List the notes of other codes, blocks and chapters that name this code: who asks for it beside them, and who excludes it.',
    say: say.namedBy,
  }),
  tool<IndexAnswer>({
    name: 'walk_index',
    operation: 'codes.index',
    description:
      'Walk the ICD-10-CM Alphabetic Index as a coder does: a main term with its subterms ("Diabetes, type 2, with, kidney"), or the terms that lead to a code. Needs the index to be installed; says how when it is not.',
    say: say.index,
  }),
  tool<TreeAnswer>({
    name: 'code_tree',
    operation: 'codes.tree',
    description: 'Show where a code stands: chapter, block, the levels above it, its neighbours and the codes under it.',
    say: say.tree,
  }),
  tool<Identification>({
    name: 'identify_code',
    operation: 'codes.identify',
    description:
      'Tell which code system a code belongs to (ICD-10-CM, CPT, HCPCS, NDC, revenue code, modifier, …), what such a code says (why or what was done), who keeps it and what to check next.',
    say: say.identify,
  }),
  tool<MapAnswer>({
    name: 'map_code',
    operation: 'codes.map',
    description:
      'Find the codes of another system for a code (ICD-9-CM, ICD-10-CM, ICD-10-PCS, ICD-10, ICD-11, SNOMED CT) by the maps that are installed. Choose one option, and from each of its lists one code; approximate means alike, not the same. A map proposes: the record decides.',
    say: say.map,
  }),
  tool<Report>({
    name: 'check_claim',
    operation: 'claims.check',
    description:
      'Check a medical claim against dated coding and form rules. Each finding says what is wrong, why, the fix, the box and the source. notChecked lists what could not be checked: never call such a claim clean. Leave out names and member ids; they are not needed.',
    say: say.report,
  }),
  tool<SurelyFixed>({
    name: 'fix_claim',
    operation: 'claims.fix',
    description:
      'Make the repairs of a claim that are certain (placeholder X, order by a code first note, total, pointers, spelling) and report on the result. It never adds a diagnosis or modifier and never changes what is billed; what needs the record stays a finding.',
    say: say.fixed,
  }),
  tool<GuessedMapping>({
    name: 'guess_charge_columns',
    operation: 'charges.guess',
    description:
      'Propose which column of an office table of charges (rows of texts, headings first) holds which claim field. Show the mapping and what is open to the person before using it with claims_from_charges.',
    say: say.guessed,
  }),
  tool<ChargesAnswer>({
    name: 'claims_from_charges',
    operation: 'charges.claims',
    description:
      'Read claims from the rows of a table of charges with a column mapping. A claim with a cell that cannot be read is left out and the cell named by row and column; never guess what it meant.',
    say: say.charges,
  }),
  tool<DiffAnswer>({
    name: 'compare_editions',
    operation: 'editions.diff',
    description:
      'List the codes added, deleted (with replacements) and revised between two editions, or, with `only`, which codes of a list break.',
    say: say.diff,
    paging: DIFF_PAGES,
  }),
  tool<ChangesOfCodes>({
    name: 'changes_of_codes',
    operation: 'editions.changes',
    description:
      'Say what a new edition changes for a list of own codes: deleted (with replacements), headers, revised titles, new codes under or beside them, status and unit edits of procedures, pairs that begin or end. notCompared is not the same as unchanged.',
    say: say.changes,
  }),
  tool<{ editions: EditionsAnswer }>({
    name: 'list_editions',
    operation: 'data.list',
    description: 'List the installed editions of code systems with their days, publisher and digest: what every other answer rests on.',
    say: say.editions,
    list: 'editions',
  }),
];

function tool<Answer>({ name, operation, description, say, paging, list }: Wording<Answer>): Tool {
  const served = SERVED.get(operation);
  if (!served) throw new Error(`The tool ${name} is made from the operation ${operation}, which is not there.`);
  return {
    name,
    operation,
    title: served.operation.title,
    description,
    input: paging ? pagedInput(served, paging) : served.input,
    output: outputOf(served, paging, list),
    run(input, service) {
      const structured = paging ? page(served, paging, input, service) : listed(answer(served, input, service), list);
      return { structured, text: say(structured as Answer) };
    },
  };
}

function listed(answer: unknown, list: string | undefined): Record<string, unknown> {
  return list === undefined ? (answer as Record<string, unknown>) : { [list]: answer };
}

function pagedInput({ input, fields }: Served, { usual, most }: Paging): JsonSchema {
  return {
    ...input,
    properties: {
      ...fields,
      limit: { type: 'integer', minimum: 1, maximum: most, description: `Entries of a page; ${usual} when left out.` },
      cursor: { type: 'string', description: 'nextCursor of the page before; leave out for the first page.' },
    },
  };
}

function outputOf({ output }: Served, paging: Paging | undefined, list: string | undefined): JsonSchema {
  if (list !== undefined) return { type: 'object', properties: { [list]: output }, required: [list] };
  if (!paging) return output;
  const properties = {
    ...(output['properties'] as JsonSchema),
    nextCursor: { type: 'string', description: 'Give it as cursor for the next page.' },
  };
  return paging === DIFF_PAGES ? { ...output, properties: { ...properties, counts: COUNTS } } : { ...output, properties };
}

function page(served: Served, paging: Paging, input: Readonly<Record<string, unknown>>, service: Service): Record<string, unknown> {
  const { cursor, limit = paging.usual, ...question } = input;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > paging.most)
    throw new CleanclaimError('input/out-of-range', `The number of entries is 1 to ${paging.most}.`, '/limit');
  const from = cursor === undefined ? 0 : Number(/^from-(\d{1,6})$/.exec(String(cursor))?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw new CleanclaimError('input/invalid', `${quote(String(cursor))} is not a cursor of this tool.`, '/cursor');
  const to = from + limit;
  const { page: cut, more } = paging.cut(answer(served, paging.ask(question, to), service) as Record<string, unknown>, from, to);
  return more ? { ...cut, nextCursor: `from-${to}` } : cut;
}
