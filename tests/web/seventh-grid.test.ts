import { explainCode, day } from '@cleanclaim/core';
import { expect, it } from 'vitest';
import { gridOf } from '../../packages/web/src/pages/code/seventh-grid.ts';
import { data } from '../support/data.ts';

const table = data.icd10cmTable();

const choicesOf = (code: string) => {
  if (!table) throw new Error('the bundled pack is not there');
  const explained = explainCode(table, code, day('2026-05-12'));
  if (explained.status !== 'header' || explained.missing.kind !== 'seventh-character') throw new Error(`${code} takes no 7th character`);
  return explained.missing.choices;
};

it('lays fractures out by encounter and by how open they are, every letter once', () => {
  const grid = gridOf(choicesOf('S82.101'));
  expect(grid?.columns.map((column) => column.split(',')[0])).toEqual(['closed', 'open', 'open']);
  expect(grid?.at.flat().filter(Boolean)).toHaveLength(16);
  expect(grid?.at[0]).toEqual(['A', 'B', 'C']);
});

it.each(['T14.90', 'S06.1X7', 'M80.011', 'O36.011', 'T36.0X1'])('leaves %s a list', (code) => {
  expect(gridOf(choicesOf(code))).toBeUndefined();
});
