import type {
  Ambulance,
  Claim,
  Count,
  EquipmentCertification,
  Line,
  Place,
  Repricing,
  SpinalManipulation,
  StatedConditions,
} from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { ANSWERS, CERTIFICATIONS } from './codes.ts';
import { writeNumber } from './write-numbers.ts';
import { amount, writeAddress, writeDay, writeName } from './write-parts.ts';

/** CR1, where there is more to tell than conditions and places. */
export function writeAmbulance(out: SegmentText, ambulance: Ambulance | undefined): void {
  if (!ambulance) return;
  const { patientWeight, reason = '', miles, roundTripPurpose = '', stretcherPurpose = '' } = ambulance;
  const parts = [...measured('LB', patientWeight), '', reason, ...measured('DH', miles), '', '', roundTripPurpose, stretcherPurpose];
  if (parts.some((part) => part !== '')) out.add('CR1', ...parts);
}

/** QTY*PT. */
export function writeTransported(out: SegmentText, ambulance: Ambulance | undefined): void {
  if (ambulance?.patients !== undefined) out.add('QTY', 'PT', text(ambulance.patients));
}

/** CRC*07, one for what is so and one for what is not. */
export function writeAmbulanceConditions(out: SegmentText, ambulance: Ambulance | undefined): void {
  if (ambulance?.conditions) for (const each of ambulance.conditions) writeConditions(out, '07', each);
}

/** CRC of the claim that is not of an ambulance: eyes, home, screening. */
export function writeClaimConditions(out: SegmentText, { visionConditions, homebound, epsdtReferral }: Claim): void {
  if (visionConditions) for (const each of visionConditions) writeConditions(out, each.category ?? '', each);
  if (homebound === 'yes') out.add('CRC', '75', 'Y', 'IH');
  if (epsdtReferral) writeConditions(out, 'ZZ', epsdtReferral);
}

/** Where an ambulance took the patient up, and set him down. */
export function writeAmbulancePlaces(out: SegmentText, ambulance: Ambulance | undefined): void {
  writePlace(out, 'PW', ambulance?.pickUp);
  writePlace(out, '45', ambulance?.dropOff);
}

/** CR2. */
export function writeSpinalManipulation(out: SegmentText, spinal: SpinalManipulation | undefined): void {
  if (!spinal) return;
  const { condition = '', description = '', moreDescription = '' } = spinal;
  out.add('CR2', '', '', '', '', '', '', '', condition, '', description, moreDescription);
}

/** CR3. */
export function writeEquipment(out: SegmentText, equipment: EquipmentCertification | undefined): void {
  if (equipment?.kind === undefined && equipment?.months === undefined) return;
  out.add('CR3', CERTIFICATIONS.code(equipment.kind) ?? '', ...measured('MO', equipment.months));
}

/** CRC*09. */
export function writeEquipmentConditions(out: SegmentText, equipment: EquipmentCertification | undefined): void {
  if (equipment?.conditions) writeConditions(out, '09', equipment.conditions);
}

/** CRC*70. */
export function writeHospice(out: SegmentText, employed: Line['hospiceEmployed']): void {
  if (employed !== undefined) out.add('CRC', '70', ANSWERS.code(employed) ?? '', '65');
}

/** Dates of the certification. */
export function writeEquipmentDates(out: SegmentText, equipment: EquipmentCertification | undefined): void {
  if (!equipment) return;
  writeDay(out, '607', equipment.revised);
  writeDay(out, '463', equipment.therapyBegan);
  writeDay(out, '461', equipment.lastCertified);
}

/** REF with the repricer's numbers: of a claim or a dental line, or of another line. */
export function writeRepricedNumbers(out: SegmentText, repricing: Repricing | undefined, qualifiers: readonly [string, string]): void {
  if (!repricing) return;
  const [own, adjusted] = qualifiers;
  writeNumber(out, own, repricing.number);
  writeNumber(out, adjusted, repricing.adjustedNumber);
}

/** HCP, where there is more to tell than numbers. */
export function writeRepricing(out: SegmentText, repricing: Repricing | undefined): void {
  if (!repricing) return;
  const { method = '', allowed, savings, organization = '', rate = '', group = '', groupAmount } = repricing;
  const { revenue = '', codeList = '', code = '', unit = '', units, rejection = '', compliance = '', exception = '' } = repricing;
  const parts = [
    method,
    amount(allowed),
    amount(savings),
    organization,
    rate,
    group,
    amount(groupAmount),
    revenue,
    codeList,
    code,
    unit,
    text(units),
    rejection,
    compliance,
    exception,
  ];
  if (parts.some((part) => part !== '')) out.add('HCP', ...parts);
}

function writePlace(out: SegmentText, role: string, place: Place | undefined): void {
  if (!place) return;
  writeName(out, role, place.name, [], '2');
  writeAddress(out, place.address);
}

function writeConditions(out: SegmentText, category: string, { answer, codes = [] }: StatedConditions): void {
  out.add('CRC', category, ANSWERS.code(answer) ?? '', ...codes);
}

/** A count with its unit before it; both are there, or neither. */
function measured(unit: string, count: Count | undefined): readonly [unit: string, count: string] {
  return count === undefined ? ['', ''] : [unit, text(count)];
}

function text(count: Count | undefined): string {
  return count === undefined ? '' : String(count);
}
