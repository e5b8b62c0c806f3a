import type { AlphabeticIndex } from '../alphabetic-index/alphabetic-index.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { CloserLook } from './closer-look.ts';
import { rowsOfCode } from './code-query.ts';
import { Gathering } from './gather.ts';
import { Icd10cmTexts } from './icd10cm-texts.ts';
import { IndexReader } from './index-reader.ts';
import { hasSearchDocuments, joinIndexes } from './joined-index.ts';
import { Knowledge, meaningTokens } from './knowledge.ts';
import { notesThatTie } from './pair.ts';
import { kindOf, priorsFor } from './priors.ts';
import { type QueryWord, readQuery } from './query.ts';
import { namesAnother } from './ranges.ts';
import { ADJACENT, bestPossible, SECOND } from './scale.ts';
import { type Part, partsOf } from './several.ts';
import { type Scored, score } from './score.ts';
import { StandIns } from './stand-in.ts';
import { stem } from './stem.ts';
import { makeVariants, type Variant, type Variants } from './variants.ts';
import { reasons, type Why } from './why.ts';

export interface SearchOptions {
  readonly edition: Icd10cmEdition;
  readonly limit?: number;
  /** Headers as well as billable codes. */
  readonly all?: boolean;
}

export interface SearchResult {
  readonly row: Row;
  readonly code: string;
  readonly display: string;
  readonly billable: boolean;
  /** 0 to 1: the share of the highest score the query can have; 1 for a typed code. */
  readonly score: number;
  readonly why: readonly Why[];
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  /** Set when the query is longer than can be a phrase; nothing was searched. */
  readonly tooLong?: { readonly characters: number; readonly words: number };
}

/** The longest query that is searched. */
export const SEARCH_LIMITS = { characters: 500, words: 40 } as const;

/** What a wording is worth that stands in a note of another code. */
const NAMED_ELSEWHERE = 0.95;
/** At least so many documents are kept for the closer look. */
const KEPT = 80;
/** Only answers this close to the best are looked at for the code that fits side, encounter and kind. */
const CLOSE = 0.6;
/** Bits of a document's standing: its kind, named in a note of another code, in force or not. */
const KIND_BITS = 7;
const ELSEWHERE = 8;
const IN_FORCE = 16;
const NOT_IN_FORCE = 32;
/** After so many looks it is asked whether more can change the answer. */
const LOOKS = 8;
/** So many codes must be certain at least: the same for the pages of one answer, whatever their size. */
const SURE = 26;
/** A line answered by one code to this extent names one condition. */
const WHOLE = 0.9;
/** The least score that shows a part of a line to be a condition by itself, and not a site or a quality. */
const CONDITION = 0.95;
/** How much better than the whole line each of its parts must be answered. */
const BETTER = 1.1;
/** A code that combines several of the conditions, when it answers this well, stands before the codes of each. */
const COMBINED = 0.85;
/** How far down the answers to the whole line a code is looked for that the notes tie to the answer of a part. */
const TIED = 12;

/** A code that answers, with the query words and the readings it was found by. */
interface Candidate {
  readonly row: Row;
  readonly words: readonly QueryWord[];
  readonly variants: Variants;
  score: number;
  second: number;
  best: Scored;
}

interface Found extends Pick<SearchAnswer, 'tooLong'> {
  readonly codes: readonly SearchResult[];
  readonly found: readonly Candidate[];
}

/** Searches ICD-10-CM by clinical words, lay words, abbreviations or codes. Make one and keep it: it owns working memory. */
export class Searcher {
  readonly #table: Icd10cmTable;
  readonly #index: IndexReader;
  readonly #knowledge: Knowledge | undefined;
  readonly #gathering: Gathering;
  readonly #texts: Icd10cmTexts;
  readonly #look: CloserLook;
  readonly #standIns: StandIns;
  readonly #extension: ReadonlySet<number>;
  /** By edition and document, 0 where it was not asked yet. */
  readonly #standings = new WeakMap<Icd10cmEdition, Uint8Array>();

  /** With the Alphabetic Index, its entries are evidence beside titles and terms. */
  constructor(table: Icd10cmTable, alphabetic?: AlphabeticIndex) {
    const joined = alphabetic !== undefined && hasSearchDocuments(alphabetic);
    this.#table = table;
    this.#index = new IndexReader(joined ? joinIndexes(table, alphabetic) : table.pack);
    this.#knowledge = Knowledge.isIn(table.pack) ? new Knowledge(table.pack) : undefined;
    this.#gathering = new Gathering(this.#index);
    this.#extension = new Set([...this.#index.extension, this.#index.terms.find(stem('other'))]);
    this.#standIns = new StandIns(table, this.#index);
    this.#texts = new Icd10cmTexts(table, this.#index, joined ? alphabetic : undefined);
    this.#look = new CloserLook(this.#index, this.#texts);
  }

  search(query: string, options: SearchOptions): SearchAnswer {
    const { codes, found, tooLong } = this.#find(query, options);
    if (tooLong) return { results: [], tooLong };
    if (codes.length > 0) return { results: codes };
    const most = found.reduce((highest, { variants }) => Math.max(highest, bestPossible(variants)), 1);
    return { results: found.map((candidate) => this.#result(candidate, options.edition, most)) };
  }

  /** The rows that `search` answers with, and not why: to suggest codes while somebody types. */
  rows(query: string, options: SearchOptions): Pick<SearchAnswer, 'tooLong'> & { readonly rows: readonly Row[] } {
    const { codes, found, tooLong } = this.#find(query, options);
    return tooLong ? { rows: [], tooLong } : { rows: (codes.length > 0 ? codes : found).map(({ row }) => row) };
  }

  /** Codes where the query is one, else what its words find. */
  #find(query: string, options: SearchOptions): Found {
    const { edition, limit = 10, all = false } = options;
    const nothing = { codes: [], found: [] };
    if (query.length > SEARCH_LIMITS.characters) return { ...nothing, tooLong: SEARCH_LIMITS };
    const codes = this.#codes(query, options, limit);
    const words = readQuery(query, this.#index, this.#knowledge);
    if (words.length > SEARCH_LIMITS.words) return { ...nothing, tooLong: SEARCH_LIMITS };
    if (codes.length > 0 || words.length === 0) return { ...nothing, codes };
    return { ...nothing, found: this.#conditions(words, edition, all, limit).slice(0, limit) };
  }

  /** True for a word of the texts or of what people call the things in them. */
  knows(word: string): boolean {
    return this.#index.surfaces.find(word) >= 0;
  }

  #codes(query: string, { edition, all = false }: SearchOptions, limit: number): SearchResult[] {
    const rows = rowsOfCode(edition, query);
    const [first] = rows;
    if (first === undefined) return [];
    const ordered = all || edition.billable(first) ? rows : [this.#standIns.usual(edition, first), ...rows];
    const shown = [...new Set(ordered)].filter((row) => all || edition.billable(row)).slice(0, limit);
    return shown.map((row) => ({
      row,
      code: edition.code(row),
      display: edition.display(row) ?? '',
      billable: edition.billable(row),
      score: 1,
      why: [{ kind: 'code' as const, matched: edition.code(first) }],
    }));
  }

  /** A line may name several conditions: when its parts are answered better than the whole, their answers take turns. */
  #conditions(words: readonly QueryWord[], edition: Icd10cmEdition, all: boolean, limit: number): readonly Candidate[] {
    const whole = this.#phrase(words, edition, all, limit);
    const first = whole[0];
    if (!first || first.best.coverage >= WHOLE) return whole;
    const parts = partsOf(words, first.variants.found);
    const answers = parts.map((part) => this.#phrase(words.slice(part.from, part.to), edition, all, limit));
    const least = Math.min(...answers.map((answer) => answer[0]?.score ?? 0));
    if (answers.length === 0 || least < CONDITION || least < BETTER * first.score) return whole;
    const heads = answers.flatMap((answer) => answer[0]?.row ?? []);
    const combined = combination(whole, parts, heads, edition);
    // The condition with more said about it first: "ckd 3" before "htn".
    answers.sort((one, other) => (other[0]?.score ?? 0) - (one[0]?.score ?? 0));
    const turns = Array.from({ length: limit }, (_, turn) => answers.map((answer) => answer[turn])).flat();
    const rows = new Set<Row>();
    return [...(combined ? [combined] : []), ...turns, ...whole].filter((each): each is Candidate => {
      if (!each || rows.has(each.row)) return false;
      rows.add(each.row);
      return true;
    });
  }

  #phrase(words: readonly QueryWord[], edition: Icd10cmEdition, all: boolean, limit: number): Candidate[] {
    const variants = makeVariants(words, this.#index, this.#knowledge);
    if (variants.variants.length === 0) return [];
    const stems = new Set(words.map((each) => stem(each.word)));
    for (const { readings } of variants.variants)
      for (const { meaning } of readings) for (const token of meaningTokens(meaning)) stems.add(token.term);
    const priors = priorsFor(stems);
    const groups = this.#gathering.gather(variants);
    const standing = this.#standingOf(edition);
    const priorOf = (document: number): number => {
      const known = standing[document] || (standing[document] = this.#standing(document, edition));
      return known === NOT_IN_FORCE ? 0 : (priors[known & KIND_BITS] ?? 1) * ((known & ELSEWHERE) === 0 ? 1 : NAMED_ELSEWHERE);
    };
    const scored = score(this.#index, variants, this.#gathering, groups, priorOf, Math.max(KEPT, 3 * limit));
    this.#gathering.clear();
    return this.#byRow(this.#lookedAt(scored, variants, limit), edition, all, variants, words);
  }

  #standingOf(edition: Icd10cmEdition): Uint8Array {
    let standing = this.#standings.get(edition);
    if (!standing) this.#standings.set(edition, (standing = new Uint8Array(this.#index.row.length)));
    return standing;
  }

  /** How a document stands to any query in one byte, which spares reading four tables each time it is scored. */
  #standing(document: number, edition: Icd10cmEdition): number {
    const row = this.#index.row[document] ?? 0;
    if (!edition.inForce(row)) return NOT_IN_FORCE;
    const own = (this.#index.note[document] ?? 0) === 0 || this.#kindOf(document) === 'inclusionTerm';
    return IN_FORCE | kindOf(this.#table.key[row] ?? 0) | (own ? 0 : ELSEWHERE);
  }

  /**
   * The closer look, from the best document on, until none that follows can come among the first `limit`: a look adds at
   * most ADJACENT, a second document SECOND, and the code below one that lacks words at most those words.
   */
  #lookedAt(scored: Scored[], variants: Variants, limit: number): Scored[] {
    const rows = new Map<Row, number>();
    const most = Math.max(limit, SURE);
    let least = 0;
    for (let at = 0; at < scored.length; at++) {
      const each = scored[at] as Scored;
      const highest = (each.score * (1 + ADJACENT) * (1 + SECOND)) / Math.min(1, each.coverage || 1);
      if (highest < least) return scored.slice(0, at);
      each.score *= this.#look.factor(each, variants);
      const row = this.#index.row[each.document] ?? 0;
      rows.set(row, Math.max(rows.get(row) ?? 0, each.score));
      if (at % LOOKS === LOOKS - 1 && rows.size > most) least = [...rows.values()].sort((one, other) => other - one)[most] ?? 0;
    }
    return scored;
  }

  /** One candidate a code: its best document, and a little of its second best. */
  #byRow(scored: readonly Scored[], edition: Icd10cmEdition, all: boolean, variants: Variants, words: readonly QueryWord[]) {
    const candidates = new Map<Row, Candidate>();
    const add = (row: Row, value: number, best: Scored): void => {
      const known = candidates.get(row);
      if (!known) candidates.set(row, { row, words, variants, score: value, second: 0, best });
      else if (value > known.score) Object.assign(known, { second: known.score, score: value, best });
      else if (value > known.second) known.second = value;
    };
    const best = scored.reduce((most, each) => Math.max(most, each.score), 0);
    for (const each of scored) {
      const row = this.#index.row[each.document] ?? 0;
      if (all || edition.billable(row)) add(row, each.score, each);
      if (edition.billable(row)) continue;
      const close = each.score >= CLOSE * best;
      const { leaf, gain } = close ? this.#leafFor(row, edition, each, variants) : { leaf: this.#standIns.usual(edition, row), gain: 1 };
      // "43 weeks" is within a header's "40 or greater"; the code below it that says 40 does not answer.
      const { slots } = variants.variants[each.variant] as Variant;
      if (slots.some(({ number }) => number !== undefined && namesAnother(number, edition.display(leaf) ?? ''))) continue;
      if (edition.billable(leaf)) add(leaf, each.score * gain * (all ? 0.99 : 1), each);
    }
    for (const each of candidates.values()) each.score += SECOND * each.second;
    return [...candidates.values()].sort((one, other) => other.score - one.score || one.row - other.row);
  }

  /** A note of another code that names this one is told apart from the code's own terms. */
  #kindOf(document: number): 'title' | 'inclusionTerm' | 'note' | 'index' {
    if ((this.#index.indexTerm[document] ?? 0) > 0) return 'index';
    const note = this.#index.note[document] ?? 0;
    if (note === 0) return 'title';
    const kind = this.#table.notes.kind(note - 1);
    return kind === 'inclusionTerm' || kind === 'includes' ? 'inclusionTerm' : 'note';
  }

  /** The billable code for a row; what it adds of the words not found yet raises the score. */
  #leafFor(row: Row, edition: Icd10cmEdition, scored: Scored, variants: Variants): { leaf: Row; gain: number } {
    const variant = variants.variants[scored.variant] as Variant;
    const asked = new Map<string, number>();
    for (const slot of variant.slots) {
      if (slot.options.some((option) => (scored.mask >>> option.element) & 1)) continue;
      for (const option of slot.options) {
        for (const term of variants.elements[option.element]?.terms ?? []) {
          // Other words would have been found in the texts of the levels below.
          if (this.#extension.has(term)) asked.set(this.#index.terms.at(term), slot.weight);
        }
      }
    }
    const held = this.#heldTerms(scored, variant, variants);
    const usual = this.#standIns.usual(edition, row);
    if (asked.size === 0 && !this.#standIns.lacks(edition, usual, row, held)) return { leaf: usual, gain: 1 };
    const { row: leaf, added } = this.#standIns.find(edition, row, new Set(asked.keys()), held);
    const all = variant.slots.reduce((sum, slot) => sum + slot.weight, 0);
    const more = added.reduce((sum, term) => sum + (asked.get(term) ?? 0), 0);
    return { leaf, gain: scored.coverage === 0 ? 1 : 1 + more / all / scored.coverage };
  }

  /** The terms of the query that a title has; none for another text, which the levels below need not repeat. */
  #heldTerms(scored: Scored, variant: Variant, { elements }: Variants): ReadonlySet<string> {
    const held = new Set<string>();
    if (this.#kindOf(scored.document) !== 'title') return held;
    for (const { options } of variant.slots) {
      for (const { element } of options) {
        const term = elements[element]?.terms[0];
        if (term !== undefined && (scored.mask >>> element) & 1) held.add(this.#index.terms.at(term));
      }
    }
    return held;
  }

  #result({ row, words, score, best, variants }: Candidate, edition: Icd10cmEdition, most: number): SearchResult {
    const why = reasons({ words, variants, scored: best, kind: this.#kindOf(best.document), text: this.#texts.text(best.document) });
    const display = edition.display(row) ?? '';
    return { row, code: edition.code(row), display, billable: edition.billable(row), score: Math.min(1, score / most), why };
  }
}

/**
 * The code that stands for several of the conditions at once: the best answer to the whole line when it answers it
 * well, else the first of the next that the tabular notes tie to the best answer of a part ("use additional code to
 * identify the stage"), whatever words the other texts share with the line.
 */
function combination(whole: readonly Candidate[], parts: readonly Part[], heads: readonly Row[], edition: Icd10cmEdition) {
  const [first] = whole;
  if (first && first.score >= COMBINED && partsHeld(first, parts) > 1) return first;
  return whole
    .slice(0, TIED)
    .find(
      (each) => partsHeld(each, parts) > 1 && heads.some((head) => head !== each.row && notesThatTie(edition, each.row, head).length > 0),
    );
}

/** In how many parts of the line a candidate has a word. */
function partsHeld({ best, variants }: Candidate, parts: readonly Part[]): number {
  const slots = variants.variants[best.variant]?.slots ?? [];
  const held = slots.filter((slot) => slot.options.some((option) => (best.mask >>> option.element) & 1));
  return parts.filter((part) => held.some((slot) => slot.from < part.to && slot.to > part.from)).length;
}
