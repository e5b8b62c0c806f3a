import type { Count, Provider, Repricing, SpinalManipulation, StatedConditions } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import { ANSWERS, CERTIFICATIONS } from './codes.ts';
import type { OpenClaim, OpenLine } from './open-claim.ts';
import { days, money, nameOf, type Open, present } from './read-parts.ts';

/** CRC01 of the conditions of ambulance transport, and of equipment. */
const AMBULANCE = '07';
const EQUIPMENT = '09';
/** NM101 of where an ambulance took the patient up, and set him down. */
const PICK_UP = 'PW';
const DROP_OFF = '45';

/** CR1. Weight and miles are read in the guide's own units alone: a number of another unit would say something else. */
export function readAmbulance(of: OpenClaim | OpenLine, segment: Segment): void {
  of.ambulance = {
    ...of.ambulance,
    ...present({
      patientWeight: segment.is(1, 'LB') ? count(segment.element(2)) : undefined,
      reason: segment.element(4),
      miles: segment.is(5, 'DH') ? count(segment.element(6)) : undefined,
      roundTripPurpose: segment.element(9),
      stretcherPurpose: segment.element(10),
    }),
  };
}

/** CRC of a claim or a line, where it is of an ambulance. */
export function readAmbulanceConditions(of: OpenClaim | OpenLine, segment: Segment): void {
  if (segment.is(1, AMBULANCE)) of.ambulance = { ...of.ambulance, conditions: [...(of.ambulance?.conditions ?? []), conditions(segment)] };
}

/** NM1 of a place of an ambulance: the place, whose address follows; undefined for another NM1. */
export function ambulancePlace(of: OpenClaim | OpenLine, segment: Segment): Open<Provider> | undefined {
  const name = segment.is(1, PICK_UP) ? 'pickUp' : segment.is(1, DROP_OFF) ? 'dropOff' : undefined;
  if (name === undefined) return undefined;
  // A place has no number of its own.
  const place: Open<Provider> = segment.lengthOf(3) > 0 ? { name: nameOf(segment) } : {};
  of.ambulance = { ...of.ambulance, [name]: place };
  return place;
}

/** CR2. */
export function spinalManipulation(segment: Segment): SpinalManipulation {
  return present({ condition: segment.element(8), description: segment.element(10), moreDescription: segment.element(11) });
}

/** CR3; the months are read where months are told. */
export function readEquipment(line: OpenLine, segment: Segment): void {
  line.equipmentCertification = {
    ...line.equipmentCertification,
    ...present({ kind: CERTIFICATIONS.word(segment.element(1)), months: segment.is(2, 'MO') ? count(segment.element(3)) : undefined }),
  };
}

/** CRC of a line, where it is of equipment. */
export function readEquipmentConditions(line: OpenLine, segment: Segment): void {
  if (segment.is(1, EQUIPMENT)) line.equipmentCertification = { ...line.equipmentCertification, conditions: conditions(segment) };
}

const DATES: ReadonlyMap<string, 'revised' | 'therapyBegan' | 'lastCertified'> = new Map([
  ['607', 'revised'],
  ['463', 'therapyBegan'],
  ['461', 'lastCertified'],
]);

/** DTP of a line, where it is a date of the certification. */
export function readEquipmentDate(line: OpenLine, segment: Segment): void {
  const name = DATES.get(segment.element(1));
  if (name !== undefined) line.equipmentCertification = { ...line.equipmentCertification, [name]: days(segment.element(3))[0] };
}

/** QTY of a line, where it counts patients transported. */
export function readTransported(line: OpenLine, segment: Segment): void {
  if (segment.is(1, 'PT')) line.ambulance = { ...line.ambulance, ...present({ patients: count(segment.element(2)) }) };
}

/** Repricers' numbers: of a claim, or a dental line; of other lines. */
const NUMBERS: ReadonlyMap<string, 'number' | 'adjustedNumber'> = new Map([
  ['9A', 'number'],
  ['9C', 'adjustedNumber'],
  ['9B', 'number'],
  ['9D', 'adjustedNumber'],
]);

/** REF of a claim or a line, where it is a repricer's number. */
export function readRepricedNumber(of: OpenClaim | OpenLine, segment: Segment): void {
  const name = NUMBERS.get(segment.element(1));
  if (name !== undefined) of.repricing = { ...of.repricing, [name]: segment.element(2) };
}

/** HCP of a claim or a line. */
export function readRepricing(of: OpenClaim | OpenLine, segment: Segment): void {
  of.repricing = { ...of.repricing, ...priced(segment) };
}

function priced(segment: Segment): Repricing {
  return present({
    method: segment.element(1),
    allowed: filled(segment, 2, money),
    savings: filled(segment, 3, money),
    organization: segment.element(4),
    rate: segment.element(5),
    group: segment.element(6),
    groupAmount: filled(segment, 7, money),
    revenue: segment.element(8),
    codeList: segment.element(9),
    code: segment.element(10),
    unit: segment.element(11),
    units: count(segment.element(12)),
    rejection: segment.element(13),
    compliance: segment.element(14),
    exception: segment.element(15),
  });
}

function filled(segment: Segment, n: number, read: (text: string) => string): string {
  return segment.lengthOf(n) > 0 ? read(segment.element(n)) : '';
}

function conditions(segment: Segment): StatedConditions {
  const codes: string[] = [];
  for (let n = 3; n <= 7 && n <= segment.count; n++) if (segment.lengthOf(n) > 0) codes.push(segment.element(n));
  return { ...present({ answer: ANSWERS.word(segment.element(2)) }), codes };
}

/** A plain count as a number; what is written otherwise stays as it is. */
function count(text: string): Count | undefined {
  if (text === '') return undefined;
  return PLAIN.test(text) ? Number(text) : text;
}

/** At most fifteen digits, which a number holds exactly. */
const PLAIN = /^(?=[\d.]{1,15}$)\d+(?:\.\d+)?$/;
