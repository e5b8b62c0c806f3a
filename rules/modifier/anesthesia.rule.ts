import { type ClaimView, type Found, type LineView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { WHO_GAVE_IT } from '../support/anesthesia.ts';
import { isAnesthesia } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { ANESTHESIA_MODIFIERS, pageRead } from '../support/manual-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Daily care of a continuous drug, billed without time: contractors differ on the modifier. */
const WITHOUT_TIME = '01996';

export default rule({
  id: 'modifier/anesthesia',
  title: 'Anaesthesia says who gave it (AA, AD, QK, QX, QY, QZ)',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: ALWAYS,
  needs: [],
  cites: [
    ANESTHESIA_MODIFIERS,
    pageRead(
      'Anesthesia claim modifiers',
      'https://www.medicalbillingcptmodifiers.com/2010/04/aneshthsia-claim-modifiers-aa-ad-qk-23.html',
      "a reprint of a contractor's list of 2010: one of the six must be reported",
    ),
  ],

  on: 'line',
  codesBegin: '0',
  check(line, { claim }) {
    return isAnesthesia(line.code) ? ofAnesthesia(line, claim) : undefined;
  },

  examples: [
    { name: 'without a modifier', claim: medicareLines({ code: '00100', minutes: 45 }), finds: 1, codes: ['00100'] },
    { name: 'given in person', claim: medicareLines({ code: '00100', minutes: 45, modifiers: ['AA'] }), finds: 0 },
    { name: 'directed, monitored', claim: medicareLines({ code: '00100', minutes: 45, modifiers: ['QX', 'QS'] }), finds: 0 },
    { name: 'physical status alone', claim: medicareLines({ code: '00100', minutes: 45, modifiers: ['P3'] }), finds: 1 },
    { name: 'two that exclude each other', claim: medicareLines({ code: '00100', minutes: 45, modifiers: ['AA', 'QZ'] }), finds: 1 },
    { name: 'another procedure without one', claim: medicareLines({}), finds: 0 },
  ],
});

function ofAnesthesia(line: LineView, claim: ClaimView): Found | undefined {
  const { code, n, modifiers } = line;
  const who = modifiers.filter((modifier) => WHO_GAVE_IT.has(modifier));
  if (who.length === 1) return undefined;
  return {
    at: `${line.path}/modifiers`,
    codes: [code],
    ...weight(claim, code === WITHOUT_TIME ? 'warning' : 'error', code === WITHOUT_TIME),
    message:
      who.length === 0
        ? `The anaesthesia ${code} on line ${n} does not say who gave it.`
        : `The anaesthesia ${code} on line ${n} carries ${who.join(' and ')}, which exclude each other.`,
    why: `One of AA, AD, QK, QX, QY and QZ decides whether the full price or half of it is paid; without one the line is denied (CARC 4).${whose(claim)}`,
    fix: 'Enter in the first place: AA for an anaesthesiologist in person, QK, QY or AD for one who directed or supervised, QX for a directed and QZ for an undirected CRNA.',
  };
}
