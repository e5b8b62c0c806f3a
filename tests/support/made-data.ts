import {
  ClaimHistory,
  type Data,
  day,
  type Engine,
  type Example,
  type ExampleTables,
  type InstalledEdition,
  makeData,
  makeEngine,
  Pack,
  type Report,
  type Rule,
  type UnknownField,
} from '@cleanclaim/core';
import { bytesInMemory, type CompiledEdition, compileRecords, install, withLock } from '@cleanclaim/data/import';
import { RULES } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';

/** The first and last day a made-up table answers for. */
export interface MadeDays {
  readonly from: string;
  readonly to: string | null;
}

const ALL_DAYS: MadeDays = { from: '1990-01-01', to: null };

/** `base` with made-up tables beside it: rows by source id, laid out as the importer of the source lays out a file. */
export function madeData(base: Data, tables: ExampleTables, days: MadeDays = ALL_DAYS): Data {
  const editions = compiled(tables, days).map(
    ({ source, edition, manifest, pack, packSha256, search }): InstalledEdition => ({
      source: source.id,
      edition,
      manifest,
      sha256: packSha256,
      pack: () => new Pack(bytesInMemory(source.id, pack)),
      search: () => search && new Pack(bytesInMemory(source.id, search)),
    }),
  );
  return makeData({
    icd10cm: () => base.icd10cmTable(),
    placeOfService: () => base.placeOfService(),
    procedureWords: () => base.procedureWords(),
    alphabeticIndex: () => base.alphabeticIndex(),
    installed: (source) => editions.filter((each) => source === undefined || each.source === source),
  });
}

/** Installs made-up tables into a data folder, for `--data`. */
export async function installMade(folder: string, tables: ExampleTables): Promise<void> {
  await withLock(folder, async () => install(folder, compiled(tables, ALL_DAYS)));
}

function compiled(tables: ExampleTables, days: MadeDays): CompiledEdition[] {
  return Object.entries(tables).map(([id, records]) => {
    const source = TABLE_SOURCES.find((each) => each.id === id);
    if (!source) throw new Error(`no source is called ${id}`);
    return compileRecords(source, { id: 'made-up', title: 'Made up', ...days }, records);
  });
}

/** Holds an example against all rules, over `base` and the tables that it or its rule makes up, with the history it gives. */
export function exampleChecks(base: Data): (rule: Rule, example: Example, unknown?: readonly UnknownField[]) => Report {
  const bare = makeEngine(RULES, base);
  const made = new Map<ExampleTables, Engine>();
  const engineOf = (tables: ExampleTables | undefined): Engine => {
    if (tables === undefined) return bare;
    let engine = made.get(tables);
    if (!engine) made.set(tables, (engine = makeEngine(RULES, madeData(base, tables))));
    return engine;
  };
  return ({ exampleTables }, { claim, history: past, tables = exampleTables, plan }, unknown = []) => {
    const history = past && new ClaimHistory();
    for (const each of past ?? []) history?.add(each, 'a claim without id');
    const engine = plan ? makeEngine(RULES, tables ? madeData(base, tables) : base, [], { plans: [plan] }) : engineOf(tables);
    return engine.check(claim, { received: day('2026-11-24'), unknown, ...(history ? { history } : {}) });
  };
}
