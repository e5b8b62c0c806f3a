import { type Day, type Data } from '@cleanclaim/core';
import { checkX12, type ExplainedPayment, explainPayment, PaymentReader, X12Checker } from '@cleanclaim/x12';
import { expect, it } from 'vitest';
import { make835 } from './made/x12.ts';
import { data } from './support/data.ts';
import { madeData } from './support/made-data.ts';

/** The user's own lists of reasons and remarks; their words here are made up. */
const listed = madeData(data, {
  carc: [
    { code: '45', text: 'Made up words of forty-five', from: '1995-01-01', to: null },
    { code: '2', text: 'Made up words of two', from: '1995-01-01', to: '2020-12-31' },
  ],
  rarc: [{ code: 'N115', text: 'Made up remark', from: '1995-01-01', to: null }],
});

function file(): Uint8Array {
  let text = '';
  make835(1, (part) => (text += part));
  return new TextEncoder().encode(
    text
      .replace(/REF\*6R\*0L1~\nAMT\*B6\*[\d.]+/, '$&~\nLQ*HE*N115~\nLQ*HE*N999')
      .replace(/SE\*(\d+)/, (_, n: string) => `SE*${Number(n) + 2}`),
  );
}

function explained(own: Data): ExplainedPayment | undefined {
  let payment: ExplainedPayment | undefined;
  const options = { today: '2026-04-11' as Day, data: own };
  const checker = new X12Checker({ follow: new PaymentReader((each) => (payment = explainPayment(each, options))) });
  checker.push(file());
  checker.report();
  return payment;
}

it('a payment is told beside the words of the user’s lists, each code once, with the list', () => {
  expect(explained(listed)?.codes).toEqual([
    { list: 'carc', code: '45', text: 'Made up words of forty-five', ended: null, edition: 'carc-made-up' },
    { list: 'carc', code: '2', text: 'Made up words of two', ended: '2020-12-31', edition: 'carc-made-up' },
    { list: 'rarc', code: 'N115', text: 'Made up remark', ended: null, edition: 'rarc-made-up' },
    { list: 'rarc', code: 'N999', text: null, ended: null, edition: 'rarc-made-up' },
  ]);
  expect(explained(data)?.codes).toEqual([]);
});

it('the check holds reasons against the list, and says so where there is none', () => {
  const withList = checkX12(file(), { data: listed });
  expect([...new Set(withList.findings.map(({ rule, value }) => `${rule} ${value ?? ''}`))]).toEqual(['x12/reason-code 2']);
  expect(withList.notChecked.map(({ rule }) => rule)).not.toContain('x12/reason-code');
  expect(checkX12(file(), { data }).notChecked.map(({ rule }) => rule)).toContain('x12/reason-code');
});
