import { day } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { onBuiltServer } from './built-server.ts';
import { load, percentile } from './load.ts';
import { seeded } from './measure.ts';

const CONNECTIONS = 8;
const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const WORDS = ['diabetes', 'fracture tibia', 'pneumonia', 'kidney', 'heart failure', 'asthma', 'burn hand', 'pregnancy', 'S82.1', 'E11'];

/**
 * The terminology service of the built program on ICD-10-CM, asked by 8 connections, all codes at random. Limits: a
 * look-up, a validation and a subsumption ≥ 2,500 a second, p99 ≤ 12 ms; the first expansion of a text ≤ 100 ms at p99.
 */
export function benchFhir(): Promise<void> {
  return onBuiltServer(async (port) => {
    const random = seeded(5);
    const code = (): string => CODES[Math.floor(random() * CODES.length)] ?? 'E11.9';
    const many = (count: number, path: () => string): Buffer[] => Array.from({ length: count }, () => get(path()));
    const path = {
      lookup: () => `/fhir/r4/CodeSystem/$lookup?system=${ICD}&code=${code()}`,
      validate: () => `/fhir/r4/CodeSystem/$validate-code?url=${ICD}&code=${code()}`,
      subsumes: () => `/fhir/r4/CodeSystem/$subsumes?system=${ICD}&codeA=${code().slice(0, 3)}&codeB=${code()}`,
    };
    // Half as many first, so that what is measured is the running service.
    await load(port, [...many(2_000, path.lookup), ...many(2_000, path.validate), ...many(2_000, path.subsumes)], CONNECTIONS);
    await run('$lookup', port, many(6_000, path.lookup), 2_500, 12);
    await run('CodeSystem/$validate-code', port, many(6_000, path.validate), 2_500, 12);
    await run('$subsumes', port, many(6_000, path.subsumes), 2_500, 12);
    const expand = (text: string): string => `/fhir/r4/ValueSet/$expand?url=${ICD}/vs&count=20&filter=${encodeURIComponent(text)}`;
    const typed = WORDS.flatMap((text) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(0, at + 2)));
    await run(
      '$expand, filter, each text new, one connection',
      port,
      [...new Set(typed)].map((text) => get(expand(text))),
      undefined,
      100,
      1,
    );
    await run(
      '$expand, filter, texts asked before',
      port,
      many(2_000, () => expand(typed[Math.floor(random() * typed.length)] ?? '')),
      1_000,
      100,
    );
    const batch = post('/fhir/r4/ValueSet/$batch-validate-code', {
      resourceType: 'Parameters',
      parameter: Array.from({ length: 100 }, () => ({
        name: 'validation',
        resource: { resourceType: 'Parameters', parameter: [{ name: 'coding', valueCoding: { system: ICD, code: code() } }] },
      })),
    });
    await run(
      'batches of 100 codes',
      port,
      Array.from({ length: 200 }, () => batch),
      65,
    );
  });
}

async function run(
  name: string,
  port: number,
  requests: readonly Buffer[],
  rate: number | undefined,
  milliseconds?: number,
  connections = CONNECTIONS,
): Promise<void> {
  const result = await load(port, requests, connections);
  const reached = result.requests / result.seconds;
  const aim = rate === undefined ? '' : ` (limit ≥ ${rate.toLocaleString('en-US')}: ${(reached / rate).toFixed(1)} ×)`;
  const p99 = percentile(result, 0.99);
  const slow = milliseconds === undefined ? '' : ` (limit ${milliseconds}: ${(p99 / milliseconds).toFixed(2)} ×)`;
  const refused = result.refused > 0 ? `; ${result.refused} REFUSED` : '';
  console.log(`${name}: ${Math.round(reached).toLocaleString('en-US')} a second${aim}; p99 ${p99.toFixed(1)} ms${slow}${refused}`);
}

const CODES: readonly string[] = (() => {
  const icd = bundledData().icd10cm(day('2026-11-24'));
  return icd ? Array.from(icd.rows(), (row) => icd.code(row)) : [];
})();

const HEAD = 'host: 127.0.0.1\r\naccept: application/fhir+json\r\n';

function get(path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${HEAD}\r\n`);
}

function post(path: string, body: object): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${HEAD}content-type: application/fhir+json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
