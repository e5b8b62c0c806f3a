import { type Data, type ExampleTables, type InstalledEdition, makeData, Pack } from '@cleanclaim/core';
import { bytesInMemory, compileRecords } from '@cleanclaim/data/import';
import { TABLE_SOURCES } from '@cleanclaim/sources';

/** The first and last day a made-up table answers for. */
export interface MadeDays {
  readonly from: string;
  readonly to: string | null;
}

const ALL_DAYS: MadeDays = { from: '1990-01-01', to: null };

/** `base` with made-up tables beside it: rows by source id, laid out as the importer of the source lays out a file. */
export function madeData(base: Data, tables: ExampleTables, days: MadeDays = ALL_DAYS): Data {
  const editions = Object.entries(tables).map(([id, records]): InstalledEdition => {
    const source = TABLE_SOURCES.find((each) => each.id === id);
    if (!source) throw new Error(`no source is called ${id}`);
    const { edition, manifest, pack, packSha256, search } = compileRecords(source, { id: 'made-up', title: 'Made up', ...days }, records);
    return {
      source: id,
      edition,
      manifest,
      sha256: packSha256,
      pack: () => new Pack(bytesInMemory(id, pack)),
      search: () => search && new Pack(bytesInMemory(id, search)),
    };
  });
  return makeData({
    icd10cm: () => base.icd10cmTable(),
    placeOfService: () => base.placeOfService(),
    procedureWords: () => base.procedureWords(),
    installed: (source) => editions.filter((each) => source === undefined || each.source === source),
  });
}
