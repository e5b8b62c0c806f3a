import { type Data, type Day, isCleanclaimError, map, type MapSystem, perform } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import { mapReference, type OwnMaps, type Translation } from '../translate.ts';

const URLS: Readonly<Record<MapSystem, string>> = {
  icd10cm: SYSTEM.icd10cm,
  icd10pcs: SYSTEM.icd10pcs,
  icd9cm: SYSTEM.icd9cm,
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd11: 'http://id.who.int/icd/release/11/mms',
  snomed: 'http://snomed.info/sct',
};
const BY_URL = new Map(Object.entries(URLS).map(([system, url]) => [url, system as MapSystem]));

/** Pairs of systems that installed maps may join. */
const PAIRS: readonly (readonly [from: MapSystem, to: MapSystem])[] = [
  ['icd9cm', 'icd10cm'],
  ['icd10cm', 'icd9cm'],
  ['icd9cm', 'icd10pcs'],
  ['icd10pcs', 'icd9cm'],
  ['icd10', 'icd11'],
  ['icd11', 'icd10'],
  ['snomed', 'icd10cm'],
  ['icd10cm', 'icd10cm'],
];

/** The crosswalks that are installed, for `$translate`. */
export function ownMaps(data: Data, today: () => Day): OwnMaps {
  return {
    pairs: PAIRS.map(([from, to]) => ({ from: URLS[from], to: URLS[to] })),
    translate({ system, code }, target) {
      const from = BY_URL.get(system);
      const to = BY_URL.get(target);
      if (from === undefined || to === undefined) return undefined;
      try {
        const answer = perform(map, { code, from, to }, { data, today: today() });
        return answer.maps.flatMap((each) =>
          each.options.flatMap(({ lists }) =>
            lists.flatMap((list) =>
              list.map(
                (one): Translation => ({
                  system: URLS[to],
                  code: one.code,
                  display: one.display ?? undefined,
                  // A code that says only a part of it, together with others, is no equivalent.
                  relationship: one.approximate === false && lists.length === 1 ? 'equivalent' : 'related-to',
                  map: mapReference(each.source, each.edition),
                  comment: commentOf(lists.length, one.when, one.advice),
                }),
              ),
            ),
          ),
        );
      } catch (error) {
        // A text that is no code of the system has no translation.
        if (isCleanclaimError(error) && error.failure.code !== 'pack/damaged') return [];
        throw error;
      }
    },
  };
}

function commentOf(parts: number, when: string | undefined, advice: string | undefined): string | undefined {
  const together = parts > 1 ? `one of ${parts} codes that are used together` : undefined;
  const said = [together, when, advice].filter((each) => each !== undefined);
  return said.length === 0 ? undefined : said.join('; ');
}
