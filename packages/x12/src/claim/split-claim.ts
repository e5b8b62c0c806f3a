import { addMoney, type Claim, CleanclaimError, formatMoney, type Line, parseMoney, quote, ZERO_MONEY } from '@cleanclaim/core';
import { PER_HI } from './write-claim.ts';

/** Lines of one claim (loop 2400) by guide. */
const MOST_LINES: Readonly<Record<Claim['type'], number>> = { professional: 50, dental: 50, institutional: 999 };
/** Diagnoses of one claim where one HI holds them all. */
const MOST_DIAGNOSES: Readonly<Record<Claim['type'], number>> = {
  professional: PER_HI,
  dental: 4,
  institutional: Number.POSITIVE_INFINITY,
};
const MOST_PAYERS = 10;
/** Characters of CLM01 that come back in the 835. */
const MOST_ID = 20;

/**
 * A claim as the guide takes it. A professional or dental one with more lines than a claim may hold becomes several,
 * numbered `ID-1`, `ID-2`, each with the sum of its own lines. Throws CleanclaimError `input/invalid` for what cannot be
 * sent without changing what the claim says: too many diagnoses or payers, or a claim too long whose amounts belong to it as a whole.
 */
export function splitClaim(claim: Claim, path: string): readonly Claim[] {
  const { diagnoses = [], otherPayers = [], lines, type } = claim;
  const named = `Claim ${quote(claim.id ?? '')}`;
  if (diagnoses.length > MOST_DIAGNOSES[type])
    throw invalid(`${named} has ${diagnoses.length} diagnoses; ${GUIDE[type]} holds ${MOST_DIAGNOSES[type]}.`, `${path}/diagnoses`);
  if (otherPayers.length > MOST_PAYERS)
    throw invalid(`${named} has ${otherPayers.length} other payers; an 837 holds ${MOST_PAYERS}.`, `${path}/otherPayers`);
  const most = MOST_LINES[type];
  if (lines.length <= most) return [claim];
  const whole =
    type === 'institutional' ||
    claim.patientPaid !== undefined ||
    claim.repricing !== undefined ||
    otherPayers.some((other) => other.paid !== undefined || other.adjustments);
  if (whole)
    throw invalid(
      `${named} has ${lines.length} lines; ${GUIDE[type]} holds ${most}, and its amounts as a whole cannot be shared out.`,
      `${path}/lines`,
    );
  const id = claim.id ?? '';
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, part) => {
    const own = lines.slice(part * most, (part + 1) * most);
    const end = `-${part + 1}`;
    return { ...claim, id: `${id.slice(0, MOST_ID - end.length)}${end}`, lines: own, total: totalOf(own) };
  });
}

const GUIDE: Readonly<Record<Claim['type'], string>> = { professional: 'an 837P', institutional: 'an 837I', dental: 'an 837D' };

function totalOf(lines: readonly Line[]): string {
  return formatMoney(lines.reduce((sum, { charge }) => addMoney(sum, parseMoney(charge ?? '') ?? ZERO_MONEY), ZERO_MONEY));
}

function invalid(message: string, path: string): CleanclaimError {
  return new CleanclaimError('input/invalid', message, path);
}
