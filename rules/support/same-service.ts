import type { LineView } from '@cleanclaim/core';

/** Modifiers that say a service was repeated: such lines are meant to look alike. */
export const REPEATED: ReadonlySet<string> = new Set(['76', '77', '91']);

/** Whether two lines tell of one service, whatever their charge and units: date, code, place, who, which side, tooth or drug. */
export function sameService(one: LineView, other: LineView): boolean {
  return sameButModifiers(one, other) && sameModifiers(one.modifiers, other.modifiers);
}

/** As `sameService`, with any modifiers. */
export function sameButModifiers(one: LineView, other: LineView): boolean {
  const [a, b] = [one.line, other.line];
  return (
    one.from === other.from &&
    one.code === other.code &&
    one.to === other.to &&
    a.revenue === b.revenue &&
    a.pos === b.pos &&
    a.tooth === b.tooth &&
    a.surfaces === b.surfaces &&
    sameText(a.teeth, b.teeth) &&
    sameText(a.areas, b.areas) &&
    a.ndc?.code === b.ndc?.code &&
    (one.code !== '' || a.revenue !== undefined)
  );
}

function sameText(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function sameModifiers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((modifier) => other.includes(modifier));
}
