import { type Claim, CleanclaimError } from '@cleanclaim/core';

const VERSIONS: Readonly<Record<Claim['type'], string>> = {
  professional: '005010X222A1',
  institutional: '005010X223A2',
  dental: '005010X224A2',
};
/** Guides for asking what would be paid; dental claims ask by their own. */
const PREDETERMINATIONS: Readonly<Record<Claim['type'], string>> = { ...VERSIONS, professional: '005010X291', institutional: '005010X292' };

/** What an interchange holds: claims of one type, sent by one guide for one purpose. */
export interface Kind {
  readonly type: Claim['type'];
  readonly version: string;
  readonly purpose: Claim['purpose'];
}
/** In this order their interchanges stand in a file, unless one has to be begun before. */
export const KINDS: readonly Kind[] = (['professional', 'institutional', 'dental'] as const).flatMap((type) =>
  [...new Set([VERSIONS[type], PREDETERMINATIONS[type]])].flatMap((version) =>
    ([undefined, 'encounter', 'subrogation'] as const).map((purpose) => ({ type, version, purpose })),
  ),
);

/** Throws CleanclaimError `input/invalid` for a type or purpose that no guide has. */
export function kindOf({ type, predetermination, purpose }: Claim): Kind {
  const version = (predetermination === undefined ? VERSIONS : PREDETERMINATIONS)[type];
  const found = KINDS.find((kind) => kind.type === type && kind.version === version && kind.purpose === purpose);
  if (!found) throw new CleanclaimError('input/invalid', `There is no 837 for a ${type} claim with that purpose.`, '/purpose');
  return found;
}
