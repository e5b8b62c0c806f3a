import type { CodeSystem } from '../system.ts';

export const taxonomy: CodeSystem = {
  id: 'taxonomy',
  name: 'Health Care Provider Taxonomy',
  owner: 'National Uniform Claim Committee (NUCC)',
  rhythm: 'Twice a year, effective 1 April and 1 October.',
  read(code) {
    if (!/^\d{3}[\dA-Z]{6}X$/.test(code)) return undefined;
    return {
      code,
      kind: 'provider',
      says: 'A provider: which profession and specialty, or which kind of organization.',
      category: `Grouping ${code.slice(0, 2)}, classification ${code.slice(0, 4)}, specialization ${code.slice(4, 9)}`,
      certain: false,
      next: 'Find its words in the NUCC code set, and see that it is one the provider registered with the payer.',
      likely: 85,
    };
  },
};
