import type { OtherPayer } from '@cleanclaim/core';
import type { Cursor } from './cursor.ts';
import type { OpenClaim } from './open-claim.ts';
import { readCoverage, readInsurer } from './read-coverage.ts';
import { said } from './read-parts.ts';
import type { Resources } from './resources.ts';

/** The payer this claim goes to is the focal insurance, else the first; the others are `otherPayers`. */
export function readInsurance(at: Cursor, claim: OpenClaim, resources: Resources): void {
  const insurances = at.list('insurance');
  const own = insurances.find((each) => each.get('focal')?.value === true) ?? insurances[0];
  const insurer = readInsurer(at.get('insurer'), resources);
  if (insurer) claim.payer = insurer;
  const others: OtherPayer[] = [];
  for (const each of insurances) {
    each.use('focal', 'sequence');
    const coverage = resources.follow(each.get('coverage'), ['Coverage']);
    if (each === own) readOwn(each, coverage, claim, resources);
    else if (coverage) {
      const { payer, subscriber, memberId } = readCoverage(coverage, resources);
      others.push({ payer, subscriber: { ...subscriber, ...(memberId === undefined ? {} : { memberId }) } });
    }
  }
  if (others.length > 0) claim.otherPayers = others.map(({ payer, subscriber }) => said({ payer, subscriber }));
}

function readOwn(at: Cursor, coverage: Cursor | undefined, claim: OpenClaim, resources: Resources): void {
  const [authorization] = at.list('preAuthRef');
  if (authorization) {
    if (typeof authorization.value !== 'string') throw authorization.wrong('text');
    authorization.use();
    claim.priorAuthorization = authorization.value;
  }
  if (!coverage) return;
  const { payer, subscriber, memberId } = readCoverage(coverage, resources);
  claim.payer = { ...payer, ...claim.payer };
  claim.subscriber = subscriber;
  // As from an 837: the number on the insurance card is the patient's, unless the file has another for the patient.
  if (memberId === undefined || claim.patient?.memberId === memberId) return;
  if (claim.patient?.memberId === undefined) claim.patient = { ...claim.patient, memberId };
  else claim.subscriber = { ...subscriber, memberId };
}
