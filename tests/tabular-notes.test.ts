import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { day, NOTE_KINDS, type NoteKind, noteReferences } from '@cleanclaim/core';
import { readTabular, type TabularNode, type TabularNote } from '@cleanclaim/data/build';
import { describe, expect, it } from 'vitest';
import { data, shared } from './support/data.ts';

const LINES = { excludes1: 5407, excludes2: 2520, useAdditionalCode: 1485, codeFirst: 809, codeAlso: 655 };
const REFERRING = Object.keys(LINES) as NoteKind[];

describe('the notes of April 2026 in the bundled pack', () => {
  const icd = data.icd10cm(day('2026-05-01'));
  if (!icd) throw new Error('the edition of May 2026 is bundled');
  const counts = new Map<NoteKind, number>();
  const seen = new Set<number>();
  for (const row of icd.rows()) {
    for (const note of icd.notes(row, REFERRING)) {
      if (seen.has(note.id)) continue;
      seen.add(note.id);
      counts.set(note.kind, (counts.get(note.kind) ?? 0) + 1);
    }
  }
  it.each(Object.entries(LINES))('%s', (kind, lines) => expect(counts.get(kind as NoteKind)).toBe(lines));

  it('no two codes name each other under "code first" notes of their categories', () => {
    const mutual: string[] = [];
    for (const row of icd.rows()) {
      const { runs } = icd.references(row, 'codeFirst');
      // Ranges of whole chapters are looked at from their narrow end, so each pair is met all the same.
      for (let at = 0; at < runs.length; at += 3) {
        const [first = 0, after = 0] = [runs[at], runs[at + 1]];
        if (after - first > 3000 || icd.holder(runs[at + 2] ?? 0).level !== 'code') continue;
        for (let other = first; other < after; other++) {
          if (other === row || !icd.inForce(other)) continue;
          const back = icd.names(other, 'codeFirst', row);
          if (back >= 0 && icd.holder(back).level === 'code') mutual.push(`${icd.code(row)} ${icd.code(other)}`);
        }
      }
    }
    expect(mutual.slice(0, 20)).toEqual([]);
  });
});

const path = shared('data/icd10cm/tabular_xml/icd10c-tabular-April-1-2026.xml.gz');

describe.skipIf(!path)('the notes of April 2026 as the XML states them', () => {
  const notes: TabularNote[] = [];
  const gather = (node: TabularNode): void => {
    notes.push(...node.notes);
    node.under.forEach(gather);
  };
  if (path) readTabular(gunzipSync(readFileSync(path)).toString('utf8')).forEach(gather);

  it.each(Object.entries(LINES))('lines of %s', (kind, lines) => {
    expect(notes.filter((note) => note.kind === kind)).toHaveLength(lines);
  });

  it.each(
    Object.entries({
      excludes1: 2644,
      excludes2: 1165,
      codeFirst: 363,
      useAdditionalCode: 844,
      codeAlso: 320,
      includes: 415,
      inclusionTerm: 6809,
      sevenCharacter: 508,
    }),
  )('elements of %s', (kind, elements) => {
    expect(NOTE_KINDS).toContain(kind);
    expect(new Set(notes.filter((note) => note.kind === kind).map((note) => note.element)).size).toBe(elements);
  });

  const lines = (kind: NoteKind): string[] => notes.filter((note) => note.kind === kind).map((note) => note.text);
  const inParentheses = /[([](?:categor(?:y|ies) )?(?:[A-Z]\d[0-9A-Z]|QA\d)[^()[\]]*[)\]]/;
  const withList = /[([](?:[A-Z]\d[0-9A-Z])[^)\]]*(?:with|character)/;

  it('excludes1: 128 lines give no code, 21 give it outside parentheses, 47 restrict it by a list', () => {
    const excludes1 = lines('excludes1');
    expect(excludes1.filter((line) => noteReferences(line).length === 0)).toHaveLength(128);
    expect(excludes1.filter((line) => noteReferences(line).length > 0 && !inParentheses.test(line))).toHaveLength(21);
    expect(excludes1.filter((line) => withList.test(line))).toHaveLength(47);
  });

  // As printed there are 311 ranges, 3,577 single codes and 1,783 with a dash. Two of the ranges are the misprint at F06.7
  // (note-repairs.ts), which stands for single codes.
  it('excludes1: the ranges and single codes in parentheses', () => {
    const references = lines('excludes1')
      .filter((line) => inParentheses.test(line))
      .flatMap((line) => noteReferences(line));
    expect(references.filter(({ first, last }) => first !== last)).toHaveLength(309);
    expect(references.filter(({ first, last }) => first === last)).toHaveLength(3577 + 1783 + 4);
  });

  it('codeFirst: 210 lines give no code, 22 restrict it by a list', () => {
    const codeFirst = lines('codeFirst');
    expect(codeFirst.filter((line) => noteReferences(line).length === 0)).toHaveLength(210);
    expect(codeFirst.filter((line) => withList.test(line))).toHaveLength(22);
  });
});
