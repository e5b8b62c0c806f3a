import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { day } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { onBuiltServer } from './built-server.ts';
import { makeClaims } from './check.ts';
import { load, type LoadResult, percentile } from './load.ts';
import { seeded } from './measure.ts';

const CONNECTIONS = 16;

/**
 * The built program behind a port of this machine, asked by 16 connections. Targets: type-ahead ≥ 2,000 requests a
 * second with p99 ≤ 15 ms, single claims ≥ 1,500 a second. The machine is shared, so each figure stands beside the
 * CPU seconds that the server itself used.
 */
export function benchServer(): Promise<void> {
  return onBuiltServer(async (port) => {
    await setTimeout(3_000); // The server warms up after it opens its port.
    const typed = typedTexts(4_000);
    await run('type-ahead, every text new (search and all)', port, suggestions([...new Set(typed)].slice(0, 6_000)), 2_000);
    await run('type-ahead, as people type (beginnings repeat)', port, suggestions(typed), 2_000);
    await run('look-up, POST', port, lookups(10_000));
    const claims = makeClaims(5_000, 'common').map((claim) => JSON.stringify({ claim, received: '2026-11-24' }));
    await run(
      'check, one claim a request',
      port,
      claims.slice(0, 1_000).map((body) => post('/v1/claims.check', body)),
    );
    await run(
      'check, one claim a request, warm',
      port,
      claims.map((body) => post('/v1/claims.check', body)),
      1_500,
    );
    await stream(port);
  });
}

async function run(name: string, port: number, requests: readonly Buffer[], target?: number): Promise<void> {
  const before = await cpuSeconds(port);
  const result: LoadResult = await load(port, requests, CONNECTIONS);
  const cpu = (await cpuSeconds(port)) - before;
  const rate = result.requests / result.seconds;
  const aim = target === undefined ? '' : ` (target ≥ ${target.toLocaleString('en-US')}: ${(rate / target).toFixed(1)} ×)`;
  console.log(
    `${name}: ${round(rate)} a second${aim}; p50 ${percentile(result, 0.5).toFixed(1)}, p99 ${percentile(result, 0.99).toFixed(1)} ms; ${round(result.requests / cpu)} a CPU-second of the server${result.refused > 0 ? `; ${result.refused} REFUSED` : ''}`,
  );
}

/** A batch as one stream: what a clearing house would send. */
async function stream(port: number): Promise<void> {
  const text = makeClaims(20_000, 'common')
    .map((claim) => JSON.stringify(claim))
    .join('\n');
  const start = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/v1/claims.check?received=2026-11-24`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: text,
  });
  const lines = (await response.text()).trimEnd().split('\n').length;
  console.log(`check, 20,000 claims as one stream: ${round(lines / ((performance.now() - start) / 1000))} a second`);
}

/** Every beginning of search phrases from the second letter on, in the order they would be typed. */
function typedTexts(phrases: number): string[] {
  const titles = seededTitles(phrases);
  return titles.flatMap((title) => Array.from({ length: Math.min(title.length, 14) - 1 }, (_, at) => title.slice(0, at + 2)));
}

/** First words of titles, common conditions more often: as offices ask. The file of real phrases is used where it is. */
function seededTitles(count: number): string[] {
  const file = new URL('../../shared/eval/search_dev.tsv', import.meta.url);
  const random = seeded(11);
  const all = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => (line.split('\t')[0] ?? '').toLowerCase())
    : bundledTitles();
  return Array.from({ length: count }, () => all[Math.floor(random() ** 2 * all.length)] ?? '').filter((title) => title.length > 2);
}

function bundledTitles(): string[] {
  const icd = bundledData().icd10cm(day('2026-03-04'));
  return icd ? [...icd.rows()].filter((row) => row % 40 === 0).map((row) => (icd.display(row) ?? '').toLowerCase().slice(0, 40)) : [];
}

function suggestions(texts: readonly string[]): Buffer[] {
  return texts.map((text) => request(`GET /v1/suggest?q=${encodeURIComponent(text)}&on=2026-03-04`));
}

function lookups(count: number): Buffer[] {
  const random = seeded(5);
  const icd = bundledData().icd10cm(day('2026-03-04'));
  const codes = icd ? [...icd.rows()].map((row) => icd.code(row)) : [];
  return Array.from({ length: count }, () =>
    post('/v1/codes.lookup', JSON.stringify({ code: codes[Math.floor(random() * codes.length)], on: '2026-03-04' })),
  );
}

function request(line: string): Buffer {
  return Buffer.from(`${line} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
}

function post(path: string, body: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

async function cpuSeconds(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]);
}

function round(figure: number): string {
  return Math.round(figure).toLocaleString('en-US');
}
