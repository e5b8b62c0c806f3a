import { type Claim, escapePointer } from '@cleanclaim/core';

/**
 * JSON paths of what `before` says and `after` does not, or says differently. Ways to write the same count as the same:
 * an empty list and none, a pointer as letter or number, an amount with or without its last zeros, `ein` and nothing.
 */
export function lostFields(before: Claim, after: Claim): readonly string[] {
  const lost: string[] = [];
  // The number on the insurance card comes back as the patient's where the patient has no other.
  const memberId = after.subscriber?.memberId ?? after.patient?.memberId;
  compare(before, { ...after, subscriber: { ...after.subscriber, ...(memberId === undefined ? {} : { memberId }) } }, '', lost);
  return lost;
}

function compare(before: unknown, after: unknown, path: string, lost: string[]): void {
  if (isNothing(before, path) || sameText(before, after, path)) return;
  if (Array.isArray(before)) {
    before.forEach((each: unknown, at) => compare(each, Array.isArray(after) ? after[at] : undefined, `${path}/${at}`, lost));
    return;
  }
  if (typeof before === 'object' && before !== null) {
    for (const [name, value] of Object.entries(before)) compare(value, fieldOf(after, name, path), `${path}/${escapePointer(name)}`, lost);
    return;
  }
  lost.push(path);
}

/** The field of that name; a procedure's older `date` comes back as `on`. */
function fieldOf(after: unknown, name: string, path: string): unknown {
  if (typeof after !== 'object' || after === null) return undefined;
  const fields = after as Readonly<Record<string, unknown>>;
  return name === 'date' && /^\/procedures\/\d+$/.test(path) ? fields['on'] : fields[name];
}

function isNothing(value: unknown, path: string): boolean {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return true;
  return path.endsWith('/taxIdKind') && value === 'ein';
}

function sameText(before: unknown, after: unknown, path: string): boolean {
  if (before === after) return true;
  if (/\/pointers\/\d+$/.test(path))
    return typeof before === 'string' && /^\s*[A-L]\s*$/i.test(before)
      ? before.trim().toUpperCase().charCodeAt(0) - 64 === after
      : Number(before) === after;
  if (/\/(?:charge|total|amount|quantity)$/.test(path)) return Number(before) === Number(after);
  return false;
}
