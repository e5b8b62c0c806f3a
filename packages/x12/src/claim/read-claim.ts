import { type Attachment, type Diagnosis, type Subscriber, withDot } from '@cleanclaim/core';
import type { Segment } from '../reader/segment.ts';
import { ACCIDENTS, DIAGNOSIS_KINDS } from './codes.ts';
import { type ClaimState, type OpenClaim, ofClaim, type Read } from './open-claim.ts';
import {
  ambulancePlace,
  readAmbulance,
  readAmbulanceConditions,
  readRepricedNumber,
  readRepricing,
  spinalManipulation,
} from './read-certifications.ts';
import { address, days, declared, money, type Open, present, providerOf } from './read-parts.ts';

/** Segments of loop 2300, by id. */
export const CLAIM: Readonly<Record<string, Read>> = {
  CLM: begin,
  DTP: ofClaim(readDate),
  CL1: ofClaim((claim, segment) => {
    Object.assign(
      claim,
      present({ admissionType: segment.element(1), admissionSource: segment.element(2), dischargeStatus: segment.element(3) }),
    );
  }),
  REF: ofClaim((claim, segment) => {
    const field = NUMBERS.get(segment.element(1));
    if (field !== undefined) claim[field] = segment.element(2);
    else readRepricedNumber(claim, segment);
  }),
  AMT: ofClaim((claim, segment) => {
    if (segment.is(1, 'F5')) claim.patientPaid = money(segment.element(2));
  }),
  NTE: ofClaim((claim, segment) => {
    if (segment.is(1, 'ADD')) claim.note ??= segment.element(2);
  }),
  PWK: ofClaim((claim, segment) => {
    (claim.attachments ??= []).push(attachment(segment));
  }),
  DN1: ofClaim((claim, segment) => {
    claim.orthodontics = { ...count('months', segment.element(1)), ...count('monthsLeft', segment.element(2)) };
  }),
  DN2: ofClaim((claim, segment) => {
    if (segment.is(2, 'M')) claim.missingTeeth = [...(claim.missingTeeth ?? []), segment.element(1)];
  }),
  CR1: ofClaim(readAmbulance),
  CR2: ofClaim((claim, segment) => {
    claim.spinalManipulation = spinalManipulation(segment);
  }),
  CRC: ofClaim(readAmbulanceConditions),
  HCP: ofClaim(readRepricing),
  HI: ofClaim((claim, segment) => {
    for (let n = 1; n <= segment.count; n++) readCode(claim, segment, n);
  }),
};

/** REF qualifier → the field with that number. */
const NUMBERS: ReadonlyMap<string, 'priorAuthorization' | 'referral' | 'originalClaim' | 'medicalRecord' | 'clia'> = new Map([
  ['G1', 'priorAuthorization'],
  ['9F', 'referral'],
  ['F8', 'originalClaim'],
  ['EA', 'medicalRecord'],
  ['X4', 'clia'],
]);

type ProviderField =
  | 'rendering'
  | 'referring'
  | 'attending'
  | 'operating'
  | 'otherOperating'
  | 'supervising'
  | 'assistant'
  | 'facility'
  | 'ordering';
/** Provider loops → the claim's own provider fields. 2310 letters differ between guides, NM101 does not. */
const PROVIDERS: ReadonlyMap<string, ProviderField> = new Map([
  ['82', 'rendering'],
  ['DN', 'referring'],
  ['71', 'attending'],
  ['72', 'operating'],
  ['ZZ', 'otherOperating'],
  ['DQ', 'supervising'],
  ['DD', 'assistant'],
  ['77', 'facility'],
  ['DK', 'ordering'],
]);

/** Loops 2310: the claim's own providers. */
export const CLAIM_PROVIDERS: Readonly<Record<string, Read>> = {
  NM1: ofClaim((claim, segment, state) => {
    const field = PROVIDERS.get(segment.element(1));
    state.provider = ambulancePlace(claim, segment);
    if (field !== undefined && claim[field] === undefined) claim[field] = state.provider = providerOf(segment);
  }),
  PRV: ofClaim(providerDetail),
  N3: ofClaim(providerDetail),
  N4: ofClaim(providerDetail),
};

/** What follows the name of a provider of the claim or of a line. */
export function providerDetail(_claim: OpenClaim, segment: Segment, { provider }: ClaimState): void {
  if (!provider) return;
  if (segment.id === 'PRV') provider.taxonomy = segment.element(3);
  else provider.address = address(provider.address, segment);
}

function begin(state: ClaimState, segment: Segment): void {
  const { type } = state;
  const institutional = type === 'institutional';
  state.place = { byte: segment.offset, segmentNumber: segment.number };
  state.provider = undefined;
  state.others = undefined;
  state.teeth = [];
  const facility = segment.component(5, 1);
  const frequency = segment.component(5, 3);
  const claim: OpenClaim = {
    type,
    id: segment.element(1),
    patient: { ...(state.patient ?? state.subscriber) },
    billing: (state.billed ??= { ...state.billing }),
    diagnoses: [],
    lines: [],
    total: money(segment.element(2)),
  };
  // What comes from the levels above is copied: the next claim may stand under the same level.
  if (!isEmpty(state.payer)) claim.payer = { ...state.payer };
  const cover = coverOf(state);
  if (cover) claim.subscriber = cover;
  const said = declared(segment, institutional ? 0 : 6, 7, 8, 9);
  if (said) claim.declared = said;
  if (frequency !== '') claim.frequency = frequency;
  if (institutional) claim.billType = `0${facility}${frequency}`;
  state.placeOfService = institutional ? '' : facility;
  if (!institutional && segment.lengthOf(11) > 0) readAccident(claim, segment.components(11));
  state.claim = claim;
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

function readAccident(claim: OpenClaim, causes: readonly string[]): void {
  const kind = causes
    .slice(0, 3)
    .map((each) => ACCIDENTS.word(each))
    .find((each) => each !== undefined);
  if (kind !== undefined) claim.accident = { kind, ...(causes[3] ? { state: causes[3] } : {}) };
}

/** The subscriber where it is not the patient, and the group in either case. */
function coverOf({ cover, patient, subscriber }: ClaimState): Subscriber | undefined {
  if (!patient) return isEmpty(cover) ? undefined : { ...cover };
  const { name, address: home, birthDate, sex } = subscriber;
  const both: Open<Subscriber> = { ...cover, ...present({ name, address: home, birthDate, sex }) };
  return isEmpty(both) ? undefined : both;
}

function readDate(claim: OpenClaim, segment: Segment): void {
  const period = segment.element(3);
  const [from, to] = days(period);
  switch (segment.element(1)) {
    case '431':
      claim.onset = from;
      break;
    case '439':
      claim.accident = { ...claim.accident, on: from };
      break;
    case '435':
      claim.admission = from;
      if (/^\d{12}$/.test(period)) claim.admissionTime = period.slice(8);
      break;
    case '096':
      // For an institution this is the hour alone.
      if (/^\d{8}/.test(period)) claim.discharge = from;
      else claim.dischargeTime = period;
      break;
    case '472':
      // A dental claim may have one day for all its lines.
      if (claim.type === 'dental') claim.statement = { from, to };
      break;
    case '050':
      claim.repricing = { ...claim.repricing, received: from };
      break;
    case '434':
      claim.statement = { from, to };
      break;
  }
}

/** One composite of an HI: list, code, and by the list a period, an amount or the presence on admission. */
function readCode(claim: OpenClaim, segment: Segment, n: number): void {
  const list = segment.component(n, 1);
  const code = segment.component(n, 2);
  const kind = DIAGNOSIS_KINDS.word(list);
  if (kind !== undefined) {
    const diagnosis: Open<Diagnosis> = { code: list.startsWith('A') ? withDot(code) : code };
    if (claim.type === 'institutional') diagnosis.kind = kind;
    const onAdmission = segment.component(n, 9);
    if (onAdmission !== '') diagnosis.poa = onAdmission;
    claim.diagnoses.push(diagnosis);
    return;
  }
  const period = segment.component(n, 4);
  const [from, to] = days(period);
  switch (list) {
    case 'BBR':
    case 'BBQ':
      (claim.procedures ??= []).push({ code, ...(period === '' ? {} : { on: from }) });
      break;
    case 'BG':
      claim.conditionCodes = [...(claim.conditionCodes ?? []), code];
      break;
    case 'BH':
      claim.occurrences = [...(claim.occurrences ?? []), { code, on: from }];
      break;
    case 'BI':
      claim.occurrences = [...(claim.occurrences ?? []), { code, from, to }];
      break;
    case 'BE':
      claim.values = [...(claim.values ?? []), { code, amount: money(segment.component(n, 5)) }];
      break;
    case 'DR':
      claim.drg = code;
      break;
  }
}

export function attachment(segment: Segment): Attachment {
  return present({ report: segment.element(1), by: segment.element(2), control: segment.element(6) });
}

function count<Name extends string>(name: Name, text: string): { readonly [Key in Name]?: number } {
  return text === '' ? {} : ({ [name]: Number(text) } as { readonly [Key in Name]?: number });
}
