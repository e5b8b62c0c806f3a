import { type ClaimView, type Context, day, type DiagnosisView, type Found, type LineView, rule } from '@cleanclaim/core';
import { within } from '../support/code-parts.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { bilateralOf, mirrorOf, SIDE, type Side, sideOf } from '../support/side.ts';

const HEALTH_STATUS = 21;

export default rule({
  id: 'icd10cm/laterality',
  title: 'The side of a diagnosis against the side of the service',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  // Of a modifier too it has something to say only where a diagnosis has a side.
  speaksOf: (icd, row) => bit(sideOf(icd, row)) !== 0,
  cites: [
    guidelines('I.B.13 Laterality'),
    {
      title: 'Medicare Claims Processing Manual, chapter 23',
      section: '20.9.1.1 anatomical modifiers',
      url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c23.pdf',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'claim',
  check(claim, context) {
    let found: Found[] | undefined;
    for (const line of claim.lines) {
      const wanted = line.modifiers.length > 0 ? placeOfLine(line.modifiers) : undefined;
      const finding = wanted && disagrees(line, wanted, claim, context);
      if (finding) (found ??= []).push(finding);
    }
    const pair = bothSides(claim, context);
    return pair ? [...(found ?? []), ...pair] : found;
  },

  examples: [
    { name: 'a right brace for a left knee', claim: braced(['M17.12'], ['RT']), finds: 1, codes: ['M17.12', 'L1833'] },
    { name: 'a right brace for a right knee', claim: braced(['M17.11'], ['RT']), finds: 0 },
    { name: 'a bilateral diagnosis agrees with either side', claim: braced(['M17.0'], ['LT']), finds: 0 },
    { name: 'one of the diagnoses agrees', claim: braced(['M17.12', 'M25.561'], ['RT']), finds: 0 },
    { name: 'a bilateral service for one side', claim: braced(['M17.12'], ['50']), finds: 1 },
    { name: 'the left thumb for a wound of the right one', claim: braced(['S61.011A'], ['FA']), finds: 1 },
    { name: 'the right ring finger for a wound of the right thumb', claim: braced(['S61.011A'], ['F8']), finds: 1 },
    { name: 'the right thumb for a wound of the right thumb', claim: braced(['S61.011A'], ['F5']), finds: 0 },
    { name: 'the upper left eyelid for a stye of the right upper lid', claim: braced(['H00.011'], ['E1']), finds: 1 },
    { name: 'the upper right eyelid for the lower one', claim: braced(['H00.012'], ['E3']), finds: 1 },
    { name: 'the left heart is no side of the body', claim: braced(['I50.1'], ['RT']), finds: 0 },
    { name: 'a lost left leg says nothing of the right shoe', claim: braced(['E11.42', 'Z89.512'], ['RT']), finds: 0 },
    {
      name: 'right and left where one code says both',
      claim: visit('2026-03-04', ['H25.11', 'H25.12']),
      finds: 1,
      codes: ['H25.11', 'H25.12'],
    },
    { name: 'right and left where no code says both', claim: visit('2026-03-04', ['M25.561', 'M25.562']), finds: 0 },
    { name: 'right and left of different conditions', claim: visit('2026-03-04', ['H25.11', 'H35.342']), finds: 0 },
    { name: 'eyes at different stages of glaucoma', claim: visit('2026-03-04', ['H40.1111', 'H40.1123']), finds: 0 },
    { name: 'eyes at the same stage of glaucoma', claim: visit('2026-03-04', ['H40.1111', 'H40.1121']), finds: 1 },
  ],
});

function braced(codes: readonly string[], modifiers: readonly string[]): ReturnType<typeof visit> {
  return visit('2026-03-04', codes, { lines: [exampleLine('2026-03-04', codes.length, { code: 'L1833', modifiers })] });
}

/** What the modifiers of a line say: the side, and for digits and eyelids the part, in words that titles use. */
interface Place {
  readonly side: Side;
  readonly modifier: string;
  readonly part?: string;
}

const FINGERS = ['thumb', 'index', 'middle', 'ring', 'little'];
const TOES = ['great toe', 'lesser toe', 'lesser toe', 'lesser toe', 'lesser toe'];

const PLACES: ReadonlyMap<string, Place> = new Map(
  [
    { modifier: 'RT', side: SIDE.right },
    { modifier: 'LT', side: SIDE.left },
    { modifier: '50', side: SIDE.bilateral },
    { modifier: 'E1', side: SIDE.left, part: 'upper' },
    { modifier: 'E2', side: SIDE.left, part: 'lower' },
    { modifier: 'E3', side: SIDE.right, part: 'upper' },
    { modifier: 'E4', side: SIDE.right, part: 'lower' },
    ...digits('F', FINGERS),
    ...digits('T', TOES),
  ].map((place) => [place.modifier, place]),
);

/** FA, F1–F4 are the left hand from the thumb on and F5–F9 the right one; TA and T1–T9 the feet likewise. */
function digits(letter: string, parts: readonly string[]): Place[] {
  return parts.flatMap((part, at) => [
    { modifier: at === 0 ? `${letter}A` : `${letter}${at}`, side: SIDE.left, part },
    { modifier: `${letter}${at + 5}`, side: SIDE.right, part },
  ]);
}

/** The one place a line's modifiers name; both sides when they name both; undefined when they name none. */
function placeOfLine(modifiers: readonly string[]): Place | undefined {
  let named: Place | undefined;
  for (const modifier of modifiers) {
    const place = PLACES.get(modifier);
    if (!place) continue;
    if (!named) named = place;
    else if (named.side !== place.side) named = { side: SIDE.bilateral, modifier: `${named.modifier} and ${modifier}` };
    else if (named.part !== place.part) named = { side: named.side, modifier: `${named.modifier} ${modifier}` };
  }
  return named;
}

/** A finding when every sided diagnosis of the line speaks of another place than the line's modifier. */
function disagrees(line: LineView, place: Place, claim: ClaimView, { icd }: Context): Found | undefined {
  const linked = line.diagnoses.length > 0;
  const considered = linked ? line.diagnoses : claim.type === 'institutional' ? claim.sequence : [];
  const sided: DiagnosisView[] = [];
  let sides = 0;
  for (const diagnosis of considered) {
    if (!tellsSide(diagnosis)) continue;
    const side = sideOf(icd, diagnosis.row);
    if (side === SIDE.bilateral) return undefined;
    if (side !== SIDE.right && side !== SIDE.left) continue;
    sides |= side;
    sided.push(diagnosis);
  }
  if (sided.length === 0 || sides === (SIDE.right | SIDE.left)) return undefined;
  const codes = [...sided.map((each) => each.code), line.code].filter((code) => code !== '');
  const at = `${line.path}/modifiers`;
  const says = sides === SIDE.right ? 'right' : 'left';
  if (place.side === SIDE.bilateral) return onBothSides(at, codes, line, place, says);
  if (sides !== place.side) return onOtherSide(at, codes, line, place, says, linked);
  const elsewhere = place.part !== undefined && sided.every((each) => namesOtherPart(icd.display(each.row) ?? '', place.part ?? ''));
  return elsewhere ? onOtherPart(at, codes, line, place) : undefined;
}

/**
 * Diagnoses whose side is a side of the body where a service may be done. Heart and brain have sides of their own, and a
 * status ("absence of left leg") is often the reason for a service on the other side.
 */
function tellsSide({ known, code, chapter }: DiagnosisView): boolean {
  if (!known || (chapter === HEALTH_STATUS && !within(code, 'Z44', 'Z45'))) return false;
  return (
    !within(code, 'I05', 'I69') &&
    !within(code, 'H47.5', 'H47.7') &&
    !code.startsWith('S06') &&
    !within(code, 'Q20', 'Q29') &&
    !code.startsWith('H90.A')
  );
}

function onOtherSide(at: string, codes: string[], line: LineView, place: Place, says: string, linked: boolean): Found {
  const side = place.side === SIDE.right ? 'right' : 'left';
  return {
    at,
    codes,
    severity: linked ? 'error' : 'warning',
    status: linked ? 'fail' : 'review',
    message: `Line ${line.n} is for the ${side} side (${place.modifier}), but ${linked ? 'its diagnoses speak' : 'the sided diagnoses of the claim speak'} of the ${says} side.`,
    why: 'A payer denies a service on one side for a condition of the other.',
    fix: 'Correct the modifier or the diagnosis, whichever the record does not support.',
  };
}

function onBothSides(at: string, codes: string[], line: LineView, place: Place, says: string): Found {
  return {
    at,
    codes,
    severity: 'warning',
    status: 'review',
    message: `Line ${line.n} is for both sides (${place.modifier}), but its diagnoses speak only of the ${says} side.`,
    why: 'Nothing on the line says why the other side was served.',
    fix: 'Add the diagnosis of the other side or the bilateral code, or correct the modifier.',
  };
}

function onOtherPart(at: string, codes: string[], line: LineView, place: Place): Found {
  return {
    at,
    codes,
    severity: 'warning',
    status: 'review',
    message: `Line ${line.n} has modifier ${place.modifier} (${place.part}), but its diagnoses name another one.`,
    why: 'The side agrees and the finger, toe or eyelid does not.',
    fix: 'Correct the modifier or the diagnosis, whichever the record does not support.',
  };
}

const PARTS: readonly (readonly string[])[] = [FINGERS, ['great toe', 'lesser toe'], ['upper', 'lower']];

/** True when the title names a finger, toe or lid, and it is not this one. */
function namesOtherPart(title: string, part: string): boolean {
  const parts = PARTS.find((list) => list.includes(part)) ?? [];
  const about = part === 'upper' || part === 'lower' ? /eyelid/.test(title) : /thumb|finger|toe/.test(title);
  return about && !title.includes(part) && parts.some((other) => new RegExp(`\\b${other}\\b`).test(title));
}

/** Right and left of one condition where the edition has a code for both sides. */
function bothSides(claim: ClaimView, { icd }: Context): Found[] | undefined {
  let sides = 0;
  for (const diagnosis of claim.sequence) if (diagnosis.known) sides |= bit(sideOf(icd, diagnosis.row));
  if (sides !== 3) return undefined;
  const found: Found[] = [];
  for (const right of claim.sequence) {
    if (!right.known || sideOf(icd, right.row) !== SIDE.right) continue;
    const mirror = mirrorOf(icd, right.row);
    const left = claim.sequence.find((each) => each.known && each.row === mirror);
    if (!left) continue;
    const both = bilateralOf(icd, right.row);
    if (both >= 0) found.push(useBoth(right, left, icd.code(both)));
  }
  return found.length > 0 ? found : undefined;
}

function bit(side: Side): number {
  return side === SIDE.right ? 1 : side === SIDE.left ? 2 : 0;
}

function useBoth(right: DiagnosisView, left: DiagnosisView, both: string): Found {
  return {
    at: right.index > left.index ? right.path : left.path,
    codes: [right.code, left.code],
    severity: 'warning',
    message: `${right.code} and ${left.code} are the two sides of one condition, which ${both} says in one code.`,
    why: 'A condition of both sides takes the bilateral code where there is one, also while each side is treated at an encounter of its own.',
    fix: `Use ${both} in place of the two. Once one side is cured, the code of the other side stands alone.`,
  };
}
