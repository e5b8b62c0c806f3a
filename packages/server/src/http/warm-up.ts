import type { Service } from '../service.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Beginnings of titles asked for: after 300 a search takes a third longer than after all of them, after 3,000 it is hardly faster than after these. */
const TITLES = 1_000;

/**
 * What is asked before the first caller comes, in small groups: the two-letter beginnings that everybody types, whose
 * answers are kept, and beginnings of titles from all chapters, which make the engine of the language compile search.
 */
export function* warmUpTexts(service: Service): Generator<readonly string[]> {
  for (const first of LETTERS) yield LETTERS.map((second) => first + second);
  const icd = service.data.icd10cm(service.today());
  if (!icd) return;
  const rows = [...icd.rows()];
  for (let at = 0; at < TITLES; at++) {
    const title = icd.display(rows[Math.floor((at * rows.length) / TITLES)] ?? 0) ?? '';
    yield [title.slice(0, 4 + (at % 20))];
  }
}
