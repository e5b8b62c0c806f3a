import { quote } from '@cleanclaim/core';

/** A code as it should be read in a sentence: plain where it is short and of plain characters, else quoted. */
export function spoken(code: string): string {
  return /^[0-9A-Za-z.]{1,12}$/.test(code) ? code : quote(code);
}
