import type { FormAnswers, Line, Rental, TestResult } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { FORM_ANSWERS, RENT_PERIODS } from './codes.ts';
import { amount, compact, writeAmount } from './write-parts.ts';

/** SV5. */
export function writeRental(out: SegmentText, { rental, code }: { readonly rental?: Rental; readonly code?: string }): void {
  if (!rental) return;
  const { days, rent, price, per } = rental;
  const counted = days === undefined ? ['', ''] : ['DA', String(days)];
  out.add('SV5', ['HC', rental.code ?? code ?? ''], ...counted, amount(rent), amount(price), RENT_PERIODS.code(per) ?? '');
}

/** MEA. */
export function writeTestResults(out: SegmentText, results: readonly TestResult[] | undefined): void {
  for (const { kind = '', test = '', value = '' } of results ?? []) out.add('MEA', kind, test, value);
}

/** AMT of a line. */
export function writeLineAmounts(out: SegmentText, { salesTax, postage, serviceTax, facilityTax }: Line): void {
  writeAmount(out, 'T', salesTax);
  writeAmount(out, 'F4', postage);
  writeAmount(out, 'GT', serviceTax);
  writeAmount(out, 'N8', facilityTax);
}

/** LQ and FRM. */
export function writeForms(out: SegmentText, forms: readonly FormAnswers[] | undefined): void {
  for (const { list = '', form = '', answers = [] } of forms ?? []) {
    out.add('LQ', list, form);
    for (const { question = '', answer, text = '', on = '', percent = '' } of answers)
      out.add('FRM', question, FORM_ANSWERS.code(answer) ?? '', text, compact(on), percent);
  }
}
