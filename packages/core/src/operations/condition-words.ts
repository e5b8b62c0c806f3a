import type { Data } from '../data.ts';
import type { Icd10cmTable } from '../icd10cm/table.ts';
import { Knowledge } from '../search/knowledge.ts';

const KNOWLEDGE = new WeakMap<Icd10cmTable, Knowledge>();

/** What people call conditions: the lists that travel with ICD-10-CM; undefined where its pack has none. */
export function conditionWords(data: Data): Knowledge | undefined {
  const table = data.icd10cmTable();
  if (!table || !Knowledge.isIn(table.pack)) return undefined;
  let knowledge = KNOWLEDGE.get(table);
  if (!knowledge) KNOWLEDGE.set(table, (knowledge = new Knowledge(table.pack)));
  return knowledge;
}
