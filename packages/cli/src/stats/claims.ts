import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { SERVICE_COLUMNS, serviceCodes, ServiceCounter, type UtilisationRow, utilisationRows, visitOf } from '@cleanclaim/core/statistics';
import type { OperationContext } from '@cleanclaim/core';
import { kindOf } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { lookInto, readLines, readText } from '../inputs.ts';
import type { Output } from '../output.ts';
import { flag, listFlag, numberFlag, readTogether } from './read.ts';
import { settingsOf } from './rates.ts';
import { type Column, number, pair, showRows } from './show.ts';

/** What a file of claims holds; undefined for any other table. */
export async function claimsIn(path: string): Promise<'x12' | 'json' | 'ndjson' | undefined> {
  const { first } = await lookInto(path);
  const start = first
    .subarray(0, 64 * 1024)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^ISA[^A-Za-z0-9]/.test(start)) return 'x12';
  if (!/^[[{]/.test(start) || !/"lines"\s*:\s*\[/.test(start) || !/"type"\s*:/.test(start)) return undefined;
  return start.startsWith('[') || !/^\{[^\n]*\}\s*(?:\n|$)/.test(start) ? 'json' : 'ndjson';
}

/** Gives each claim of a file; returns how many could not be read. */
export async function eachClaim(
  path: string,
  kind: 'x12' | 'json' | 'ndjson',
  take: (claim: Claim) => void,
): Promise<{ read: number; unread: number }> {
  let read = 0;
  let unread = 0;
  const put = (given: unknown): void => {
    const found = readClaim(given);
    if (isFailure(found)) unread++;
    else {
      read++;
      take(found.claim);
    }
  };
  if (kind === 'x12') {
    const { ClaimReader, X12Checker } = await import('@cleanclaim/x12');
    const checker = new X12Checker({ follow: new ClaimReader((claim) => put(claim)), maxFindings: 0 });
    const { all } = await lookInto(path);
    for await (const bytes of all) checker.push(bytes);
    checker.report();
  } else if (kind === 'json') {
    const text = await readText(path);
    const parsed: unknown = parsedJson(text, path);
    for (const each of Array.isArray(parsed) ? parsed : [parsed]) put(each);
  } else
    for await (const lines of readLines(path))
      for (const { text } of lines) {
        try {
          put(JSON.parse(text));
        } catch {
          unread++;
        }
      }
  return { read, unread };
}

function parsedJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CleanclaimError('table/unreadable', `${quote(path)} begins like JSON and is none.`);
  }
}

/** The claims of a file as a table of visits, one a line, without names or ids; `drop` removes it. */
export async function visitsOf(path: string, kind: 'x12' | 'json' | 'ndjson', output: Output): Promise<{ path: string; drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-'));
  const held = join(folder, 'visits.ndjson');
  const stream = createWriteStream(held, { mode: 0o600 });
  const { read, unread } = await eachClaim(path, kind, (claim) => stream.write(`${JSON.stringify(visitOf(claim))}\n`));
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
    const kind = await claimsIn(path);
    if (kind === undefined)
      throw new CleanclaimError('table/unreadable', `${quote(path)} is no file of claims (X12 837, or claims as JSON).`);
    const { read, unread } = await eachClaim(path, kind, (claim) => counter.add(claim));
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
