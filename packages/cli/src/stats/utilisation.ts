import type { OperationContext } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { SERVICE_COLUMNS, serviceCodes, ServiceCounter, type UtilisationRow, utilisationRows } from '@cleanclaim/core/statistics';
import { kindOf } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import type { Output } from '../output.ts';
import { flag, listFlag, numberFlag } from './flags.ts';
import { readTogether } from './read.ts';
import { settingsOf } from './settings.ts';
import { type Column, number, pair, showRows } from './show.ts';
import { eachClaim, holdsClaims } from './visits.ts';

/** Services on claims: lines, claims, units, charges; rates with `--population`. */
export async function utilisation(given: Given, output: Output, context: OperationContext): Promise<number> {
  const asked = listFlag(given, 'by');
  const by = asked.length === 0 ? ['code'] : asked;
  const strange = by.find((column) => !(SERVICE_COLUMNS as readonly string[]).includes(column));
  if (strange !== undefined)
    throw new CleanclaimError('input/out-of-range', `--by takes ${SERVICE_COLUMNS.join(', ')} here, not ${quote(strange)}.`);
  const codes = flag(given, 'codes');
  const counter = new ServiceCounter(by, codes === undefined ? undefined : serviceCodes(codes));
  for (const path of given.words.slice(1)) {
    kindOf(path);
    if (!(await holdsClaims(path)))
      throw new CleanclaimError('table/unreadable', `${quote(path)} is no file of claims (X12 837, FHIR, or claims as JSON).`);
    const { read, unread } = await eachClaim(path, (claim) => counter.add(claim));
    if (read === 0)
      throw new CleanclaimError('table/unreadable', `${quote(path)} holds no claim that can be read; cleanclaim check tells why.`);
    output.hint(`${path}: ${read} claims${unread > 0 ? `; ${unread} could not be read` : ''}`);
    if (unread > 0) counter.problems.add('row-unreadable', unread);
  }
  const people = flag(given, 'population');
  const population =
    people === undefined
      ? undefined
      : await readTogether(
          [people],
          { by, roles: ['age', 'sex'], measure: 'population', mayMiss: (column) => !/^(?:age|sex)$/.test(column), filter: false },
          given,
          output,
        );
  const settings = await settingsOf(given);
  const rows = utilisationRows(
    counter,
    by,
    {
      ...settings,
      ...(population ? { population: [...population.cells], populationColumns: [...population.known] } : {}),
      per: numberFlag(given, 'per') ?? 1_000,
    },
    context,
  );
  return showRows(rows, by, columnsOf(population !== undefined), [], output, {
    given,
    title: 'Services on claims',
    figures: [],
    methods: rows[0] ? [`Charges are exact sums. Rates: ${rows[0].method}.`] : [],
  });
}

function columnsOf(rates: boolean): readonly Column<UtilisationRow>[] {
  const counts: Column<UtilisationRow>[] = [
    { name: 'lines', value: (row) => row.lines, shown: (row) => number(row.lines) },
    { name: 'claims', value: (row) => row.claims, shown: (row) => number(row.claims) },
    { name: 'units', value: (row) => row.units, shown: (row) => number(row.units) },
    { name: 'charges', value: (row) => row.charges },
    {
      name: 'withoutCharge',
      value: (row) => row.withoutCharge,
      shown: (row) => (row.withoutCharge === 0 ? '' : number(row.withoutCharge)),
    },
  ];
  if (!rates) return counts;
  return [
    ...counts,
    { name: 'population', value: (row) => row.population, shown: (row) => number(row.population) },
    { name: 'crude', value: (row) => row.crude, shown: (row) => number(row.crude) },
    { name: 'rate', value: (row) => row.rate, shown: (row) => number(row.rate) },
    { name: 'rateLow', value: (row) => pair(row.rateCi, 0), shown: (row) => number(pair(row.rateCi, 0)) },
    { name: 'rateHigh', value: (row) => pair(row.rateCi, 1), shown: (row) => number(pair(row.rateCi, 1)) },
    { name: 'per', value: (row) => row.per, shown: (row) => number(row.per) },
  ];
}
