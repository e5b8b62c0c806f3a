import { type ClaimView, day, type Found, type LineView, type Outcome, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { firstOf } from '../support/modifiers.ts';
import { isHospitalOutpatient, outpatientEditor, PAYMENT_STATUS } from '../support/outpatient.ts';
import { paymentStatus, statusExample } from '../support/payment-status.ts';
import { isRateLine } from '../support/rate-line.ts';
import { dischargeStatusOf } from '../support/stay.ts';

/** The sender says that Medicare does not cover the service, or expects a denial. */
const EXPECTED: ReadonlySet<string> = new Set(['GA', 'GX', 'GY', 'GZ']);

const INPATIENT = 'C';
const WENT_HOME_OR_STAYED: ReadonlySet<string> = new Set(['', '01', '30']);

/** What Medicare does not pay on a hospital outpatient bill, by payment status, in our words. */
const UNPAID: Readonly<Record<string, readonly [says: string, why: string, fix: string]>> = {
  B: [
    'is not recognised on a hospital outpatient bill',
    'Medicare has another code for it here, or pays it on another type of bill (edit 62).',
    'Bill the code that hospitals use, often a G or C code.',
  ],
  C: [
    'is paid to inpatients only',
    'The outpatient editor denies the line, and with it everything else of the day (edits 18 and 49).',
    'If the patient was admitted by an order, bill the stay; if the patient died or was transferred before that could be, add modifier CA.',
  ],
  E1: [
    'is not covered for outpatients',
    'No Medicare benefit has it, the law excludes it, or it is not reasonable and necessary (edit 9 or 50).',
    'Bill it as not covered, with GY where a denial is wanted for another payer.',
  ],
  E2: [
    'has no price that Medicare could pay by',
    'There is neither a price nor a claim to make one from, so the line is not paid (edit 13).',
    'Check whether another code stands for what was given.',
  ],
  M: [
    'is not billed to this contractor',
    'The outpatient editor returns a claim with it (edit 72).',
    'Bill it on the claim of the practitioner, or take the line off.',
  ],
  Y: [
    'is equipment that is billed elsewhere',
    'Medical equipment that is not implanted is paid by the contractor for equipment, not on the hospital bill (edit 61).',
    'Bill it to that contractor.',
  ],
};

export default rule({
  id: 'ioce/status',
  title: 'A code that Medicare does not pay on a hospital outpatient bill',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  outpatient: true,
  from: day('2015-10-01'),
  withCodes: true,
  needs: ['table:opps-addendum-b'],
  cites: [PAYMENT_STATUS, outpatientEditor('edits 9, 13, 18, 49, 50, 61, 62 and 72')],

  on: 'line',
  check(line, context): Outcome | undefined {
    const { claim } = context;
    if (line.code === '' || !isHospitalOutpatient(claim) || isRateLine(line)) return undefined;
    const status = paymentStatus(line, context) ?? '';
    const unpaid = Object.hasOwn(UNPAID, status) ? UNPAID[status] : undefined;
    if (!unpaid || (status === INPATIENT && leftBeforeAdmission(line, claim))) return undefined;
    const expected = firstOf(line, EXPECTED);
    if (expected !== undefined) return { codes: [line.code], bypassed: `modifier ${expected} on line ${line.n}` };
    return found(line, status, unpaid);
  },

  exampleTables: {
    'opps-addendum-b': [
      statusExample('G0463', 'J2'),
      statusExample('G0109', 'B'),
      statusExample('G0110', 'C'),
      statusExample('G0111', 'E1'),
      statusExample('G0112', 'M'),
      statusExample('G0113', 'Y'),
      statusExample('G0114', 'N'),
    ],
  },
  examples: [
    { name: 'a visit', claim: bill({ code: 'G0463' }), finds: 0 },
    { name: 'a code hospitals have another for', claim: bill({ code: 'G0109' }), finds: 1, codes: ['G0109'] },
    { name: 'an operation for inpatients', claim: bill({ code: 'G0110' }), finds: 1 },
    {
      name: 'the same of a patient who died in the emergency room',
      claim: { ...bill({ code: 'G0110', modifiers: ['CA'] }), dischargeStatus: '20' },
      finds: 0,
    },
    { name: 'a service that is not covered', claim: bill({ code: 'G0111' }), finds: 1 },
    { name: 'the same, billed for a denial', claim: bill({ code: 'G0111', modifiers: ['GY'] }), finds: 0 },
    { name: 'what practitioners bill', claim: bill({ code: 'G0112' }), finds: 1 },
    { name: 'equipment to take home', claim: bill({ code: 'G0113' }), finds: 1 },
    { name: 'what is packaged', claim: bill({ code: 'G0114' }), finds: 0 },
    { name: 'a code the table does not have', claim: bill({ code: 'G0115' }), finds: 0 },
    { name: 'a stay', claim: { ...bill({ code: 'G0110' }), billType: '0111' }, finds: 0 },
    { name: 'another payer', claim: { ...bill({ code: 'G0110' }), payer: { id: 'EX001', kind: 'commercial' } }, finds: 0 },
  ],
});

/** An operation for inpatients is paid where the patient died or was transferred before an admission could be ordered. */
function leftBeforeAdmission(line: LineView, claim: ClaimView): boolean {
  return line.modifiers.includes('CA') && !WENT_HOME_OR_STAYED.has(dischargeStatusOf(claim));
}

function found(line: LineView, status: string, [says, why, fix]: readonly [string, string, string]): Found {
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    ...(status === INPATIENT ? { severity: 'error' as const } : {}),
    message: `${line.code} on line ${line.n} ${says} (status ${status}).`,
    why,
    fix,
  };
}

function bill(line: { code: string; modifiers?: readonly string[] }) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: [{ revenue: '0360', from: '2026-03-04', units: 1, charge: '60.00', ...line }],
    total: '60.00',
  });
}
