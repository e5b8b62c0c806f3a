import type { CodeSystem, Reading } from '../system.ts';

/** Lengths of labeler, product and package. */
const FORMS = new Set(['4-4-2', '5-3-2', '5-4-1', '5-4-2']);

export const ndc: CodeSystem = {
  id: 'ndc',
  name: 'National Drug Code (NDC)',
  owner: 'Food and Drug Administration (FDA), with the labelers who number their own products',
  rhythm: 'Daily, in the FDA directory.',
  read(code) {
    if (/^\d{10}$/.test(code))
      return reading(
        code,
        'Ten digits without dashes',
        'Find the dashes on the package: without them the eleven digits of a claim cannot be told.',
        35,
      );
    if (/^\d{11}$/.test(code))
      return reading(`${code.slice(0, 5)}-${code.slice(5, 9)}-${code.slice(9)}`, 'Eleven digits, as on claims (5-4-2)', DIRECTORY, 80);
    const parts = /^\d{4,5}-\d{3,4}-\d{1,2}$/.test(code) ? code.split('-') : [];
    const form = parts.map((part) => part.length).join('-');
    if (!FORMS.has(form)) return undefined;
    if (form === '5-4-2') return reading(code, 'Eleven digits, as on claims (5-4-2)', DIRECTORY, 90);
    const [labeler = '', product = '', pack = ''] = parts;
    const onClaim = labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0');
    return reading(code, `Ten digits, as on packages (${form})`, `Write it on a claim as eleven digits: ${onClaim}. ${DIRECTORY}`, 90);
  },
};

const DIRECTORY = 'Find the product in the FDA’s NDC directory.';

function reading(code: string, category: string, next: string, likely: number): Reading {
  return { code, kind: 'drug', says: 'A drug: which package of which maker was given.', category, certain: false, next, likely };
}
