import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import type { IndexReader } from './index-reader.ts';
import { beyond, defaultLeaf } from './leaf.ts';
import { documentTokens } from './tokenise.ts';
import { COMPOSED, NO_TITLE } from '../icd10cm/rows.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';

/** The billable code that answers for a row, and which of the asked terms its longer title adds. */
export interface StandIn {
  readonly row: Row;
  readonly added: readonly string[];
}

const KEPT = 4_000;

/** Finds the code to show for a row that is not billable: what the query still asks for decides, else the default. */
export class StandIns {
  readonly #index: IndexReader;
  readonly #table: Icd10cmTable;
  /** Terms by the text of a 7th character (its number, negative) or by row. */
  readonly #beyond = new Map<number, readonly string[]>();

  readonly #titles = new Map<Row, readonly string[]>();

  constructor(table: Icd10cmTable, index: IndexReader) {
    this.#table = table;
    this.#index = index;
  }

  /** The default leaf, as built into the pack; found again where this edition has other codes. */
  usual(edition: Icd10cmEdition, row: Row): Row {
    const leaf = row + (this.#index.leaf[row] ?? 0);
    return edition.inForce(leaf) && edition.billable(leaf) ? leaf : defaultLeaf(edition, row);
  }

  /**
   * Down from a row, at each level to the child that says most of what is asked ("right", "subsequent encounter",
   * "open", "fetus 2") and keeps most of what was found above ("subluxation and dislocation" has children for each);
   * where no child is better than another, the default.
   */
  find(edition: Icd10cmEdition, row: Row, asked: ReadonlySet<string>, held: ReadonlySet<string>): StandIn {
    const added: string[] = [];
    let at = row;
    while (!edition.billable(at)) {
      const open = new Set([...asked].filter((term) => !added.includes(term)));
      const next = this.#saysMost(edition, at, open, held);
      if (!next) {
        const usual = this.usual(edition, at);
        if ((open.size === 0 && held.size === 0) || edition.parent(usual) === at || usual === at) return { row: usual, added };
        // One step along the default way, then look again: the side may stand before the encounter.
        at = stepTowards(edition, at, usual);
        continue;
      }
      added.push(...next.added);
      at = next.row;
    }
    return { row: at, added };
  }

  /** True when the title of a code lacks something that was found in the title of the row above it. */
  lacks(edition: Icd10cmEdition, row: Row, above: Row, held: ReadonlySet<string>): boolean {
    // Most titles go on from the one above: they need not be cut into words.
    if (held.size === 0 || (edition.display(row) ?? '').startsWith(edition.display(above) ?? ' ')) return false;
    const terms = this.#termsOf(edition, row);
    for (const term of held) if (!terms.includes(term)) return true;
    return false;
  }

  #saysMost(edition: Icd10cmEdition, row: Row, asked: ReadonlySet<string>, held: ReadonlySet<string>): StandIn | undefined {
    let best: StandIn | undefined;
    let most = -1;
    let least = Number.POSITIVE_INFINITY;
    let length = 0;
    for (const child of edition.children(row)) {
      const terms = this.#termsBeyond(edition, child, row);
      const added = terms.filter((term) => asked.has(term));
      const value = added.length + (held.size === 0 || this.#isComposed(child) ? 0 : count(held, this.#termsOf(edition, child)));
      least = Math.min(least, value);
      if (value > most || (value === most && (this.#isDefault(edition, child, row, best?.row) || terms.length < length))) {
        most = value;
        best = { row: child, added };
        length = this.#isDefault(edition, child, row, undefined) ? 0 : terms.length;
      }
    }
    return most > least ? best : undefined;
  }

  /** True when the default way from a row leads through this child, and not through the other. */
  #isDefault(edition: Icd10cmEdition, child: Row, row: Row, other: Row | undefined): boolean {
    const usual = this.usual(edition, row);
    const through = (from: Row): boolean => usual >= from && usual < edition.after(from);
    return through(child) && (other === undefined || !through(other));
  }

  #isComposed(row: Row): boolean {
    const ref = this.#table.pack.section('code.title', 'u32')[row] ?? NO_TITLE;
    return ref >= COMPOSED && ref !== NO_TITLE;
  }

  #termsOf(edition: Icd10cmEdition, row: Row): readonly string[] {
    let terms = this.#titles.get(row);
    if (!terms) {
      if (this.#titles.size >= KEPT) this.#titles.clear();
      terms = [...new Set(documentTokens(edition.display(row) ?? '').map((token) => token.term))];
      this.#titles.set(row, terms);
    }
    return terms;
  }

  #termsBeyond(edition: Icd10cmEdition, child: Row, row: Row): readonly string[] {
    const ref = this.#table.pack.section('code.title', 'u32')[child] ?? NO_TITLE;
    const composed = this.#isComposed(child);
    const key = composed ? COMPOSED - ref - 1 : child;
    let terms = this.#beyond.get(key);
    if (!terms) {
      if (this.#beyond.size >= KEPT) this.#beyond.clear();
      const text = composed ? this.#table.texts.text(ref - COMPOSED) : beyond(edition.display(child) ?? '', edition.display(row) ?? '');
      terms = [...new Set(documentTokens(text).map((token) => token.term))];
      this.#beyond.set(key, terms);
    }
    return terms;
  }
}

function stepTowards(edition: Icd10cmEdition, from: Row, to: Row): Row {
  let at = to;
  for (let above = edition.parent(at); above !== from && above >= 0; above = edition.parent(at)) at = above;
  return at;
}

function count(held: ReadonlySet<string>, terms: readonly string[]): number {
  let found = 0;
  for (const term of terms) if (held.has(term)) found++;
  return found;
}
