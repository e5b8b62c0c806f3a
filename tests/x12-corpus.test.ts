import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Claim } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import {
  acknowledge,
  acknowledgeClaims,
  checkX12,
  ClaimCollector,
  type ClaimEnvelope,
  ClaimReader,
  jsonToX12,
  writeClaims,
  X12_RULES,
  X12Checker,
  X12FileReader,
  type X12Report,
  x12ToJson,
} from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';

/** The corpus is not ours to copy; the test reads it where it lies (docs/x12.md, "How well it agrees"). */
const corpus = fileURLToPath(new URL('../../shared/x12/', import.meta.url));
const present = existsSync(`${corpus}index.tsv`);
const data = bundledData();

interface Row {
  readonly file: string;
  readonly expected: string;
  readonly fault: string;
}

function rows(): Row[] {
  if (!present) return [];
  return readFileSync(`${corpus}index.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [file = '', , , expected = '', fault = ''] = line.split('\t');
      return { file, expected, fault };
    });
}

const errorsOf = (report: X12Report): string[] =>
  [...new Set(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].toSorted();

/**
 * Files whose source calls them valid and which are not, with the errors found and why they stand. Besides these, many
 * samples carry made-up NPIs: 45 CFR 162.406(a) gives an NPI a check digit, so `x12/npi` is right about them.
 */
const NOT_VALID: Readonly<Record<string, readonly [rules: readonly string[], why: string]>> = {
  'LinuxForHealth+x12/src/tests/resources/835_005010X221A1/managed-care.835': [
    ['x12/element-date'],
    'BPR16 is 20002316, no day of the calendar',
  ],
  'LinuxForHealth+x12/src/tests/resources/277_005010X212/provider-level-status.277': [
    ['x12/element-code'],
    'STC01-3 is 85 in 2200C; X212 takes 1P there',
  ],
  'LinuxForHealth+x12/demo-file/demo.835': [['x12/element-not-used'], 'TS3 in its 4010 form: X221A1 does not use TS309 and TS311'],
  'LinuxForHealth+x12/src/tests/resources/835_005010X221A1/tertiary-payment.835': [
    ['x12/element-code', 'x12/element-missing', 'x12/payment-charge', 'x12/payment-line', 'x12/payment-paid'],
    'BPR16 is missing, SVC01 and SVC06 hold no procedure, and the lines do not balance',
  ],
  'LinuxForHealth+x12/src/tests/resources/837_005010X222A2/demo.cob.example3.A.837': [
    ['x12/loop-missing'],
    'loop 2320 without 2330B, which X222A1 requires in it',
  ],
  'LinuxForHealth+x12/src/tests/resources/837_005010X222A2/demo.ambulance.example5.837': [['x12/element-missing'], 'CLM05-2 is missing'],
  'LinuxForHealth+x12/src/tests/resources/837_005010X222A2/demo.example12.837': [
    ['x12/element-code', 'x12/element-long', 'x12/element-missing', 'x12/place-of-service', 'x12/pointer'],
    'components are parted by >, while ISA16 says :',
  ],
  'LinuxForHealth+x12/src/tests/resources/837_005010X223A3/ppo-repriced-claim.837i': [
    ['x12/element-code', 'x12/element-long', 'x12/element-missing', 'x12/element-not-used', 'x12/segment-repeats'],
    'components are parted by >, while ISA16 says :',
  ],
  'LinuxForHealth+x12/src/tests/resources/837_005010X223A3/two-claims-single-provider.837i': [
    ['x12/element-not-used'],
    'CLM06 is filled, a habit of 4010; X223A2 does not use it',
  ],
  'LinuxForHealth+x12/src/tests/resources/271_005010X279A1/subscriber-health-benefit-check-error.271': [
    ['x12/set-control'],
    'SE02 is 4323, ST02 is 4321',
  ],
  'moov-io+x12/examples/example_5010_835/sample1.txt': [
    ['x12/notice-only', 'x12/payment-claim', 'x12/payment-paid'],
    'BPR04 NON with money, and claims that do not balance',
  ],
  'moov-io+x12/examples/example_5010_837p/sample.txt': [['x12/pointer'], 'SV107 points to a second diagnosis where the claim has one'],
};

function readBack(text: string) {
  const reader = new X12FileReader();
  reader.push(new TextEncoder().encode(text));
  return reader.content();
}

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'S', name: 'S', contact: 'C', phone: '5555550100' },
  receiver: { id: 'R', name: 'R' },
  moment: { date: '20261124', time: '1200' },
  control: 1,
  usage: 'T',
};

/** The segments of transport, certificates and repricing, sorted, with numbers in one way of writing. */
function certified(text: string): string[] {
  const [mark = '*', end = '~'] = [text[3], text[105]];
  return text
    .split(end)
    .map((segment) => segment.trim().split(mark))
    .filter(([id = '', kind = '']) => /^(?:CR[123]|HCP)$/.test(id) || /^(?:CRC (?:07|09)|QTY PT|REF 9[ABCD])$/.test(`${id} ${kind}`))
    .map((parts) => parts.map((part) => (/^\d+\.\d+$/.test(part) ? String(Number(part)) : part)).join('*'))
    .toSorted();
}

/** What a fault written in the index must be called. */
function wanted(fault: string): ((report: X12Report) => boolean) | undefined {
  const code = (key: 'ik403' | 'ik304' | 'ik502' | 'ak905' | 'ta1', value: string | undefined) => (report: X12Report) =>
    report.findings.some((finding) => finding.severity === 'error' && finding.codes[key] === value);
  const named = /^(?:999 (IK403|IK304|IK502|AK905)=(\w+)|(TA1) note (\w+))/.exec(fault);
  if (named) return code((named[1] ?? named[3] ?? '').toLowerCase() as 'ik403', named[2] ?? named[4]);
  if (fault.startsWith('SNIP3')) return (report) => report.findings.some((finding) => finding.severity === 'error' && finding.snip === 3);
  if (fault.includes('NPI')) return (report) => report.findings.some((finding) => finding.rule === 'x12/npi');
  return undefined;
}

describe.skipIf(!present)('the corpus of real, sample and broken files', () => {
  const reports = rows().map((row) => {
    const bytes = readFileSync(corpus + row.file);
    const { file: tree, report } = x12ToJson(bytes, { data });
    return { ...row, bytes, tree, report };
  });

  it('has hundreds of files', () => {
    expect(reports.length).toBeGreaterThan(700);
  });

  it('accepts every file that is valid, and says why the others are not', () => {
    const refused = Object.fromEntries(
      reports
        .filter(({ expected }) => expected === 'valid')
        .map(({ file, report }) => [file, errorsOf(report).filter((rule) => rule !== 'x12/npi')] as const)
        .filter(([, rules]) => rules.length > 0),
    );
    expect(refused).toEqual(Object.fromEntries(Object.entries(NOT_VALID).map(([file, [rules]]) => [file, rules])));
  });

  it('names every fault as the index does, or says that it has no map', () => {
    const missed = reports
      .filter(({ expected }) => expected === 'invalid')
      .filter(({ fault, report }) => !(wanted(fault)?.(report) ?? errorsOf(report).length > 0))
      .filter(({ report }) => !report.notChecked.some(({ rule }) => rule === 'x12/guide'))
      .map(({ file, fault, report }) => `${file}: ${fault}, found ${errorsOf(report).join(' ')}`);
    expect(missed).toEqual([]);
  });

  it('writes back the bytes of every file that it can read', () => {
    const changed = reports
      .filter(({ report }) => !report.findings.some(({ rule }) => rule === 'x12/not-x12'))
      .filter(({ bytes, tree }) => {
        const parts: Uint8Array[] = [];
        jsonToX12(JSON.parse(JSON.stringify(tree)), (part) => parts.push(part));
        return !Buffer.concat(parts).equals(bytes);
      })
      .map(({ file }) => file);
    expect(changed).toEqual([]);
  });

  it('keeps transport, certificates and repricing of claims that are read and written again', () => {
    const files = reports.filter(
      ({ expected, bytes }) => expected === 'valid' && /005010X22[234]A/.test(String.fromCharCode(...bytes.subarray(0, 400))),
    );
    const kept = files.map(({ file, bytes }) => {
      const claims: Claim[] = [];
      const checker = new X12Checker({ follow: new ClaimReader((claim) => claims.push(claim)) });
      checker.push(bytes);
      checker.report();
      return { file, before: certified(new TextDecoder('latin1').decode(bytes)), after: certified(writeClaims(claims, ENVELOPE)) };
    });
    expect(kept.filter(({ before }) => before.length > 0).length).toBeGreaterThan(5);
    expect(kept.filter(({ before, after }) => before.join() !== after.join())).toEqual([]);
  });

  it('answers HIPAA files with 999s that it accepts itself', () => {
    const moment = { date: '20261124', time: '1200' };
    const wrong = reports.flatMap(({ report, bytes }) => {
      const plain =
        report.interchanges.every(({ version }) => version === '00501') &&
        !errorsOf(report).some((rule) => rule === 'x12/isa-element' || rule === 'x12/gs-element');
      const answer = plain && bytes.length > 0 ? acknowledge(report, { moment, control: 7 }) : '';
      return answer === '' ? [] : errorsOf(checkX12(new TextEncoder().encode(answer)));
    });
    expect(wrong).toEqual([]);
  });

  it('answers every claim with a 277CA that it accepts itself, and refuses those that do not add up', () => {
    const wrong = reports.flatMap(({ file, bytes }) => {
      const collector = new ClaimCollector();
      const checker = new X12Checker({ data, follow: collector, maxSummaries: Number.POSITIVE_INFINITY });
      checker.push(bytes);
      const report = checker.report();
      const text = acknowledgeClaims(report, collector, { moment: { date: '20261124', time: '1200' }, control: 7 });
      if (text === '') return [];
      const { answers, report: own } = readBack(text);
      const claims = answers.flatMap((answer) => (answer.kind === '277CA' ? answer.claims : []));
      const unbalanced = report.findings
        .filter(({ rule }) => rule === 'x12/claim-total')
        .map(({ message }) => /^Claim (.*?):/.exec(message)?.[1]);
      return [
        // Made-up NPIs come back as they were sent.
        ...errorsOf(own).filter((rule) => rule !== 'x12/npi'),
        ...claims
          .filter(({ claim, result }) => unbalanced.includes(claim) && result !== 'rejected')
          .map(({ claim }) => `${file}: ${claim} taken`),
        ...claims.filter(({ result }) => report.errors === 0 && result !== 'accepted').map(({ claim }) => `${file}: ${claim} refused`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('calls every finding by a listed rule', () => {
    for (const { report } of reports) for (const { rule } of report.findings) expect(X12_RULES[rule]).toBeDefined();
  });
});
