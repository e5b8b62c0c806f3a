import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classKey, looseKey, writtenKey, writtenWords } from '@cleanclaim/core';
import type { Sections } from '../write-pack.ts';
import { wordListSections } from './word-list-sections.ts';

export interface KnowledgeLine {
  readonly file: string;
  readonly term: string;
  readonly meaning: string;
  readonly context: string;
  readonly note: string;
}

/** Reads the knowledge lists of a folder: tab-separated term, meaning, context, note, with a header line. */
export function readKnowledge(of: 'conditions' | 'procedures' = 'conditions'): KnowledgeLine[] {
  const folder = fileURLToPath(new URL(of === 'conditions' ? '../../../knowledge/' : '../../../knowledge/procedures/', import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(`${folder}${file}`, 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line) => {
          const [term = '', meaning = '', context = '', note = ''] = line.split('\t');
          return { file, term: term.trim(), meaning: meaning.trim(), context: context.trim(), note: note.trim() };
        }),
    );
}

/** The words of all terms: the spelling search must know them. */
export function knowledgeWords(lines: readonly KnowledgeLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) for (const word of writtenWords(line.term)) if (/^[a-z0-9]+$/.test(word)) words.add(word);
  return words;
}

/** Keys in order, each with its entries: numbers of meaning and context. */
export function knowledgeSections(lines: readonly KnowledgeLine[]): Sections {
  const byKey = new Map<string, { meaning: string; context: string }[]>();
  const add = (key: string, meaning: string, context: string): void => {
    const list = byKey.get(key) ?? [];
    if (!list.some((each) => each.meaning === meaning && each.context === context)) list.push({ meaning, context });
    byKey.set(key, list);
  };
  for (const { file, term, meaning, context, note } of lines) {
    const plain = toAscii(term);
    const means = toAscii(meaning);
    if (note === 'class') {
      add(classKey(plain), means, '');
      add(classKey(means), plain, '');
      continue;
    }
    const words = writtenWords(plain);
    const when = toAscii(context).replace(/\s*,\s*/g, ',');
    add(writtenKey(words), means, when);
    // An abbreviation is meant letter by letter; words may change their order and endings.
    const loose = file.startsWith('abbreviations') ? undefined : looseKey(words);
    if (loose !== undefined) add(loose, means, when);
  }
  const keys = [...byKey.keys()].sort();
  const lists = keys.map((key) => byKey.get(key) ?? []);
  const texts = [...new Set(lists.flat().flatMap((entry) => [entry.meaning, entry.context]))].sort();
  if (texts.length > 65_536) throw new Error(`${texts.length} meanings and contexts do not fit 16-bit numbers`);
  const number = new Map(texts.map((text, at) => [text, at]));
  const first = new Uint32Array(keys.length + 1);
  lists.forEach((list, at) => (first[at + 1] = (first[at] ?? 0) + list.length));
  return {
    ...wordListSections('knowledge.key', keys),
    'knowledge.key.entry': ['u32', first],
    'knowledge.entry': [
      'u16',
      Uint16Array.from(lists.flat().flatMap((entry) => [number.get(entry.meaning) ?? 0, number.get(entry.context) ?? 0])),
    ],
    ...wordListSections('knowledge.text', texts),
  };
}

function toAscii(text: string): string {
  return text.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
}
