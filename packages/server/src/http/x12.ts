import { CleanclaimError, quote } from '@cleanclaim/core';
import {
  acknowledge,
  acknowledgeClaims,
  type Acknowledgment,
  AcknowledgmentReader,
  type Answer,
  AnswerReader,
  ClaimCollector,
  type Payment,
  PaymentReader,
  TreeBuilder,
} from '@cleanclaim/x12';
import type { Hono } from 'hono';
import type { Access } from './access.ts';
import { type Carried, enter, type Request } from './envelope.ts';
import { methodNotAllowed } from './operation-route.ts';
import { firstFinding, readX12, unread, X12_TYPE, type X12BodyParts } from './x12-body.ts';

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
    const control = wholeNumber(c.req.query('control') ?? '1');
    const report = await readX12(c, parts, { maxSummaries: Number.POSITIVE_INFINITY, ...(collector ? { follow: collector } : {}) });
    if (report.interchanges.length === 0)
      throw new CleanclaimError('x12/nothing-to-answer', `The body holds no interchange. ${firstFinding(report)}`);
    const now = new Date().toISOString();
    const options = { moment: { date: now.slice(0, 10).replaceAll('-', ''), time: now.slice(11, 16).replace(':', '') }, control };
    const text = collector ? acknowledgeClaims(report, collector, options) : acknowledge(report, options);
    if (text === '') return c.body(null, 204, { 'Cache-Control': 'no-store' });
    return c.body(text, 200, { 'Content-Type': X12_TYPE, 'Cache-Control': 'no-store' });
  },

  async json(c, parts) {
    const builder = new TreeBuilder();
    const report = await readX12(c, parts, { follow: builder });
    if (report.interchanges.length === 0) throw unread('interchange', report);
    return json(c, builder.file);
  },

  async 'read-835'(c, parts) {
    const payments: Payment[] = [];
    const report = await readX12(c, parts, { follow: new PaymentReader((payment) => payments.push(payment)) });
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

export function addX12(app: Hono<Carried>, parts: X12Parts): void {
  for (const [name, answer] of Object.entries(ROUTES)) {
    app.all(`/v1/x12.${name}`, async (c) => {
      enter(c, `x12.${name}`, 'bill', parts.access);
      if (c.req.method !== 'POST') throw methodNotAllowed('POST');
      return answer(c, parts);
    });
  }
}

/** ISA13 has nine digits. */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new CleanclaimError('input/out-of-range', `control is a whole number from 1 to 999999999, not ${quote(text)}.`, '/control');
  return Number(text);
}

function json(c: Request, value: object): Response {
  return c.body(JSON.stringify(value), 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
}
