import * as z from 'zod/mini';
import { joinValue, Problems, requireCells } from '../statistics/cells.ts';
import { drugDeath, editionOfDeaths } from '../statistics/drug-deaths.ts';
import { operation } from './operation.ts';
import { byInput, cellsInput, problemOutput } from './statistics-input.ts';

const input = z.object({
  /** Values: `cause`, `contributing` (codes with spaces between), perhaps `year`, and the `by` columns. */
  cells: cellsInput,
  by: byInput,
  /** The edition where no year tells it; ICD-10 when left out. */
  edition: z.optional(z.enum(['icd9', 'icd10'])),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  deaths: z.number(),
  /** By CDC's definition: the underlying cause is a drug poisoning. */
  drugPoisoning: z.number(),
  /** With a drug named among the conditions, as the ISW7 consensus counts; null where the file has no contributing causes. */
  drugNamed: z.nullable(z.number()),
  opioid: z.nullable(z.number()),
  /** Deaths with each opioid; one death may name several. */
  opioids: z.record(z.string(), z.number()),
  /** Deaths by drug poisoning, by intent. */
  intents: z.record(z.string(), z.number()),
  method: z.string(),
  problems: z.optional(z.array(problemOutput)),
});
export type DrugRow = z.infer<typeof row>;

/** Deaths by drug poisoning: how many, with which opioids, with what intent. */
export const statisticsDrugs = operation({
  id: 'statistics.drugs',
  title: 'Deaths by drug poisoning',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range'],
  examples: [
    {
      says: 'Two deaths, one with heroin named',
      input: {
        cells: [
          { values: { cause: 'X42', contributing: 'T40.1 T42.4' }, count: 1, rows: 1 },
          { values: { cause: 'I21.9', contributing: '' }, count: 1, rows: 1 },
        ],
      },
    },
  ],
  run({ cells, by = [], edition = 'icd10' }): DrugRow[] {
    requireCells(cells, 'The file');
    const known = cells.some(({ values }) => values['contributing'] !== undefined) || edition === 'icd9';
    const rows = new Map<string, { row: DrugRow; problems: Problems }>();
    for (const { values, count, rows: lines } of cells) {
      const key = by.map((column) => joinValue(column, values[column] ?? '')).join('\u0001');
      let found = rows.get(key);
      if (!found) {
        const shown = Object.fromEntries(by.map((column) => [column, (values[column] ?? '').trim()]));
        found = {
          row: {
            by: shown,
            deaths: 0,
            drugPoisoning: 0,
            drugNamed: known ? 0 : null,
            opioid: known ? 0 : null,
            opioids: {},
            intents: {},
            method: METHOD,
          },
          problems: new Problems(),
        };
        rows.set(key, found);
      }
      const { row: tally, problems } = found;
      tally.deaths += count;
      const cause = (values['cause'] ?? '').trim();
      if (cause === '') problems.add('code-missing', lines, count);
      const year = Number(values['year'] ?? '');
      const used =
        values['year'] === undefined || values['year'].trim() === '' || !Number.isInteger(year) ? edition : editionOfDeaths(year);
      const death = drugDeath(cause, (values['contributing'] ?? '').split(/[\s,;|/]+/), used);
      if (!death.drugPoisoning) continue;
      tally.drugPoisoning += count;
      if (death.drugNamed && tally.drugNamed !== null) tally.drugNamed += count;
      if (death.opioid && tally.opioid !== null) tally.opioid += count;
      for (const opioid of death.opioids) tally.opioids[opioid] = (tally.opioids[opioid] ?? 0) + count;
      const intent = death.intent ?? 'none';
      tally.intents[intent] = (tally.intents[intent] ?? 0) + count;
    }
    return [...rows.values()].map(({ row: made, problems }) => {
      const listed = problems.list();
      return listed.length > 0 ? { ...made, problems: listed } : made;
    });
  },
});
const METHOD = 'ISW7 consensus recommendations (2012); drug poisoning by underlying cause as CDC counts it';
