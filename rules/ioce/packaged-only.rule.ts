import { day, type LineView, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { isHospitalOutpatient, outpatientEditor, PAYMENT_STATUS } from '../support/outpatient.ts';
import { paymentStatus, statusExample } from '../support/payment-status.ts';

/** Payment for it is part of the payment for something else. */
const PACKAGED = 'N';

export default rule({
  id: 'ioce/packaged-only',
  title: 'A hospital outpatient bill with nothing on it that is paid',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  outpatient: true,
  from: day('2015-10-01'),
  withCodes: true,
  needs: ['table:opps-addendum-b'],
  cites: [outpatientEditor('edit 27, only incidental services reported'), PAYMENT_STATUS],

  on: 'claim',
  check(claim, context) {
    if (!isHospitalOutpatient(claim)) return undefined;
    let first: LineView | undefined;
    for (const line of claim.lines) {
      if (line.code === '') continue;
      if (paymentStatus(line, context) !== PACKAGED) return undefined;
      first ??= line;
    }
    if (!first) return undefined;
    return {
      at: `${first.path}/code`,
      codes: [first.code],
      message: `All codes on the bill are packaged into other services (status ${PACKAGED}), and there is no other service.`,
      why: 'The outpatient editor rejects a claim on which nothing is paid separately (edit 27).',
      fix: 'Add the service that these belong to, or send the claim with it.',
    };
  },

  exampleTables: {
    'opps-addendum-b': [statusExample('G0114', 'N'), statusExample('G0115', 'N'), statusExample('G0463', 'J2')],
  },
  examples: [
    { name: 'supplies alone', claim: bill('G0114', 'G0115'), finds: 1 },
    { name: 'supplies and a visit', claim: bill('G0114', 'G0463'), finds: 0 },
    { name: 'a code the table does not have', claim: bill('G0114', 'G0199'), finds: 0 },
    { name: 'without codes', claim: { ...bill(), lines: [{ revenue: '0250', from: '2026-03-04', units: 1, charge: '60.00' }] }, finds: 0 },
  ],
});

function bill(...codes: readonly string[]) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: codes.map((code) => ({ revenue: '0270', code, from: '2026-03-04', units: 1, charge: '60.00' })),
    total: `${60 * codes.length}.00`,
  });
}
