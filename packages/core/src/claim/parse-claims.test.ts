import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFailure } from './read-claim.ts';
import { jsonErrorAt } from './key-trouble.ts';
import { parseClaim, parseClaims } from './parse-claims.ts';

const good = { type: 'professional', diagnoses: [{ code: 'E11.9' }], lines: [{ code: 'G0108', pointers: [1] }] };

describe('parseClaim', () => {
  it.each([
    ['', 'input/empty', ''],
    ['   \n', 'input/empty', ''],
    ['\u0000', 'input/not-json', ''],
    ['{"type":', 'input/not-json', ''],
    ['ISA*00*', 'input/unsupported-format', ''],
    ['{"resourceType":"Claim"}', 'input/unsupported-format', '/resourceType'],
    ['[]', 'claim/wrong-shape', ''],
    ['"text"', 'claim/wrong-shape', ''],
    ['{}', 'claim/missing-field', '/type'],
    ['{"type":"professional"}', 'claim/missing-field', '/lines'],
    ['{"type":"hospital","lines":[]}', 'claim/wrong-shape', '/type'],
    ['{"type":"professional","lines":{}}', 'claim/wrong-shape', '/lines'],
    ['{"type":"professional","lines":[[]]}', 'claim/wrong-shape', '/lines/0'],
    ['{"type":"professional","lines":[{"units":"1"}]}', 'claim/wrong-shape', '/lines/0/units'],
    ['{"type":"professional","lines":[{"charge":60}]}', 'claim/wrong-shape', '/lines/0/charge'],
    ['{"type":"professional","lines":[],"diagnoses":[{"kind":"other"}]}', 'claim/missing-field', '/diagnoses/0/code'],
    ['{"type":"professional","lines":[],"lines":[]}', 'input/duplicate-key', '/lines'],
    ['{"type":"professional","lines":[{"code":"A","co\\u0064e":"B"}]}', 'input/duplicate-key', '/lines/0/code'],
    [`{"type":"professional","lines":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'input/too-deep', ''],
  ])('%.60s gives %s', (text, code, path) => {
    expect(parseClaim(text)).toMatchObject({ code, path });
  });

  it('says line and column of broken JSON', () => {
    expect(parseClaim('{\n  "type": x')).toMatchObject({ message: 'The input is not JSON: see line 2, column 11.' });
  });

  it('finds the place wherever JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', 'x', '\\'), (json, place, put) => {
        const at = place % (json.length + 1);
        const text = `${json.slice(0, at)}${put}${json.slice(put === '' ? at + 1 : at)}`;
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        const found = jsonErrorAt(text);
        if (parses) expect(found).toBe(text.length);
        // What stands before the place is a good beginning: alone it breaks nowhere but at its end.
        else expect(jsonErrorAt(text.slice(0, found))).toBe(found);
      }),
      { numRuns: 300 },
    );
  });

  it('reads a claim and keeps what it does not know', () => {
    const read = parseClaim(JSON.stringify({ ...good, patinet: {}, 'a/b': 1 }));
    expect(read).toMatchObject({ unknown: [{ path: '/patinet' }, { path: '/a~1b' }] });
  });

  it('is not misled by colons and quotes inside texts', () => {
    expect(isFailure(parseClaim(JSON.stringify({ ...good, id: 'a:"b\\":c' })))).toBe(false);
  });

  it('does not take inherited names for fields', () => {
    expect(parseClaim('{"type":"professional","lines":[],"__proto__":{"id":1},"constructor":1}')).toMatchObject({
      unknown: [{ name: '__proto__' }, { name: 'constructor' }],
    });
  });

  it('answers any text with a claim or one failure', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.json().map((json) => `{"type":"professional","lines":${json}}`),
        ),
        (text) => {
          const read = parseClaim(text);
          if (isFailure(read)) expect(read.recovery).not.toBe('');
          else expect(read.claim.lines).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('parseClaims gives the failure of an entry its place in the list', () => {
  const bad = { ...good, total: 5 };
  expect(parseClaims(JSON.stringify([good, bad]))).toMatchObject([
    { read: { claim: { type: 'professional' } } },
    { read: { path: '/1/total' }, text: JSON.stringify(bad) },
  ]);
});
