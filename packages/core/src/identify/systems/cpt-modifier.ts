import type { CodeSystem } from '../system.ts';

/** What some often used ones are for, in our own words; the official words belong to the AMA. */
const PURPOSE: Readonly<Record<string, string>> = {
  '24': 'a visit unrelated to the surgery it follows',
  '25': 'a separate visit on the day of a procedure',
  '26': 'the professional part only',
  '50': 'both sides of the body',
  '51': 'one of several procedures',
  '52': 'less than the whole service',
  '53': 'begun but stopped',
  '57': 'the visit that decided on surgery',
  '58': 'planned or further procedure after surgery',
  '59': 'a separate service',
  '62': 'two surgeons',
  '76': 'repeated by the same clinician',
  '77': 'repeated by another clinician',
  '78': 'an unplanned return to the operating room',
  '79': 'unrelated to the surgery it follows',
  '80': 'assistant at surgery',
  '91': 'a laboratory test repeated on purpose',
  '95': 'live video visit',
};

const PHYSICAL_STATUS = [
  'healthy',
  'mild illness',
  'severe illness',
  'life-threatening illness',
  'not expected to live without surgery',
  'organ donor after brain death',
];

/** Numbers that are read as a place of service first, though a modifier of the same number exists. */
const PLACE_FIRST = new Set(['22', '23', '24', '31', '32', '34', '41', '42', '49', '60', '61', '65', '71', '72', '81', '99']);

export const cptModifier: CodeSystem = {
  id: 'cpt-modifier',
  name: 'CPT modifier (HCPCS Level I)',
  owner: 'American Medical Association (AMA), CPT Editorial Panel',
  rhythm: 'Yearly, for 1 January.',
  read(code) {
    if (code.length !== 2) return undefined;
    const facts = {
      code,
      kind: 'modifier',
      next: 'See whether your payer takes it with the code on the line: cleanclaim check FILE',
    } as const;
    if (/^P[1-6]$/.test(code))
      return {
        ...facts,
        says: `A modifier: the patient’s state before anesthesia (${PHYSICAL_STATUS[Number(code[1]) - 1]}).`,
        category: 'Physical status, with anesthesia codes only',
        certain: true,
        likely: 80,
      };
    if (/^[1-38]P$/.test(code))
      return {
        ...facts,
        says: 'A modifier: why a performance measure was not met or does not count.',
        category: 'Performance measure, with Category II codes only',
        certain: true,
        likely: 80,
      };
    if (!/^(?:2[2-9]|[3-9]\d)$/.test(code)) return undefined;
    const purpose = PURPOSE[code];
    return {
      ...facts,
      says: purpose
        ? `A modifier: it changes what the procedure code on the line says (${purpose}).`
        : 'A modifier: it changes what the procedure code on the line says.',
      category: 'Two digits, written after a procedure code; up to four a line',
      certain: purpose !== undefined,
      likely: PLACE_FIRST.has(code) ? 50 : purpose ? 80 : 55,
    };
  },
};
