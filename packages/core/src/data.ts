import type { Day } from './day.ts';
import type { AlphabeticIndex } from './alphabetic-index/alphabetic-index.ts';
import type { Icd10cmEdition } from './icd10cm/edition.ts';
import type { Icd10cmTable } from './icd10cm/table.ts';
import type { Pack, PackEdition, PackManifest } from './pack/format.ts';
import type { PlaceOfServiceTable } from './place-of-service.ts';
import type { Knowledge } from './search/knowledge.ts';
import { ConversionTable } from './tables/conversion.ts';
import { FeeScheduleTable } from './tables/fee-schedule.ts';
import { HcpcsTable } from './tables/hcpcs.ts';
import { type InstalledEdition, InstalledEditions } from './tables/installed.ts';
import { KeyedTable } from './tables/keyed-table.ts';
import { type McePart, mcePart } from './tables/mce.ts';
import { AddOnTable, MueTable, PtpTable } from './tables/ncci.ts';
import { PairTable } from './tables/pair-table.ts';
import { joinSpans } from './tables/spans.ts';

/** Tables that Medicaid has of its own: practitioners, hospital outpatients, suppliers of medical equipment. */
type MedicaidNcci = 'medicaid-practitioner' | 'medicaid-outpatient' | 'medicaid-dme';
/** Which NCCI pair table a claim is held against. */
export type PtpSetting = 'practitioner' | 'outpatient' | MedicaidNcci;
/** Which MUE table a claim is held against. */
export type MueService = 'practitioner' | 'outpatient' | 'dme' | MedicaidNcci;

/**
 * The one seam between questions and published data: synchronous, asked on a day. The packs implement it; tests may
 * put other tables behind it. Undefined always means "no installed edition covers the day": not checked, never passed.
 */
export interface Data {
  /** ICD-10-CM as in force on a day; undefined when no installed edition covers the day. */
  icd10cm(on: Day): Icd10cmEdition | undefined;
  /** The whole table of all installed editions; undefined when it is not installed. */
  icd10cmTable(): Icd10cmTable | undefined;
  placeOfService(): PlaceOfServiceTable | undefined;
  /** NCCI pairs; undefined also while a file of the quarter is missing. */
  ptp(setting: PtpSetting, on: Day): PtpTable | undefined;
  mue(service: MueService, on: Day): MueTable | undefined;
  addOns(on: Day): AddOnTable | undefined;
  hcpcs(on: Day): HcpcsTable | undefined;
  /** The relative value file; `apm` asks for the one with the conversion factor of qualifying APM participants. */
  feeSchedule(on: Day, apm?: boolean): FeeScheduleTable | undefined;
  mceDiagnoses(on: Day): McePart | undefined;
  mceProcedures(on: Day): McePart | undefined;
  /** What took the place of ICD-10-CM codes, by the official conversion table. */
  conversion(on: Day): ConversionTable | undefined;
  /** Any other installed table, by its source's id. */
  table(source: string, on: Day): KeyedTable | undefined;
  /** A table with its search index; undefined where no edition covers the day or the edition has none. */
  searchable(source: string, on: Day): SearchableTable | undefined;
  /** What people call procedures, supplies and drugs, in the words of their code systems; undefined when it is not there. */
  procedureWords(): Knowledge | undefined;
  /** The edition of a source that answers on a day, without opening it; undefined also while a part of it is missing. */
  edition(source: string, on: Day): PackEdition | undefined;
  /** Why no edition of a source answers on a day, and what to add; in words. */
  whyMissing(source: string, on: Day): { readonly reason: string; readonly install: string };
  /** The ICD-10-CM Alphabetic Index; undefined when it is not installed. */
  alphabeticIndex(): AlphabeticIndex | undefined;
  /** Every installed edition with the manifest of its pack. */
  editions(): { source: string; edition: PackEdition; manifest: PackManifest; sha256: string }[];
}

/** An installed table that can be searched by words. One object an edition, found again at each call. */
export interface SearchableTable {
  readonly table: KeyedTable;
  /** Undefined where the edition was installed by a version that made none. */
  readonly index: Pack | undefined;
}

export interface Tables {
  readonly icd10cm: () => Icd10cmTable | undefined;
  readonly placeOfService: () => PlaceOfServiceTable | undefined;
  /** Editions the user added, of one source or of all. */
  readonly installed?: (source?: string) => readonly InstalledEdition[];
  readonly alphabeticIndex?: () => AlphabeticIndex | undefined;
  readonly procedureWords?: () => Knowledge | undefined;
}

/** Data from tables that are opened when first asked. */
export function makeData(tables: Tables): Data {
  const icd10cm = once(tables.icd10cm);
  const places = once(tables.placeOfService);
  const bySource = new Map<string, InstalledEditions>();
  const editionsOf = (source: string): InstalledEditions => {
    let editions = bySource.get(source);
    if (!editions) bySource.set(source, (editions = new InstalledEditions(tables.installed?.(source) ?? [])));
    return editions;
  };
  const words = once(tables.procedureWords ?? (() => undefined));
  const index = once(tables.alphabeticIndex ?? (() => undefined));
  let lastDay: Day | undefined;
  let last: Icd10cmEdition | undefined;

  /** A view over the edition of a day, made once an edition and found again at once for the same day. */
  function viewOf<View>(make: (editions: readonly InstalledEdition[]) => View | undefined, keep?: (each: InstalledEdition) => boolean) {
    const made = new Map<string, { view: View | undefined }>();
    const bySource = new Map<string, Map<Day, View | undefined>>();
    // Rules of one claim ask for the same table on the same day again and again.
    let lastSource: string | undefined;
    let lastDay: Day | undefined;
    let last: View | undefined;
    return (source: string, on: Day): View | undefined => {
      if (source === lastSource && on === lastDay) return last;
      last = find(source, on);
      lastSource = source;
      lastDay = on;
      return last;
    };

    function find(source: string, on: Day): View | undefined {
      let onDay = bySource.get(source);
      if (!onDay) bySource.set(source, (onDay = new Map()));
      if (onDay.has(on)) return onDay.get(on);
      const editions = editionsOf(source)
        .on(on)
        .filter((each) => keep?.(each) ?? true);
      const newest = editions.at(-1);
      let view: View | undefined;
      if (newest) {
        const known = made.get(source + newest.edition.id) ?? { view: make(editions) };
        made.set(source + newest.edition.id, known);
        view = known.view;
      }
      if (onDay.size > MOST_DAYS) onDay.clear();
      onDay.set(on, view);
      return view;
    }
  }
  const keyed = <View>(make: (table: KeyedTable) => View, keep?: (each: InstalledEdition) => boolean) =>
    viewOf((editions) => {
      // A corrected release of the same period sorts after the one it corrects.
      const newest = editions.at(-1);
      return newest && make(new KeyedTable(newest.pack()));
    }, keep);

  const ptp = viewOf((parts) =>
    missingParts(parts).length > 0 ? undefined : new PtpTable(parts.map((each) => new PairTable(each.pack()))),
  );
  const mue = keyed((table) => new MueTable(table));
  const addOns = keyed((table) => new AddOnTable(table));
  const hcpcs = keyed((table) => new HcpcsTable(table));
  const fees = keyed(
    (table) => new FeeScheduleTable(table),
    (each) => each.edition['apm'] !== true,
  );
  const apmFees = keyed(
    (table) => new FeeScheduleTable(table),
    (each) => each.edition['apm'] !== false,
  );
  const mceDiagnoses = keyed(mcePart);
  const mceProcedures = keyed(mcePart);
  const conversion = keyed((each) => new ConversionTable(each));
  const table = keyed((each) => each);
  const searchable = viewOf((editions): SearchableTable | undefined => {
    const newest = editions.at(-1);
    return newest && { table: new KeyedTable(newest.pack()), index: newest.search?.() };
  });

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
    ptp: (setting, on) => ptp(PTP_SOURCES[setting], on),
    mue: (service, on) => mue(MUE_SOURCES[service], on),
    addOns: (on) => addOns('ncci-add-on', on),
    hcpcs: (on) => hcpcs('hcpcs', on),
    feeSchedule: (on, apm = false) => (apm ? apmFees : fees)('mpfs-rvu', on),
    mceDiagnoses: (on) => mceDiagnoses('mce-diagnoses', on),
    mceProcedures: (on) => mceProcedures('mce-procedures', on),
    conversion: (on) => conversion('icd10cm-conversion', on),
    table,
    searchable,
    procedureWords: words,
    edition(source, on) {
      const editions = editionsOf(source).on(on);
      return missingParts(editions).length > 0 ? undefined : editions.at(-1)?.edition;
    },
    whyMissing(source, on) {
      const editions = editionsOf(source);
      const missing = missingParts(editions.on(on));
      if (missing.length > 0) {
        return {
          reason: `The ${source} edition for ${on} is not whole: part ${missing.join(' and ')} is missing.`,
          install: 'cleanclaim data add FILE (the remaining files of the same release)',
        };
      }
      const covered = joinSpans(editions.list.map(({ edition }) => edition)).map(({ from, to }) => `${from} to ${to ?? 'now'}`);
      const has = covered.length === 0 ? 'none is installed' : `installed: ${covered.join(', ')}`;
      return {
        reason: `No ${source} edition covers ${on} (${has}).`,
        install: `cleanclaim data add FILE (cleanclaim data sources tells which file ${source} is)`,
      };
    },
    editions() {
      const packs = [icd10cm()?.pack, places()?.pack, index()?.pack].filter((pack) => pack !== undefined);
      return [
        ...packs.flatMap((pack) =>
          pack.header.editions
            .filter((edition) => edition['joined'] === undefined)
            .map((edition) => ({
              source: pack.header.id,
              edition,
              manifest: pack.header.manifest,
              // Editions of the bundled pack keep its digest where years were joined to it.
              sha256: String(pack.header.facts['base'] ?? pack.digest),
            })),
        ),
        ...(tables.installed?.() ?? []).map(({ source, edition, manifest, sha256 }) => ({ source, edition, manifest, sha256 })),
      ];
    },
  };
}

const PTP_SOURCES: Readonly<Record<PtpSetting, string>> = {
  practitioner: 'ncci-ptp-practitioner',
  outpatient: 'ncci-ptp-outpatient',
  'medicaid-practitioner': 'ncci-ptp-medicaid-practitioner',
  'medicaid-outpatient': 'ncci-ptp-medicaid-outpatient',
  'medicaid-dme': 'ncci-ptp-medicaid-dme',
};
const MUE_SOURCES: Readonly<Record<MueService, string>> = {
  practitioner: 'ncci-mue-practitioner',
  outpatient: 'ncci-mue-outpatient',
  dme: 'ncci-mue-dme',
  'medicaid-practitioner': 'ncci-mue-medicaid-practitioner',
  'medicaid-outpatient': 'ncci-mue-medicaid-outpatient',
  'medicaid-dme': 'ncci-mue-medicaid-dme',
};

/** Days kept with their edition: a few years, then afresh. */
const MOST_DAYS = 4_000;

/** Numbers of the parts that an edition in several files lacks. */
function missingParts(editions: readonly InstalledEdition[]): number[] {
  const parts = Math.max(0, ...editions.map(({ edition }) => Number(edition['parts'] ?? 0)));
  const present = new Set(editions.map(({ edition }) => Number(edition['part'] ?? 0)));
  return Array.from({ length: parts }, (_, at) => at + 1).filter((part) => !present.has(part));
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
