import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, isFailure } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { SERVICE_COLUMNS, serviceCodes, ServiceCounter, type UtilisationRow, utilisationRows, visitOf } from '@cleanclaim/core/statistics';
import type { OperationContext } from '@cleanclaim/core';
import { kindOf } from '@cleanclaim/stats';
import { readClaimFile } from '../claim-file.ts';
import type { Given } from '../given.ts';
import { lookInto } from '../inputs.ts';
import { isX12 } from '../is-x12.ts';
import type { Output } from '../output.ts';
import { flag, listFlag, numberFlag, readTogether } from './read.ts';
import { settingsOf } from './rates.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** True for a file of claims in any form `check` reads: X12 837, our JSON, FHIR. */
export async function holdsClaims(path: string): Promise<boolean> {
  const { first } = await lookInto(path);
  if (isX12(first)) return true;
  const start = first
    .subarray(0, 64 * 1024)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (!/^[[{]/.test(start)) return false;
  return /"resourceType"\s*:\s*"(?:Claim|Bundle)"/.test(start) || (/"lines"\s*:\s*\[/.test(start) && /"type"\s*:/.test(start));
}

/** Gives each claim of a file; returns how many could not be read. */
async function eachClaim(path: string, take: (claim: Claim) => void): Promise<{ read: number; unread: number }> {
  let read = 0;
  let unread = 0;
  for await (const { claims } of readClaimFile(path, () => import('../x12-claims.ts'))) {
    for (const { read: found } of claims) {
      if (isFailure(found)) unread++;
      else {
        read++;
        take(found.claim);
      }
    }
  }
  return { read, unread };
}

/** The claims of a file as a table of visits, one a line, without names or ids; `drop` removes it. */
export async function visitsOf(path: string, output: Output): Promise<{ path: string; drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-'));
  const held = join(folder, 'visits.ndjson');
  const stream = createWriteStream(held, { mode: 0o600 });
  const { read, unread } = await eachClaim(path, (claim) => stream.write(`${JSON.stringify(visitOf(claim))}\n`));
  stream.end();
  await once(stream, 'finish');
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  if (read === 0) {
    drop();
    throw new CleanclaimError('table/unreadable', `${quote(path)} holds no claim that can be read.`);
  }
  output.hint(
    `${path}: ${read} claims, each as one visit by its principal or first-listed diagnosis${unread > 0 ? `; ${unread} could not be read` : ''}`,
  );
  return { path: held, drop };
}

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
