import { type ClaimView, type Found, type LineView, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { spoken } from '../support/spoken.ts';

const MOST_POINTERS = 4;
const MOST_DIAGNOSES = 12;
const EXTERNAL_CAUSES = 20;
const INJURIES = 19;

export default rule({
  id: 'form/pointer',
  title: 'Links from lines to diagnoses',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'dental'],
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2400 SV107 diagnosis code pointer'), professionalForm('item 24E')],

  on: 'line',
  check(line, { claim }) {
    const { pointers } = line;
    if (pointers.length === 0) return claim.type === 'dental' ? undefined : pointsNowhere(line);
    const found: Found[] = [];
    if (pointers.length > MOST_POINTERS) found.push(tooMany(line));
    addFaulty(line, claim, found);
    addUnfitFirst(line, claim, found);
    if (pointers.length > 1 && claim.payer === 'medicare' && claim.claim.medium === 'paper') found.push(onePointerOnPaper(line));
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'no pointer', claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 0)] }), finds: 1 },
    { name: 'beyond the last diagnosis', claim: withPointers(['I10'], [2]), finds: 1 },
    { name: 'a letter beyond the last diagnosis', claim: withPointers(['I10', 'E78.5'], ['A', 'C']), finds: 1 },
    { name: 'neither a number nor a letter', claim: withPointers(['I10'], ['?']), finds: 1 },
    { name: 'several letters run together', claim: withPointers(['I10', 'E78.5'], ['AB']), finds: 1 },
    { name: 'five pointers', claim: withPointers(['E11.65', 'Z79.4', 'E78.5', 'I10', 'Z87.891'], [1, 2, 3, 4, 5]), finds: 1 },
    { name: 'twice the same', claim: withPointers(['I10', 'E78.5'], [1, 'A']), finds: 1 },
    { name: 'an external cause first', claim: withPointers(['S50.01XA', 'W18.30XA'], [2, 1]), finds: 1, codes: ['W18.30XA'] },
    { name: 'a manifestation first', claim: withPointers(['E85.4', 'I43'], [2]), finds: 1, codes: ['I43'] },
    {
      name: 'two pointers on paper to Medicare',
      claim: { ...withPointers(['I10', 'E78.5'], [1, 2]), medium: 'paper', payer: { id: '12302', kind: 'medicare' } },
      finds: 1,
    },
    { name: 'letters for numbers', claim: withPointers(['I10', 'E78.5'], ['b', 'A']), finds: 0 },
    { name: 'an injury before its cause', claim: withPointers(['S50.01XA', 'W18.30XA'], [1, 2]), finds: 0 },
    {
      name: 'two pointers on paper to another payer',
      claim: { ...withPointers(['I10', 'E78.5'], [1, 2]), medium: 'paper' },
      finds: 0,
    },
    {
      name: 'a dental line need not point',
      claim: { ...visit('2026-03-04', []), type: 'dental', lines: [exampleLine('2026-03-04', 0, { code: 'D0120' })] },
      finds: 0,
    },
  ],
});

const WHY = 'The payer reads from the pointer which diagnosis a line was for; a line with a wrong pointer is rejected.';

function pointsNowhere(line: LineView): Found {
  return {
    at: `${line.path}/pointers`,
    message: `Line ${line.n} does not point to a diagnosis.`,
    why: 'Each line must show the diagnosis it was for (box 24E); without one it is rejected.',
    fix: 'Enter the letter or number of the diagnosis the line was for, the most important one first.',
  };
}

function tooMany(line: LineView): Found {
  return {
    at: `${line.path}/pointers`,
    message: `Line ${line.n} points to ${line.pointers.length} diagnoses; a line takes at most ${MOST_POINTERS}.`,
    why: 'The form and the electronic claim have room for four pointers a line; more make the claim unreadable.',
    fix: 'Keep the four diagnoses that best show why the line was needed.',
  };
}

function addFaulty(line: LineView, claim: ClaimView, found: Found[]): void {
  const count = Math.min(claim.diagnoses.length, MOST_DIAGNOSES);
  for (let at = 0; at < line.pointers.length; at++) {
    const pointer = line.pointers[at] ?? Number.NaN;
    const path = `${line.path}/pointers/${at}`;
    if (!(pointer >= 1 && pointer <= count)) {
      found.push(faulty(line, at, path, count));
    } else if (line.pointers.indexOf(pointer) < at) {
      found.push({
        at: path,
        message: `Line ${line.n} points to diagnosis ${letter(pointer)} twice.`,
        why: WHY,
        fix: 'Leave one of the two out.',
        patch: [{ op: 'replace', path: `${line.path}/pointers`, value: onceEach(line) }],
      });
    }
  }
}

function onceEach({ line, pointers }: LineView): (number | string)[] {
  return (line.pointers ?? []).filter((_, at) => pointers.indexOf(pointers[at] ?? Number.NaN) === at || Number.isNaN(pointers[at]));
}

/** What stands first on the whole claim is judged by the rules about sequence; here only lines that turn the order round. */
function addUnfitFirst(line: LineView, claim: ClaimView, found: Found[]): void {
  const first = claim.diagnoses[(line.pointers[0] ?? 0) - 1];
  if (!first || first.index === 0 || !first.known || !claim.icd) return;
  const unfit =
    first.chapter === EXTERNAL_CAUSES
      ? 'an external cause'
      : first.chapter === INJURIES && first.code.endsWith('S') && first.code.length === 8
        ? 'the sequela of an injury'
        : claim.icd.display(first.row)?.includes('in diseases classified elsewhere')
          ? 'a manifestation'
          : undefined;
  if (unfit === undefined) return;
  found.push({
    at: `${line.path}/pointers/0`,
    codes: [first.code],
    severity: 'warning',
    status: 'review',
    message: `Line ${line.n} points first to ${first.code}, ${unfit}.`,
    why: 'The first pointer is the reason for the service, and such a code only adds to the condition that is coded before it.',
    fix: 'Point first to the condition that was treated.',
  });
}

function onePointerOnPaper(line: LineView): Found {
  return {
    at: `${line.path}/pointers`,
    severity: 'warning',
    message: `Line ${line.n} has ${line.pointers.length} pointers; a paper claim to Medicare takes one a line.`,
    why: 'Medicare reads a single reference letter in box 24E of the paper form.',
    fix: 'Keep the letter of the diagnosis that shows the need for the line.',
  };
}

function faulty(line: LineView, at: number, path: string, count: number): Found {
  const written = String(line.line.pointers?.[at] ?? '').trim();
  const readable = Number.isInteger(line.pointers[at]);
  const range = count === 1 ? 'Use 1 or A' : `Use numbers from 1 to ${count}, or letters from A to ${letter(count)}`;
  const apart = /^[A-La-l]{2,4}$/.test(written) ? `; write each letter as a pointer of its own: ${[...written].join(', ')}` : '';
  return {
    at: path,
    message: readable
      ? `Line ${line.n} points to diagnosis ${spoken(written)}, which the claim does not have.`
      : `Line ${line.n} has a pointer ${quote(written)} that is neither a number nor a letter from A to L.`,
    why: WHY,
    fix: count === 0 ? 'Enter the diagnoses first.' : `${range}${apart}.`,
    ...(apart === '' ? {} : setApart(line, at, written, count)),
  };
}

/** The letters of "AB" as pointers of their own, where all of them are diagnoses of the claim and there is room. */
function setApart(line: LineView, at: number, written: string, count: number): Pick<Found, 'patch'> {
  const letters = [...written.toUpperCase()];
  const value = (line.line.pointers ?? []).toSpliced(at, 1, ...letters);
  const fit = letters.every((each) => each.charCodeAt(0) - 64 <= count);
  return fit && value.length <= MOST_POINTERS ? { patch: [{ op: 'replace', path: `${line.path}/pointers`, value }] } : {};
}

function letter(number: number): string {
  return String.fromCharCode(64 + number);
}

function withPointers(codes: readonly string[], pointers: readonly (number | string)[]) {
  return visit('2026-03-04', codes, { lines: [exampleLine('2026-03-04', 1, { pointers })] });
}
