import type { CodeSystem } from '../system.ts';

const DIGITS = ['thumb', 'second finger', 'third finger', 'fourth finger', 'fifth finger'];
const TOES = ['great toe', 'second toe', 'third toe', 'fourth toe', 'fifth toe'];
const LIDS = ['upper left', 'lower left', 'upper right', 'lower right'];

const MEANING: Readonly<Record<string, string>> = {
  LT: 'left side',
  RT: 'right side',
  FA: 'left hand, thumb',
  TA: 'left foot, great toe',
  ...Object.fromEntries(LIDS.map((lid, at) => [`E${at + 1}`, `${lid} eyelid`])),
  ...Object.fromEntries(handsOrFeet('F', 'hand', DIGITS)),
  ...Object.fromEntries(handsOrFeet('T', 'foot', TOES)),
  LC: 'left circumflex coronary artery',
  LD: 'left anterior descending coronary artery',
  LM: 'left main coronary artery',
  RC: 'right coronary artery',
  RI: 'ramus intermedius coronary artery',
  TC: 'the technical part only',
  XE: 'separate: another encounter',
  XP: 'separate: another practitioner',
  XS: 'separate: another organ or structure',
  XU: 'separate: a service that does not usually overlap',
  GA: 'a signed notice that Medicare may not pay is on file',
  GY: 'not covered by law',
  GZ: 'expected to be denied, and no notice was signed',
  QW: 'a simple laboratory test under a CLIA waiver',
  AS: 'a non-physician assisted at surgery',
  JW: 'drug thrown away from a single-dose container',
  JZ: 'no drug thrown away from a single-dose container',
  KX: 'the requirements of the coverage policy are met',
};

/** F1–F4 and T1–T4 are the left side after the first digit (FA, TA); 5–9 the whole right side. */
function handsOrFeet(letter: string, part: string, names: readonly string[]): [string, string][] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`${letter}${n}`, `${n < 5 ? 'left' : 'right'} ${part}, ${names[n % 5]}`]);
}

export const hcpcsModifier: CodeSystem = {
  id: 'hcpcs-modifier',
  name: 'HCPCS Level II modifier',
  owner: 'Centers for Medicare & Medicaid Services (CMS)',
  rhythm: 'Quarterly, with HCPCS Level II.',
  read(code) {
    // P1–P6 are modifiers of CPT.
    if (!/^[A-Z][A-Z\d]$/.test(code) || /^P[1-6]$/.test(code)) return undefined;
    const meaning = MEANING[code];
    return {
      code,
      kind: 'modifier',
      says: meaning
        ? `A modifier: it adds a detail to the procedure code on the line (${meaning}).`
        : 'A modifier: it adds a detail to the procedure code on the line.',
      category:
        meaning && /^(?:[LR]T|E\d|[FT][A1-9]|L[CDM]|R[CI])$/.test(code) ? 'Level II modifier, part of the body' : 'Level II modifier',
      certain: meaning !== undefined,
      next: 'See whether your payer takes it with the code on the line: cleanclaim check FILE',
      likely: meaning ? 80 : 50,
    };
  },
};
