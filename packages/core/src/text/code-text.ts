/**
 * Turns what a person typed into the characters of a code, without guessing: letter case, surrounding and inner
 * spaces, full-width forms and invisible characters are forgiven; a wrong letter, a look-alike from another alphabet
 * or a misplaced dot is not.
 */

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * Upper case (a–z only: other alphabets keep their letters), no spaces, no invisible characters, full-width forms made
 * plain. Dots and everything else are kept.
 */
export function tidyCode(input: string): string {
  if (isPlain(input)) return input;
  return input
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Digits, capital letters and dots only. A loop: each code of each claim passes here, and an expression takes several times as long. */
function isPlain(input: string): boolean {
  for (let at = 0; at < input.length; at++) {
    const unit = input.charCodeAt(at);
    if ((unit < 48 || unit > 57) && (unit < 65 || unit > 90) && unit !== 46) return false;
  }
  return true;
}

/** The longest input any code system can mean; more is refused before any work is done. */
export const MAX_CODE_INPUT = 200;
