import type { Attachment, Claim, Subscriber } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { ACCIDENTS, firstFreeOrder } from './codes.ts';
import { type ClaimState, type OpenClaim, ofClaim, type Read } from './open-claim.ts';
import { readAmbulance, readClaimConditions, readRepricedNumber, readRepricing, spinalManipulation } from './read-certifications.ts';
import { readCodes } from './read-codes.ts';
import { copied } from './read-levels.ts';
import { append, contractOf, readFileInformation, readIdentifier, readNote, readOtherDate } from './read-numbers.ts';
import { shareOrdering } from './read-providers.ts';
import { days, declared, money, present } from './read-parts.ts';

/** Segments of loop 2300, by id. */
export const CLAIM: Readonly<Record<string, Read>> = {
  CLM: begin,
  DTP: ofClaim((claim, segment, state) => {
    if (!DATES[claim.type].get(segment.element(1))?.(claim, segment)) readOtherDate(claim, segment, state);
  }),
  CL1: ofClaim((claim, segment) => {
    Object.assign(
      claim,
      present({ admissionType: segment.element(1), admissionSource: segment.element(2), dischargeStatus: segment.element(3) }),
    );
  }),
  REF: ofClaim(readNumber),
  AMT: ofClaim((claim, segment, state) => {
    const field = segment.is(1, 'F5') ? 'patientPaid' : segment.is(1, 'F3') ? 'patientEstimate' : undefined;
    if (field === undefined || claim[field] !== undefined) state.passOver(segment);
    else claim[field] = money(segment.element(2));
  }),
  CN1: ofClaim((claim, segment, state) => {
    if (claim.contract) state.passOver(segment);
    else claim.contract = contractOf(segment);
  }),
  K3: ofClaim(readFileInformation),
  NTE: ofClaim((claim, segment) => {
    if (segment.is(1, 'ADD') && claim.note === undefined) claim.note = segment.element(2);
    else readNote(claim, segment);
  }),
  PWK: ofClaim((claim, segment, state) => {
    (claim.attachments ??= []).push(attachment(segment, state));
  }),
  DN1: ofClaim((claim, segment) => {
    claim.orthodontics = {
      ...count('months', segment.element(1)),
      ...count('monthsLeft', segment.element(2)),
      ...present({ description: segment.element(4) }),
    };
  }),
  DN2: ofClaim((claim, segment, state) => {
    if (segment.is(2, 'M')) append(claim, 'missingTeeth', segment.element(1));
    else if (segment.is(2, 'E')) append(claim, 'teethToExtract', segment.element(1));
    else state.passOver(segment);
  }),
  CR1: ofClaim(readAmbulance),
  CR2: ofClaim((claim, segment) => {
    claim.spinalManipulation = spinalManipulation(segment);
  }),
  CRC: ofClaim(readClaimConditions),
  HCP: ofClaim(readRepricing),
  HI: ofClaim(readCodes),
};

/** REF qualifier → the field with that number. */
const NUMBERS: ReadonlyMap<string, 'priorAuthorization' | 'referral' | 'originalClaim' | 'medicalRecord' | 'clia'> = new Map([
  ['G1', 'priorAuthorization'],
  ['9F', 'referral'],
  ['F8', 'originalClaim'],
  ['EA', 'medicalRecord'],
  ['X4', 'clia'],
]);

/** Elements of CLM. */
const DECLARED = { signature: 6, assignment: 7, benefits: 8, release: 9, patient: 10 } as const;
const DECLARED_BY_INSTITUTION = { ...DECLARED, signature: 0 } as const;

function begin(state: ClaimState, segment: Segment): void {
  const { type } = state;
  state.passed.beginClaim();
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
    patient: copied(state.patient ?? state.subscriber),
    billing: (state.billed ??= { ...state.billing }),
    diagnoses: [],
    lines: [],
    total: money(segment.element(2)),
  };
  // What comes from the levels above is copied: the next claim may stand under the same level.
  if (!isEmpty(state.payer)) claim.payer = copied(state.payer);
  const cover = coverOf(state);
  if (cover) claim.subscriber = cover;
  const said = declared(segment, institutional ? DECLARED_BY_INSTITUTION : DECLARED, state);
  if (said) claim.declared = said;
  if (frequency !== '') claim.frequency = frequency;
  if (institutional) claim.billType = `0${facility}${frequency}`;
  state.placeOfService = institutional ? '' : facility;
  if (state.purpose !== undefined) claim.purpose = state.purpose;
  if (segment.count > 10) readRest(claim, segment, state);
  const list = segment.component(5, 2);
  if ((list !== '' && list !== (institutional ? 'A' : 'B')) || (institutional && facility.length !== 2)) state.passOver(segment, 5);
  if (institutional && segment.lengthOf(6) > 0) state.passOver(segment, 6);
  if (!state.patient && state.organization) state.passed.put(state.organization);
  state.claim = claim;
}

/** CLM11 to CLM20, which most claims leave out. */
function readRest(claim: OpenClaim, segment: Segment, state: ClaimState): void {
  if (segment.lengthOf(11) > 0 && (claim.type === 'institutional' || !readAccident(claim, segment.components(11))))
    state.passOver(segment, 11);
  if (segment.lengthOf(12) > 0) claim.specialProgram = segment.element(12);
  if (segment.is(19, 'PB') || segment.is(19, '08')) claim.predetermination = 'yes';
  else if (segment.lengthOf(19) > 0) state.passOver(segment, 19);
  if (segment.lengthOf(20) > 0) claim.delayReason = segment.element(20);
}

/** Ends the claim, all lines of which have come. */
export function closeClaim(claim: OpenClaim, { placeOfService, order, others }: ClaimState): void {
  // The place of the claim is the first line's, unless that has another.
  if (placeOfService !== '' && claim.lines[0]?.pos !== placeOfService) claim.pos = placeOfService;
  shareOrdering(claim);
  const otherPayers = others?.payers ?? [];
  if (otherPayers.length > 0) claim.otherPayers = otherPayers;
  if (order !== firstFreeOrder({ otherPayers })) claim.payer = { ...claim.payer, order };
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** True when all of it is carried. */
function readAccident(claim: OpenClaim, causes: readonly string[]): boolean {
  const [first = '', second = '', third = '', state = '', country = '', ...more] = causes;
  const kinds = [first, second, third].filter((each) => each !== '').map((each) => ACCIDENTS.word(each));
  const [kind, otherKind] = kinds;
  claim.accident = present({ kind, otherKind, state, country });
  return kind !== undefined && kinds.length <= 2 && kinds.every((each) => each !== undefined) && more.every((each) => each === '');
}

/** The subscriber where it is not the patient, and the group in either case. */
function coverOf({ cover, patient, subscriber }: ClaimState): Subscriber | undefined {
  if (!patient) return isEmpty(cover) ? undefined : { ...cover };
  const { name, address: home, birthDate, sex, memberIdKind, identifiers, contacts } = copied(subscriber);
  const both: Open<Subscriber> = { ...cover, ...present({ name, address: home, birthDate, sex, memberIdKind, identifiers, contacts }) };
  return isEmpty(both) ? undefined : both;
}

type DateField = (claim: OpenClaim, segment: Segment) => boolean;

/** A date that stands once in the claim, written as a day. */
function dayIn(known: (claim: OpenClaim) => unknown, put: (claim: OpenClaim, on: string) => void): DateField {
  return (claim, segment) => {
    if (!segment.is(2, 'D8') || known(claim) !== undefined) return false;
    put(claim, days(segment.element(3))[0]);
    return true;
  };
}

const ACCIDENT = dayIn(
  ({ accident }) => accident?.on,
  (claim, on) => {
    claim.accident = { ...claim.accident, on };
  },
);
const RECEIVED = dayIn(
  ({ repricing }) => repricing?.received,
  (claim, received) => {
    claim.repricing = { ...claim.repricing, received };
  },
);
const ADMITTED = dayIn(
  ({ admission }) => admission,
  (claim, on) => {
    claim.admission = on;
  },
);

/** DTP of a claim with a field of its own, by type; the others are in `dates`. */
const DATES: Readonly<Record<Claim['type'], ReadonlyMap<string, DateField>>> = {
  professional: new Map([
    [
      '431',
      dayIn(
        ({ onset }) => onset,
        (claim, on) => {
          claim.onset = on;
        },
      ),
    ],
    ['439', ACCIDENT],
    ['435', ADMITTED],
    [
      '096',
      dayIn(
        ({ discharge }) => discharge,
        (claim, on) => {
          claim.discharge = on;
        },
      ),
    ],
    ['050', RECEIVED],
  ]),
  institutional: new Map<string, DateField>([
    [
      '096',
      (claim, segment) => {
        if (!segment.is(2, 'TM') || claim.dischargeTime !== undefined) return false;
        claim.dischargeTime = segment.element(3);
        return true;
      },
    ],
    ['434', statement],
    [
      '435',
      (claim, segment) => {
        const moment = segment.element(3);
        if (!segment.is(2, 'DT') || !/^\d{12}$/.test(moment) || claim.admission !== undefined) return ADMITTED(claim, segment);
        [claim.admission] = days(moment);
        claim.admissionTime = moment.slice(8);
        return true;
      },
    ],
    ['050', RECEIVED],
  ]),
  // A dental claim may have one day for all its lines.
  dental: new Map<string, DateField>([
    ['439', ACCIDENT],
    ['472', statement],
    ['050', RECEIVED],
  ]),
};

function statement(claim: OpenClaim, segment: Segment): boolean {
  if (claim.statement !== undefined || !(segment.is(2, 'RD8') || segment.is(2, 'D8'))) return false;
  const [from, to] = days(segment.element(3));
  claim.statement = { from, to };
  return true;
}

function readNumber(claim: OpenClaim, segment: Segment, state: ClaimState): void {
  const qualifier = segment.element(1);
  const field = NUMBERS.get(qualifier);
  if (segment.lengthOf(4) === 0) {
    if (field !== undefined && claim[field] === undefined && !(LEFT_OUT[claim.type] === field)) {
      claim[field] = segment.element(2);
      return;
    }
    if (readRepricedNumber(claim, segment, false)) return;
    if (qualifier === 'LU' && claim.type === 'institutional' && claim.accident?.state === undefined) {
      claim.accident = { ...claim.accident, state: segment.element(2) };
      return;
    }
  }
  readIdentifier(claim, segment, state);
}

/** The number that a guide has no place for. */
const LEFT_OUT: Readonly<Record<Claim['type'], string>> = { professional: '', institutional: 'clia', dental: 'medicalRecord' };

/** PWK. */
export function attachment(segment: Segment, state: ClaimState): Attachment {
  if (segment.lengthOf(5) > 0 && !segment.is(5, 'AC')) state.passOver(segment, 5);
  return present({ report: segment.element(1), by: segment.element(2), control: segment.element(6) });
}

function count<Name extends string>(name: Name, text: string): { readonly [Key in Name]?: number } {
  return text === '' ? {} : ({ [name]: Number(text) } as { readonly [Key in Name]?: number });
}
