import type { Segment } from '../reader/segment.ts';
import { lineControl, procedureList } from './codes.ts';
import { type ClaimState, type OpenClaim, type OpenLine, ofClaim, ofLine, type Read } from './open-claim.ts';
import { decide } from './other-payer-reader.ts';
import {
  readAmbulance,
  readEquipment,
  readEquipmentDate,
  readLineConditions,
  readRepricedNumber,
  readRepricing,
  readTransported,
} from './read-certifications.ts';
import { attachment } from './read-claim.ts';
import { contractOf, count, readFileInformation, readIdentifier, readNote, readOtherDate } from './read-numbers.ts';
import { days, money, present } from './read-parts.ts';
import { readForm, readFormAnswer, readLineAmount, readPurchased, readRental, readTestResult } from './read-support.ts';

/** Segments of loop 2400, by id. */
export const LINE: Readonly<Record<string, Read>> = {
  LX: ofClaim((claim, _segment, state) => {
    closeLine(claim, state);
    claim.lines.push({});
    state.provider = undefined;
    state.numbered = false;
  }),
  SV1: ofLine((line, segment, _claim, state) => {
    readService(line, segment, 1, 2, state);
    readUnits(line, segment, 3, 4, state);
    setPlace(line, segment.element(5), state);
    readPointers(line, segment, 7, state);
    if (segment.count > 8) readIndicators(line, segment, state);
  }),
  SV2: ofLine((line, segment, _claim, state) => {
    line.revenue = segment.element(1);
    readService(line, segment, 2, 3, state);
    readUnits(line, segment, 4, 5, state);
    if (segment.lengthOf(7) > 0) line.nonCovered = money(segment.element(7));
  }),
  SV3: ofLine((line, segment, _claim, state) => {
    readService(line, segment, 1, 2, state);
    setPlace(line, segment.element(3), state);
    if (segment.lengthOf(4) > 0) line.areas = segment.components(4);
    if (segment.is(5, 'I')) line.prosthesis = 'initial';
    else if (segment.is(5, 'R')) line.prosthesis = 'replacement';
    else if (segment.lengthOf(5) > 0) state.passOver(segment, 5);
    line.units = Number(segment.element(6) || '1');
    readPointers(line, segment, 11, state);
  }),
  SV5: ofLine((line, segment, _claim, state) => readRental(line, segment, state)),
  TOO: ofLine((_line, segment, _claim, state) => {
    const surfaces = segment.components(3).filter((each) => each !== '');
    // Surfaces have one letter each, so that a text of them can be told apart again.
    if (segment.is(1, 'JP') && surfaces.every((each) => each.length === 1))
      state.teeth.push(present({ tooth: segment.element(2), surfaces: surfaces.join('') }));
    else state.passOver(segment);
  }),
  DTP: ofLine((line, segment, _claim, state) => {
    if (!segment.is(1, '472') || line.from !== undefined || !(segment.is(2, 'D8') || segment.is(2, 'RD8'))) {
      if (!readEquipmentDate(line, segment)) readOtherDate(line, segment, state);
      return;
    }
    const [from, to] = days(segment.element(3));
    line.from = from;
    if (to !== from) line.to = to;
  }),
  REF: ofLine((line, segment, claim, state) => {
    if (segment.lengthOf(4) === 0) {
      if (segment.is(1, '6R') && !state.numbered) {
        // A number that says no more than claim and line is none of the claim's own.
        const control = segment.element(2);
        state.numbered = true;
        if (control !== lineControl(claim.id, claim.lines.length)) line.control = control;
        return;
      }
      if (readRepricedNumber(line, segment, claim.type !== 'dental')) return;
    }
    readIdentifier(line, segment, state);
  }),
  NTE: ofLine((line, segment, claim) => {
    if (segment.is(1, 'ADD') && line.note === undefined && claim.type === 'professional') line.note = segment.element(2);
    else readNote(line, segment);
  }),
  PWK: ofLine((line, segment, _claim, state) => {
    (line.attachments ??= []).push(attachment(segment, state));
  }),
  CN1: ofLine((line, segment, _claim, state) => {
    if (line.contract) state.passOver(segment);
    else line.contract = contractOf(segment);
  }),
  K3: ofLine(readFileInformation),
  AMT: ofLine((line, segment, _claim, state) => readLineAmount(line, segment, state)),
  MEA: ofLine(readTestResult),
  PS1: ofLine(readPurchased),
  CR1: ofLine((line, segment, _claim, state) => readAmbulance(line, segment, state)),
  CR3: ofLine((line, segment, _claim, state) => readEquipment(line, segment, state)),
  CRC: ofLine((line, segment, _claim, state) => readLineConditions(line, segment, state)),
  QTY: ofLine((line, segment, _claim, state) => {
    if (segment.is(1, 'FL') && line.obstetricUnits === undefined)
      Object.assign(line, present({ obstetricUnits: count(segment.element(2)) }));
    else if (!readTransported(line, segment)) state.passOver(segment);
  }),
  HCP: ofLine(readRepricing),
};

/** Loop 2410: the drug or another article of a line. */
export const DRUG: Readonly<Record<string, Read>> = {
  LIN: ofLine((line, segment, _claim, state) => {
    state.article = segment.is(2, 'N4') ? 'ndc' : 'product';
    if (line[state.article]) state.passOver(segment);
    else if (state.article === 'ndc') line.ndc = { code: segment.element(3) };
    else line.product = { qualifier: segment.element(2), code: segment.element(3) };
  }),
  CTP: ofLine((line, segment, _claim, { article }) => {
    line[article] = { ...line[article], ...present({ quantity: segment.element(4), unit: segment.component(5, 1) }) };
  }),
  REF: ofLine((line, segment, _claim, state) => {
    const { article } = state;
    const field = segment.is(1, 'XZ') ? 'prescription' : segment.is(1, 'VY') ? 'link' : undefined;
    if (field === undefined || line[article]?.[field] !== undefined) state.passOver(segment);
    else line[article] = { ...line[article], [field]: segment.element(2) };
  }),
};

/** Loop 2440: forms that support a line. */
export const FORMS: Readonly<Record<string, Read>> = {
  LQ: ofLine(readForm),
  FRM: ofLine((line, segment, _claim, state) => readFormAnswer(line, segment, state)),
};

/** Loop 2430: what other payers decided of a line. */
export const readDecision: Read = ofLine((line, segment, { type }, state) => {
  decide((line.decisions ??= []), segment, line, type, state);
});

/** Ends the line at hand, before the next begins or the claim ends. */
export function closeLine({ lines }: OpenClaim, state: ClaimState): void {
  if (state.teeth.length === 0) return;
  const line = lines.at(-1);
  const { teeth } = state;
  state.teeth = [];
  if (line) Object.assign(line, teeth.length === 1 ? teeth[0] : { teeth });
}

/** Procedure and charge: the composite at `procedure` is list, code, four modifiers, description. */
function readService(line: OpenLine, segment: Segment, procedure: number, charge: number, state: ClaimState): void {
  const list = segment.component(procedure, 1);
  const code = segment.component(procedure, 2);
  if (code !== '') line.code = code;
  line.modifiers = [];
  line.charge = money(segment.element(charge));
  // Mostly there is nothing more than list and code, which the length tells.
  const length = segment.lengthOf(procedure);
  if (code !== '' && list !== procedureList(state.type, line.revenue)) line.codeList = list;
  if (length > list.length + 1 + code.length) readMore(line, segment, procedure, state);
  if (code === '' && length > 0) state.passOver(segment, procedure);
}

function readMore(line: OpenLine, segment: Segment, procedure: number, state: ClaimState): void {
  const [, , ...more] = segment.components(procedure);
  line.modifiers = more.slice(0, 4).filter((each) => each !== '');
  const [description = '', ...others] = more.slice(4);
  if (description !== '') line.description = description;
  if (others.some((each) => each !== '')) state.passOver(segment, procedure);
}

function readUnits(line: OpenLine, segment: Segment, unit: number, count: number, state: ClaimState): void {
  if (segment.is(unit, 'MJ')) {
    line.minutes = Number(segment.element(count));
    line.units = 1;
  } else line.units = Number(segment.element(count));
  if (segment.is(unit, 'DA') && state.type === 'institutional') line.unit = 'days';
  else if (!segment.is(unit, 'UN') && !(segment.is(unit, 'MJ') && state.type === 'professional') && segment.lengthOf(unit) > 0)
    state.passOver(segment, unit);
}

function setPlace(line: OpenLine, own: string, { placeOfService }: ClaimState): void {
  const place = own === '' ? placeOfService : own;
  if (place !== '') line.pos = place;
}

function readPointers(line: OpenLine, segment: Segment, element: number, state: ClaimState): void {
  const pointers: number[] = [];
  for (const each of segment.components(element)) {
    const known = PLACES.indexOf(each);
    if (known > 0) pointers.push(known);
    else if (POINTER.test(each)) pointers.push(Number(each));
    else if (each !== '') state.passOver(segment, element);
  }
  line.pointers = pointers;
}

/** Nearly all pointers. */
const PLACES = ['0', '1', '2', '3', '4'];
const POINTER = /^\d{1,2}$/;

/** What SV1 says by an element with one code. */
const INDICATORS = [
  [9, 'Y', 'emergency'],
  [11, 'Y', 'epsdt'],
  [12, 'Y', 'familyPlanning'],
  [15, '0', 'copayExempt'],
] as const;

function readIndicators(line: OpenLine, segment: Segment, state: ClaimState): void {
  for (const [element, code, field] of INDICATORS) {
    if (segment.is(element, code)) line[field] = 'yes';
    else if (segment.lengthOf(element) > 0) state.passOver(segment, element);
  }
}
