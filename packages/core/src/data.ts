import type { Day } from './day.ts';
import type { AlphabeticIndex } from './alphabetic-index/alphabetic-index.ts';
import type { Icd10cmEdition } from './icd10cm/edition.ts';
import type { Icd10cmTable } from './icd10cm/table.ts';
import type { PackEdition, PackManifest } from './pack/format.ts';
import type { PlaceOfServiceTable } from './place-of-service.ts';

/**
 * The one seam between questions and published data: synchronous, asked on a day. The packs implement it; tests may
 * put other tables behind it.
 */
export interface Data {
  /** ICD-10-CM as in force on a day; undefined when no installed edition covers the day. */
  icd10cm(on: Day): Icd10cmEdition | undefined;
  /** The whole table of all installed editions; undefined when it is not installed. */
  icd10cmTable(): Icd10cmTable | undefined;
  placeOfService(): PlaceOfServiceTable | undefined;
  /** The ICD-10-CM Alphabetic Index; undefined when it is not installed. */
  alphabeticIndex(): AlphabeticIndex | undefined;
  /** Every installed edition with the manifest of its pack. */
  editions(): { source: string; edition: PackEdition; manifest: PackManifest; sha256: string }[];
}

export interface Tables {
  readonly icd10cm: () => Icd10cmTable | undefined;
  readonly placeOfService: () => PlaceOfServiceTable | undefined;
  readonly alphabeticIndex?: () => AlphabeticIndex | undefined;
}

/** Data from tables that are opened when first asked. */
export function makeData(tables: Tables): Data {
  const icd10cm = once(tables.icd10cm);
  const places = once(tables.placeOfService);
  const index = once(tables.alphabeticIndex ?? (() => undefined));
  let lastDay: Day | undefined;
  let last: Icd10cmEdition | undefined;
  return {
    icd10cm(on) {
      // Claims come in runs of one day: the last answer is kept.
      if (on !== lastDay) {
        last = icd10cm()?.on(on);
        lastDay = on;
      }
      return last;
    },
    icd10cmTable: icd10cm,
    placeOfService: places,
    alphabeticIndex: index,
    editions() {
      const packs = [icd10cm()?.pack, places()?.pack, index()?.pack].filter((pack) => pack !== undefined);
      return packs.flatMap((pack) =>
        pack.header.editions.map((edition) => ({ source: pack.header.id, edition, manifest: pack.header.manifest, sha256: pack.digest })),
      );
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
