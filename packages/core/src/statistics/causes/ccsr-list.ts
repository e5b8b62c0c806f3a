import { CleanclaimError } from '../../errors.ts';
import type { Data } from '../../data.ts';
import type { Day } from '../../day.ts';
import { type CauseList, codedCauseList } from './cause-list.ts';

/**
 * CCSR by the default category of inpatient (first-listed) or outpatient diagnoses, from the installed file of AHRQ. Groups are named by
 * their category, since the titles are not kept. Throws `input/unknown-edition` where the file is not installed for the day.
 */
export function ccsrList(care: 'inpatient' | 'outpatient', data: Data, on: Day): CauseList {
  const table = data.table('ccsr-diagnoses', on);
  if (!table)
    throw new CleanclaimError(
      'input/unknown-edition',
      `No CCSR file is installed for ${on}; add AHRQ's with: cleanclaim data add DXCCSR_v2026-1.csv`,
    );
  const rows: { group: string; code: string }[] = [];
  for (let row = 0; row < table.size; row++) {
    const group = table.text(care, row);
    if (group !== '') rows.push({ group, code: table.key(row) });
  }
  return codedCauseList(
    { id: `ccsr-${care}`, title: `${table.edition.title}, default category for ${care} care`, source: table.edition.title },
    rows,
  );
}
