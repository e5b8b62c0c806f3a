import { type Diagnosis, withDot } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { diagnosisOf } from './codes.ts';
import type { ClaimState, OpenClaim } from './open-claim.ts';
import { append } from './read-numbers.ts';
import { days, money } from './read-parts.ts';

/** Components of a code that stands alone, of a diagnosis with its presence on admission, of one with a date, and of one with an amount. */
const ALONE = [1, 2];
const WITH_ADMISSION = [1, 2, 9];
const DATED = [1, 2, 3, 4];
const WITH_AMOUNT = [1, 2, 5];

/** HI: up to twelve codes, each with the list it is from. */
export function readCodes(claim: OpenClaim, segment: Segment, state: ClaimState): void {
  for (let n = 1; n <= segment.count; n++) if (segment.lengthOf(n) > 0) readCode(claim, segment, n, state);
}

/** One composite: list, code, and by the list a period, an amount or the presence on admission. */
function readCode(claim: OpenClaim, segment: Segment, n: number, state: ClaimState): void {
  const list = segment.component(n, 1);
  const code = segment.component(n, 2);
  const diagnosis = diagnosisOf(list);
  if (diagnosis) {
    const { kind, system } = diagnosis;
    const read: Open<Diagnosis> = { code: system === undefined ? withDot(code) : code };
    if (system !== undefined) read.codeSystem = system;
    if (claim.type === 'institutional') {
      read.kind = kind;
      const onAdmission = segment.component(n, 9);
      if (onAdmission !== '') read.poa = onAdmission;
    } else if (kind !== 'principal' && kind !== 'other') {
      state.passOver(segment, n);
      return;
    }
    claim.diagnoses.push(read);
    // Mostly there is nothing more than list and code, which the length tells.
    if (segment.lengthOf(n) !== list.length + 1 + code.length)
      passOverOthers(segment, n, claim.type === 'institutional' ? WITH_ADMISSION : ALONE, state);
    return;
  }
  const other = OTHERS.get(list);
  if (other) {
    const [components, take] = other;
    take(claim, code, segment, n, state);
    passOverOthers(segment, n, components, state);
  } else state.passOver(segment, n);
}

type Take = (claim: OpenClaim, code: string, segment: Segment, n: number, state: ClaimState) => void;

/** Lists other than those of diagnoses, with the components that are carried. */
const OTHERS: ReadonlyMap<string, readonly [components: readonly number[], take: Take]> = new Map(
  Object.entries<readonly [readonly number[], Take]>({
    BBR: [DATED, procedure(undefined)],
    BBQ: [DATED, procedure(undefined)],
    BR: [DATED, procedure('icd9cm')],
    BQ: [DATED, procedure('icd9cm')],
    CAH: [DATED, procedure('abc')],
    BP: [ALONE, (claim, code) => append(claim, 'anesthesiaProcedures', code)],
    BO: [ALONE, (claim, code) => append(claim, 'anesthesiaProcedures', code)],
    BG: [ALONE, (claim, code) => append(claim, 'conditionCodes', code)],
    TC: [ALONE, (claim, code) => append(claim, 'treatmentCodes', code)],
    BH: [DATED, (claim, code, segment, n) => append(claim, 'occurrences', { code, on: days(segment.component(n, 4))[0] })],
    BI: [
      DATED,
      (claim, code, segment, n) => {
        const [from, to] = days(segment.component(n, 4));
        append(claim, 'occurrences', { code, from, to });
      },
    ],
    BE: [WITH_AMOUNT, (claim, code, segment, n) => append(claim, 'values', { code, amount: money(segment.component(n, 5)) })],
    DR: [
      ALONE,
      (claim, code) => {
        claim.drg = code;
      },
    ],
  }),
);

function procedure(codeSystem: 'icd9cm' | 'abc' | undefined): Take {
  return (claim, code, segment, n, state) => {
    // The first of them is the principal one when they are written.
    if (claim.procedures === undefined && OTHER_PROCEDURE.test(segment.component(n, 1))) state.passOver(segment, n);
    const period = segment.component(n, 4);
    (claim.procedures ??= []).push({
      code,
      ...(codeSystem === undefined ? {} : { codeSystem }),
      ...(period === '' ? {} : { on: days(period)[0] }),
    });
  };
}

const OTHER_PROCEDURE = /^BB?Q$/;

function passOverOthers(segment: Segment, n: number, carried: readonly number[], state: ClaimState): void {
  const other = segment.components(n).some((text, at) => text !== '' && !carried.includes(at + 1));
  if (other) state.passOver(segment, n);
}
