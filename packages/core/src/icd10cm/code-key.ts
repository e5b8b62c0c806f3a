/**
 * ICD-10-CM codes as numbers: seven base-37 digits (0 = no character, 1–10 = digits, 11–36 = letters), so that
 * numeric order is the classification's character order and everything under a code is one run of numbers.
 */
export const CODE_LENGTH = 7;

const DIGIT = new Int8Array(128).fill(-1);
for (let n = 0; n < 10; n++) DIGIT[48 + n] = 1 + n;
for (let n = 0; n < 26; n++) DIGIT[65 + n] = 11 + n;

/** Weights of the characters by position, most significant first. */
export const WEIGHT: readonly number[] = Array.from({ length: CODE_LENGTH }, (_, position) => 37 ** (CODE_LENGTH - 1 - position));

/**
 * The key of a code written the official way (dot after the third character) or without its dot.
 * -1 when it is neither: a misplaced dot, a character outside 0–9 A–Z, fewer than 3 or more than 7 characters.
 */
export function codeKey(code: string): number {
  const length = code.length;
  let key = 0;
  let count = 0;
  for (let position = 0; position < length; position++) {
    const unit = code.charCodeAt(position);
    if (unit === 46) {
      if (position !== 3 || position === length - 1) return -1;
      continue;
    }
    const digit = unit < 128 ? (DIGIT[unit] ?? -1) : -1;
    if (digit < 0 || count === CODE_LENGTH) return -1;
    key = key * 37 + digit;
    count++;
  }
  if (count < 3) return -1;
  for (; count < CODE_LENGTH; count++) key *= 37;
  return key;
}

/** The characters of a key, without the dot. */
export function keyCharacters(key: number): string {
  let text = '';
  let rest = key;
  for (const weight of WEIGHT) {
    const digit = Math.floor(rest / weight);
    if (digit === 0) break;
    text += String.fromCharCode(digit <= 10 ? 47 + digit : 54 + digit);
    rest -= digit * weight;
  }
  return text;
}

/** Writes a code the official way: a dot after the third character. */
export function withDot(characters: string): string {
  return characters.length > 3 ? `${characters.slice(0, 3)}.${characters.slice(3)}` : characters;
}

export function withoutDot(code: string): string {
  return code.length > 3 && code.charCodeAt(3) === 46 ? code.slice(0, 3) + code.slice(4) : code;
}

/** First key past everything that begins with these characters. */
export function keyAfter(characters: string): number {
  return codeKey(characters.slice(0, 3)) + tailKey(characters) + (WEIGHT[characters.length - 1] ?? 1);
}

function tailKey(characters: string): number {
  let key = 0;
  for (let position = 3; position < characters.length; position++)
    key += (DIGIT[characters.charCodeAt(position)] ?? 0) * (WEIGHT[position] ?? 0);
  return key;
}
