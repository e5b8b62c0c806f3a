import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Claim, isFailure, readClaim } from '@cleanclaim/core';
import { type ClaimEnvelope, ClaimStream, type PassedOver, passedPlace, writeClaims } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { everySegment } from './made/every-segment.ts';
import { lostOf, saidOf } from './support/claim-segments.ts';

const ENVELOPE: ClaimEnvelope = {
  sender: { id: 'S', name: 'S', contact: 'C', phone: '5555550100' },
  receiver: { id: 'R', name: 'R' },
  moment: { date: '20261124', time: '1200' },
  control: 1,
  usage: 'T',
};

interface There {
  readonly claims: readonly Claim[];
  readonly passed: readonly PassedOver[];
}

function read(bytes: Uint8Array): There {
  const claims: Claim[] = [];
  const passed: PassedOver[] = [];
  const stream = new ClaimStream((claim, _place, over) => {
    claims.push(claim);
    passed.push(...over);
  });
  stream.push(bytes);
  stream.end();
  return { claims, passed };
}

/** What is lost on the way to claims and back without being told, and what is told and yet not lost. */
function onTheWay(bytes: Uint8Array): { readonly untold: string[]; readonly told: string[]; readonly needless: string[] } {
  const text = new TextDecoder('latin1').decode(bytes);
  const { claims, passed } = read(bytes);
  const lost = lostOf(saidOf(text), saidOf(writeClaims(claims, ENVELOPE)));
  const named = new Set(passed.map(({ segmentNumber }) => segmentNumber));
  const gone = new Set(lost.map(({ number }) => number));
  return {
    untold: lost
      .filter(({ number }) => !named.has(number))
      .map(({ id, elements }) => [id, ...elements.map((each) => each.join(':'))].join('*')),
    told: [...new Set(passed.map(passedPlace))],
    needless: passed.filter(({ segmentNumber }) => !gone.has(segmentNumber)).map(passedPlace),
  };
}

/** What no claim holds: two e-mail addresses of one contact, an organization as the patient, other procedures without a principal one. */
const TOLD = {
  '837P': ['2010AA PER06', '2010AA PER08', '2010BA NM102', '2420E PER06', '2420E PER08'],
  '837I': ['2010AA PER06', '2010AA PER08', '2010BA NM102', '2300 HI01'],
  '837D': ['2010AA PER06', '2010AA PER08', '2010BA NM102'],
} as const;

/** The corpus is not ours to copy; the test reads it where it lies (docs/x12.md, "How well it agrees"). */
const corpus = fileURLToPath(new URL('../../shared/x12/', import.meta.url));

/** Files of the corpus with claims of a version we have a map for; a claim that was cut off is handed over nowhere. */
function claimFiles(): { readonly file: string; readonly bytes: Uint8Array }[] {
  if (!existsSync(`${corpus}index.tsv`)) return [];
  return readFileSync(`${corpus}index.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
    .filter((file) => file !== '' && !file.includes('truncated'))
    .map((file) => ({ file, bytes: readFileSync(corpus + file) }))
    .filter(({ bytes }) => /005010X(?:22[234]|29[12])/.test(String.fromCharCode(...bytes.subarray(0, 600))));
}

describe('an 837 of any segment, read as claims and written again', () => {
  for (const id of ['837P', '837I', '837D'] as const) {
    it(`${id} loses nothing, or says what`, () => {
      const untold: string[] = [];
      const needless: string[] = [];
      const told = new Set<string>();
      let count = 0;
      for (const { about, text } of everySegment(id)) {
        count++;
        const bytes = new TextEncoder().encode(text);
        const way = onTheWay(bytes);
        untold.push(...way.untold.map((each) => `${about}: ${each}`));
        needless.push(...way.needless.map((each) => `${about}: ${each}`));
        for (const each of way.told) told.add(each);
        const [claim] = read(bytes).claims;
        const again = readClaim(claim);
        expect(isFailure(again) ? again : again.unknown).toEqual([]);
      }
      expect(count).toBeGreaterThan(800);
      expect([...told].toSorted()).toEqual(TOLD[id]);
      expect(untold).toEqual([]);
      expect(needless).toEqual([]);
    });
  }
});

describe.skipIf(claimFiles().length === 0)('the 837s of the corpus (skipped where it does not lie beside the checkout)', () => {
  it('lose nothing, or say what', () => {
    const files = claimFiles();
    expect(files.length).toBeGreaterThan(100);
    const ways = files.map(({ file, bytes }) => ({ file, ...onTheWay(bytes) }));
    expect(ways.flatMap(({ needless }) => needless)).toEqual([]);
    expect(ways.filter(({ untold }) => untold.length > 0).map(({ file, untold }) => [file, untold])).toEqual([]);
  });
});
