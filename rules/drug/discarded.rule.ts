import { type ClaimView, day, type Found, type LineView, type Outcomes, rule } from '@cleanclaim/core';
import { mayBeDrug } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { claimsManual, pageRead } from '../support/manual-cites.ts';
import { lineDay, sharedDay } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** JZ may stand on a claim from here on; from July 2023 it must. */
const FIRST_DAY_OF_JZ = day('2023-01-01');

export default rule({
  id: 'drug/discarded',
  title: 'What was discarded of a single-dose drug (JW), or that nothing was (JZ)',
  severity: 'warning',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('2017-01-01'),
  withModifiers: true,
  needs: [],
  cites: [
    pageRead(
      'CGS: new JZ modifier for zero discarded drugs and biologicals',
      'https://www.cgsmedicare.com/jc/pubs/news/2023/02/cope134488.html',
      'as revised on 18 December 2023',
    ),
    claimsManual('17', '40 Discarded drugs and biologicals'),
  ],

  on: 'line',
  check(line, { claim }): Outcomes {
    if (line.modifiers.length === 0) return undefined;
    const wasted = line.modifiers.includes('JW');
    const nothing = line.modifiers.includes('JZ');
    // Both on one line contradict each other: form/modifier-form says so.
    if (wasted === nothing || line.code === '') return undefined;
    if (!mayBeDrug(line.code)) return noDrug(line, wasted ? 'JW' : 'JZ', claim);
    const on = lineDay(line, claim);
    if (nothing) return on !== undefined && on < FIRST_DAY_OF_JZ ? tooEarly(line, claim) : undefined;
    return besideJw(line, claim);
  },

  examples: [
    { name: 'the dose and what was discarded', claim: medicareLines({ code: 'J9035' }, { code: 'J9035', modifiers: ['JW'] }), finds: 0 },
    { name: 'nothing discarded', claim: medicareLines({ code: 'J9035', modifiers: ['JZ'] }), finds: 0 },
    { name: 'discarded without a dose', claim: medicareLines({ code: 'J9035', modifiers: ['JW'] }), finds: 1, codes: ['J9035'] },
    {
      name: 'something and nothing discarded of one drug',
      claim: medicareLines({ code: 'J9035', modifiers: ['JZ'] }, { code: 'J9035', modifiers: ['JW'] }),
      finds: 1,
    },
    {
      name: 'of two packages of the drug',
      claim: medicareLines(
        { code: 'J9035', modifiers: ['JZ'], ndc: { code: '00000000001' } },
        { code: 'J9035', ndc: { code: '00000000002' } },
        { code: 'J9035', modifiers: ['JW'], ndc: { code: '00000000002' } },
      ),
      finds: 0,
    },
    { name: 'JZ before there was one', claim: medicareLines({ code: 'J9035', modifiers: ['JZ'], from: '2022-12-30' }), finds: 1 },
    { name: 'JZ on training', claim: medicareLines({ modifiers: ['JZ'] }), finds: 1 },
  ],
});

function found(line: LineView, claim: ClaimView, words: { message: string; why: string; fix: string }): Found {
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    ...weight(claim, 'warning', true),
    ...words,
    why: `${words.why}${whose(claim)}`,
  };
}

function noDrug(line: LineView, modifier: string, claim: ClaimView): Found {
  return found(line, claim, {
    message: `Modifier ${modifier} stands on ${line.code} of line ${line.n}, which is no drug.`,
    why: 'JW and JZ tell of what is left in a single-dose container (CARC 4).',
    fix: `Put ${modifier} on the line of the drug.`,
  });
}

function tooEarly(line: LineView, claim: ClaimView): Found {
  return found(line, claim, {
    message: `Line ${line.n} carries JZ for a service before ${FIRST_DAY_OF_JZ}.`,
    why: 'JZ is in force from 2023-01-01 and asked for from 2023-07-01.',
    fix: 'Leave JZ out.',
  });
}

/** The dose given stands on a line of its own, without JW and without JZ. */
function besideJw(line: LineView, claim: ClaimView): Found | undefined {
  const same = claim.lines.filter(
    (other) => other !== line && other.code === line.code && sharedDay(other, line) !== undefined && ofOnePackage(other, line),
  );
  if (same.some(({ modifiers }) => !modifiers.includes('JW') && !modifiers.includes('JZ'))) return undefined;
  const nothing = same.find(({ modifiers }) => modifiers.includes('JZ'));
  return found(line, claim, {
    message: nothing
      ? `Line ${nothing.n} says that nothing of ${line.code} was discarded (JZ), and line ${line.n} bills what was (JW).`
      : `Line ${line.n} bills what was discarded of ${line.code} (JW), and no line bills the dose that was given.`,
    why: 'What was discarded is paid beside the dose from the same container: the dose on one line without JW or JZ, the rest on another with JW.',
    fix: nothing ? `Take JZ off line ${nothing.n}, or take line ${line.n} off.` : 'Add the line of the dose, or take this one off.',
  });
}

function ofOnePackage(one: LineView, other: LineView): boolean {
  const [first, second] = [one.line.ndc?.code, other.line.ndc?.code];
  return first === undefined || second === undefined || first === second;
}
