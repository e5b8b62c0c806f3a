import { day, namedBy, perform, search } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { bundledData } from '@cleanclaim/data';

const context = { data: bundledData(), today: day('2026-05-12') };

describe('search offers two codes together', () => {
  it('when the notes tie them and each answers other words', () => {
    const { pair } = perform(search, { query: 'htn ckd 3' }, context);
    expect(pair?.first.code).toBe('I12.9');
    expect(pair?.second.code).toMatch(/^N18\.3/);
    expect(pair?.choices.map(({ code }) => code)).toEqual(['N18.30', 'N18.31', 'N18.32']);
    expect(pair?.notes.map(({ kind, from }) => [kind, from])).toEqual([
      ['useAdditionalCode', 'I12.9'],
      ['codeFirst', 'N18'],
    ]);
  });

  it.each(['diabetic kidney disease', 'ckd stage 3', 'hypertension', 'E11.9', 'broken leg'])('but not for %s', (query) => {
    expect(perform(search, { query }, context).pair).toBeUndefined();
  });
});

describe('the notes that name a code', () => {
  it('are found, the narrowest references first', () => {
    const { notes } = perform(namedBy, { code: 'E11.22' }, context);
    expect(notes[0]).toMatchObject({ from: 'N18', kind: 'codeFirst', width: 1 });
    expect(notes.map(({ width }) => width)).toEqual(notes.map(({ width }) => width).toSorted((one, other) => one - other));
  });

  it('are none for a code nobody has, and no data for a day without an edition', () => {
    expect(perform(namedBy, { code: 'E11.77' }, context)).toMatchObject({ status: 'unknown', notes: [] });
    expect(perform(namedBy, { code: 'E11.22', on: '1999-01-01' }, context)).toMatchObject({ status: 'no-data', notes: [] });
  });
});
