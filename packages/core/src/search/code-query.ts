import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { codeKey, withDot } from '../icd10cm/code-key.ts';
import { tidyCode } from '../text/code-text.ts';

const LIKE_A_CODE = /^[A-Z][0-9A-Z][0-9A-Z](?:\.?[0-9A-Z]{0,4})$/;
const MOST = 200;

/**
 * Rows of the edition that a query names as a code or the beginning of one: the code itself first, then what is under
 * it in order. Whether a text is a code is decided by the table, so words of three to seven letters are not mistaken.
 */
export function rowsOfCode(edition: Icd10cmEdition, query: string): Row[] {
  if (query.length > 40) return [];
  const tidy = tidyCode(query).replace(/\.$/, '');
  if (!LIKE_A_CODE.test(tidy) || !/[0-9]/.test(tidy)) return [];
  if (codeKey(tidy) < 0 || (tidy.includes('.') && tidy !== withDot(tidy.replace('.', '')))) return [];
  const [first, after] = edition.beginningWith(tidy.replace('.', ''));
  const rows: Row[] = [];
  for (let row = first; row < after && rows.length < MOST; row++) if (edition.inForce(row)) rows.push(row);
  return rows;
}
