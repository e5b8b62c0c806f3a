import type { Claim, Line, LineDecision, OtherPayer } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { BENEFITS, filingOf, orderCode, procedureList, RELATION_CODES, RELEASE } from './codes.ts';
import { amount, compact, writeAddress, writeAdjustments, writeName } from './write-parts.ts';

/** Loop 2320: another payer, its subscriber, and what it decided of the claim. */
export function writeOtherPayer(out: SegmentText, claim: Claim, other: OtherPayer): void {
  const { payer, subscriber, declared } = other;
  const relation = RELATION_CODES.code(subscriber?.relation ?? 'self') ?? '';
  const insurance = claim.type === 'institutional' ? '' : (payer?.insuranceType ?? '');
  const { group = '', groupName = '' } = subscriber ?? {};
  out.add('SBR', orderCode(payer?.order ?? 0), relation, group, groupName, insurance, '', '', '', filingOf(payer, claim.type));
  writeAdjustments(out, other.adjustments);
  if (other.paid !== undefined) out.add('AMT', 'D', amount(other.paid));
  if (other.nonCovered !== undefined) out.add('AMT', 'A8', amount(other.nonCovered));
  if (other.patientOwes !== undefined) out.add('AMT', 'EAF', amount(other.patientOwes));
  out.add('OI', '', '', BENEFITS.code(declared?.benefits) ?? 'Y', '', '', RELEASE.code(declared?.release) ?? 'Y');
  const member = subscriber?.memberId;
  writeName(out, 'IL', subscriber?.name ?? claim.patient?.name, member === undefined ? [] : ['MI', member], '1');
  writeAddress(out, subscriber?.address);
  out.add('NM1', 'PR', '2', payer?.name ?? '', '', '', '', '', 'PI', payer?.id ?? '');
  writeAddress(out, payer?.address);
  if (other.paidOn !== undefined) out.add('DTP', '573', 'D8', compact(other.paidOn));
  if (other.claimNumber !== undefined) out.add('REF', 'F8', other.claimNumber);
}

/** Loop 2430: what another payer decided of a line. */
export function writeDecision(out: SegmentText, type: Claim['type'], line: Line, decision: LineDecision): void {
  const code = decision.code ?? line.code;
  const modifiers = (decision.modifiers ?? line.modifiers ?? []).slice(0, 4);
  const procedure = code === undefined ? [] : [procedureList(type, line.revenue), code, ...modifiers];
  const revenue = type === 'institutional' ? (line.revenue ?? '') : '';
  const units = String(decision.units ?? line.minutes ?? line.units ?? 1);
  out.add('SVD', decision.payer ?? '', amount(decision.paid), procedure, revenue, units);
  writeAdjustments(out, decision.adjustments);
  if (decision.on !== undefined) out.add('DTP', '573', 'D8', compact(decision.on));
  if (decision.patientOwes !== undefined) out.add('AMT', 'EAF', amount(decision.patientOwes));
}
