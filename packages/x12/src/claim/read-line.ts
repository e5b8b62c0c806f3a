import type { Segment } from '../reader/segment.ts';
import { lineControl } from './codes.ts';
import { type ClaimState, type OpenClaim, type OpenLine, ofClaim, ofLine, type Read } from './open-claim.ts';
import { decide } from './other-payer-reader.ts';
import {
  ambulancePlace,
  readAmbulance,
  readAmbulanceConditions,
  readEquipment,
  readEquipmentConditions,
  readEquipmentDate,
  readRepricedNumber,
  readRepricing,
  readTransported,
} from './read-certifications.ts';
import { attachment, providerDetail } from './read-claim.ts';
import { days, money, present, providerOf } from './read-parts.ts';

/** Segments of loop 2400, by id. */
export const LINE: Readonly<Record<string, Read>> = {
  LX: ofClaim((claim, _segment, state) => {
    closeLine(claim, state);
    claim.lines.push({});
    state.provider = undefined;
  }),
  SV1: ofLine((line, segment, _claim, state) => {
    readService(line, segment, 1, 2);
    readUnits(line, segment, 3, 4);
    setPlace(line, segment.element(5), state);
    readPointers(line, segment, 7);
  }),
  SV2: ofLine((line, segment) => {
    line.revenue = segment.element(1);
    readService(line, segment, 2, 3);
    readUnits(line, segment, 4, 5);
    if (segment.lengthOf(7) > 0) line.nonCovered = money(segment.element(7));
  }),
  SV3: ofLine((line, segment, _claim, state) => {
    readService(line, segment, 1, 2);
    setPlace(line, segment.element(3), state);
    if (segment.lengthOf(4) > 0) line.areas = segment.components(4);
    if (segment.lengthOf(5) > 0) line.prosthesis = segment.is(5, 'I') ? 'initial' : 'replacement';
    line.units = Number(segment.element(6) || '1');
    readPointers(line, segment, 11);
  }),
  TOO: ofLine((_line, segment, _claim, { teeth }) => {
    if (segment.is(1, 'JP')) teeth.push(present({ tooth: segment.element(2), surfaces: segment.components(3).join('') }));
  }),
  DTP: ofLine((line, segment) => {
    if (!segment.is(1, '472')) {
      readEquipmentDate(line, segment);
      return;
    }
    const [from, to] = days(segment.element(3));
    line.from = from;
    if (to !== from) line.to = to;
  }),
  REF: ofLine((line, segment, claim) => {
    if (!segment.is(1, '6R')) {
      readRepricedNumber(line, segment);
      return;
    }
    // A number that says no more than claim and line is none of the claim's own.
    const control = segment.element(2);
    if (control !== lineControl(claim.id, claim.lines.length)) line.control = control;
  }),
  NTE: ofLine((line, segment) => {
    if (segment.is(1, 'ADD')) line.note = segment.element(2);
  }),
  PWK: ofLine((line, segment) => {
    (line.attachments ??= []).push(attachment(segment));
  }),
  CR1: ofLine(readAmbulance),
  CR3: ofLine(readEquipment),
  CRC: ofLine((line, segment) => {
    readAmbulanceConditions(line, segment);
    readEquipmentConditions(line, segment);
  }),
  QTY: ofLine(readTransported),
  HCP: ofLine(readRepricing),
};

/** Loop 2410: the drug of a line. */
export const DRUG: Readonly<Record<string, Read>> = {
  LIN: ofLine((line, segment) => {
    if (segment.is(2, 'N4')) line.ndc = { code: segment.element(3) };
  }),
  CTP: ofLine((line, segment) => {
    line.ndc = { ...line.ndc, quantity: segment.element(4), unit: segment.component(5, 1) };
  }),
  REF: ofLine((line, segment) => {
    if (segment.is(1, 'XZ')) line.ndc = { ...line.ndc, prescription: segment.element(2) };
  }),
};

/** Loops 2420: the providers of a line. */
export const LINE_PROVIDERS: Readonly<Record<string, Read>> = {
  NM1: ofLine((line, segment, claim, state) => {
    state.provider = ambulancePlace(line, segment);
    if (segment.is(1, '82')) line.rendering = state.provider = providerOf(segment);
    else if (segment.is(1, 'DK') && claim.ordering === undefined) claim.ordering = providerOf(segment);
  }),
  PRV: ofClaim(providerDetail),
  N3: ofClaim(providerDetail),
  N4: ofClaim(providerDetail),
};

/** Loop 2430: what other payers decided of a line. */
export const readDecision: Read = ofLine((line, segment) => {
  const said = { code: line.code ?? '', modifiers: line.modifiers ?? [], units: line.minutes ?? line.units ?? 1 };
  decide((line.decisions ??= []), segment, said);
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
function readService(line: OpenLine, segment: Segment, procedure: number, charge: number): void {
  const code = segment.component(procedure, 2);
  if (code !== '') line.code = code;
  const modifiers: string[] = [];
  for (let c = 3; c <= 6; c++) {
    const modifier = segment.component(procedure, c);
    if (modifier !== '') modifiers.push(modifier);
  }
  line.modifiers = modifiers;
  const description = segment.component(procedure, 7);
  if (description !== '') line.description = description;
  line.charge = money(segment.element(charge));
}

function readUnits(line: OpenLine, segment: Segment, unit: number, count: number): void {
  if (segment.is(unit, 'MJ')) {
    line.minutes = Number(segment.element(count));
    line.units = 1;
  } else line.units = Number(segment.element(count));
  if (segment.is(unit, 'DA')) line.unit = 'days';
}

function setPlace(line: OpenLine, own: string, { placeOfService }: ClaimState): void {
  const place = own === '' ? placeOfService : own;
  if (place !== '') line.pos = place;
}

function readPointers(line: OpenLine, segment: Segment, element: number): void {
  const pointers: number[] = [];
  for (const each of segment.components(element)) {
    const known = PLACES.indexOf(each);
    if (known > 0) pointers.push(known);
    else if (POINTER.test(each)) pointers.push(Number(each));
  }
  line.pointers = pointers;
}

/** Nearly all pointers. */
const PLACES = ['0', '1', '2', '3', '4'];
const POINTER = /^\d{1,2}$/;
