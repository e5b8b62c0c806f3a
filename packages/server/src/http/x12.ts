import { CleanclaimError, isDay, parseJson, quote } from '@cleanclaim/core';
import {
  acknowledge,
  acknowledgeClaims,
  type Acknowledgment,
  AcknowledgmentReader,
  type Answer,
  AnswerReader,
  ClaimCollector,
  explainPayment,
  type ExplainedPayment,
  PaymentReader,
  TreeBuilder,
} from '@cleanclaim/x12';
import type { Hono } from 'hono';
import { acknowledgeFile, type Asked, checkFile, controlOf, explainFile, now, readAnswers, writeBytes } from '../x12/questions.ts';
import type { Access } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { bodyText } from './limits.ts';
import { HttpFailure, methodNotAllowed } from './problem.ts';
import { firstFinding, mediaType, readX12, unread, X12_TYPE, type X12BodyParts } from './x12-body.ts';

export interface X12Parts extends X12BodyParts {
  readonly access: Access;
}

type Answerer = (c: Request, parts: X12Parts) => Promise<Response>;

/** What the command line answers about X12 files, over HTTP: the raw file in, the same answer out. */
const ROUTES: Readonly<Record<string, Answerer>> = {
  async check(c, parts) {
    return json(c, await readX12(c, parts, {}));
  },

  async ack(c, parts) {
    const collector = c.req.query('claims') === 'true' ? new ClaimCollector() : undefined;
    const control = controlOf({ control: Number(c.req.query('control') ?? '1') });
    const report = await readX12(c, parts, { maxSummaries: Number.POSITIVE_INFINITY, ...(collector ? { follow: collector } : {}) });
    if (report.interchanges.length === 0)
      throw new CleanclaimError('x12/nothing-to-answer', `The body holds no interchange. ${firstFinding(report)}`);
    const options = { moment: now(), control };
    const text = collector ? acknowledgeClaims(report, collector, options) : acknowledge(report, options);
    return x12(c, text);
  },

  async json(c, parts) {
    const builder = new TreeBuilder();
    const report = await readX12(c, parts, { follow: builder });
    if (report.interchanges.length === 0) throw unread('interchange', report);
    return json(c, builder.file);
  },

  async 'read-835'(c, parts) {
    const received = c.req.query('received') ?? parts.service.today();
    if (!isDay(received)) throw new CleanclaimError('input/not-a-day', `received is a day, not ${quote(received)}.`, '/received');
    const payments: ExplainedPayment[] = [];
    const report = await readX12(c, parts, {
      follow: new PaymentReader((payment) => payments.push(explainPayment(payment, { today: received, data: parts.service.data }))),
    });
    if (payments.length === 0) throw unread('835', report);
    return json(c, { payments, findings: report.findings });
  },

  async 'read-ack'(c, parts) {
    const answers: Acknowledgment[] = [];
    const report = await readX12(c, parts, { follow: new AcknowledgmentReader((answer) => answers.push(answer)) });
    if (answers.length === 0) throw unread('TA1, 999 or 277CA', report);
    return json(c, { answers, findings: report.findings });
  },

  async 'read-answer'(c, parts) {
    const answers: Answer[] = [];
    const report = await readX12(c, parts, { follow: new AnswerReader((answer) => answers.push(answer)) });
    if (answers.length === 0) throw unread('271, 277, 277CA or 278 answer', report);
    return json(c, { answers, findings: report.findings });
  },
};

/** The same questions with the file as text in JSON, where more than the file is told; and `write`, which has no file. */
const WITH_JSON: Readonly<Record<string, (c: Request, asked: Asked, parts: X12Parts) => Response>> = {
  check: (c, asked, { service }) => json(c, checkFile(asked, service)),
  ack: (c, asked, { service }) => x12(c, acknowledgeFile(asked, service).x12),
  'read-835': (c, asked, { service }) => json(c, explainFile(asked, service)),
  'read-ack': (c, asked, { service }) => json(c, readAnswers(asked, service)),
  'read-answer': (c, asked, { service }) => json(c, readAnswers(asked, service)),
  write(c, asked, { service }) {
    const { bytes, errors, findings } = writeBytes(asked, service);
    if (!(c.req.header('accept') ?? '').includes(X12_TYPE)) return json(c, { x12: new TextDecoder().decode(bytes), errors, findings });
    c.header('X-X12-Errors', String(errors));
    return c.body(Uint8Array.from(bytes), 200, { 'Content-Type': X12_TYPE, 'Cache-Control': 'no-store' });
  },
};

export function addX12(app: Hono<Carried>, parts: X12Parts): void {
  for (const name of new Set([...Object.keys(ROUTES), ...Object.keys(WITH_JSON)])) {
    const ofFile = ROUTES[name];
    const ofJson = WITH_JSON[name];
    app.all(`/v1/x12.${name}`, async (c) => {
      enter(c, `x12.${name}`, 'bill', parts.access);
      if (c.req.method !== 'POST') throw methodNotAllowed('POST');
      if (ofJson && mediaType(c) === 'application/json') return ofJson(c, await jsonBody(c, parts), parts);
      if (ofFile) return ofFile(c, parts);
      throw new HttpFailure('http/media-type', `x12.${name} takes JSON.`, { 'Accept-Post': 'application/json' });
    });
  }
}

async function jsonBody(c: Request, { limits }: X12Parts): Promise<Asked> {
  const parsed = parseJson(await bodyText(c, limits));
  if (!parsed.ok) throw new CleanclaimError(parsed.failure.code, parsed.failure.message, parsed.failure.path);
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CleanclaimError('input/invalid', 'Send an object.');
  return value as Asked;
}

/** X12, or nothing where nothing is due. */
function x12(c: Request, text: string): Response {
  if (text === '') return c.body(null, 204, { 'Cache-Control': 'no-store' });
  return c.body(text, 200, { 'Content-Type': X12_TYPE, 'Cache-Control': 'no-store' });
}

function json(c: Request, value: object): Response {
  return c.body(JSON.stringify(value), 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
