import type { Provider, Repricing, SpinalManipulation, StatedConditions } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { ANSWERS, CERTIFICATIONS } from './codes.ts';
import type { ClaimState, OpenClaim, OpenLine } from './open-claim.ts';
import { append, count } from './read-numbers.ts';
import { days, money, nameOf, present } from './read-parts.ts';

/** CRC01 of the conditions of ambulance transport, and of equipment. */
const AMBULANCE = '07';
const EQUIPMENT = '09';
/** NM101 of where an ambulance took the patient up, and set him down. */
const PICK_UP = 'PW';
const DROP_OFF = '45';

/** CR1. Weight and miles are read in the guide's own units alone: a number of another unit would say something else. */
export function readAmbulance(of: OpenClaim | OpenLine, segment: Segment, state: ClaimState): void {
  const weighed = segment.is(1, 'LB');
  const inMiles = segment.is(5, 'DH');
  if (!weighed && segment.lengthOf(2) > 0) state.passOver(segment, 2);
  if (!inMiles && segment.lengthOf(6) > 0) state.passOver(segment, 6);
  of.ambulance = {
    ...of.ambulance,
    ...present({
      patientWeight: weighed ? count(segment.element(2)) : undefined,
      reason: segment.element(4),
      miles: inMiles ? count(segment.element(6)) : undefined,
      roundTripPurpose: segment.element(9),
      stretcherPurpose: segment.element(10),
    }),
  };
}

/** CRC of a claim or a line, where it is of an ambulance; false where it is not. */
export function readAmbulanceConditions(of: OpenClaim | OpenLine, segment: Segment, state: ClaimState): boolean {
  if (!segment.is(1, AMBULANCE)) return false;
  of.ambulance = { ...of.ambulance };
  append(of.ambulance, 'conditions', conditions(segment, state));
  return true;
}

/** CRC of a claim. */
export function readClaimConditions(claim: OpenClaim, segment: Segment, state: ClaimState): void {
  const category = segment.element(1);
  if (readAmbulanceConditions(claim, segment, state)) return;
  if (VISION.has(category)) append(claim, 'visionConditions', { category, ...conditions(segment, state) });
  else if (category === 'ZZ' && claim.epsdtReferral === undefined) claim.epsdtReferral = conditions(segment, state);
  else if (category === '75' && segment.is(2, 'Y') && segment.is(3, 'IH') && segment.count === 3) claim.homebound = 'yes';
  else state.passOver(segment);
}

const VISION: ReadonlySet<string> = new Set(['E1', 'E2', 'E3']);

/** CRC of a line. */
export function readLineConditions(line: OpenLine, segment: Segment, state: ClaimState): void {
  const employed = ANSWERS.word(segment.element(2));
  if (readAmbulanceConditions(line, segment, state)) return;
  if (segment.is(1, EQUIPMENT) && line.equipmentCertification?.conditions === undefined)
    line.equipmentCertification = { ...line.equipmentCertification, conditions: conditions(segment, state) };
  else if (segment.is(1, '70') && employed !== undefined && segment.is(3, '65') && segment.count === 3) line.hospiceEmployed = employed;
  else state.passOver(segment);
}

/** NM1 of a place of an ambulance: the place, whose address follows; undefined for another NM1. */
export function ambulancePlace(of: OpenClaim | OpenLine, segment: Segment, state: ClaimState): Open<Provider> | undefined {
  const name = segment.is(1, PICK_UP) ? 'pickUp' : segment.is(1, DROP_OFF) ? 'dropOff' : undefined;
  if (name === undefined) return undefined;
  // A place has no number of its own.
  const place: Open<Provider> = segment.lengthOf(3) > 0 ? { name: nameOf(segment, state) } : {};
  if (segment.lengthOf(9) > 0) state.passOver(segment, 9);
  of.ambulance = { ...of.ambulance, [name]: place };
  return place;
}

/** CR2. */
export function spinalManipulation(segment: Segment): SpinalManipulation {
  return present({ condition: segment.element(8), description: segment.element(10), moreDescription: segment.element(11) });
}

/** CR3; the months are read where months are told. */
export function readEquipment(line: OpenLine, segment: Segment, state: ClaimState): void {
  const inMonths = segment.is(2, 'MO');
  const kind = CERTIFICATIONS.word(segment.element(1));
  if (kind === undefined && segment.lengthOf(1) > 0) state.passOver(segment, 1);
  if (!inMonths && segment.lengthOf(3) > 0) state.passOver(segment, 3);
  line.equipmentCertification = {
    ...line.equipmentCertification,
    ...present({ kind, months: inMonths ? count(segment.element(3)) : undefined }),
  };
}

const DATES: ReadonlyMap<string, 'revised' | 'therapyBegan' | 'lastCertified'> = new Map([
  ['607', 'revised'],
  ['463', 'therapyBegan'],
  ['461', 'lastCertified'],
]);

/** DTP of a line, where it is the first date of its kind of the certification; false where it is not. */
export function readEquipmentDate(line: OpenLine, segment: Segment): boolean {
  const name = DATES.get(segment.element(1));
  if (name === undefined || !segment.is(2, 'D8') || line.equipmentCertification?.[name] !== undefined) return false;
  line.equipmentCertification = { ...line.equipmentCertification, [name]: days(segment.element(3))[0] };
  return true;
}

/** QTY of a line, where it counts patients transported; false where it does not. */
export function readTransported(line: OpenLine, segment: Segment): boolean {
  if (!segment.is(1, 'PT') || line.ambulance?.patients !== undefined) return false;
  line.ambulance = { ...line.ambulance, ...present({ patients: count(segment.element(2)) }) };
  return true;
}

/** Qualifiers of repricers' numbers: of a claim, or a dental line; of other lines. */
const CLAIM_NUMBERS: ReadonlyMap<string, 'number' | 'adjustedNumber'> = new Map([
  ['9A', 'number'],
  ['9C', 'adjustedNumber'],
]);
const LINE_NUMBERS: ReadonlyMap<string, 'number' | 'adjustedNumber'> = new Map([
  ['9B', 'number'],
  ['9D', 'adjustedNumber'],
]);

/** REF of a claim or a dental line (`line` false), or of another line, where it is the repricer's first number of its kind; false where it is not. */
export function readRepricedNumber(of: OpenClaim | OpenLine, segment: Segment, line: boolean): boolean {
  const name = (line ? LINE_NUMBERS : CLAIM_NUMBERS).get(segment.element(1));
  if (name === undefined || of.repricing?.[name] !== undefined) return false;
  of.repricing = { ...of.repricing, [name]: segment.element(2) };
  return true;
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

/** CRC02 to CRC07. */
function conditions(segment: Segment, state: ClaimState): StatedConditions {
  const answer = ANSWERS.word(segment.element(2));
  if (answer === undefined && segment.lengthOf(2) > 0) state.passOver(segment, 2);
  const codes: string[] = [];
  for (let n = 3; n <= 7 && n <= segment.count; n++) if (segment.lengthOf(n) > 0) codes.push(segment.element(n));
  return { ...present({ answer }), codes };
}
