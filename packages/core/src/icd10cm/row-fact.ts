import type { Icd10cmEdition, Row } from './edition.ts';

/**
 * A fact about a code that follows from the edition alone (what its title or its notes say): worked out when first
 * asked, then kept for each edition. `work` must not return undefined.
 */
export function rowFact<Fact>(work: (icd: Icd10cmEdition, row: Row) => Fact): (icd: Icd10cmEdition, row: Row) => Fact {
  const editions = new WeakMap<Icd10cmEdition, (Fact | undefined)[]>();
  // Claims come in runs of one edition: the last one's list is at hand.
  let last: Icd10cmEdition | undefined;
  let facts: (Fact | undefined)[] = [];
  return (icd, row) => {
    if (icd !== last) {
      const known = editions.get(icd);
      facts = known ?? new Array<Fact | undefined>(icd.size);
      if (!known) editions.set(icd, facts);
      last = icd;
    }
    return (facts[row] ??= work(icd, row));
  };
}
