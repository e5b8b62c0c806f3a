import * as z from 'zod/mini';
import { claimJsonSchema } from '../claim/claim-schema.ts';
import { isFailure, type ReadClaim, readClaim } from '../claim/read-claim.ts';
import type { Engine } from '../engine/engine.ts';
import type { Report } from '../engine/report.ts';
import { CleanclaimError } from '../errors.ts';
import { ClaimHistory } from '../history/claim-history.ts';
import type { History } from '../history/history.ts';
import { receivedField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation, type OperationContext } from './operation.ts';

const severity = z.enum(['error', 'warning', 'info']);
const patch = z.array(z.record(z.string(), z.unknown()));

/** The report as a schema, for surfaces that publish one; the engine's own type is `Report`. */
export const reportSchema = z.object({
  claim: z.nullable(z.string()),
  status: z.enum(['clean', 'findings', 'incomplete']),
  on: z.nullable(z.string()),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity,
      status: z.enum(['fail', 'review']),
      message: z.string(),
      why: z.string(),
      fix: z.string(),
      patch: z.optional(patch),
      suggestions: z.optional(z.array(z.object({ when: z.string(), patch }))),
      where: z.object({ path: z.string(), box: z.nullable(z.string()), x12: z.nullable(z.string()), fhir: z.nullable(z.string()) }),
      codes: z.array(z.string()),
      source: z.object({ title: z.string(), edition: z.nullable(z.string()), locator: z.nullable(z.string()), url: z.string() }),
      effective: z.object({ from: z.string(), to: z.nullable(z.string()) }),
    }),
  ),
  notChecked: z.array(z.object({ rule: z.string(), reason: z.string(), install: z.string() })),
  bypassed: z.array(z.object({ rule: z.string(), codes: z.array(z.string()), by: z.string() })),
  editions: z.array(z.object({ id: z.string(), from: z.string(), to: z.nullable(z.string()), notesAsOf: z.optional(z.string()) })),
});

export interface CheckContext extends OperationContext {
  readonly engine: Engine;
  /** Other claims of patients. A server gives it when `history: true` asks for it; a library may always. */
  readonly history?: History;
  /** Reads a claim in another form than ours, where the surface knows one; undefined for what is not in it. Throws CleanclaimError. */
  readOther?(claim: unknown): OtherClaim | undefined;
}

/** A claim that came in another form. */
export interface OtherClaim {
  readonly read: ReadClaim;
  /** The report with its places said in that form. */
  placed(report: Report): Report;
}

const FHIR_CLAIM = { type: 'object', properties: { resourceType: { enum: ['Claim', 'Bundle'] } }, required: ['resourceType'] };

/** Claims that may be sent along as history: more belong in an office's database. */
const MOST_SENT = 1_000;

type Asked = { claim: unknown; received?: string | undefined; history?: boolean | readonly unknown[] | undefined };

/** Checks one claim with every rule in force on its day. */
export const check = operation<Asked, Report, CheckContext>({
  id: 'claims.check',
  title: 'Check a claim',
  input: z.object({
    claim: z.unknown().register(z.globalRegistry, {
      description: 'The claim, as docs/claim.md describes it; over HTTP and MCP also a FHIR Claim (R4 or R5), or a Bundle with one.',
      anyOf: [claimJsonSchema(), FHIR_CLAIM],
    }),
    received: receivedField,
    history: z.optional(
      z.union([z.boolean(), z.readonly(z.array(z.unknown()))]).register(z.globalRegistry, {
        description: `The other claims of the patient: true for those the server keeps, or up to ${MOST_SENT} claims. Without it, rules that look back are not checked.`,
      }),
    ),
  }),
  output: reportSchema as unknown as z.ZodMiniType<Report>,
  failures: [
    'input/invalid',
    'input/not-a-day',
    'claim/wrong-shape',
    'claim/missing-field',
    'claim/too-large',
    'input/out-of-range',
    'store/none',
  ],
  examples: [
    {
      says: 'Two diagnoses that exclude each other',
      input: {
        claim: {
          type: 'professional',
          diagnoses: [{ code: 'E10.9' }, { code: 'E11.9' }],
          lines: [{ code: 'G0108', from: '2026-03-04', pointers: [1, 2] }],
        },
      },
    },
    {
      says: 'The same claim sent before under another number',
      input: {
        claim: {
          type: 'professional',
          id: 'A-101',
          patient: { memberId: 'EX-1' },
          diagnoses: [{ code: 'I10' }],
          lines: [{ code: 'G0108', from: '2026-03-04', charge: '60.00', pointers: [1] }],
        },
        history: [
          {
            type: 'professional',
            id: 'A-99',
            patient: { memberId: 'EX-1' },
            lines: [{ code: 'G0108', from: '2026-03-04', charge: '60.00' }],
          },
        ],
      },
    },
  ],
  run({ claim, received, history }, context) {
    const other = context.readOther?.(claim);
    const read = other?.read ?? readClaim(claim);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
    const past = historyAsked(history, context);
    const report = context.engine.check(read.claim, {
      received: onDay(received, context),
      assumed: received === undefined,
      unknown: read.unknown,
      ...(past ? { history: past } : {}),
    });
    return other ? other.placed(report) : report;
  },
});

/** The claims sent along, or those at hand. Throws `store/none` where none are at hand, and for a sent claim that cannot be read. */
function historyAsked(asked: Asked['history'], { history }: CheckContext): History | undefined {
  if (typeof asked === 'boolean' || asked === undefined) {
    if (asked === true && !history)
      throw new CleanclaimError('store/none', 'No claims are kept here that could be the history.', '/history');
    return asked === false ? undefined : history;
  }
  if (asked.length > MOST_SENT)
    throw new CleanclaimError('input/out-of-range', `The history holds at most ${MOST_SENT} claims here, not ${asked.length}.`, '/history');
  const sent = new ClaimHistory();
  asked.forEach((each, at) => {
    const read = readClaim(each);
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, `/history/${at}${read.path}`);
    sent.add(read.claim, `claim ${at + 1} of the history`);
  });
  return sent;
}
