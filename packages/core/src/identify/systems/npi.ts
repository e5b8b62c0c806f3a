import type { CodeSystem } from '../system.ts';

/** Sum of the constant prefix 80840 under the Luhn formula. */
const PREFIX_SUM = 24;

/** True when ten digits that begin with 1 or 2 end in the right check digit (Luhn over 80840 and the number). */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = PREFIX_SUM;
  for (let at = 0; at < 10; at++) {
    const digit = text.charCodeAt(at) - 48;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export const npi: CodeSystem = {
  id: 'npi',
  name: 'National Provider Identifier (NPI)',
  owner: 'Centers for Medicare & Medicaid Services (CMS), registry NPPES',
  rhythm: 'Given once and kept; the registry grows daily.',
  read(code) {
    if (!/^[12]\d{9}$/.test(code)) return undefined;
    const right = isNpi(code);
    return {
      code,
      kind: 'provider',
      says: right
        ? 'A provider: who gave, ordered or billed the care.'
        : 'It would be a provider number, but its check digit is wrong, so it cannot be an NPI.',
      category: right ? 'Ten digits, check digit right' : 'Ten digits, check digit wrong',
      certain: right,
      next: right
        ? 'See whose number it is in the NPPES registry; the check digit only shows that it was typed right.'
        : 'Check the typing: the last digit does not fit the nine before it.',
      likely: right ? 90 : 40,
    };
  },
};
