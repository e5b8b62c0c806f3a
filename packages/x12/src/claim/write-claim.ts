import { type Claim, type Provider, withoutDot } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { ACCIDENTS, ASSIGNMENT, BENEFITS, DIAGNOSIS_KINDS, RELEASE, SIGNATURE } from './codes.ts';
import {
  writeAmbulance,
  writeAmbulanceConditions,
  writeAmbulancePlaces,
  writeRepricedNumbers,
  writeRepricing,
  writeSpinalManipulation,
} from './write-certifications.ts';
import { writeOtherPayer } from './write-other-payer.ts';
import { amount, compact, period, writeAttachments, writeProvider } from './write-parts.ts';

/** Composites in one HI. */
export const PER_HI = 12;

/** Loop 2300 without its lines: the claim, its dates, numbers, codes, providers and other payers. */
export function writeClaim(out: SegmentText, claim: Claim): void {
  writeHead(out, claim);
  writeDates(out, claim);
  if (claim.type === 'institutional') out.add('CL1', claim.admissionType ?? '', claim.admissionSource ?? '', claim.dischargeStatus ?? '');
  if (claim.type === 'dental') writeMouth(out, claim);
  writeAttachments(out, claim.attachments);
  if (claim.type !== 'institutional' && claim.patientPaid !== undefined) out.add('AMT', 'F5', amount(claim.patientPaid));
  writeNumbers(out, claim);
  if (claim.note !== undefined) out.add('NTE', 'ADD', claim.note);
  if (claim.type === 'professional') {
    writeAmbulance(out, claim.ambulance);
    writeSpinalManipulation(out, claim.spinalManipulation);
    writeAmbulanceConditions(out, claim.ambulance);
  }
  if (claim.type === 'institutional') writeCodes(out, claim);
  else writeDiagnoses(out, claim);
  writeRepricing(out, claim.repricing);
  PROVIDERS[claim.type](out, claim);
  for (const other of claim.otherPayers ?? []) writeOtherPayer(out, claim, other);
}

function writeHead(out: SegmentText, claim: Claim): void {
  const institutional = claim.type === 'institutional';
  const bill = claim.billType?.replace(/^0/, '') ?? '';
  const place = institutional
    ? [bill.slice(0, 2), 'A', claim.frequency ?? (bill.slice(2) || '1')]
    : [claim.lines[0]?.pos ?? '', 'B', claim.frequency ?? '1'];
  const { declared, accident } = claim;
  const signed = institutional ? '' : (SIGNATURE.code(declared?.signature) ?? 'Y');
  const cause = accident?.kind === undefined || institutional ? [] : [ACCIDENTS.code(accident.kind) ?? 'OA', '', '', accident.state ?? ''];
  out.add(
    'CLM',
    claim.id ?? '',
    amount(claim.total),
    '',
    '',
    place,
    signed,
    ASSIGNMENT.code(declared?.assignment) ?? 'A',
    BENEFITS.code(declared?.benefits) ?? 'Y',
    RELEASE.code(declared?.release) ?? 'Y',
    '',
    cause,
  );
}

function writeDates(out: SegmentText, claim: Claim): void {
  writeOwnDates(out, claim);
  const received = claim.repricing?.received;
  if (received !== undefined) out.add('DTP', '050', 'D8', compact(received));
}

function writeOwnDates(out: SegmentText, claim: Claim): void {
  if (claim.type === 'institutional') {
    if (claim.dischargeTime !== undefined) out.add('DTP', '096', 'TM', claim.dischargeTime);
    const { from, to = from } = claim.statement ?? {};
    if (from !== undefined && to !== undefined) out.add('DTP', '434', 'RD8', `${compact(from)}-${compact(to)}`);
    if (claim.admission !== undefined) {
      const time = claim.admissionTime ?? '';
      out.add('DTP', '435', time === '' ? 'D8' : 'DT', `${compact(claim.admission)}${time}`);
    }
    return;
  }
  const { statement } = claim;
  if (claim.type === 'dental') {
    if (claim.accident?.on !== undefined) out.add('DTP', '439', 'D8', compact(claim.accident.on));
    const dated = claim.lines.some((line) => line.from !== undefined);
    if (!dated && statement?.from !== undefined) out.add('DTP', '472', ...period(statement.from, statement.to));
    return;
  }
  const dates: readonly (readonly [kind: string, on: string | undefined])[] = [
    ['431', claim.onset],
    ['439', claim.accident?.on],
    ['435', claim.admission],
    ['096', claim.discharge],
  ];
  for (const [kind, on] of dates) if (on !== undefined) out.add('DTP', kind, 'D8', compact(on));
}

function writeMouth(out: SegmentText, { orthodontics, missingTeeth }: Claim): void {
  if (orthodontics) out.add('DN1', count(orthodontics.months), count(orthodontics.monthsLeft));
  for (const tooth of missingTeeth ?? []) out.add('DN2', tooth, 'M', '', '', '', 'JP');
}

function count(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function writeNumbers(out: SegmentText, claim: Claim): void {
  const numbers: readonly (readonly [qualifier: string, number: string | undefined])[] = [
    ['9F', claim.referral],
    ['G1', claim.priorAuthorization],
    ['F8', claim.originalClaim],
    ['X4', claim.type === 'professional' ? claim.clia : undefined],
    ['EA', claim.type === 'dental' ? undefined : claim.medicalRecord],
  ];
  for (const [qualifier, number] of numbers) if (number !== undefined) out.add('REF', qualifier, number);
  writeRepricedNumbers(out, claim.repricing, ['9A', '9C']);
}

function writeDiagnoses(out: SegmentText, { diagnoses = [] }: Claim): void {
  if (diagnoses.length > 0) out.add('HI', ...diagnoses.map(({ code }, at) => [at === 0 ? 'ABK' : 'ABF', withoutDot(code)]));
}

/** The HI segments of an institutional claim, one kind of code in each. */
function writeCodes(out: SegmentText, claim: Claim): void {
  const kinds = (claim.diagnoses ?? []).map((each, at) => ({ ...each, kind: each.kind ?? (at === 0 ? 'principal' : 'other') }));
  for (const kind of ['principal', 'admitting', 'reason', 'external', 'other'] as const) {
    const list = DIAGNOSIS_KINDS.code(kind) ?? '';
    addInTwelves(
      out,
      kinds
        .filter((each) => each.kind === kind)
        .map(({ code, poa }) => [list, withoutDot(code), ...(poa === undefined ? [] : ['', '', '', '', '', '', poa])]),
    );
    // The DRG stands after the external causes.
    if (kind === 'external' && claim.drg !== undefined) out.add('HI', ['DR', claim.drg]);
  }
  const procedures = (claim.procedures ?? []).map(({ code, on, date }, at) => [
    at === 0 ? 'BBR' : 'BBQ',
    code,
    'D8',
    compact(on ?? date ?? ''),
  ]);
  if (procedures[0]) out.add('HI', procedures[0]);
  addInTwelves(out, procedures.slice(1));
  const occurrences = claim.occurrences ?? [];
  addInTwelves(
    out,
    occurrences
      .filter(({ from }) => from !== undefined)
      .map(({ code = '', from = '', to = from }) => ['BI', code, 'RD8', `${compact(from)}-${compact(to)}`]),
  );
  addInTwelves(
    out,
    occurrences.filter(({ on }) => on !== undefined).map(({ code = '', on = '' }) => ['BH', code, 'D8', compact(on)]),
  );
  addInTwelves(
    out,
    (claim.values ?? []).map(({ code = '', amount: value }) => ['BE', code, '', '', amount(value)]),
  );
  addInTwelves(
    out,
    (claim.conditionCodes ?? []).map((code) => ['BG', code]),
  );
}

function addInTwelves(out: SegmentText, composites: readonly (readonly string[])[]): void {
  for (let at = 0; at < composites.length; at += PER_HI) out.add('HI', ...composites.slice(at, at + PER_HI));
}

const PROVIDERS: Readonly<Record<Claim['type'], (out: SegmentText, claim: Claim) => void>> = {
  professional(out, claim) {
    writeProvider(out, 'DN', claim.referring);
    // Rendering provider and facility are only named when they are others than the billing provider.
    if (!isBilling(claim.rendering, claim)) writeProvider(out, '82', claim.rendering, 'PE');
    if (!isBilling(claim.facility, claim)) writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DQ', claim.supervising);
    writeAmbulancePlaces(out, claim.ambulance);
  },
  institutional(out, claim) {
    writeProvider(out, '71', claim.attending, 'AT');
    writeProvider(out, '72', claim.operating);
    writeProvider(out, 'ZZ', claim.otherOperating);
    writeProvider(out, '82', claim.rendering);
    writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DN', claim.referring);
  },
  dental(out, claim) {
    writeProvider(out, 'DN', claim.referring, 'RF');
    if (!isBilling(claim.rendering, claim)) writeProvider(out, '82', claim.rendering, 'PE');
    if (!isBilling(claim.facility, claim)) writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DD', claim.assistant, 'AS');
    writeProvider(out, 'DQ', claim.supervising);
  },
};

function isBilling(provider: Provider | undefined, { billing }: Claim): boolean {
  return provider?.npi !== undefined && provider.npi === billing?.npi;
}
