import type { KeyedTable } from '@cleanclaim/core';
import type { TabularNode } from '../build/icd10cm/read-tabular.ts';

/** The tree of a tabular list from its rows in the order of the document (source `icd10cm-tabular`). */
export function tabularNodes(table: KeyedTable): TabularNode[] {
  const chapters: TabularNode[] = [];
  const open: TabularNode[] = [];
  for (let row = 0; row < table.size; row++) {
    const level = table.text('level', row);
    const name = table.text('name', row);
    const text = table.text('text', row);
    if (level === 'note') {
      const character = table.text('character', row);
      open
        .at(-1)
        ?.notes.push({ kind: name, text, element: Number(table.text('element', row)), ...(character === '' ? {} : { character }) });
      continue;
    }
    if (level !== 'chapter' && level !== 'section' && level !== 'diag') continue;
    open.length = Math.min(open.length, Number(table.text('depth', row)));
    const node: TabularNode = { tag: level, id: name, title: text, placeholder: false, notes: [], under: [] };
    (open.at(-1)?.under ?? chapters).push(node);
    open.push(node);
  }
  return chapters;
}
