import type { FormAnswer, FormAnswers, Rental } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { FORM_ANSWERS, RENT_PERIODS } from './codes.ts';
import type { ClaimState, OpenLine } from './open-claim.ts';
import { append, count } from './read-numbers.ts';
import { days, money, present } from './read-parts.ts';

/** SV5: equipment that is rented or bought. */
export function readRental(line: OpenLine, segment: Segment, state: ClaimState): void {
  const [list, code = '', ...more] = segment.components(1);
  if (line.rental || list !== 'HC' || more.some((each) => each !== '')) {
    state.passOver(segment);
    return;
  }
  const inDays = segment.is(2, 'DA');
  const per = RENT_PERIODS.word(segment.element(6));
  if (!inDays && segment.lengthOf(3) > 0) state.passOver(segment, 3);
  if (per === undefined && segment.lengthOf(6) > 0) state.passOver(segment, 6);
  const rental: Rental = present({
    code: code === line.code ? '' : code,
    days: inDays ? count(segment.element(3)) : undefined,
    rent: segment.lengthOf(4) > 0 ? money(segment.element(4)) : '',
    price: segment.lengthOf(5) > 0 ? money(segment.element(5)) : '',
    per,
  });
  line.rental = rental;
}

/** MEA: what a test measured. */
export function readTestResult(line: OpenLine, segment: Segment): void {
  append(line, 'testResults', present({ kind: segment.element(1), test: segment.element(2), value: segment.element(3) }));
}

const AMOUNTS: ReadonlyMap<string, 'salesTax' | 'postage' | 'serviceTax' | 'facilityTax'> = new Map([
  ['T', 'salesTax'],
  ['F4', 'postage'],
  ['GT', 'serviceTax'],
  ['N8', 'facilityTax'],
]);

/** AMT of a line. */
export function readLineAmount(line: OpenLine, segment: Segment, state: ClaimState): void {
  const field = AMOUNTS.get(segment.element(1));
  if (field === undefined || line[field] !== undefined) state.passOver(segment);
  else line[field] = money(segment.element(2));
}

/** PS1: a service that was bought; who did it is in a loop of its own. */
export function readPurchased(line: OpenLine, segment: Segment): void {
  const charge = segment.lengthOf(2) > 0 ? money(segment.element(2)) : '';
  line.purchased = { ...line.purchased, ...present({ number: segment.element(1), charge }) };
}

/** LQ: a form that supports the line; its answers follow. */
export function readForm(line: OpenLine, segment: Segment): void {
  append(line, 'forms', present({ list: segment.element(1), form: segment.element(2) }));
}

/** FRM. */
export function readFormAnswer(line: OpenLine, segment: Segment, state: ClaimState): void {
  const form: Open<FormAnswers> | undefined = line.forms?.at(-1);
  const answer = FORM_ANSWERS.word(segment.element(2));
  if (!form) {
    state.passOver(segment);
    return;
  }
  if (answer === undefined && segment.lengthOf(2) > 0) state.passOver(segment, 2);
  const said: FormAnswer = present({
    question: segment.element(1),
    answer,
    text: segment.element(3),
    on: segment.lengthOf(4) > 0 ? days(segment.element(4))[0] : '',
    percent: segment.element(5),
  });
  append(form, 'answers', said);
}
