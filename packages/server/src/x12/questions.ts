import { CleanclaimError, type Day, isDay, isFailure, quote, readClaim } from '@cleanclaim/core';
import {
  acknowledge,
  acknowledgeClaims,
  type Acknowledgment,
  AcknowledgmentReader,
  type Answer,
  AnswerReader,
  ClaimCollector,
  ClaimReader,
  type Companion,
  type ExplainOptions,
  explainPayment,
  type ExplainedPayment,
  type Follower,
  momentOf,
  PARTIES,
  type Parties,
  PaymentReader,
  readCompanion,
  readContract,
  SentClaims,
  type WrittenX12,
  writeJson,
  X12Checker,
  type X12Finding,
  type X12Report,
} from '@cleanclaim/x12';
import type { Service } from '../service.ts';

// Questions about X12 that come as JSON, with the file as text in them: over HTTP where more than the file is needed, and
// from assistants. Every function throws CleanclaimError with the path of what is wrong.

export type Asked = Readonly<Record<string, unknown>>;

/** Findings of one answer; the report says how many more there were. */
const MOST_FINDINGS = 10_000;

/** Checks a file: `file`, and `companion`, what the payer asks for beyond the guide. */
export function checkFile(asked: Asked, service: Service, maxFindings = MOST_FINDINGS): X12Report {
  onlyFields(asked, ['file', 'companion']);
  const companion = companionOf(asked);
  return walk(asked, service, { maxFindings, ...(companion ? { companions: [companion] } : {}) });
}

/** Payments of an 835 beside `claims` sent (ours, or an 837 as text), the `contract`, the payer's `companion`, and `received`. */
export function explainFile(asked: Asked, service: Service): { payments: ExplainedPayment[]; findings: readonly X12Finding[] } {
  onlyFields(asked, ['file', 'claims', 'contract', 'companion', 'received']);
  const options = explainOptions(asked, service);
  const payments: ExplainedPayment[] = [];
  const { findings } = walk(asked, service, {
    follow: new PaymentReader((payment) => payments.push(explainPayment(payment, options))),
  });
  if (payments.length === 0) throw holdsNo('835', findings);
  return { payments, findings };
}

/** What a TA1, 999, 277CA, 271, 277 or 278 answers. */
export function readAnswers(asked: Asked, service: Service): { answers: (Acknowledgment | Answer)[]; findings: readonly X12Finding[] } {
  onlyFields(asked, ['file']);
  const acknowledgments: Acknowledgment[] = [];
  const first = walk(asked, service, { follow: new AcknowledgmentReader((answer) => acknowledgments.push(answer)) });
  if (acknowledgments.length > 0) return { answers: acknowledgments, findings: first.findings };
  const answers: Answer[] = [];
  const { findings } = walk(asked, service, { follow: new AnswerReader((answer) => answers.push(answer)) });
  if (answers.length === 0) throw holdsNo('TA1, 999, 277CA, 271, 277 or 278 answer', findings);
  return { answers, findings };
}

/** The 999 and TA1 of a file, or with `claims` the 277CA; empty text where nothing is due. */
export function acknowledgeFile(asked: Asked, service: Service): { x12: string } {
  onlyFields(asked, ['file', 'claims', 'control']);
  const collector = asked['claims'] === true ? new ClaimCollector() : undefined;
  const report = walk(asked, service, { maxSummaries: Number.POSITIVE_INFINITY, ...(collector ? { follow: collector } : {}) });
  if (report.interchanges.length === 0)
    throw new CleanclaimError('x12/nothing-to-answer', `The file holds no interchange. ${report.findings[0]?.message ?? ''}`, '/file');
  const options = { moment: now(), control: controlOf(asked) };
  return { x12: collector ? acknowledgeClaims(report, collector, options) : acknowledge(report, options) };
}

export interface WrittenFile {
  readonly x12: string;
  readonly errors: number;
  readonly findings: readonly X12Finding[];
}

/** What was written, as text. */
export function writeFile(asked: Asked, service: Service): WrittenFile {
  const { bytes, errors, findings } = writeBytes(asked, service);
  return { x12: new TextDecoder().decode(bytes), errors, findings };
}

/** `claims` of our model as 837, or `requests` as 270, 276 and 278, or a `tree` of `x12.json`, from a sender to a receiver. */
export function writeBytes(asked: Asked, service: Service): WrittenX12 {
  const kinds = ['claims', 'requests', 'tree'] as const;
  onlyFields(asked, [...kinds, ...PARTIES, 'control', 'test']);
  const given = kinds.filter((kind) => asked[kind] !== undefined);
  const [kind] = given;
  if (kind === undefined || given.length > 1)
    throw new CleanclaimError('input/invalid', `One of ${kinds.join(', ')} is to be given, not ${given.join(' and ') || 'none'}.`);
  const { tree } = asked;
  if (kind === 'tree' && (typeof tree !== 'object' || tree === null || !('x12' in tree)))
    throw new CleanclaimError('input/invalid', 'tree is to be a tree as x12.json gives it.', '/tree');
  return placed(kind, () =>
    writeJson(asked[kind], {
      parties: partiesOf(asked),
      moment: now(),
      control: controlOf(asked),
      test: asked['test'] === true,
      data: service.data,
      missing: (party) => new CleanclaimError('input/invalid', `X12 is written for someone: ${party} is missing.`, `/${party}`),
    }),
  );
}

/** A failure within a field is told with the field's own path before its. */
function placed<Made>(field: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof CleanclaimError) || PARTIES.some((party) => error.failure.path === `/${party}`)) throw error;
    const { code, message, path } = error.failure;
    throw new CleanclaimError(code, message, `/${field}${path}`);
  }
}

interface WalkOptions {
  readonly follow?: Follower;
  readonly maxFindings?: number;
  readonly maxSummaries?: number;
  readonly companions?: readonly Companion[];
}

function walk(asked: Asked, { data }: Service, options: WalkOptions): X12Report {
  const checker = new X12Checker({ data, maxFindings: MOST_FINDINGS, ...options });
  checker.push(new TextEncoder().encode(textOf(asked, 'file')));
  return checker.report();
}

function explainOptions(asked: Asked, service: Service): ExplainOptions {
  const { claims, contract } = asked;
  const companion = companionOf(asked);
  return {
    today: receivedDay(asked) ?? service.today(),
    data: service.data,
    ...(claims === undefined ? {} : { sent: sentClaims(claims) }),
    ...(companion?.limits ? { limits: { ...companion.limits, source: `${companion.name}, ${companion.source}` } } : {}),
    ...(contract === undefined ? {} : { expected: placed('contract', () => readContract(contract, 'contract')) }),
  };
}

function sentClaims(claims: unknown): SentClaims {
  const sent = new SentClaims();
  if (typeof claims === 'string') {
    const checker = new X12Checker({ follow: new ClaimReader((claim) => sent.add(claim)), maxFindings: 1 });
    checker.push(new TextEncoder().encode(claims));
    checker.report();
  } else {
    for (const [at, entry] of (Array.isArray(claims) ? claims : [claims]).entries()) {
      const read = readClaim(entry);
      if (isFailure(read)) throw new CleanclaimError(read.code, read.message, `/claims/${at}${read.path}`);
      sent.add(read.claim);
    }
  }
  if (sent.count === 0) throw new CleanclaimError('input/unsupported-format', 'claims holds no claim that can be read.', '/claims');
  return sent;
}

function receivedDay(asked: Asked): Day | undefined {
  const { received } = asked;
  if (received === undefined || isDay(received)) return received;
  throw new CleanclaimError('input/not-a-day', `received is a day, not ${quote(String(received))}.`, '/received');
}

function companionOf(asked: Asked): Companion | undefined {
  const { companion } = asked;
  return companion === undefined ? undefined : placed('companion', () => readCompanion(companion));
}

function partiesOf(asked: Asked): Parties {
  const said = PARTIES.filter((party) => asked[party] !== undefined).map((party) => [party, textOf(asked, party)]);
  return Object.fromEntries(said) as Parties;
}

function textOf(asked: Asked, name: string): string {
  const value = asked[name];
  if (typeof value !== 'string') throw new CleanclaimError('input/not-text', `${name} is to be text.`, `/${name}`);
  return value;
}

/** ISA13 has nine digits. */
export function controlOf(asked: Asked): number {
  const control = asked['control'] ?? 1;
  if (typeof control !== 'number' || !Number.isInteger(control) || control < 1 || control > 999_999_999)
    throw new CleanclaimError(
      'input/out-of-range',
      `control is a whole number from 1 to 999999999, not ${quote(String(control))}.`,
      '/control',
    );
  return control;
}

/** A field that is not known is refused: a misspelt one must not quietly be nothing. */
function onlyFields(asked: Asked, known: readonly string[]): void {
  const stray = Object.keys(asked).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new CleanclaimError('input/invalid', `There is no field ${quote(stray)}; the fields are ${known.join(', ')}.`, `/${stray}`);
}

export function holdsNo(what: string, findings: readonly X12Finding[]): CleanclaimError {
  return new CleanclaimError(
    'input/unsupported-format',
    `The file holds no ${what} that can be read. ${findings[0]?.message ?? ''}`,
    '/file',
  );
}

export function now(): ReturnType<typeof momentOf> {
  return momentOf(new Date().toISOString());
}
