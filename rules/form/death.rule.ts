import { type ClaimView, day, type Found, isDay, rule } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { DATE_OF_DEATH, DISCHARGE_STATUS_LIST } from '../support/institutional-cites.ts';
import { isMedicare } from '../support/medicare.ts';
import { billedStay, dischargeStatusOf } from '../support/stay.ts';

const DIED: ReadonlySet<string> = new Set(['20', '40', '41', '42']);
/** Occurrence code of the date of death. */
const DEATH = '55';

export default rule({
  id: 'form/death',
  title: 'A death is told alike by discharge status, occurrence code and dates',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: day('2012-10-01'),
  needs: [],
  cites: [DATE_OF_DEATH, DISCHARGE_STATUS_LIST],

  on: 'claim',
  check(claim) {
    const status = dischargeStatusOf(claim);
    const at = claim.claim.occurrences?.findIndex(({ code }) => code?.trim() === DEATH) ?? -1;
    const told = at < 0 ? undefined : claim.claim.occurrences?.[at];
    if (DIED.has(status)) return told === undefined ? undated(claim, status) : otherDay(claim, told.on, `/occurrences/${at}`);
    if (status === '') return undefined;
    return told === undefined ? leftAfterDeath(claim, status) : alive(status, at);
  },

  examples: [
    { name: 'died, with the date', claim: died({ occurrences: [{ code: '55', on: '2026-03-04' }] }), finds: 0 },
    { name: 'died, without it', claim: died({}), finds: 1 },
    { name: 'the same to another payer', claim: { ...died({}), payer: { id: 'EX001', kind: 'commercial' } }, finds: 1 },
    {
      name: 'a date of death of a patient who went home',
      claim: stay('2026-03-04', ['I10'], { occurrences: [{ code: '55', on: '2026-03-04' }] }),
      finds: 1,
    },
    {
      name: 'two dates of death',
      claim: died({
        patient: { birthDate: '1970-06-15', deathDate: '2026-03-03', sex: 'female', memberId: 'EX-1' },
        occurrences: [{ code: '55', on: '2026-03-04' }],
      }),
      finds: 1,
    },
    {
      name: 'sent home after dying',
      claim: stay('2026-03-04', ['I10'], {
        patient: { birthDate: '1970-06-15', deathDate: '2026-03-03', sex: 'female', memberId: 'EX-1' },
        lines: [],
        total: '0',
      }),
      finds: 1,
    },
    {
      name: 'died at home on the day of discharge',
      claim: stay('2026-03-04', ['I10'], {
        patient: { birthDate: '1970-06-15', deathDate: '2026-03-04', sex: 'female', memberId: 'EX-1' },
      }),
      finds: 0,
    },
    { name: 'nobody died', claim: stay('2026-03-04', ['I10']), finds: 0 },
  ],
});

function undated(claim: ClaimView, status: string): Found {
  return {
    at: '/occurrences',
    severity: isMedicare(claim) ? 'error' : 'info',
    message: `The discharge status ${status} says that the patient died, and no occurrence code 55 says on which day.`,
    why: isMedicare(claim)
      ? 'Medicare returns a claim with this status that lacks the date of death.'
      : 'The date of death was asked for so that nobody is declared dead by a slip in the discharge status.',
    fix: 'Add occurrence code 55 with the date of death, or correct the discharge status.',
  };
}

function otherDay({ claim }: ClaimView, told: string | undefined, at: string): Found | undefined {
  const known = claim.patient?.deathDate;
  if (!isDay(told) || !isDay(known) || told === known) return undefined;
  return {
    at,
    severity: 'warning',
    message: `Occurrence code 55 gives ${told} as the date of death, and the patient's record ${known}.`,
    why: 'The payer passes the date on; one of the two is wrong.',
    fix: 'Compare both with the record and correct the one that is wrong.',
  };
}

function alive(status: string, at: number): Found {
  return {
    at: `/occurrences/${at}`,
    severity: 'warning',
    message: `Occurrence code 55 gives a date of death, and the discharge status ${status} does not say that the patient died.`,
    why: 'The date of death goes with status 20, or 40 to 42 of a hospice; the claim contradicts itself.',
    fix: 'Correct the discharge status, or take the occurrence code off.',
  };
}

/** A patient may die at home on the day of discharge, not before it. */
function leftAfterDeath(claim: ClaimView, status: string): Found | undefined {
  const death = claim.claim.patient?.deathDate;
  const stayed = billedStay(claim);
  if (!stayed || !isDay(death) || death >= stayed.to || death < stayed.from) return undefined;
  return {
    at: '/dischargeStatus',
    message: `The patient died on ${death}, during the stay, and the discharge status is ${status}.`,
    why: 'A stay that ends with a death is paid and reported as such; a status that says otherwise is wrong, or the date is.',
    fix: 'Enter status 20 and let the stay end on the day of death, or correct the date.',
  };
}

function died(changes: Parameters<typeof stay>[2] & object) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1940-06-15', sex: 'female', memberId: '1EG4TE5MK73' },
    dischargeStatus: '20',
    ...changes,
  });
}
