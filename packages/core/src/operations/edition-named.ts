import { isDay } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import type { OperationContext } from './operation.ts';

/** An edition by its id (`icd10cm-2026-10`, or `icd10cm-codes-2020-10` as its added file is listed), its fiscal year (`FY2027`: the last release of it) or any day in it. */
export function editionNamed(name: string, path: string, context: OperationContext): Icd10cmEdition {
  const table = context.data.icd10cmTable();
  const wanted = name.trim();
  const id = wanted.toLowerCase().replace('icd10cm-codes-', 'icd10cm-');
  const year = /^(?:fy)?\s*(\d{4})$/i.exec(wanted)?.[1];
  const found = isDay(wanted)
    ? table?.on(wanted)
    : table?.list
        .filter((edition) => edition.id === id || (year !== undefined && fiscalYear(edition.from) === Number(year)))
        .map((edition) => table.edition(edition))
        .at(-1);
  if (!found) {
    const other = context.data.editions().some(({ edition }) => edition.id === wanted);
    if (other) {
      const says = `${quote(name)} is no edition of ICD-10-CM. Compare editions of another source with: cleanclaim data diff EDITION EDITION.`;
      throw new CleanclaimError('input/unknown-edition', says, path);
    }
    const known = table?.list.map((edition) => edition.id).join(', ') ?? 'none';
    throw new CleanclaimError('input/unknown-edition', `No installed edition is called ${quote(name)}; there are ${known}.`, path);
  }
  return found;
}

/** ICD-10-CM years begin on 1 October and carry the number of the year they end in. */
function fiscalYear(from: string): number {
  return Number(from.slice(0, 4)) + (from.slice(5) >= '10-01' ? 1 : 0);
}
