import type { Day } from '../day.ts';
import type { Pack, PackEdition, PackManifest } from '../pack/format.ts';

/** An edition the user added. Its pack is opened when first asked. */
export interface InstalledEdition {
  readonly source: string;
  readonly edition: PackEdition;
  readonly manifest: PackManifest;
  /** Digest that names the pack's whole content. */
  readonly sha256: string;
  pack(): Pack;
  /** Its search index, made at import; undefined for a table that is not searched, or where it has none of this version. */
  search?(): Pack | undefined;
}

/** The editions of one source, and which of them answers on a day. */
export class InstalledEditions {
  readonly list: readonly InstalledEdition[];

  constructor(list: readonly InstalledEdition[]) {
    this.list = list.toSorted((one, other) => (one.edition.id < other.edition.id ? -1 : 1));
  }

  /**
   * The editions that answer on a day; several where an edition comes in parts. An edition *made for* the day
   * (`ownFrom` to `to`) goes before one that only reaches back to it; of those, the earliest made.
   */
  on(day: Day): readonly InstalledEdition[] {
    let best: InstalledEdition[] = [];
    let bestMade: string | undefined;
    for (const each of this.list) {
      const { from, to } = each.edition;
      if (from > day || (to !== null && to < day)) continue;
      const made = ownFrom(each.edition);
      const better = bestMade === undefined || (bestMade <= day ? made <= day && made > bestMade : made < bestMade);
      if (better) {
        best = [each];
        bestMade = made;
      } else if (made === bestMade) best.push(each);
    }
    return best;
  }
}

/** First day of the period an edition was made for; `from` may reach further back where its rows carry dates. */
function ownFrom(edition: PackEdition): string {
  return (edition['ownFrom'] as string | undefined) ?? edition.from;
}
