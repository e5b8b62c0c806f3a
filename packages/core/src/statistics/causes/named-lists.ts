import type { Data } from '../../data.ts';
import type { Day } from '../../day.ts';
import { CleanclaimError } from '../../errors.ts';
import { type CauseList, causeList } from './cause-list.ts';
import { ccsrList } from './ccsr-list.ts';
import { icd10Blocks } from './icd10-blocks.ts';
import { icd10Chapters } from './icd10-chapters.ts';
import { icd11Chapters } from './icd11-chapters.ts';
import { nchs113, nchs39 } from './nchs-lists.ts';
import { ue1List } from './ue1-list.ts';
import { whoMorbidityList } from './who-morbidity-list.ts';
import { whoMortalityList1 } from './who-mortality-list-1.ts';
import { whoMortalityList2, whoMortalityList3, whoMortalityList4 } from './who-mortality-lists.ts';

export const CAUSE_LISTS = [
  'icd10-chapters',
  'icd10-blocks',
  'who-1',
  'who-2',
  'who-3',
  'who-4',
  'who-morbidity',
  'nchs-113',
  'nchs-39',
  'ue1',
  'icd10cm-chapters',
  'icd10cm-blocks',
  'ccsr-inpatient',
  'ccsr-outpatient',
  'icd11-chapters',
] as const;
export type CauseListId = (typeof CAUSE_LISTS)[number];

const MAKE: { readonly [Id in CauseListId]: (data: Data, on: Day) => CauseList } = {
  'icd10-chapters': icd10Chapters,
  'icd10-blocks': icd10Blocks,
  'who-1': whoMortalityList1,
  'who-2': whoMortalityList2,
  'who-3': whoMortalityList3,
  'who-4': whoMortalityList4,
  'who-morbidity': whoMorbidityList,
  'nchs-113': nchs113,
  'nchs-39': nchs39,
  ue1: ue1List,
  'icd10cm-chapters': (data, on) => icd10cmList('icd10cm-chapters', data, on),
  'icd10cm-blocks': (data, on) => icd10cmList('icd10cm-blocks', data, on),
  'ccsr-inpatient': (data, on) => ccsrList('inpatient', data, on),
  'ccsr-outpatient': (data, on) => ccsrList('outpatient', data, on),
  'icd11-chapters': icd11Chapters,
};

/** A list by its name. Throws `input/unknown-edition` where it needs ICD-10-CM and no edition covers the day. */
export function namedList(id: CauseListId, data: Data, on: Day): CauseList {
  return MAKE[id](data, on);
}

function icd10cmList(id: 'icd10cm-chapters' | 'icd10cm-blocks', data: Data, on: Day): CauseList {
  const icd = data.icd10cm(on);
  if (!icd) throw new CleanclaimError('input/unknown-edition', `No ICD-10-CM edition is installed for ${on}.`);
  const chapters = id === 'icd10cm-chapters';
  const levels = new Map<string, { title: string; first: string; last: string }>();
  for (const at of icd.rows()) {
    const code = icd.code(at);
    if (code.length > 3) continue;
    for (const level of chapters ? [icd.chapter(at)] : icd.blocks(at)) {
      if (!level) continue;
      const found = levels.get(level.id);
      if (found) found.last = code;
      else levels.set(level.id, { title: level.title, first: code, last: code });
    }
  }
  const rows = [...levels].map(([name, { title, first, last }]) => [name, title, `${first}-${last}`] as const);
  const holds = (one: (typeof rows)[number], other: (typeof rows)[number]): boolean => {
    const [outer, inner] = [levels.get(one[0]), levels.get(other[0])];
    return one !== other && outer !== undefined && inner !== undefined && outer.first <= inner.first && inner.last <= outer.last;
  };
  return causeList(
    { id, title: `${chapters ? 'Chapters' : 'Blocks'} of ICD-10-CM, ${icd.edition.id}`, source: `ICD-10-CM ${icd.edition.id}` },
    rows.map((each) => [...each, rows.some((other) => holds(each, other)) ? ('total' as const) : undefined] as const),
  );
}
