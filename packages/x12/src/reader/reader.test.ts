import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READER_LIMITS } from './limits.ts';
import { X12Reader } from './reader.ts';

const ISA = 'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*1200*^*00501*000000001*0*P*:~';
const SMALL = `${ISA}\nGS*HC*S*R*20260401*1200*1*X*005010X222A1~\nST*837*0001~\nNM1*85*2*O'ISA*BELL~\nSE*3*0001~\nGE*1*1~\nIEA*1*000000001~\n`;

interface Read {
  readonly segments: readonly string[];
  readonly problems: readonly string[];
  readonly offsets: readonly number[];
  readonly rest: string;
}

function read(bytes: Uint8Array, step = bytes.length): Read {
  const segments: string[] = [];
  const problems: string[] = [];
  const offsets: number[] = [];
  let rest = '';
  const reader = new X12Reader({
    interchange() {},
    segment(segment) {
      segments.push([segment.id, ...Array.from({ length: segment.count }, (_, at) => segment.element(at + 1))].join('|'));
      offsets.push(segment.offset);
    },
    problem: ({ code }) => problems.push(code),
    end(text) {
      rest = text;
    },
  });
  for (let at = 0; at < bytes.length; at += Math.max(step, 1)) reader.push(bytes.slice(at, at + Math.max(step, 1)));
  reader.end();
  return { segments, problems, offsets, rest };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ids = (one: Read): string => one.segments.map((segment) => segment.split('|')[0]).join(' ');

describe('delimiters', () => {
  it('are those the ISA declares', () => {
    const other = SMALL.replace(/[*:~^]/g, (mark) => ({ '*': '|', ':': '<', '~': '\x1d', '^': '!' })[mark] ?? '');
    expect(read(bytes(other)).segments).toEqual(
      read(bytes(SMALL)).segments.map((segment) => segment.replace('|:', '|<').replace('|^', '|!')),
    );
  });

  it('may be line breaks', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const one = read(bytes(SMALL.replaceAll('~\n', end)));
      expect(one.segments).toEqual(read(bytes(SMALL)).segments);
      expect(one.problems).toEqual([]);
    }
  });

  it('are found in a file folded at 80 columns', () => {
    const folded = SMALL.replaceAll('\n', '').replace(/.{80}/g, '$&\r\n');
    const one = read(bytes(folded));
    expect(one.segments).toEqual(read(bytes(SMALL)).segments);
    expect(one.problems).toEqual(['header-widths']);
  });

  it('are found wherever a file is folded, in whatever chunks it comes', () => {
    const flat = SMALL.replaceAll('\n', '');
    for (let width = 20; width < 130; width++) {
      const folded = bytes(flat.replace(new RegExp(`.{${width}}`, 'g'), '$&\n'));
      expect(read(folded, 1)).toEqual(read(folded));
      // A break right before a terminator that follows the ISA would itself look like the terminator.
      if (width !== 105) expect(read(folded).segments).toEqual(read(bytes(SMALL)).segments);
    }
  });

  it('change from interchange to interchange', () => {
    const two = SMALL + SMALL.replaceAll('*', '|').replaceAll('~', '$');
    expect(read(bytes(two)).segments).toEqual([...read(bytes(SMALL)).segments, ...read(bytes(SMALL)).segments]);
  });
});

it('a byte-order mark, blank lines and padding are nothing', () => {
  const one = read(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(`\n${SMALL}\0\0\x1a`)]));
  expect(one.problems).toEqual([]);
  expect(one.segments).toEqual(read(bytes(SMALL)).segments);
  expect(one.rest).toBe('\n\0\0\x1a');
});

it('UTF-8 is read as UTF-8 and anything else as Latin-1', () => {
  const utf8 = read(bytes(SMALL.replace('BELL', 'MUÑOZ')));
  const latin = read(Uint8Array.from(SMALL.replace('BELL', 'MUÑOZ'), (character) => character.codePointAt(0) ?? 0));
  expect(utf8.segments[3]).toBe("NM1|85|2|O'ISA|MUÑOZ");
  expect(latin.segments).toEqual(utf8.segments);
});

it('a missing trailer does not hide the next interchange', () => {
  const one = read(bytes(SMALL.replace('IEA*1*000000001~\n', '') + SMALL));
  expect(ids(one)).toBe('ISA GS ST NM1 SE GE ISA GS ST NM1 SE GE IEA');
});

it('what is not X12 is said once, with its place', () => {
  expect(read(bytes('')).problems).toEqual(['empty-file']);
  expect(read(bytes('{"a":1}')).problems).toEqual(['not-x12']);
  expect(read(new Uint8Array([0xff, 0xfe, 73, 0, 83, 0])).problems).toEqual(['utf-16']);
  expect(read(bytes(`${SMALL}PK junk ISAAC\n${SMALL}`)).problems).toContain('bytes-between');
  expect(read(bytes(`junk\n${SMALL}`)).segments).toEqual(read(bytes(SMALL)).segments);
});

it('a file cut anywhere reads the same whatever the chunks, and says that it is cut', () => {
  for (let cut = 0; cut < SMALL.length - 1; cut++) {
    const whole = read(bytes(SMALL.slice(0, cut)));
    expect(read(bytes(SMALL.slice(0, cut)), 1)).toEqual(whole);
    expect(whole.problems.length > 0 || !whole.segments.some((segment) => segment.startsWith('IEA'))).toBe(true);
  }
});

it('the limits hold: a segment too long, elements too many, empty segments', () => {
  const long = `${ISA}NTE*ADD*${'x'.repeat(READER_LIMITS.segmentBytes)}~IEA*1*1~`;
  expect(read(bytes(long), 50_000)).toMatchObject({ problems: ['segment-too-long'] });
  expect(ids(read(bytes(long), 50_000))).toBe('ISA IEA');
  const many = read(bytes(`${ISA}X${'*'.repeat(400_000)}~IEA*1*1~`));
  expect(many.problems).toEqual(['too-many-elements']);
  expect(ids(read(bytes(`${ISA}~~IEA*1*1~`)))).toBe('ISA   IEA');
});

it('50 MB without a terminator, or of look-alike headers, end in time that grows with the bytes', () => {
  const chunk = bytes('x'.repeat(1_000_000));
  const problems: string[] = [];
  const reader = new X12Reader({ interchange() {}, segment() {}, problem: ({ code }) => problems.push(code), end() {} });
  reader.push(bytes(ISA));
  for (let at = 0; at < 50; at++) reader.push(chunk);
  reader.end();
  expect(problems).toEqual(['segment-too-long', 'unterminated']);
  expect(read(bytes('ISA*'.repeat(250_000))).segments).toEqual([]);
  expect(read(bytes('I'.repeat(1_000_000))).problems).toEqual(['not-x12']);
});

it('any bytes in any chunks give the same segments, offsets and problems', () => {
  const piece = fc.oneof(
    fc
      .constantFrom(ISA, 'ISA*', '~', '*', '\n', 'NM1*85', 'IEA*1*1~', 'IEA', '\r\n', '\u00ef\u00bb\u00bf')
      .map((text) => Uint8Array.from(text, (each) => each.codePointAt(0) ?? 0)),
    fc.uint8Array({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (pieces, step) => {
      const all = Uint8Array.from(pieces.flatMap((each) => [...each]));
      const whole = read(all);
      expect(read(all, step)).toEqual(whole);
      expect(whole.offsets).toEqual(whole.offsets.toSorted((one, other) => one - other));
    }),
    { numRuns: 500 },
  );
});
