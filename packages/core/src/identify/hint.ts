import { MAX_CODE_INPUT } from '../text/code-text.ts';

/** Letters of other alphabets that look like a letter of a code. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

export const TOO_LONG = `Send one code at a time: no code has more than ${MAX_CODE_INPUT} characters.`;

export const SEVERAL = 'Send one code at a time; on the command line put a space between codes.';

export const CODE_AND_MODIFIER = 'This looks like a code with a modifier: send each of the two alone.';

/** A procedure code and a modifier, written with a dash or a space between them. */
export const WITH_MODIFIER = /^[A-Z\d]{5}[-\s]+[A-Z\d]{2}$/i;

/** Why nothing was recognised, and what to try. `code` is the tidied input. */
export function hintFor(input: string, code: string): string {
  if (code === '') return 'Type a code, for example: cleanclaim identify E11.9';
  const alien = [...code].find((character) => character in LOOK_ALIKES);
  if (alien) return `One character is from another alphabet and only looks like ${LOOK_ALIKES[alien]}: type it again.`;
  if (/[\s,;|]/.test(input.trim()) && /\d/.test(code)) return SEVERAL;
  if (WITH_MODIFIER.test(code)) return CODE_AND_MODIFIER;
  if (/^(?:CO|PR|OA|PI|CR)-?[A-Z]?\d{1,3}$/.test(code))
    return 'This looks like a group and a reason of a remittance, which say why a payer adjusted a payment: cleanclaim x12 read-835 FILE explains them.';
  if (/^\d{1,7}-\d$/.test(code)) return 'This looks like a LOINC number, which names an observation such as a test: no code of a US claim.';
  if (/^[A-Z\d]{3,7}-[A-Z\d]{3,7}$/.test(code)) return 'This looks like a range of codes: send its first or its last code.';
  if (code.includes('.') && /^[A-Z\d.]+$/.test(code))
    return 'Check the dot: in ICD-10-CM it stands once, after the third character, as in E11.9.';
  if (/^\d$/.test(code)) return `A place of service has two digits: 0${code}.`;
  if (/^\d+$/.test(code)) return `No code system of US claims has codes of ${code.length} digits.`;
  if (/^[A-Z\d]+$/.test(code) && /\d/.test(code) && code.length <= 10)
    return 'No code system has codes of this shape: check the letters O and I against the digits 0 and 1.';
  return 'This is no code. Words find codes with: cleanclaim search "type 2 diabetes"';
}

/** A warning about input that was recognised, but may have been meant otherwise. */
export function doubtAbout(input: string, system: string | undefined): string | null {
  return system === 'icd10cm' && /^\s*l\d/.test(input) ? 'The small letter l was read as L: if you meant the letter I, type I.' : null;
}
