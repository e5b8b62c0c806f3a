import type { NotCheckedEntry } from './report.ts';
import type { NotChecked } from './outcome.ts';
import type { Rule } from './rule.ts';

type Entries = readonly NotCheckedEntry[];

/**
 * What the list of checks not made grows into. Claims of one kind begin with one list and mostly add the same entries, so
 * they share the longer lists too, and the text of each is written once (see write-report.ts).
 */
export class GrownLists {
  readonly #grown = new Map<Entries, Map<NotCheckedEntry, Entries>>();

  /** The list with an entry more; the same list where it has the entry already. */
  with(list: Entries, entry: NotCheckedEntry): Entries {
    if (list.includes(entry)) return list;
    let next = this.#grown.get(list);
    const known = next?.get(entry);
    if (known) return known;
    const longer = [...list, entry];
    if (this.#grown.size >= MOST_GROWN) this.#grown.clear();
    if (!next) this.#grown.set(list, (next = new Map()));
    if (next.size < MOST_GROWN) next.set(entry, longer);
    return longer;
  }
}

/** Lists of what was not checked that are kept for one kind of claim: as many as the everyday codes without a row need. */
const MOST_GROWN = 64;

/** Rules give the same reason object again and again: so do we, and its text is written once (see write-report.ts). */
const ENTRIES = new WeakMap<NotChecked, NotCheckedEntry[]>();

export function entryOf(rule: Rule, outcome: NotChecked): NotCheckedEntry {
  let entries = ENTRIES.get(outcome);
  if (!entries) ENTRIES.set(outcome, (entries = []));
  let entry = entries.find((each) => each.rule === rule.id);
  if (!entry) entries.push((entry = { rule: rule.id, reason: outcome.notChecked, install: outcome.install }));
  return entry;
}
