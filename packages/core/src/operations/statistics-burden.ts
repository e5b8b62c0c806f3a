import * as z from 'zod/mini';
import { CleanclaimError, quote } from '../errors.ts';
import { type AgeBand, readAge } from '../statistics/age.ts';
import {
  type LifeStandard,
  potentialYearsLost,
  standardExpectancy,
  WHO_GHE_LIFE,
  yearsLostByOne,
  yearsWithDisability,
} from '../statistics/burden.ts';
import { addTo, type Cell, joinValue, Problems, readSex, requireCells } from '../statistics/cells.ts';
import { operation } from './operation.ts';
import { byInput, cellsInput, perOf, problemOutput } from './statistics-input.ts';

const input = z.object({
  deaths: cellsInput,
  records: z.optional(z.boolean()),
  /** People by the same `by` columns, for rates; left out when the deaths' cells hold them or no rate is asked for. */
  population: z.optional(cellsInput),
  by: byInput,
  /** Years still to live at exact ages; the WHO's Global Health Estimates when left out. */
  life: z.optional(z.object({ id: z.string(), points: z.array(z.object({ age: z.number(), years: z.number() })).check(z.maxLength(500)) })),
  /** A yearly discount such as 0.03; today's practice is none. */
  discount: z.optional(z.number()),
  /** 1 for the age weights of Murray (1994). */
  ageWeighting: z.optional(z.number()),
  /** Age up to which potential years are lost; 75 at the OECD. */
  until: z.optional(z.number()),
  per: z.optional(z.number()),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  deaths: z.number(),
  unknownAge: z.number(),
  /** Years of life lost. */
  yll: z.number(),
  /** For each `per` people; null without a population. */
  yllRate: z.nullable(z.number()),
  /** Years lived with disability; null when the file has no cases and weights. */
  yld: z.nullable(z.number()),
  daly: z.nullable(z.number()),
  pyll: z.number(),
  population: z.nullable(z.number()),
  per: z.number(),
  /** The name of the life expectancy by which years are counted: answers by unlike ones must not be compared. */
  standard: z.string(),
  method: z.string(),
  until: z.number(),
  problems: z.optional(z.array(problemOutput)),
});
export type BurdenRow = z.infer<typeof row>;

/** Years of life lost, potential years lost, and with cases and weights years lived with disability and DALYs. */
export const statisticsBurden = operation({
  id: 'statistics.burden',
  title: 'Burden of disease: YLL, YLD, DALY, PYLL',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [{ says: 'Ten deaths at 60–64', input: { deaths: [{ values: { age: '60-64' }, count: 10, rows: 1 }] } }],
  run(asked): BurdenRow[] {
    requireCells(asked.deaths, 'The deaths');
    const standard = lifeStandard(asked.life);
    const by = asked.by ?? [];
    const groups = new Map<string, Cell[]>();
    for (const cell of asked.deaths) {
      const key = by.map((column) => joinValue(column, cell.values[column] ?? '')).join('\u0001');
      addTo(groups, key, cell);
    }
    const starts = [
      ...new Set(
        asked.deaths.flatMap(({ values }) => {
          const reading = readAge(values['age'] ?? '');
          return reading.kind === 'number' ? [reading.age] : [];
        }),
      ),
    ].sort((one, other) => one - other);
    const people = new Map<string, number>();
    for (const cell of asked.population ?? []) {
      const key = by.map((column) => joinValue(column, cell.values[column] ?? '')).join('\u0001');
      people.set(key, (people.get(key) ?? 0) + cell.count);
    }
    return [...groups].map(([key, cells]) => burdenRow(cells, by, standard, starts, asked, people.get(key) ?? null));
  },
});

function lifeStandard(life: z.infer<typeof input>['life']): LifeStandard {
  if (!life) return WHO_GHE_LIFE;
  const points = life.points.toSorted((one, other) => one.age - other.age);
  if (points.length < 2) throw new CleanclaimError('input/empty', 'The life table has fewer than two ages.');
  for (const { age, years } of points) {
    if (!(age >= 0 && years >= 0 && Number.isFinite(years)))
      throw new CleanclaimError('input/out-of-range', `The life table has ${quote(String(years))} years at age ${quote(String(age))}.`);
  }
  return {
    id: life.id,
    title: life.id,
    ages: points.map(({ age }) => age),
    expectancies: points.map(({ years }) => years),
    source: life.id,
  };
}

function burdenRow(
  cells: readonly Cell[],
  by: readonly string[],
  standard: LifeStandard,
  starts: readonly number[],
  asked: z.infer<typeof input>,
  people: number | null,
): BurdenRow {
  const problems = new Problems();
  const until = asked.until ?? 75;
  const per = perOf(asked.per);
  const valuing = { discount: asked.discount ?? 0, ageWeighting: asked.ageWeighting ?? 0 };
  const detailed = cells.some(({ values }) => /^(?:band|number)$/.test(readAge(values['age'] ?? '').kind));
  const sexes = new Set(cells.map(({ values }) => (values['sex'] === undefined ? 'none' : readSex(values['sex']))));
  const doubled = sexes.has('both') && (sexes.has('male') || sexes.has('female'));
  let deaths = 0;
  let unknownAge = 0;
  let population = people;
  let yld: number | null = null;
  const aged: { age: number; count: number }[] = [];
  for (const { values, count, rows, population: atRisk } of cells) {
    if (doubled && readSex(values['sex'] ?? '') === 'both') {
      problems.add('sex-total', rows, count);
      continue;
    }
    const reading = readAge(values['age'] ?? '');
    if (reading.kind === 'total' && detailed) {
      problems.add('age-total', rows, count);
      continue;
    }
    deaths += count;
    if (atRisk !== undefined) population = (population ?? 0) + atRisk;
    if (values['cases'] !== undefined && values['disabilityWeight'] !== undefined) {
      const duration = values['duration'] === undefined || values['duration'] === '' ? 1 : Number(values['duration']);
      yld = (yld ?? 0) + yearsWithDisability(rows * Number(values['cases'] || 0), Number(values['disabilityWeight'] || 0), duration);
    }
    if (reading.kind === 'band') aged.push({ age: meanAge(reading.band), count });
    else if (reading.kind === 'number') {
      const end = starts.find((each) => each > reading.age) ?? Number.POSITIVE_INFINITY;
      aged.push({ age: asked.records ? reading.age + 0.5 : meanAge({ start: reading.age, end }), count });
    } else {
      unknownAge += count;
      if (reading.kind === 'unreadable') problems.add('age-unreadable', rows, count, values['age'] ?? '');
      else problems.add('age-unknown', rows, count);
    }
  }
  const known = aged.reduce((sum, { count }) => sum + count, 0);
  const spread = known > 0 ? (known + unknownAge) / known : 1;
  const yll =
    spread * aged.reduce((sum, { age, count }) => sum + count * yearsLostByOne(standardExpectancy(standard, age), { ...valuing, age }), 0);
  const listed = problems.list();
  return {
    by: Object.fromEntries(by.map((column) => [column, (cells[0]?.values[column] ?? '').trim()])),
    deaths,
    unknownAge,
    yll,
    yllRate: population === null || population === 0 ? null : (yll / population) * per,
    yld,
    daly: yld === null ? null : yll + yld,
    pyll: spread * potentialYearsLost(aged, until),
    population,
    per,
    standard: standard.id,
    method: `${valuing.discount === 0 ? 'no discount' : `discount ${valuing.discount}`}, ${valuing.ageWeighting === 0 ? 'no age weights' : `age weights ${valuing.ageWeighting}`}, mean age of death the middle of its band (0.1 in the first year, 2.5 years into an open band)${unknownAge > 0 ? ', unknown ages spread as the known' : ''}`,
    until,
    ...(listed.length > 0 ? { problems: listed } : {}),
  };
}

/** Infants die early in their first year (ONS); the open band's mean age is not in the data, so half a five-year band is taken. */
function meanAge({ start, end }: AgeBand): number {
  if (start === 0 && end === 1) return 0.1;
  return end === Number.POSITIVE_INFINITY ? start + 2.5 : (start + end) / 2;
}
