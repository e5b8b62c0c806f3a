import { rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { feeExample } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow } from '../support/fee-row.ts';
import { isHospitalOutpatient, outpatientEditor } from '../support/outpatient.ts';
import { relativeValueFile } from '../support/table-cites.ts';

export default rule({
  id: 'ioce/bilateral',
  title: 'A code that means both sides, billed for both sides again',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  outpatient: true,
  from: FEE_SCHEDULE_BEGINS,
  withCodes: true,
  needs: ['mpfs-rvu'],
  cites: [outpatientEditor('edit 17, inappropriate specification of bilateral procedure'), relativeValueFile('bilateral surgery')],

  on: 'line',
  check(line, context) {
    const fifty = line.modifiers.includes('50');
    const units = line.line.units ?? 1;
    if (line.code === '' || (!fifty && units <= 1) || !isHospitalOutpatient(context.claim)) return undefined;
    if (feeRow(line, context)?.bilateral !== '2') return undefined;
    return {
      at: fifty ? `${line.path}/modifiers` : `${line.path}/units`,
      codes: [line.code],
      status: 'review',
      message: `${line.code} on line ${line.n} already means both sides and is billed ${fifty ? 'with modifier 50' : `with ${units} units`}.`,
      why: 'The outpatient editor returns a claim that bills an inherently bilateral code more than once a day (edit 17).',
      fix: fifty ? 'Leave 50 out.' : 'Enter 1 unit.',
    };
  },

  exampleTables: { 'mpfs-rvu': [feeExample('G0108', { bilateral: '2' }), feeExample('G0109', { bilateral: '1' })] },
  examples: [
    { name: 'both sides, once more with 50', claim: bill({ code: 'G0108', modifiers: ['50'] }), finds: 1, codes: ['G0108'] },
    { name: 'two units', claim: bill({ code: 'G0108', units: 2 }), finds: 1 },
    { name: 'once', claim: bill({ code: 'G0108' }), finds: 0 },
    { name: 'a code of one side', claim: bill({ code: 'G0109', modifiers: ['50'] }), finds: 0 },
  ],
});

function bill(line: { code: string; modifiers?: readonly string[]; units?: number }) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: [{ revenue: '0360', from: '2026-03-04', units: 1, charge: '60.00', ...line }],
    total: '60.00',
  });
}
