import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAllKeys } from './key-trouble.ts';
import { measure } from './measure-json.ts';
import { readPlain } from './plain-claim.ts';
import { isFailure, readClaim } from './read-claim.ts';

const claim = {
  type: 'professional',
  id: 'B-1',
  payer: { id: '12302', kind: 'medicare' },
  patient: { birthDate: '1950-06-15', sex: 'female', name: { last: 'O:Neill', first: 'Zoë "Z"' } },
  billing: { npi: '1234567893', taxonomy: '207Q00000X', name: 'A name that is longer than what is kept' },
  diagnoses: [{ code: 'E11.9' }, { code: 'I10', kind: 'principal' }],
  lines: [
    { code: 'G0108', modifiers: [], from: '2026-03-04', units: 1, charge: '60.00', pointers: [1, 'B'] },
    { code: 'A4253', modifiers: ['KX', 'NU'], from: '2026-03-04', units: 2.5, charge: '20.00', pointers: [1] },
  ],
  total: '80.00',
};

/** What the claim's other readers make of the text; undefined where one of them finds something wrong. */
function readTwice(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const read = readClaim(value);
    return isFailure(read) || !hasAllKeys(text, measure(value).keys) ? undefined : read;
  } catch {
    return undefined;
  }
}

describe('readPlain', () => {
  it.each([0, 2, '\t'])('reads a claim with whatever space between its parts', (space) => {
    const text = ` ${JSON.stringify(claim, undefined, space)}\n`;
    expect(readPlain(text)).toEqual({ claim, unknown: [] });
    expect(readPlain(text.replaceAll(':', ' : '))).toEqual(readTwice(text.replaceAll(':', ' : ')));
  });

  it('reads the same texts again and again, and others of the same beginning', () => {
    for (const id of ['B-1', 'B-1', '', 'B-12', 'B-1', 'B-12', 'x'.repeat(31), 'x'.repeat(32), 'x'.repeat(33), 'é', 'e\u0301'])
      expect(readPlain(JSON.stringify({ ...claim, id }))).toEqual({ claim: { ...claim, id }, unknown: [] });
  });

  it('tells of fields that the model does not have, where they stand', () => {
    const text = JSON.stringify({ ...claim, 'a/b': [1], lines: [...claim.lines, { cod: 'G0108', 'with "quotes"': null }] });
    expect(readPlain(text)).toEqual(readTwice(text));
    expect(readPlain(text)?.unknown.map(({ path }) => path)).toEqual(['/lines/2/cod', '/lines/2/with "quotes"', '/a~1b']);
  });

  it.each([
    ['a key twice', '{"type":"dental","lines":[],"type":"dental"}'],
    ['a later key twice', '{"type":"dental","lines":[],"drg":"1","drg":"1"}'],
    ['an unknown key twice', '{"type":"dental","lines":[],"x":1,"x":1}'],
    ['a key twice by an escape', '{"type":"dental","lines":[],"t\\u0079pe":"dental"}'],
    ['a key twice inside', '{"type":"dental","lines":[],"patient":{"name":{"last":"A","last":"B"}}}'],
    ['too deep', `{"type":"dental","lines":[],"x":${'['.repeat(60)}${']'.repeat(60)}}`],
    ['FHIR', '{"resourceType":"Claim","type":"dental","lines":[]}'],
    ['a mark', '\ufeff{"type":"dental","lines":[]}'],
    ['a mark inside', '{"type":"dental","lines":[],"x":\ufeff1}'],
    ['a long text', `{"type":"dental","lines":[],"id":"${'x'.repeat(1001)}"}`],
    ['half a letter', '{"type":"dental","lines":[],"id":"\ud83d"}'],
    ['a text that ends in a backslash', '{"type":"dental","lines":[],"id":"x\\'],
    ['more than one claim', '{"type":"dental","lines":[]}{"type":"dental","lines":[]}'],
    ['a field missing', '{"type":"dental"}'],
    ['what objects inherit', '{"type":"dental","lines":[],"__proto__":{"id":"x"}}'],
    ['a claim that is very long', JSON.stringify({ ...claim, x: 'x'.repeat(70_000) })],
  ])('leaves %s to others', (_, text) => {
    expect(readPlain(text)).toBeUndefined();
  });

  it('reads what the other readers read, or leaves it to them', () => {
    const text = JSON.stringify(claim);
    const put = [
      '',
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      ' ',
      '\u0000',
      'é',
      '\\u00e9',
      '0',
      '-1.5e3',
      'null',
      '"x":1,',
      '"id":2,',
      '{},',
    ];
    let plain = 0;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(3), fc.constantFrom(...put), fc.nat(text.length), (at, gone, what, other) => {
        const once = text.slice(0, at) + what + text.slice(at + gone);
        const changed = once.slice(0, other) + what + once.slice(other);
        for (const each of [once, changed]) {
          const read = readPlain(each);
          if (read === undefined) continue;
          plain++;
          expect(JSON.stringify(read)).toBe(JSON.stringify(readTwice(each)));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(plain).toBeGreaterThan(0);
  });
});
