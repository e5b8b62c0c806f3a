import { type ClaimView, day, type Found, rule } from '@cleanclaim/core';
import { isInitialCare, within } from '../support/code-parts.ts';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/accident',
  title: 'What the claim says of an accident',
  severity: 'error',
  stage: 'draft',
  types: ['professional'],
  from: day('2015-10-01'),
  needs: [],
  cites: [
    {
      title: 'NUCC 1500 Health Insurance Claim Form Reference Instruction Manual, version 02/12',
      section: 'items 10a to 10c and 14',
      url: 'https://www.nucc.org/index.php/1500-claim-form-mainmenu-35/1500-instructions-mainmenu-42',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'claim',
  check(claim) {
    const { accident } = claim.claim;
    if (!accident) return notStated(claim);
    const found: Found[] = [];
    const kind = accident.kind?.trim().toLowerCase();
    // "AA" is the word of the electronic claim (CLM11) for it.
    const auto = kind === 'auto' || kind === 'aa';
    const state = accident.state?.trim() ?? '';
    if (auto && state === '')
      found.push({
        at: '/accident/state',
        message: 'The claim tells of an automobile accident and does not give the state.',
        why: 'Box 10b asks for the state in which the accident happened, since its law decides who pays.',
        fix: 'Add the two letters of the state.',
      });
    else if (state !== '' && !/^[A-Z]{2}$/i.test(state))
      found.push({
        at: '/accident/state',
        severity: 'warning',
        message: 'The state of the accident is not given by two letters.',
        why: 'Box 10b and the electronic claim have room for the two-letter postal code only.',
        fix: 'Write the state as two letters, such as CA.',
      });
    if (accident.kind !== undefined && accident.on === undefined)
      found.push({
        at: '/accident/on',
        severity: 'warning',
        message: 'The claim tells of an accident and does not give its date.',
        why: 'A payer needs the date to match the claim with the policy or the employer that may pay first.',
        fix: 'Add the date of the accident.',
      });
    if ((kind === 'employment' || kind === 'em') && HEALTH_PAYERS.has(claim.payer))
      found.push({
        at: '/accident/kind',
        severity: 'warning',
        status: 'review',
        message: 'The claim says that employment caused the condition, and it goes to a payer of health insurance.',
        why: "Workers' compensation pays first for what work has caused; other payers deny the claim (CARC 19).",
        fix: "Bill the employer's carrier first, or correct the kind of the accident.",
      });
    return found.length > 0 ? found : undefined;
  },

  examples: [
    { name: 'an automobile accident without its state', claim: injured({ kind: 'auto', on: '2026-03-01' }), finds: 1 },
    { name: 'an automobile accident with state and date', claim: injured({ kind: 'auto', on: '2026-03-01', state: 'OH' }), finds: 0 },
    { name: 'an accident at work, billed to health insurance', claim: injured({ kind: 'employment', on: '2026-03-01' }), finds: 1 },
    {
      name: 'the same to the carrier of the employer',
      claim: { ...injured({ kind: 'employment', on: '2026-03-01' }), payer: { id: 'EX3', kind: 'workers-compensation' } },
      finds: 0,
    },
    { name: 'an accident without its date', claim: injured({ kind: 'other' }), finds: 1 },
    { name: 'a fresh injury and nothing about an accident: only a note', claim: visit('2026-03-04', ['S93.401A']), finds: 1 },
    { name: 'a later visit for an injury', claim: visit('2026-03-04', ['S93.401D']), finds: 0 },
  ],
});

const HEALTH_PAYERS: ReadonlySet<string> = new Set(['medicare', 'medicaid', 'commercial']);

function injured(accident: { kind?: string; on?: string; state?: string }): ReturnType<typeof visit> {
  return visit('2026-03-04', ['S93.401A', 'W18.30XA'], { accident });
}

/** A first treatment of an injury often makes the payer ask whether someone else is liable. */
function notStated(claim: ClaimView): Found | undefined {
  const injury = claim.sequence.find((each) => within(each.code, 'S00', 'T35') && isInitialCare(each.code));
  if (!injury) return undefined;
  return {
    at: '/accident',
    codes: [injury.code],
    severity: 'info',
    message: `${injury.code} is a fresh injury, and the claim says nothing about an accident.`,
    why: 'Boxes 10a to 10c and 14 tell whether employment, an automobile or another accident caused it and when; payers often ask before they pay.',
    fix: 'If an accident caused the injury, give its kind, date and, for an automobile accident, the state.',
  };
}
