import { addDays, type Day } from '../day.ts';
import type { PackEdition } from '../pack/format.ts';

/** A run of days on which the installed editions have a code. */
export interface CodeDays {
  readonly from: Day;
  /** False when the code may be older than the installed editions. */
  readonly fromKnown: boolean;
  readonly to: Day | null;
}

/** A run of releases, by their bits. */
interface ReleaseRun {
  readonly first: number;
  last: number;
}

interface CodeRelease {
  readonly from: Day;
  to: Day | null;
  /** True when the release before it is installed and reaches up to it: what is new in it then began with it. */
  readonly known: boolean;
}

/** Told where no release has the code. */
const UNKNOWN_DAYS: CodeDays = { from: '0001-01-01' as Day, fromKnown: false, to: null };

/** The releases that changed codes, in order, and what bit sets of them say of the days of a code. */
export class CodeReleases {
  readonly #releases: readonly CodeRelease[];
  readonly #days = new Map<number, Map<number, CodeDays>>();

  constructor(editions: readonly PackEdition[]) {
    this.#releases = releasesOf(editions);
  }

  /** The days around the release `bit` of a code that the releases `bits` have. Kept once worked out. */
  daysAround(bits: number, bit: number): CodeDays {
    let byBit = this.#days.get(bits);
    if (!byBit) this.#days.set(bits, (byBit = new Map()));
    let days = byBit.get(bit);
    if (!days) {
      const runs = this.#runs(bits);
      const index = Math.log2(bit);
      const run = runs.find((each) => index >= each.first && index <= each.last) ?? runs[0];
      byBit.set(bit, (days = run ? this.#daysOf(run) : UNKNOWN_DAYS));
    }
    return days;
  }

  /** Every run of days of a code that the releases `bits` have, oldest first. */
  runsOfDays(bits: number): CodeDays[] {
    return this.#runs(bits).map((run) => this.#daysOf(run));
  }

  #runs(bits: number): ReleaseRun[] {
    const runs: ReleaseRun[] = [];
    for (let at = 0; at < this.#releases.length; at++) {
      if (!(bits & (1 << at))) continue;
      const open = runs.at(-1);
      // A code that stood before and after years nobody installed may have been gone between them.
      if (open && open.last === at - 1 && this.#releases[at]?.known) open.last = at;
      else runs.push({ first: at, last: at });
    }
    return runs;
  }

  #daysOf(run: ReleaseRun): CodeDays {
    const first = this.#releases[run.first];
    const next = this.#releases[run.last + 1];
    const to = next ? (next.known ? addDays(next.from, -1) : (this.#releases[run.last]?.to ?? null)) : null;
    return { from: first?.from ?? UNKNOWN_DAYS.from, fromKnown: first?.known ?? false, to };
  }
}

/** A later edition with the same code list is the same release. */
function releasesOf(editions: readonly PackEdition[]): CodeRelease[] {
  const releases: CodeRelease[] = [];
  for (const edition of editions) {
    const at = Number(edition['codes']);
    const release = releases[at];
    if (release) release.to = edition.to as Day | null;
    else {
      const before = releases[at - 1]?.to;
      const from = edition.from as Day;
      releases[at] = { from, to: edition.to as Day | null, known: before != null && addDays(before, 1) === from };
    }
  }
  return releases;
}
