import type { Claim, InpatientResult, Line, LineDecision, OtherPayer, OutpatientResult, PayerProvider } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { BENEFITS, filingOf, orderCode, PATIENT_SIGNATURE, procedureList, RELATION_CODES, RELEASE, ROLES, usualEntity } from './codes.ts';
import { INPATIENT_FIELDS, INPATIENT_REMARKS, OUTPATIENT_FIELDS, OUTPATIENT_REMARKS } from './read-results.ts';
import { memberNumber, writePayerName } from './write-levels.ts';
import { writeIdentifiers, writeNumber } from './write-numbers.ts';
import { amount, writeAddress, writeAdjustments, writeAmount, writeDay, writeName } from './write-parts.ts';

/** Loop 2320: another payer, its subscriber, and what it decided of the claim. */
export function writeOtherPayer(out: SegmentText, claim: Claim, other: OtherPayer): void {
  const { payer, subscriber, declared } = other;
  const relation = RELATION_CODES.code(subscriber?.relation ?? 'self') ?? '';
  const insurance = claim.type === 'institutional' ? '' : (payer?.insuranceType ?? '');
  const { group = '', groupName = '' } = subscriber ?? {};
  out.add('SBR', orderCode(payer?.order ?? 0), relation, group, groupName, insurance, '', '', '', filingOf(payer, claim.type));
  writeAdjustments(out, other.adjustments);
  writeAmount(out, 'D', other.paid);
  writeAmount(out, 'A8', other.nonCovered);
  writeAmount(out, 'EAF', other.patientOwes);
  const signed = PATIENT_SIGNATURE.code(declared?.patientSignature) ?? '';
  out.add('OI', '', '', BENEFITS.code(declared?.benefits) ?? 'Y', signed, '', RELEASE.code(declared?.release) ?? 'Y');
  if (other.inpatient) writeResult(out, 'MIA', other.inpatient, INPATIENT_FIELDS, INPATIENT_REMARKS);
  if (other.outpatient) writeResult(out, 'MOA', other.outpatient, OUTPATIENT_FIELDS, OUTPATIENT_REMARKS);
  const name = subscriber?.name ?? claim.patient?.name;
  // The cover may be held by an employer, as workers' compensation is.
  const organization = typeof subscriber?.name === 'string' && !subscriber.name.includes(',');
  writeName(out, 'IL', name, memberNumber(subscriber?.memberId, subscriber?.memberIdKind), organization ? '2' : '1');
  writeAddress(out, subscriber?.address);
  writeIdentifiers(out, subscriber?.identifiers);
  writePayerName(out, 'PR', payer ?? {});
  writeAddress(out, payer?.address);
  writeDay(out, '573', other.paidOn);
  writeNumber(out, 'F8', other.claimNumber);
  writeIdentifiers(out, payer?.identifiers);
  writeIdentifiers(out, other.identifiers);
  for (const provider of other.providers ?? []) writePayerProvider(out, provider);
}

/** Loops 2330C and further: a role, and numbers. */
function writePayerProvider(out: SegmentText, { role, entity = usualEntity(role), identifiers }: PayerProvider): void {
  out.add('NM1', ROLES.code(role) ?? '', entity === 'person' ? '1' : '2');
  writeIdentifiers(out, identifiers);
}

/** MIA or MOA. */
function writeResult<Result extends InpatientResult | OutpatientResult>(
  out: SegmentText,
  id: string,
  result: Result,
  fields: readonly (readonly [element: number, field: Exclude<keyof Result, 'remarks'>, amount: boolean])[],
  remarkAt: readonly number[],
): void {
  const elements: string[] = Array.from({ length: 24 }, () => '');
  for (const [element, field, isAmount] of fields) {
    const value = result[field];
    if (typeof value === 'string') elements[element - 1] = isAmount ? amount(value) : value;
  }
  remarkAt.forEach((element, at) => {
    elements[element - 1] = result.remarks?.[at] ?? '';
  });
  out.add(id, ...elements);
}

/** Loop 2430: what another payer decided of a line. */
export function writeDecision(out: SegmentText, type: Claim['type'], line: Line, decision: LineDecision): void {
  const code = decision.code ?? line.code;
  const modifiers = (decision.modifiers ?? line.modifiers ?? []).slice(0, 4);
  const { description: said } = decision;
  const description = said === undefined ? [] : [...Array<string>(4 - modifiers.length).fill(''), said];
  const list = decision.codeList ?? line.codeList ?? procedureList(type, line.revenue);
  const procedure = code === undefined ? [] : [list, code, ...modifiers, ...description];
  const revenue = decision.revenue ?? (type === 'institutional' ? (line.revenue ?? '') : '');
  const units = String(decision.units ?? line.minutes ?? line.units ?? 1);
  const bundled = decision.bundledInto === undefined ? '' : String(decision.bundledInto);
  out.add('SVD', decision.payer ?? '', amount(decision.paid), procedure, revenue, units, bundled);
  writeAdjustments(out, decision.adjustments);
  writeDay(out, '573', decision.on);
  writeAmount(out, 'EAF', decision.patientOwes);
}
