import type { Data, Day, NotChecked } from '@cleanclaim/core';

/** Why no edition of a source answers on a day. One object a table and day: the engine writes what claims share once, and asking why costs more than the rest of the rule. */
export function notInstalled(data: Data, source: string, on: Day): NotChecked {
  let known = MISSING.get(data);
  if (!known) MISSING.set(data, (known = new Map()));
  const slot = source + on;
  let missing = known.get(slot);
  if (!missing) {
    const { reason, install } = data.whyMissing(source, on);
    missing = { notChecked: reason, install };
    if (known.size >= MOST_MISSING) known.clear();
    known.set(slot, missing);
  }
  return missing;
}

const MISSING = new WeakMap<Data, Map<string, NotChecked>>();
/** Days are the sender's: a few years of them are kept. */
const MOST_MISSING = 2_000;
