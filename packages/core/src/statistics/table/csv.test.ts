import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CsvSplitter } from './csv.ts';

const split = (text: string, delimiter = ','): (string[] | null)[] => new CsvSplitter(delimiter).push(text, true);

it('splits rows as RFC 4180 writes them', () => {
  expect(split('a,b\n1,2\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(split('a;b\r\n"x;y";2', ';')).toEqual([
    ['a', 'b'],
    ['x;y', '2'],
  ]);
  expect(split('"a ""b""",c\n\n"line\nbreak",d\n')).toEqual([
    ['a "b"', 'c'],
    ['line\nbreak', 'd'],
  ]);
  expect(split('5" pipe,1\n')).toEqual([['5" pipe', '1']]);
  expect(split('a,\n,b\n')).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
});

it('a broken quote costs its own row and no other', () => {
  expect(split('a,1\n"b"x,2\nc,3\n')).toEqual([['a', '1'], null, ['c', '3']]);
  expect(split('a,1\n"b,2\nc,3\nd,4\n')).toEqual([['a', '1'], null, ['c', '3'], ['d', '4']]);
});

it('gives the same rows however the text is cut, and reads back what was written', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 8 }), fc.nat(), (rows, at) => {
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
      const cut = at % (text.length + 1);
      const splitter = new CsvSplitter(',');
      expect([...splitter.push(text.slice(0, cut)), ...splitter.push(text.slice(cut), true)]).toEqual(rows);
    }),
  );
});
