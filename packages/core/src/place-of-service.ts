import type { Day } from './day.ts';
import type { Pack } from './pack/format.ts';

export interface PlaceOfService {
  readonly code: string;
  readonly display: string;
  readonly definition: string | null;
  /** First day, where the list states one. */
  readonly from: string | null;
}

export interface PlaceOfServiceTable {
  readonly pack: Pack;
  readonly edition: string;
  /** All codes, in the order of the list. */
  readonly list: readonly PlaceOfService[];
  find(code: string): PlaceOfService | undefined;
  /** True when the code exists and its stated first day is not after `on`. */
  inForce(code: string, on: Day): boolean;
}

/** Place of service codes from their pack, whose header holds the short list. */
export function placeOfServiceTable(pack: Pack): PlaceOfServiceTable {
  const list = pack.header.facts['codes'] as readonly PlaceOfService[];
  const codes = new Map(list.map((each) => [each.code, each]));
  return {
    pack,
    edition: pack.header.editions[0]?.id ?? 'place-of-service',
    list,
    find: (code) => codes.get(code),
    inForce(code, on) {
      const found = codes.get(code);
      return found !== undefined && (found.from === null || found.from <= on);
    },
  };
}
