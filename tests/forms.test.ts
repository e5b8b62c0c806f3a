import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Claim,
  CMS1500_PLACES,
  day,
  fillForm,
  type FilledForm,
  type FormBoxPlace,
  isCleanclaimError,
  isGrave,
  UB04_PLACES,
} from '@cleanclaim/core';
import { formPdf, PAPER, printPoint, testPage } from '@cleanclaim/forms';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { anyClaim } from './made/any-claim.ts';
import { cleanclaim } from './support/command-line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const madeOn = day('2026-03-05');
const NO_OFFSET = { x: 0, y: 0 };

function example(name: string): Claim {
  return JSON.parse(readFileSync(join(root, 'examples', `${name}.json`), 'utf8')) as Claim;
}

/** Box → text of one page. */
function boxesOf(filled: FilledForm, page = 1): Readonly<Record<string, string>> {
  return Object.fromEntries((filled.pages[page - 1]?.boxes ?? []).map(({ box, text }) => [box, text]));
}

function troublesOf(claim: Claim): readonly string[] {
  return fillForm(claim, madeOn)
    .troubles.filter(isGrave)
    .map(({ kind, box }) => `${kind} ${box}`);
}

const printed = example('printed-visit');
const line = printed.lines[0] ?? {};
/** An institutional claim with so many lines. */
function stay(lines: number): Claim {
  const { diagnoses = [], ...claim } = example('inpatient');
  return {
    ...claim,
    diagnoses,
    lines: Array.from({ length: lines }, (_, at) => ({ revenue: '0250', from: '2026-03-02', units: 1, charge: `${at + 1}.25` })),
    total: `${(lines * (lines + 1)) / 2 + lines * 0.25}`.replace(/^(\d+)$/, '$1.00').replace(/(\.\d)$/, '$10'),
  };
}

describe('CMS-1500', () => {
  it('fills the boxes as the form wants them', () => {
    expect(boxesOf(fillForm(printed, madeOn))).toMatchObject({
      'payer.4': 'SPRINGFIELD IL 62701',
      '1:group': 'X',
      '1a': 'EX-2042',
      '2': 'SAMPLE, MARIA, E',
      '3': '05 19 2014',
      '3:female': 'X',
      '4': 'SAMPLE, JOSE',
      '5': '12 ELM ST APT 4',
      '5.zip': '62701-2345',
      '5.phone': '217 5550142',
      '6:child': 'X',
      '11': 'G-7711',
      '11a': '01 30 1985',
      '11d:no': 'X',
      '12': 'SIGNATURE ON FILE',
      '17.qualifier': 'DN',
      '17': 'ANN ROE',
      '21.ind': '0',
      '21A': 'J45901',
      '24.1A.from': '03 04 26',
      '24.1E': 'AB',
      '24.1F': '140 00',
      '24.2shaded': 'N400487950125   ML3',
      '24.4D.modifiers': 'JZ',
      '25': '123456789',
      '25:ein': 'X',
      '27:yes': 'X',
      '28': '275 95',
      '29': '25 00',
      '31.date': '03 05 2026',
      '33.phone': '217 5550100',
      '33b': 'ZZ208000000X',
    });
  });

  it('goes on after six lines, each page with its own total and the payment told once', () => {
    const filled = fillForm(printed, madeOn);
    expect(filled.pages).toHaveLength(2);
    expect(boxesOf(filled, 2)).toMatchObject({
      '2': 'SAMPLE, MARIA, E',
      '21A': 'J45901',
      '24.1D': 'E0570',
      '24.1A.to': '04 03 26',
      '28': '18 00',
    });
    expect(boxesOf(filled, 2)['29']).toBeUndefined();
    expect(filled.troubles).toEqual([]);
  });

  it('asks Medicare’s way: nothing about the insured, NONE in 11, no second numbers', () => {
    const boxes = boxesOf(fillForm({ ...printed, payer: { kind: 'medicare' } }, madeOn));
    expect(boxes['11']).toBe('NONE');
    for (const box of ['4', '7', '11a', '11d:no', '33b', '24.1J.shaded']) expect(boxes[box]).toBeUndefined();
    const second: Claim = {
      ...printed,
      payer: { kind: 'medicare', order: 2 },
      otherPayers: [{ payer: { name: 'First', order: 1 }, subscriber: { relation: 'spouse', name: 'ROE, JO', group: 'G1' } }],
    };
    expect(boxesOf(fillForm(second, madeOn))).toMatchObject({ '4': 'ROE, JO', '11': 'G1', '11c': 'FIRST' });
  });

  it('says what kind of provider stands in 17, and who is left out', () => {
    const ordering = { npi: '1558598797', name: { last: 'Poe', first: 'Lee' } };
    const { referring: _, ...without } = printed;
    expect(boxesOf(fillForm({ ...without, ordering }, madeOn))).toMatchObject({ '17.qualifier': 'DK', '17': 'LEE POE' });
    expect(boxesOf(fillForm({ ...without, supervising: ordering }, madeOn))['17.qualifier']).toBe('DQ');
    expect(fillForm({ ...printed, ordering }, madeOn).troubles.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['left-out /ordering']);
  });

  it('writes when it began, other days, disability, emergencies and screenings', () => {
    const { onset: _, ...later } = printed;
    const dates = [
      { qualifier: '360', on: '2026-02-01' },
      { qualifier: '361', on: '2026-02-20' },
      { qualifier: '484', on: '2026-01-05' },
      { qualifier: '454', on: '2026-02-02' },
      { qualifier: '304', on: '2026-02-10' },
    ];
    const filled = fillForm({ ...later, dates, lines: [{ ...line, emergency: 'yes', familyPlanning: 'yes' }], total: '140.00' }, madeOn);
    expect(boxesOf(filled)).toMatchObject({
      '14.qualifier': '484',
      '14': '01 05 2026',
      '15.qualifier': '454',
      '15': '02 02 2026',
      '16.from': '02 01 2026',
      '16.to': '02 20 2026',
      '24.1C': 'Y',
      '24.1H': 'Y',
    });
    expect(filled.troubles.map(({ kind, path }) => `${kind} ${path}`)).toContain('left-out /dates/4');
    const period = [{ qualifier: '314', from: '2026-02-01', to: '2026-02-30' }];
    expect(troublesOf({ ...printed, dates: period })).toEqual(['unreadable 16.to']);
  });

  it('writes the resubmission, the accident, the older ICD, and minutes', () => {
    const claim: Claim = {
      ...printed,
      frequency: '7',
      originalClaim: 'ORIG-9',
      accident: { kind: 'auto', on: '2015-01-02', state: 'IL' },
      lines: [{ ...line, from: '2015-01-02', minutes: 45, units: 1 }],
      total: '140.00',
    };
    expect(boxesOf(fillForm(claim, madeOn))).toMatchObject({
      '22.code': '7',
      '22': 'ORIG-9',
      '10b:yes': 'X',
      '10b.state': 'IL',
      '15.qualifier': '439',
      '21.ind': '9',
      '24.1G': '45',
    });
  });

  it.each([
    [
      'a street',
      { ...printed, patient: { ...printed.patient, address: { lines: ['x'.repeat(29)], city: 'A', state: 'IL', zip: '1' } } },
      'too-long 5',
    ],
    ['thirteen diagnoses', { ...printed, diagnoses: Array.from({ length: 13 }, () => ({ code: 'I10' })) }, 'too-many 21'],
    ['five pointers', { ...printed, lines: [{ ...line, pointers: [1, 1, 1, 1, 1] }], total: '140.00' }, 'too-many 24.1E'],
    ['a pointer that is none', { ...printed, lines: [{ ...line, pointers: ['Z'] }], total: '140.00' }, 'unreadable 24.1E'],
    ['five modifiers', { ...printed, lines: [{ ...line, modifiers: ['1', '2', '3', '4', '5'] }], total: '140.00' }, 'too-many 24.1D'],
    ['letters of no Latin script', { ...printed, patient: { ...printed.patient, name: { last: '山田' } } }, 'unprintable 2'],
    ['a day that is none', { ...printed, onset: '2026-02-30' }, 'unreadable 14'],
    ['parts of a cent', { ...printed, lines: [{ ...line, charge: '1.005' }], total: '1.005' }, 'unreadable 24.1F'],
    ['a total of its own', { ...printed, total: '1.00' }, 'unreadable 28'],
  ] as const)('never cuts %s', (_, claim, trouble) => {
    const filled = fillForm(claim as Claim, madeOn);
    expect(filled.troubles.filter(isGrave).map(({ kind, box }) => `${kind} ${box}`)).toContain(trouble);
    const box = trouble.split(' ')[1] ?? '';
    if (!['28', '21'].includes(box) && !trouble.includes('24.1D')) expect(boxesOf(filled)[box]).toBeUndefined();
  });

  it('is not for dental claims', () => {
    expect(() => fillForm(example('dental'), madeOn)).toThrow(/dental/);
  });
});

describe('UB-04', () => {
  it('fills the form locators', () => {
    const claim: Claim = {
      ...example('inpatient'),
      admissionTime: '1430',
      conditionCodes: ['09', '40'],
      occurrences: [
        { code: '11', on: '2026-03-01' },
        { code: '70', from: '2026-03-02', to: '2026-03-04' },
      ],
      values: [{ code: '80', amount: '5.00' }],
      subscriber: { relation: 'spouse', name: { last: 'Sample', first: 'Ann' }, memberId: 'S1' },
    };
    expect(boxesOf(fillForm(claim, madeOn))).toMatchObject({
      '4': '0111',
      '5': '12-3456789',
      '6.from': '030226',
      '6.through': '030726',
      '10': '08301944',
      '12': '030226',
      '13': '14',
      '18': '09',
      '19': '40',
      '31a': '11',
      '31a.on': '030126',
      '35a': '70',
      '35a.through': '030426',
      '39a.amount': '5 00',
      '38.1': 'SAMPLE, ANN',
      '42.1': '0120',
      '47.1': '9000 00',
      '42.23': '0001',
      '43.23.page': '1',
      '43.23.pages': '1',
      '45.23': '030526',
      '47.23': '10240 00',
      '58A': 'SAMPLE, ANN',
      '59A': '01',
      '60A': 'S1',
      '66': '0',
      '67': 'R6521',
      '67.poa': 'Y',
      '67A': 'A4151',
      '74': '02HV33Z',
      '76': '1558598797',
      '81a': '282N00000X',
    });
  });

  it('lists payers in the order they pay, each with its insured', () => {
    expect(boxesOf(fillForm(example('printed-stay'), madeOn))).toMatchObject({
      '50A': 'FIRST EXAMPLE PLAN',
      '54A': '4000 00',
      '58A': 'SAMPLE, IDA',
      '59A': '01',
      '50B': 'EXAMPLE RETIREE PLAN',
      '58B': 'SAMPLE, OTTO, K',
      '59B': '18',
      '61B': 'RETIREES',
      '63B': 'AUTH-2201',
      '43.3': 'N400409733201UN2',
      '48.23': '20 40',
      '80.1': 'TRANSFERRED FROM',
    });
  });

  it('goes on after 22 lines; the last page alone has the total', () => {
    const filled = fillForm(stay(50), madeOn);
    expect(filled.pages).toHaveLength(3);
    expect(filled.troubles.filter(isGrave)).toEqual([]);
    expect(
      filled.pages.map(({ page }) => [
        boxesOf(filled, page)['43.23.page'],
        boxesOf(filled, page)['43.23.pages'],
        boxesOf(filled, page)['42.23'],
      ]),
    ).toEqual([
      ['1', '3', undefined],
      ['2', '3', undefined],
      ['3', '3', '0001'],
    ]);
    expect(boxesOf(filled, 3)['47.23']).toBe('1287 50');
    expect(boxesOf(filled, 2)['47.1']).toBe('23 25');
  });

  it('says when there is more than the form holds', () => {
    const many = Array.from({ length: 20 }, () => ({ code: 'I10', kind: 'other' as const }));
    expect(troublesOf({ ...stay(1), total: '1.25', diagnoses: [{ code: 'I10', kind: 'principal' }, ...many] })).toEqual(['too-many 67A']);
    expect(troublesOf({ ...stay(1), total: '1.25', values: Array.from({ length: 13 }, () => ({ code: '80', amount: '1.00' })) })).toEqual([
      'too-many 39',
    ]);
    expect(fillForm({ ...stay(1), patientPaid: '5.00' }, madeOn).troubles.map(({ kind, path }) => `${kind} ${path}`)).toContain(
      'left-out /patientPaid',
    );
  });
});

it('whatever the claim, each text fits its box and every box is on the form', () => {
  fc.assert(
    fc.property(anyClaim(), (claim) => {
      try {
        const filled = fillForm(claim, madeOn);
        const places = new Map((filled.form === 'ub-04' ? UB04_PLACES : CMS1500_PLACES).map((place) => [place.box, place]));
        for (const { boxes } of filled.pages)
          for (const { box, text } of boxes) {
            expect(text.length).toBeLessThanOrEqual(places.get(box)?.width ?? 0);
            expect(text).toMatch(/^[\x20-\x7e]+$/);
          }
      } catch (error) {
        if (!isCleanclaimError(error) || error.failure.code !== 'form/no-form') throw error;
      }
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

it('whatever stands for a name or an address, it is read or told, never thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.constantFrom('professional' as const, 'institutional' as const), (name, address, type) => {
      const party = { name, address, phone: 'x', taxId: '', npi: '' };
      const { boxes } = fillForm({ type, patient: party, billing: party, subscriber: { relation: 'child', ...party }, lines: [{}] }, madeOn)
        .pages[0] ?? { boxes: [] };
      for (const { text } of boxes) expect(text).not.toBe('');
    }),
    { seed: 20261124, numRuns: 200 },
  );
});

describe.each([
  ['cms-1500', CMS1500_PLACES],
  ['ub-04', UB04_PLACES],
] as const)('places of %s', (form, places) => {
  it('have names of their own, stay on the paper and never overlap', () => {
    expect(new Set(places.map(({ box }) => box)).size).toBe(places.length);
    for (const place of places) {
      const first = printPoint(form, { ...place, align: 'right' }, place.width, NO_OFFSET);
      expect(first.x).toBeGreaterThan(0);
      expect(first.x + place.width * 7.2, place.box).toBeLessThan(PAPER.width);
      expect(first.y).toBeGreaterThan(0);
    }
    const clash = places.flatMap((one) =>
      places.filter((other) => other !== one && overlap(one, other)).map((other) => `${one.box} ${other.box}`),
    );
    expect(clash).toEqual([]);
  });
});

function overlap(one: FormBoxPlace, other: FormBoxPlace): boolean {
  return one.line === other.line && one.column < other.column + other.width && other.column < one.column + one.width;
}

describe('the PDF', () => {
  it('prints each text at the place of its box', async () => {
    for (const claim of [printed, example('printed-stay')]) {
      const filled = fillForm(claim, madeOn);
      const places = new Map((filled.form === 'ub-04' ? UB04_PLACES : CMS1500_PLACES).map((place) => [place.box, place]));
      const pdf = await open(await formPdf([filled], { layout: 'preprinted', madeOn }));
      expect(pdf.numPages).toBe(filled.pages.length);
      for (const { page, boxes } of filled.pages) {
        const texts = await textsOf(pdf, page);
        expect(texts).toHaveLength(boxes.length);
        for (const { box, text } of boxes) {
          const place = places.get(box);
          if (!place) throw new Error(`no place for ${box}`);
          const { x, y } = printPoint(filled.form, place, text.length, NO_OFFSET);
          const found = texts.find((each) => each.text === text && Math.abs(each.x - x) < 0.1 && Math.abs(each.y - y) < 0.1);
          expect(found, `${box} ${text}`).toBeDefined();
        }
      }
    }
  });

  it('moves by the offsets, in millimetres', async () => {
    const filled = fillForm(printed, madeOn);
    const [plain] = await textsOf(await open(await formPdf([filled], { layout: 'preprinted' })), 1);
    const [moved] = await textsOf(await open(await formPdf([filled], { layout: 'preprinted', offset: { x: 25.4, y: -12.7 } })), 1);
    expect((moved?.x ?? 0) - (plain?.x ?? 0)).toBeCloseTo(72, 1);
    expect((moved?.y ?? 0) - (plain?.y ?? 0)).toBeCloseTo(36, 1);
  });

  it('has ink where the boxes are, and none in an empty form', async () => {
    const empty: FilledForm = { form: 'cms-1500', claim: null, pages: [{ page: 1, boxes: [] }], troubles: [] };
    expect(await inkOf(await formPdf([empty], { layout: 'preprinted' }))).toBe(0);
    const one: FilledForm = { ...empty, pages: [{ page: 1, boxes: [{ box: '28', text: '128 00', path: '' }] }] };
    const bytes = await formPdf([one], { layout: 'preprinted' });
    const place = CMS1500_PLACES.find(({ box }) => box === '28');
    if (!place) throw new Error('no box 28');
    const { x, y } = printPoint('cms-1500', place, 6, NO_OFFSET);
    const inside = await inkOf(bytes, { x, y: PAPER.height - y - 10, width: 6 * 7.2, height: 13 });
    expect(inside).toBeGreaterThan(40);
    expect(await inkOf(bytes)).toBe(inside);
  });

  it('shows the same on the labelled page, every text whole', async () => {
    for (const claim of [printed, stay(30)]) {
      const filled = fillForm(claim, madeOn);
      const pdf = await open(await formPdf([filled], { layout: 'labelled', madeOn }));
      for (const { page, boxes } of filled.pages) {
        const texts = await textsOf(pdf, page);
        const all = texts.map(({ text }) => text).join('  ');
        for (const { box, text } of boxes) if (!box.includes(':')) expect(all, box).toContain(text);
        for (const { x, y, width, text } of texts) {
          expect(x + width, text).toBeLessThanOrEqual(PAPER.width - 29);
          expect(y, text).toBeGreaterThan(20);
        }
      }
    }
  });

  it('is the same bytes for the same claim', async () => {
    const filled = fillForm(printed, madeOn);
    for (const layout of ['labelled', 'preprinted'] as const)
      expect(
        Buffer.from(await formPdf([filled], { layout, madeOn })).equals(Buffer.from(await formPdf([filled], { layout, madeOn }))),
      ).toBe(true);
  });

  it.each(['cms-1500', 'ub-04'] as const)('has a test page for %s', async (form) => {
    const pdf = await open(await testPage(form, { x: 1, y: 0 }));
    const strikes = (await textsOf(pdf, 1)).filter(({ text }) => text === 'X');
    const places = form === 'ub-04' ? UB04_PLACES : CMS1500_PLACES;
    expect(strikes).toHaveLength(places.reduce((sum, { width }) => sum + Math.min(width, 2), 0));
    expect((await textsOf(pdf, 2)).map(({ text }) => text).join(' ')).toContain('--offset-x 1');
  });
});

describe('cleanclaim form', () => {
  it('writes a PDF and says what is missing', () => {
    const out = join(folder, 'visit.pdf');
    const { status, err } = cleanclaim(['form', join(root, 'examples/office-visit.json'), '--out', out]);
    expect(status).toBe(0);
    expect(err).toContain('name of the patient');
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('shows the boxes as JSON, CSV and text, of FHIR too', () => {
    const [filled] = cleanclaim(['form', join(root, 'examples/printed-visit.json'), '--format', 'json', '--on', '2026-03-05']).json();
    expect(filled).toEqual(fillForm(printed, madeOn));
    expect(cleanclaim(['form', join(root, 'examples/visit.fhir.json'), '--format', 'table']).out).toContain('SAMPLE, RUTH');
    expect(cleanclaim(['form', join(root, 'examples/printed-visit.json'), '--format', 'csv']).out).toContain(
      'EX-PRINTED,cms-1500,2,24.1D,E0570,/lines/6/code',
    );
  });

  it('writes nothing when the paper would say something else', () => {
    const out = join(folder, 'none.pdf');
    const { status, err } = cleanclaim(['form', '-', '--out', out], JSON.stringify({ ...printed, total: '1.00' }));
    expect(status).toBe(1);
    expect(err).toContain('No PDF was written');
    expect(readdirSync(folder)).not.toContain('none.pdf');
  });

  it.each([
    [['form']],
    [['form', '--test-page', 'w2', '--out', 'x.pdf']],
    [['form', '--test-page', 'ub-04']],
    [['form', join(root, 'examples/office-visit.json'), '--out', join(folder, 'no/such/x.pdf')]],
    [['form', join(root, 'examples/office-visit.json'), '--offset-x', 'wide']],
    [['form', join(root, 'examples/dental.json'), '--out', join(folder, 'd.pdf')]],
  ])('wrong use exits 2: %j', (words) => {
    expect(cleanclaim(words).status).toBe(2);
  });
});

const require = createRequire(import.meta.url);
const fonts = `${join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts')}/`;

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: fonts, verbosity: 0 }).promise;
}

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In points. */
  readonly width: number;
}

/** Each text as it was drawn, from the page's own operators: a reader's idea of words would join and split them. */
async function textsOf(pdf: PDFDocumentProxy, page: number): Promise<readonly Drawn[]> {
  const { fnArray, argsArray } = await (await pdf.getPage(page)).getOperatorList();
  const texts: Drawn[] = [];
  let at: ArrayLike<number> = [];
  let size = 0;
  fnArray.forEach((operator, index) => {
    const given = argsArray[index] as readonly unknown[];
    if (operator === OPS.setFont) size = Number(given[1]);
    else if (operator === OPS.setTextMatrix) at = (given.length === 1 ? given[0] : given) as ArrayLike<number>;
    else if (operator === OPS.showText) {
      const glyphs = given[0] as readonly { readonly unicode: string; readonly width: number }[];
      const width = glyphs.reduce((sum, glyph) => sum + glyph.width, 0);
      texts.push({ text: glyphs.map(({ unicode }) => unicode).join(''), x: at[4] ?? 0, y: at[5] ?? 0, width: (width / 1000) * size });
    }
  });
  return texts;
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Dark pixels of page 1 rendered at two pixels a point, of the whole page or of a part (in points from the upper left). */
async function inkOf(bytes: Uint8Array, part: Part = { x: 0, y: 0, width: PAPER.width, height: PAPER.height }): Promise<number> {
  const page = await (await open(bytes)).getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport, background: 'white' }).promise;
  const { data: pixels } = canvas
    .getContext('2d')
    .getImageData(Math.floor(2 * part.x), Math.floor(2 * part.y), Math.ceil(2 * part.width), Math.ceil(2 * part.height));
  let ink = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) ink++;
  return ink;
}
