/**
 * Turns what a person typed into the characters of a code, without guessing: letter case, surrounding and inner
 * spaces, full-width forms and invisible characters are forgiven; a wrong letter, a look-alike from another alphabet
 * or a misplaced dot is not.
 */

const PLAIN = /^[0-9A-Z.]+$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * Upper case (a–z only: other alphabets keep their letters), no spaces, no invisible characters, full-width forms made
 * plain. Dots and everything else are kept.
 */
export function tidyCode(input: string): string {
  if (PLAIN.test(input)) return input;
  return input
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The longest input any code system can mean; more is refused before any work is done. */
export const MAX_CODE_INPUT = 200;
