import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkX12, type Companion, readCompanion } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { make837P } from './made/x12.ts';
import { data } from './support/data.ts';

const example = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../examples/companions/${name}.json`, import.meta.url)), 'utf8'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function made(): string {
  let text = '';
  make837P(2, (part) => {
    text += part;
  });
  return text;
}

function check(text: string, companion: Companion): string[] {
  return checkX12(bytes(text), { data, companions: [companion] }).findings.map(
    ({ rule, severity, where, why }) => `${rule} ${severity} ${where.loop} ${where.segment} ${/rule ([\w-]+)/.exec(why)?.[1]}`,
  );
}

describe('a companion guide', () => {
  const companion = readCompanion(example('made-payer'));

  it('finds nothing in what it is content with, and is then no longer named as not checked', () => {
    expect(check(made(), companion)).toEqual([]);
    const named = (companions: Companion[]): boolean =>
      checkX12(bytes(made()), { data, companions }).notChecked.some(({ rule }) => rule === 'x12/companion-guide');
    expect([named([]), named([companion])]).toEqual([true, false]);
  });

  it('names what is missing, wrong and not wanted, with its own rule and source', () => {
    const text = made()
      .replace('MI*W000000000', 'MI*000000000')
      .replace('SBR*P*18*GROUP7***', 'SBR*P*18****')
      .replace('11:B:1', '11:B:8')
      .replace('REF*D9*000017~\n', 'REF*F8*X1~\nNTE*ADD*HELLO~\n')
      .replace('PRV*BI*PXC*207Q00000X~\n', '');
    expect(check(text, companion)).toEqual(
      [
        'x12/companion error 2010BA NM1 member-number',
        'x12/companion warning 2000B SBR group',
        'x12/companion warning 2300 CLM no-void',
        'x12/companion info 2300 NTE notes',
        'x12/companion warning 2000A PRV taxonomy',
      ].toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)),
    );
  });

  it('holds for its payers, its plans and its days alone', () => {
    const wrong = made().replaceAll('MI*W', 'MI*1');
    expect(check(wrong, companion)).toHaveLength(2);
    expect(check(wrong, { ...companion, payers: ['99999'] })).toEqual([]);
    expect(check(wrong, { ...companion, from: '2026-05-01' })).toEqual([]);
    expect(check(wrong, { ...companion, filings: ['MB'] })).toEqual([]);
    expect(check(wrong, readCompanion(example('medicare-part-b')))).toEqual([]);
    expect(check(wrong.replaceAll('******CI', '******MB'), readCompanion(example('medicare-part-b')))).toHaveLength(2);
  });

  it.each([
    [{}, '"name"'],
    [{ ...companion, form: 1 }, 'no field "form"'],
    [{ ...companion, from: '2026-13-01' }, 'not a day'],
    [{ ...companion, guides: ['838'] }, '"838"'],
    [{ ...companion, rules: [{ id: 'x', loop: '2300', segment: 'CLM', says: '', fix: '' }] }, 'needs one of'],
    [{ ...companion, rules: [{ id: 'x', loop: '2300', segment: 'CLM', in: ['1'], says: '', fix: '' }] }, 'names its element'],
    [{ ...companion, limits: { appealDays: 0.5 } }, 'whole number of days'],
    [[], 'object'],
    [null, 'object'],
  ])('that is wrong is refused: %#', (value, words) => {
    expect(() => readCompanion(value)).toThrow(words);
  });
});

/** The order in which they are found: what comes before the payer's name waits for it. */
const ORDER = [
  'x12/companion warning 2000B SBR group',
  'x12/companion error 2010BA NM1 member-number',
  'x12/companion warning 2300 CLM no-void',
  'x12/companion info 2300 NTE notes',
  'x12/companion warning 2000A PRV taxonomy',
];
