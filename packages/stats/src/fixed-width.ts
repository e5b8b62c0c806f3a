import { createReadStream } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { readSmallTable } from './read-lists.ts';
import type { TextRows } from './text-table.ts';

/** A column of a file of fixed width: places from 1, both ends counted. */
export interface FixedField {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface FixedLayout {
  readonly id: string;
  readonly fields: readonly FixedField[];
  /** What the fields make together, where a column is more than its characters. */
  readonly derive?: (field: (name: string) => string) => Readonly<Record<string, string>>;
}

/** Record conditions of the NCHS file: twenty of five characters from place 344. */
const CONDITIONS = Array.from(
  { length: 20 },
  (_, at): FixedField => ({ name: `condition${at + 1}`, start: 344 + 5 * at, end: 348 + 5 * at }),
);

/**
 * The public-use Multiple Cause of Death file of NCHS since 2003. Age has a unit: years count as they are, months, days, hours and minutes
 * are age 0. Source: NCHS record layout; places of sex, age, causes and conditions held against two public dictionaries of 2014–2016.
 */
const NCHS_MORTALITY: FixedLayout = {
  id: 'nchs-mortality',
  fields: [
    { name: 'resident', start: 20, end: 20 },
    { name: 'sex', start: 69, end: 69 },
    { name: 'ageUnit', start: 70, end: 70 },
    { name: 'ageNumber', start: 71, end: 73 },
    { name: 'year', start: 102, end: 105 },
    { name: 'cause', start: 146, end: 149 },
    ...CONDITIONS,
  ],
  derive(field) {
    const [unit, number] = [field('ageUnit'), field('ageNumber')];
    const age = unit === '1' ? (number === '999' ? 'unknown' : String(Number(number))) : /^[2-6]$/.test(unit) ? '0' : 'unknown';
    const contributing = CONDITIONS.map(({ name }) => field(name)).filter((code) => code !== '');
    // The record axis holds the underlying cause too.
    return {
      resident: field('resident'),
      sex: field('sex'),
      age,
      year: field('year'),
      cause: field('cause'),
      contributing: contributing.join(' '),
    };
  },
};

/** The layout by its name, or from a file with columns `name`, `start`, `end`. Throws `table/unreadable` for places that cannot be. */
export async function readLayout(text: string): Promise<FixedLayout> {
  if (text === NCHS_MORTALITY.id) return NCHS_MORTALITY;
  const rows = await readSmallTable(text, ['name', 'start', 'end'], []);
  const fields = rows.map(({ name = '', start = '', end = '' }): FixedField => {
    const [from, to] = [Number(start), Number(end)];
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to >= from && to <= 100_000) || name === '')
      throw new CleanclaimError(
        'table/unreadable',
        `${quote(text)} has the column ${quote(name)} from ${quote(start)} to ${quote(end)}; places count from 1.`,
      );
    return { name, start: from, end: to };
  });
  if (new Set(fields.map(({ name }) => name)).size < fields.length)
    throw new CleanclaimError('table/unreadable', `${quote(text)} names a column twice.`);
  return { id: text, fields };
}

/** Opens a file of fixed width. A line that ends before the last column begins comes as null. */
export function openFixedWidth(path: string, { fields, derive }: FixedLayout): TextRows {
  const columns = derive ? Object.keys(derive(() => '')) : fields.map(({ name }) => name);
  const places = new Map(fields.map((field) => [field.name, field] as const));
  const least = Math.max(...fields.filter(({ name }) => !name.startsWith('condition')).map(({ start }) => start));
  const rowOf = (line: string): string[] | null => {
    if (line.length < least) return null;
    const field = (name: string): string => {
      const place = places.get(name);
      return place ? line.slice(place.start - 1, place.end).trim() : '';
    };
    if (!derive) return fields.map(({ name }) => field(name));
    const made = derive(field);
    return columns.map((column) => made[column] ?? '');
  };
  return {
    columns,
    async *rows() {
      let rest = '';
      for await (const part of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 18 })) {
        const lines = (rest + String(part)).split('\n');
        rest = lines.pop() ?? '';
        yield lines
          .map((line) => line.replace(/\r$/, ''))
          .filter((line) => line.trim() !== '')
          .map(rowOf);
      }
      if (rest.trim() !== '') yield [rowOf(rest.replace(/\r$/, ''))];
    },
  };
}
