import { addDays, type Claim, ClaimHistory, day, makeEngine } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { makeClaims } from './check.ts';
import { cpuSeconds, median, perSecond } from './measure.ts';

/** Other claims of each patient. */
const EARLIER = 5;

/** The engine on claims of patients with five other claims each, against the same engine without a history; and what keeping a claim costs. */
export function benchHistory(): void {
  const claims = makeClaims(10_000, 'common').map(
    (claim, at): Claim => ({ ...claim, patient: { ...claim.patient, memberId: `EX-${at}` } }),
  );
  const engine = makeEngine(RULES, bundledData(), UNMADE);
  const received = day('2026-11-24');
  const history = new ClaimHistory();
  const keeping = cpuSeconds(() => {
    for (const claim of claims) for (let n = 1; n <= EARLIER; n++) history.add(daysBefore(claim, 30 * n), 'a claim');
  });
  const without: number[] = [];
  const within: number[] = [];
  for (let round = 0; round < 6; round++) {
    const alone = cpuSeconds(() => {
      for (const claim of claims) engine.check(claim, { received });
    });
    const looking = cpuSeconds(() => {
      for (const claim of claims) engine.check(claim, { received, history });
    });
    if (round === 0) continue;
    without.push(alone);
    within.push(looking);
  }
  console.log(`without a history: ${perSecond(claims.length, median(without))}`);
  console.log(
    `with ${EARLIER} other claims a patient: ${perSecond(claims.length, median(within))}, ${(median(within) / median(without)).toFixed(2)} times the time`,
  );
  console.log(`keeping a claim: ${perSecond(history.size, keeping)}`);
}

function daysBefore(claim: Claim, days: number): Claim {
  return {
    ...claim,
    id: `${claim.id ?? ''}-${days}`,
    lines: claim.lines.map((line) => ({ ...line, from: addDays(day(line.from ?? ''), -days) })),
  };
}
