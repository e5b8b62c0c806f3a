import { CleanclaimError, type Data, isCleanclaimError } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import {
  CellGatherer,
  type CauseListId,
  type CompareRow,
  CsvSplitter,
  delimiterOf,
  type DirectMethod,
  filterOf,
  type GatheredCells,
  inRanges,
  type Problem,
  type RateRow,
  readRanges,
  type ReadRequest,
  type StandardId,
  statisticsCompare,
  statisticsRates,
  statisticsTabulate,
  type TabulateRow,
} from '@cleanclaim/core/statistics';

/** What the page asks of two tables. */
export interface Question {
  readonly deaths: string;
  readonly people: string;
  /** Column whose values are compared; all together when empty. */
  readonly by: string;
  /** Only these codes, such as J40-J47; all when empty. */
  readonly codes: string;
  readonly list: CauseListId;
  readonly standard: StandardId;
  readonly ci: DirectMethod;
  readonly confidence: number;
}

export interface Answer {
  readonly rates: readonly RateRow[];
  /** All places together, to hold each against. */
  readonly together: number | null;
  readonly compare: readonly CompareRow[];
  /** Empty where the deaths have no cause. */
  readonly causes: readonly TabulateRow[];
  readonly problems: readonly Problem[];
  /** Columns that were taken, by what they were taken for. */
  readonly columns: Readonly<Record<'deaths' | 'people', Readonly<Record<string, string>>>>;
}

/** Characters of a table the page reads; larger ones are the command line's. */
export const MOST_CHARACTERS = 20_000_000;

/** Headings of a pasted table; none when it has none. */
export function headingsOf(text: string): readonly string[] {
  const [heading] = new CsvSplitter(delimiterOf(text.slice(0, 100_000))).push(text.slice(0, 100_000), true);
  return heading ?? [];
}

/** Works everything out in the browser. A failure comes as data, with what to do. */
export function ask(question: Question, data: Data, today: Day): Answer | CleanclaimError {
  try {
    return answer(question, data, today);
  } catch (error) {
    if (isCleanclaimError(error)) return error;
    throw error;
  }
}

function answer(question: Question, data: Data, today: Day): Answer {
  const context = { data, today };
  const by = question.by === '' ? [] : [question.by];
  const ranges = question.codes.trim() === '' ? undefined : readRanges(question.codes);
  const filter = ranges ? { causeFilter: filterOf((code) => inRanges(code, ranges)) } : {};
  const separate = question.people.trim() !== '';
  const deaths = gather(
    question.deaths,
    { by, roles: ['age', 'sex', 'cause'], measure: 'count', withPopulation: !separate, ...filter },
    'deaths',
  );
  if (!separate && !deaths.hasPopulation)
    throw new CleanclaimError('usage/missing-argument', 'The deaths have no column of population, and no table of people is given.');
  const people = separate
    ? gather(
        question.people,
        { by, roles: ['age', 'sex'], measure: 'population', mayMiss: (column) => !/^(?:sex|gender|year|place|country|age)$/i.test(column) },
        'people',
      )
    : undefined;
  const cells = {
    deaths: [...deaths.cells],
    records: deaths.records,
    ...(people ? { population: [...people.cells], populationColumns: [...people.known] } : {}),
  };
  const settings = { standard: question.standard, ci: question.ci, confidence: question.confidence };
  const rates = statisticsRates.run({ ...cells, by, ...settings }, context);
  const together = statisticsRates.run({ ...cells, by: [], ...settings }, context)[0]?.rate ?? null;
  const compare = by.length > 0 && rates.length > 1 ? statisticsCompare.run({ ...cells, by, ...settings }, context) : [];
  const caused = deaths.mapping['cause'] !== undefined;
  // The causes are those of all deaths, also where rates are asked for some codes only.
  const all = caused ? gather(question.deaths, { by, roles: ['sex', 'cause'], measure: 'count' }, 'deaths') : undefined;
  return {
    rates,
    together,
    compare,
    causes: all ? statisticsTabulate.run({ cells: [...all.cells], by, list: question.list }, context) : [],
    problems: [...deaths.problems, ...(people?.problems ?? []), ...rates.flatMap((row) => (row.problems ?? []) as Problem[])],
    columns: { deaths: deaths.mapping, people: people?.mapping ?? {} },
  };
}

function gather(text: string, request: ReadRequest, what: 'deaths' | 'people'): GatheredCells {
  if (text.length > MOST_CHARACTERS)
    throw new CleanclaimError('table/unreadable', `The table of ${what} is too large for the page; use: cleanclaim stats rates`);
  const plain = text.replace(/^\ufeff/, '');
  const [heading, ...rows] = new CsvSplitter(delimiterOf(plain.slice(0, 256_000))).push(plain, true);
  if (!heading || rows.length === 0)
    throw new CleanclaimError('table/unreadable', `The table of ${what} needs a heading line and rows under it.`);
  const width = heading.length;
  const gatherer = new CellGatherer(heading, request);
  gatherer.add(rows.map((row) => (row && row.length >= width && row.slice(width).every((cell) => cell === '') ? row : null)));
  const gathered = gatherer.result();
  if (gathered.cells.length === 0)
    throw new CleanclaimError(
      'table/unreadable',
      request.causeFilter ? 'No row has one of these codes.' : `No row of the table of ${what} can be used.`,
    );
  return gathered;
}
