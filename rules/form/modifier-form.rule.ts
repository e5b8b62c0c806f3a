import { type Found, type LineView, type PatchStep, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { claimsManual, pageRead } from '../support/manual-cites.ts';

const MOST_MODIFIERS = 4;

/** Two modifiers that say opposite or the same things of one line, whatever the procedure. */
const CONTRADICTIONS: readonly (readonly [one: string, others: readonly string[], why: string])[] = [
  ['26', ['TC'], '26 bills the professional part alone and TC the technical part alone; a line for both carries neither.'],
  ['59', ['XE', 'XS', 'XP', 'XU'], 'XE, XS, XP and XU each say more exactly what 59 says; a line carries one of them.'],
  ['54', ['55'], '54 bills the operation alone and 55 the care after it; one line cannot be both.'],
  ['50', ['RT', 'LT'], '50 bills both sides; RT and LT bill one.'],
  ['GN', ['GO', 'GP'], 'GN, GO and GP name the plan of care, and a service is given under one.'],
  ['GO', ['GP'], 'GN, GO and GP name the plan of care, and a service is given under one.'],
  ['76', ['77'], '76 says that the same practitioner repeated the procedure, 77 that another did.'],
  [
    '93',
    ['95', 'GT', 'GQ'],
    '93 says that the service was by voice alone, 95 and GT that there was a picture, and GQ that it was sent ahead.',
  ],
  ['GC', ['GE'], 'GC says that a resident worked under a teaching physician who was there, GE that the physician was not in the room.'],
  ['GA', ['GX', 'GY', 'EY', 'GL'], 'GA says that a notice was required and signed; it stands with no other modifier of who is liable.'],
  [
    'GZ',
    ['GA', 'GX', 'GY'],
    'GA says that the patient signed a notice, GZ that none was signed, GX that one was given freely, and GY that Medicare never covers the service.',
  ],
  [
    '62',
    ['66', '80', '81', '82', 'AS'],
    'A surgeon is one of two (62), one of a team (66) or an assistant (80, 81, 82, AS), not several at once.',
  ],
  ['66', ['80', '81', '82', 'AS'], 'A surgeon is one of a team (66) or an assistant (80, 81, 82, AS), not both.'],
  ['JZ', ['JW'], 'JZ says that nothing of the drug was discarded, and JW bills what was discarded.'],
];

export default rule({
  id: 'form/modifier-form',
  title: 'Modifiers are well formed and do not contradict each other',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [
    electronicForm('2400 SV101-3 to SV101-6'),
    professionalForm('item 24D'),
    pageRead(
      'Advance beneficiary notice modifiers',
      'https://www.medicalbillingcptmodifiers.com/2010/07/advance-beneficiary-notice-modifiers.html',
      'a reprint of the instruction of 2010 on GA and GX',
    ),
    claimsManual('5', '20.1 Discipline specific outpatient rehabilitation modifiers', 'one of GN, GO and GP a line, as quoted in 2015'),
  ],

  on: 'line',
  check(line) {
    const { modifiers } = line;
    if (modifiers.length === 0) return undefined;
    const found: Found[] = [];
    if (modifiers.length > MOST_MODIFIERS)
      found.push({
        at: `${line.path}/modifiers`,
        codes: codesOf(line),
        message: `Line ${line.n} has ${modifiers.length} modifiers; a line takes at most ${MOST_MODIFIERS}.`,
        why: 'The form and the electronic claim have room for four modifiers a line.',
        fix: 'Keep those that change payment, then those that inform; use 99 where the payer asks for it.',
      });
    for (let at = 0; at < modifiers.length; at++) {
      const wrong = judgeModifier(line, modifiers[at] ?? '', at);
      if (wrong) found.push(wrong);
    }
    if (modifiers.length > 1) addContradictions(line, found);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'one character', claim: withModifiers('G'), finds: 1 },
    { name: 'three characters', claim: withModifiers('RTT'), finds: 1 },
    { name: 'an empty entry', claim: withModifiers(''), finds: 1 },
    { name: 'a sign', claim: withModifiers('2%'), finds: 1 },
    { name: 'five', claim: withModifiers('GP', 'KX', 'CQ', 'RT', '76'), finds: 1 },
    { name: 'twice the same', claim: withModifiers('GP', 'GP'), finds: 1 },
    { name: 'both parts of one service', claim: withModifiers('26', 'TC'), finds: 1 },
    { name: '59 and one of its finer forms', claim: withModifiers('XS', '59'), finds: 1 },
    { name: 'both sides and one side', claim: withModifiers('50', 'RT'), finds: 1 },
    { name: 'a notice signed and not signed', claim: withModifiers('GA', 'GZ'), finds: 1 },
    { name: 'a notice given freely for a service never covered', claim: withModifiers('GX', 'GY'), finds: 0 },
    { name: 'a required notice and a free one', claim: withModifiers('GA', 'GX'), finds: 1 },
    { name: 'two plans of care', claim: withModifiers('GP', 'GO'), finds: 1 },
    { name: 'nothing discarded and something discarded', claim: withModifiers('JZ', 'JW'), finds: 1 },
    { name: 'one of two surgeons, and an assistant', claim: withModifiers('62', '80'), finds: 1 },
    { name: 'an assistant who is not a physician', claim: withModifiers('80', 'AS'), finds: 0 },
    { name: 'four that go together', claim: withModifiers('GP', 'KX', 'CQ', 'RT'), finds: 0 },
    { name: 'small letters are read', claim: withModifiers('rt'), finds: 0 },
    { name: 'unlisted ones cannot be judged', claim: withModifiers('ZZ'), finds: 0 },
    { name: 'right and left toes', claim: withModifiers('TA', 'T5'), finds: 0 },
  ],
});

function judgeModifier(line: LineView, modifier: string, at: number): Found | undefined {
  const path = `${line.path}/modifiers/${at}`;
  if (!isModifier(modifier))
    return {
      at: path,
      codes: codesOf(line),
      message:
        modifier === ''
          ? `Line ${line.n} has an empty modifier.`
          : `The modifier ${quote(modifier)} of line ${line.n} does not have the form of one.`,
      why: 'A modifier is two letters or digits; anything else is rejected.',
      fix: modifier === '' ? 'Leave the empty entry out.' : 'Enter the two characters of the modifier.',
      ...(modifier === '' ? { patch: onceEach(line) } : {}),
    };
  if (line.modifiers.indexOf(modifier) < at)
    return {
      at: path,
      codes: codesOf(line),
      message: `Line ${line.n} has the modifier ${modifier} twice.`,
      why: 'A modifier counts once a line; a repeated one is rejected or takes the place of another.',
      fix: 'Leave one of the two out.',
      patch: onceEach(line),
    };
  return undefined;
}

function onceEach({ line, modifiers, path }: LineView): readonly PatchStep[] {
  const value = (line.modifiers ?? []).filter((_, at) => modifiers[at] !== '' && modifiers.indexOf(modifiers[at] ?? '') === at);
  return [{ op: 'replace', path: `${path}/modifiers`, value }];
}

function addContradictions(line: LineView, found: Found[]): void {
  for (const [one, others, why] of CONTRADICTIONS) {
    if (!line.modifiers.includes(one)) continue;
    const other = others.find((each) => line.modifiers.includes(each));
    if (other === undefined) continue;
    found.push({
      at: `${line.path}/modifiers`,
      codes: codesOf(line),
      message: `Line ${line.n} has both modifiers ${one} and ${other}, which do not go together.`,
      why,
      fix: 'Keep the one the record supports.',
    });
  }
}

function isModifier(text: string): boolean {
  return text.length === 2 && isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(1));
}

function isPlain(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
}

function codesOf(line: LineView): readonly string[] {
  return line.code === '' ? [] : [line.code];
}

function withModifiers(...modifiers: string[]) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { modifiers })] });
}
