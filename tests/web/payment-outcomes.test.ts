import { X12FileReader } from '@cleanclaim/x12';
import { expect, it } from 'vitest';
import { outcomesOfPayment } from '../../packages/web/src/pages/payments/outcomes.ts';
import { sample835 } from '../../packages/web/src/pages/payments/sample-files.ts';
import { columnsOf, type Kept, readFileText, writeFileText } from '../../packages/web/src/state/worklist/model.ts';
import { data } from '../support/data.ts';

it('a claim paid but for a line is taken over as paid, with the line denied and what to do', () => {
  const reader = new X12FileReader({ data });
  reader.push(new TextEncoder().encode(sample835()));
  const [payment] = reader.content().payments;
  if (!payment) throw new Error('the sample holds no payment');
  const outcomes = outcomesOfPayment(payment);
  expect(outcomes.map(({ claim, state, deniedLines }) => [claim, state, deniedLines])).toEqual([
    ['A-095', 'paid', 0],
    ['A-100', 'paid', 1],
    ['A-101', 'paid', 0],
    ['A-102', 'denied', 0],
  ]);
  expect(outcomes[1]?.next).toMatch(/96\.00/);
});

it('the lines denied go with the list when it is saved as a file, and lists of before have none', () => {
  const claim = { type: 'professional', id: 'A-100', lines: [] } as const;
  const kept: Kept = {
    id: 'one',
    version: 2,
    state: 'paid',
    changedAt: '2026-06-02T09:00:00.000Z',
    claim,
    next: null,
    first: null,
    last: null,
    ...columnsOf(claim),
  };
  expect(readFileText(writeFileText([{ ...kept, deniedLines: 1 }]))).toMatchObject({ kept: [{ deniedLines: 1 }] });
  expect(readFileText(writeFileText([kept]))).toMatchObject({ kept: [{ deniedLines: 0 }] });
  expect(readFileText(writeFileText([{ ...kept, deniedLines: -1 }]))).toEqual({ wrong: 'claim', at: 1 });
});
