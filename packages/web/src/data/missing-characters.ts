import type { Icd10cmEdition, Row } from '@cleanclaim/core';

/** How many characters a header lacks, fewest and most, by the complete codes under it. */
export function missingCharacters(icd: Icd10cmEdition, row: Row): { least: number; most: number } | undefined {
  const own = length(icd.code(row));
  let least = 9;
  let most = 0;
  for (const below of icd.descendants(row)) {
    if (!icd.billable(below)) continue;
    const more = length(icd.code(below)) - own;
    least = Math.min(least, more);
    most = Math.max(most, more);
  }
  return most === 0 ? undefined : { least, most };
}

const length = (code: string): number => code.replace('.', '').length;
