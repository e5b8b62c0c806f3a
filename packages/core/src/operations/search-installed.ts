import type { Data, SearchableTable } from '../data.ts';
import type { Day } from '../day.ts';
import type { SystemId } from '../identify/system.ts';
import type { Knowledge } from '../search/knowledge.ts';
import { type TableHit, TableSearcher } from '../search/table-searcher.ts';
import { stem } from '../search/stem.ts';
import { wordsOf } from '../search/tokenise.ts';
import type { TableRow } from '../tables/keyed-table.ts';
import { tidyCode } from '../text/code-text.ts';
import { conditionWords } from './condition-words.ts';
import { ICD9_PROCEDURES, SHELVES, type Shelf } from './shelves.ts';

/** What a code answers: why care was given (a diagnosis), or what was done or supplied. */
export type Answers = 'why' | 'what';

/** One installed table that the search box looks through. */
export interface SearchedShelf {
  readonly system: SystemId;
  readonly answers: Answers;
  readonly shelf: Shelf;
}

/** In the order of their groups; what is not installed is passed over. */
export const SEARCHED_SHELVES: readonly SearchedShelf[] = [
  { system: 'icd9cm', answers: 'why', shelf: SHELVES.icd9cm },
  { system: 'icd10', answers: 'why', shelf: SHELVES.icd10 },
  { system: 'icd11', answers: 'why', shelf: SHELVES.icd11 },
  { system: 'hcpcs', answers: 'what', shelf: SHELVES.hcpcs },
  { system: 'cpt', answers: 'what', shelf: SHELVES.cpt },
  { system: 'icd10pcs', answers: 'what', shelf: SHELVES.icd10pcs },
  { system: 'icd9cm', answers: 'what', shelf: ICD9_PROCEDURES },
];

/** A code of an installed table that answers. */
export interface InstalledResult {
  readonly code: string;
  readonly system: SystemId;
  readonly answers: Answers;
  readonly display: string;
  readonly billable: boolean;
  readonly score: number;
  readonly why: TableHit['why'];
}

export interface ShelfAnswer {
  readonly searched: SearchedShelf;
  readonly edition: string;
  readonly results: readonly InstalledResult[];
  /** The query is a code of this table, or the beginning of one. */
  readonly byCode: boolean;
}

/** A shelf that is installed but cannot be searched, with what to do. */
export interface NotSearched {
  readonly system: SystemId;
  readonly reason: string;
  readonly install: string;
}

export interface InstalledQuestion {
  readonly query: string;
  readonly on: Day;
  readonly limit: number;
  /** Headings too. */
  readonly all: boolean;
  /** Asked by name: distant answers are shown too. */
  readonly byName: boolean;
  readonly data: Data;
  /** Words that ICD-10-CM knows. */
  isRight(word: string): boolean;
}

/** A result below this lacks words that matter: no answer, where the system was not asked for by name. */
const NEAR = 0.45;
/** What an extension code of ICD-11 ("left", "appendix") is worth: it says no condition by itself. */
const EXTENSION = 0.6;
/** What a modifier is worth when none is asked for: "left" is seldom the question. */
const MODIFIER = 0.6;
const MODIFIER_LENGTH = 2;
const ASKS_MODIFIER = stem('modifier');

/** A shelf with the searchers of its tables, ready to be asked. */
export interface OpenShelf {
  readonly searched: SearchedShelf;
  readonly main: SearchableTable;
  readonly searchers: readonly TableSearcher[];
}

/** Opens a shelf for a day; undefined when no installed edition covers it. */
export function openShelf(searched: SearchedShelf, on: Day, data: Data): OpenShelf | NotSearched | undefined {
  const { shelf, system } = searched;
  const tables = [shelf.source, ...(shelf.wordings ?? [])].flatMap((source) => data.searchable(source, on) ?? []);
  const [main] = tables;
  if (!main) return undefined;
  const words = searched.answers === 'what' ? data.procedureWords() : conditionWords(data);
  const searchers = tables.flatMap((table) => searcherOf(table, words) ?? []);
  if (searchers.length > 0) return { searched, main, searchers };
  return {
    system,
    reason: `${main.table.edition.title} was installed by a version that made no search index of this kind.`,
    install: 'cleanclaim data add FILE (the same file again)',
  };
}

/** What the open shelves answer. A word that one of them knows is mended in none of the others. */
export function searchShelves(shelves: readonly OpenShelf[], question: InstalledQuestion): ShelfAnswer[] {
  const { query, limit, byName } = question;
  const isRight = (word: string): boolean =>
    question.isRight(word) ||
    (question.data.procedureWords()?.uses(word) ?? false) ||
    shelves.some(({ searchers }) => searchers.some((each) => each.knows(word)));
  return shelves.map(({ searched, main, searchers }) => {
    const key = searched.shelf.key(tidyCode(query.slice(0, MOST_CODE)));
    const optionsOf = (searcher: TableSearcher) => ({ ...options(searcher, question, searched), isRight });
    const byCode = best(searchers, (each) => each.byCode(key, optionsOf(each)));
    const hits = byCode.length > 0 ? byCode : best(searchers, (each) => each.byWords(query, optionsOf(each)));
    const near = hits.filter(({ score }) => byName || score >= NEAR);
    return {
      searched,
      edition: main.table.edition.id,
      byCode: byCode.length > 0,
      results: near.slice(0, limit).map((hit) => result(hit, searched, main)),
    };
  });
}

const MOST_CODE = 40;

/** The hits of several wordings of one system as one list: each code once, with its best. */
function best(
  searchers: readonly TableSearcher[],
  ask: (searcher: TableSearcher) => readonly TableHit[],
): (TableHit & { readonly from: TableSearcher })[] {
  const all = searchers.flatMap((searcher) => ask(searcher).map((hit) => ({ ...hit, from: searcher })));
  if (searchers.length > 1) all.sort((one, other) => other.score - one.score);
  const seen = new Set<string>();
  return all.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function options({ table }: TableSearcher, { query, on, limit, all }: InstalledQuestion, { shelf }: SearchedShelf) {
  const asksModifier = shelf === SHELVES.hcpcs && wordsOf(query).some((word) => stem(word) === ASKS_MODIFIER);
  return {
    on,
    limit,
    worth(row: TableRow): number {
      if ((!all && !shelf.complete(table, row)) || shelf.isCode?.(table, row) === false) return 0;
      if (shelf === SHELVES.hcpcs) return (table.keyLength(row) === MODIFIER_LENGTH) === asksModifier ? 1 : MODIFIER;
      return shelf === SHELVES.icd11 && table.keyBeginsWith(row, 'X') ? EXTENSION : 1;
    },
  };
}

function result(
  hit: TableHit & { readonly from: TableSearcher },
  { system, answers, shelf }: SearchedShelf,
  main: SearchableTable,
): InstalledResult {
  const row = hit.from.table === main.table ? hit.row : main.table.find(hit.key);
  const { table } = row < 0 ? hit.from : main;
  const at = row < 0 ? hit.row : row;
  const isModifier = shelf === SHELVES.hcpcs && hit.key.length === MODIFIER_LENGTH;
  return {
    code: shelf.code(hit.key),
    system: isModifier ? 'hcpcs-modifier' : system,
    answers,
    display: shelf.display(table, at),
    billable: shelf.complete(table, at),
    score: hit.score,
    why: hit.why,
  };
}

const SEARCHERS = new WeakMap<SearchableTable, TableSearcher>();

function searcherOf(searchable: SearchableTable, words: Knowledge | undefined): TableSearcher | undefined {
  if (!searchable.index) return undefined;
  let searcher = SEARCHERS.get(searchable);
  if (!searcher) SEARCHERS.set(searchable, (searcher = new TableSearcher(searchable.table, searchable.index, words)));
  return searcher;
}
