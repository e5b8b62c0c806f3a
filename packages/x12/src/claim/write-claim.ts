import { type Claim, withoutDot } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { ACCIDENTS, ASSIGNMENT, BENEFITS, diagnosisList, inpatientList, PATIENT_SIGNATURE, RELEASE, SIGNATURE } from './codes.ts';
import {
  writeAmbulance,
  writeAmbulanceConditions,
  writeClaimConditions,
  writeRepricedNumbers,
  writeRepricing,
  writeSpinalManipulation,
} from './write-certifications.ts';
import { writeContract, writeFileInformation, writeIdentifiers, writeNotes, writeNumber, writeOtherDates } from './write-numbers.ts';
import { writeOtherPayer } from './write-other-payer.ts';
import { amount, compact, writeAmount, writeAttachments, writeDay, writePeriod } from './write-parts.ts';
import { writeClaimProviders } from './write-providers.ts';

/** Composites in one HI. */
export const PER_HI = 12;

/** Loop 2300 without its lines: the claim, its dates, numbers, codes, providers and other payers. */
export function writeClaim(out: SegmentText, claim: Claim): void {
  writeHead(out, claim);
  writeDates(out, claim);
  if (claim.type === 'institutional') out.add('CL1', claim.admissionType ?? '', claim.admissionSource ?? '', claim.dischargeStatus ?? '');
  if (claim.type === 'dental') writeMouth(out, claim);
  writeAttachments(out, claim.attachments);
  writeContract(out, claim.contract);
  if (claim.type !== 'institutional') writeAmount(out, 'F5', claim.patientPaid);
  writeAmount(out, 'F3', claim.patientEstimate);
  writeNumbers(out, claim);
  writeFileInformation(out, claim.fileInformation);
  writeNotes(out, claim.note, claim.notes);
  if (claim.type === 'professional') {
    writeAmbulance(out, claim.ambulance);
    writeSpinalManipulation(out, claim.spinalManipulation);
    writeAmbulanceConditions(out, claim.ambulance);
  }
  writeClaimConditions(out, claim);
  if (claim.type === 'institutional') writeCodes(out, claim);
  else writeFewCodes(out, claim);
  writeRepricing(out, claim.repricing);
  writeClaimProviders(out, claim);
  if (claim.otherPayers) for (const other of claim.otherPayers) writeOtherPayer(out, claim, other);
}

/** Place of service of a claim as a whole: the first line's, where it has none of its own. */
export function placeOf(claim: Claim): string {
  return claim.pos ?? claim.lines[0]?.pos ?? '';
}

function writeHead(out: SegmentText, claim: Claim): void {
  const institutional = claim.type === 'institutional';
  const { id = '', declared, specialProgram = '', delayReason = '' } = claim;
  const total = amount(claim.total);
  const place = institutional ? institutionalPlace(claim) : [placeOf(claim), 'B', claim.frequency ?? '1'];
  const signed = institutional ? '' : (SIGNATURE.code(declared?.signature) ?? 'Y');
  const assigned = ASSIGNMENT.code(declared?.assignment) ?? 'A';
  const benefits = BENEFITS.code(declared?.benefits) ?? 'Y';
  const release = RELEASE.code(declared?.release) ?? 'Y';
  const patient = PATIENT_SIGNATURE.code(declared?.patientSignature) ?? '';
  const accident = institutional ? [] : causes(claim.accident);
  const asked = claim.predetermination === undefined ? '' : claim.type === 'dental' ? 'PB' : '08';
  // Most claims say no more.
  if (patient === '' && accident.length === 0 && specialProgram === '' && asked === '' && delayReason === '')
    out.add('CLM', id, total, '', '', place, signed, assigned, benefits, release);
  else {
    const rest = [patient, accident, specialProgram, '', '', '', '', '', '', asked, delayReason];
    out.add('CLM', id, total, '', '', place, signed, assigned, benefits, release, ...rest);
  }
}

/** CLM05 of an institution: its type of bill in parts. */
function institutionalPlace({ billType, frequency }: Claim): readonly string[] {
  const bill = billType?.replace(/^0/, '') ?? '';
  return [bill.slice(0, 2), 'A', frequency ?? (bill.slice(2) || '1')];
}

/** CLM11. */
function causes(accident: Claim['accident']): readonly string[] {
  if (accident?.kind === undefined) return [];
  const other = accident.otherKind === undefined ? '' : (ACCIDENTS.code(accident.otherKind) ?? 'OA');
  return [ACCIDENTS.code(accident.kind) ?? 'OA', other, '', accident.state ?? '', accident.country ?? ''];
}

function writeDates(out: SegmentText, claim: Claim): void {
  writeOwnDates(out, claim);
  writeDay(out, '050', claim.repricing?.received);
  writeOtherDates(out, claim.dates);
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
    writeDay(out, '439', claim.accident?.on);
    if (statement?.from !== undefined) writePeriod(out, '472', statement.from, statement.to);
    return;
  }
  writeDay(out, '431', claim.onset);
  writeDay(out, '439', claim.accident?.on);
  writeDay(out, '435', claim.admission);
  writeDay(out, '096', claim.discharge);
}

function writeMouth(out: SegmentText, { orthodontics, missingTeeth, teethToExtract }: Claim): void {
  if (orthodontics) out.add('DN1', count(orthodontics.months), count(orthodontics.monthsLeft), '', orthodontics.description ?? '');
  for (const tooth of missingTeeth ?? []) out.add('DN2', tooth, 'M', '', '', '', 'JP');
  for (const tooth of teethToExtract ?? []) out.add('DN2', tooth, 'E', '', '', '', 'JP');
}

function count(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function writeNumbers(out: SegmentText, claim: Claim): void {
  writeNumber(out, '9F', claim.referral);
  writeNumber(out, 'G1', claim.priorAuthorization);
  writeNumber(out, 'F8', claim.originalClaim);
  if (claim.type === 'professional') writeNumber(out, 'X4', claim.clia);
  if (claim.type !== 'dental') writeNumber(out, 'EA', claim.medicalRecord);
  if (claim.type === 'institutional') writeNumber(out, 'LU', claim.accident?.state);
  writeRepricedNumbers(out, claim.repricing, ['9A', '9C']);
  writeIdentifiers(out, claim.identifiers);
}

/** The HI segments of a claim that is no institution's. */
function writeFewCodes(out: SegmentText, { diagnoses, anesthesiaProcedures, conditionCodes }: Claim): void {
  if (diagnoses && diagnoses.length > 0)
    out.add(
      'HI',
      ...diagnoses.map(({ code, codeSystem }, at) => [diagnosisList(at === 0 ? 'principal' : 'other', codeSystem), withoutDot(code)]),
    );
  if (anesthesiaProcedures && anesthesiaProcedures.length > 0)
    out.add('HI', ...anesthesiaProcedures.map((code, at) => [at === 0 ? 'BP' : 'BO', code]));
  if (conditionCodes)
    addInTwelves(
      out,
      conditionCodes.map((code) => ['BG', code]),
    );
}

/** The HI segments of an institutional claim, one kind of code in each. */
function writeCodes(out: SegmentText, claim: Claim): void {
  const kinds = (claim.diagnoses ?? []).map((each, at) => ({ ...each, kind: each.kind ?? (at === 0 ? 'principal' : 'other') }));
  for (const kind of ['principal', 'admitting', 'reason', 'external', 'other'] as const) {
    addInTwelves(
      out,
      kinds
        .filter((each) => each.kind === kind)
        .map(({ code, codeSystem, poa }) => [
          diagnosisList(kind, codeSystem),
          withoutDot(code),
          ...(poa === undefined ? [] : ['', '', '', '', '', '', poa]),
        ]),
    );
    // The DRG stands after the external causes.
    if (kind === 'external' && claim.drg !== undefined) out.add('HI', ['DR', claim.drg]);
  }
  const procedures = (claim.procedures ?? []).map(({ code, codeSystem, on, date }, at) => [
    inpatientList(codeSystem, at),
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
  addInTwelves(
    out,
    (claim.treatmentCodes ?? []).map((code) => ['TC', code]),
  );
}

function addInTwelves(out: SegmentText, composites: readonly (readonly string[])[]): void {
  for (let at = 0; at < composites.length; at += PER_HI) out.add('HI', ...composites.slice(at, at + PER_HI));
}
