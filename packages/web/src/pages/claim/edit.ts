import { addMoney, applyPatch, type Claim, formatMoney, type Line, parseMoney, where, ZERO_MONEY } from '@cleanclaim/core';
import { letterOf } from '../../state/claim-store.ts';

/** Sets a field by its JSON path; empty text takes it away. The claim itself when nothing changes. */
export function setField(claim: Claim, path: string, value: unknown): Claim {
  const now = valueAt(claim, path);
  if (value === '' || value === undefined) return now === undefined ? claim : applyPatch(claim, [{ op: 'remove', path }]);
  return JSON.stringify(now) === JSON.stringify(value)
    ? claim
    : applyPatch(claim, [{ op: now === undefined ? 'add' : 'replace', path, value }]);
}

/** Sets a text that the claim must have, empty or not: the code of a row. */
export function setText(claim: Claim, path: string, value: string): Claim {
  return textAt(claim, path) === value ? claim : applyPatch(claim, [{ op: 'replace', path, value }]);
}

export function valueAt(claim: Claim, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined,
      claim,
    );
}

export function textAt(claim: Claim, path: string): string {
  const value = valueAt(claim, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Where a diagnosis stands on its form: a letter of box 21, or the form locator of UB-04, the others counted 67A to 67Q. */
export function diagnosisLabel(claim: Claim, at: number): string {
  if (claim.type !== 'institutional') return letterOf(at);
  const box = where(`/diagnoses/${at}`, claim).box ?? '';
  if (box !== OTHERS) return box;
  const before = (claim.diagnoses ?? []).slice(0, at).filter((_, place) => where(`/diagnoses/${place}`, claim).box === OTHERS).length;
  return before < MOST_LETTERED ? `67${String.fromCharCode(65 + before)}` : String(before + 1);
}

const OTHERS = '67A-Q';
const MOST_LETTERED = 17;

export function moveLine(claim: Claim, from: number, to: number): Claim {
  const line = claim.lines[from];
  if (!line || to < 0 || to >= claim.lines.length) return claim;
  return { ...claim, lines: claim.lines.toSpliced(from, 1).toSpliced(to, 0, line) };
}

/** The pointer as a 1-based number, whether written as a number or a letter; 0 when it is neither. */
export function pointerNumber(pointer: number | string): number {
  if (typeof pointer === 'number') return pointer;
  const text = pointer.trim().toUpperCase();
  return /^[A-L]$/.test(text) ? text.charCodeAt(0) - 64 : Number(text) || 0;
}

/** A line takes four pointers (box 24E; SV107 has four places). */
export const MOST_POINTERS = 4;

/** The pointer to diagnosis `number` set or taken away; undefined when the line has four already. */
export function togglePointer(line: Line, number: number): Line | undefined {
  const pointers = line.pointers ?? [];
  const rest = pointers.filter((pointer) => pointerNumber(pointer) !== number);
  if (rest.length < pointers.length) return { ...line, pointers: rest };
  return pointers.length >= MOST_POINTERS ? undefined : { ...line, pointers: [...pointers, number] };
}

/** The sum of the line charges as exact money; undefined when one cannot be read. */
export function sumOfCharges(claim: Claim): string | undefined {
  let sum = ZERO_MONEY;
  for (const line of claim.lines) {
    const charge = parseMoney(line.charge ?? '');
    if (charge === undefined) return undefined;
    sum = addMoney(sum, charge);
  }
  return formatMoney(sum);
}
