import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { History } from '../history/history.ts';
import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import type { ChosenRules } from './choose-rules.ts';
import { findingsOf, gather, type Gathered, gatherNotChecked } from './gather.ts';
import { withOtherDays } from './other-days.ts';
import type { Report } from './report.ts';
import type { Context } from './rule.ts';
import { ANY_CODE, type SpeaksOf } from './speaks-of.ts';
import { rulesForLine, type Walk } from './walk.ts';

/** What the rules are asked about a claim with. */
export interface Asking {
  readonly view: ClaimView;
  readonly data: Data;
  readonly received: Day;
  readonly receivedAssumed: boolean;
  readonly history: History | undefined;
}

/** What an engine knows of its rules, whatever the claim. */
export interface OfRules {
  readonly speaksOf: SpeaksOf;
  /** Rules that are silent where others say more, with those others. */
  readonly yielding: ReadonlyMap<string, readonly string[]>;
}

/** Asks the chosen rules about a claim; what they say makes the report. */
export function askRules(chosen: ChosenRules, asking: Asking, { speaksOf, yielding }: OfRules): Report {
  const { view, data, received, receivedAssumed } = asking;
  const past = chosen.history === 'given' ? asking.history?.of(view.claim) : undefined;
  const context: Context = { claim: view, icd: view.icd as Context['icd'], data, received, receivedAssumed, history: past };
  const { notChecked, editions } = chosen.several ? withOtherDays(chosen, view, data) : chosen;
  const gathered: Gathered = { chosen, view, data, findings: [], places: [], mayYield: false, notChecked, bypassed: [] };
  if (past) for (const missing of past.lacking) for (const rule of chosen.looksBack) gatherNotChecked(rule, missing, gathered);
  const { walk } = chosen;
  // A code may be judged by the days of its lines too.
  const icd = chosen.several ? undefined : view.icd;
  askOfClaim(walk, context, { speaksOf, icd }, gathered);
  if (walk.procedure.length > 0) askOfProcedures(walk, context, gathered);
  askOfLines(walk, context, gathered);
  if (walk.diagnosisPair.length > 0) askOfDiagnosisPairs(walk, context, { speaksOf, icd }, gathered);
  if (walk.linePair.length > 0) askOfLinePairs(walk, context, gathered);
  const findings = findingsOf(gathered, yielding);
  let failed = false;
  for (const { severity } of findings) if (severity !== 'info') failed = true;
  return {
    claim: view.claim.id ?? null,
    status: failed ? 'findings' : gathered.notChecked.length > 0 ? 'incomplete' : 'clean',
    on: view.on ?? null,
    findings,
    notChecked: gathered.notChecked,
    bypassed: gathered.bypassed,
    editions,
  };
}

/** Which rules may have something to say of a claim's codes; without an edition each of them may. */
interface Speaking {
  readonly speaksOf: SpeaksOf;
  readonly icd: Icd10cmEdition | undefined;
}

/** Asks of the claim as a whole, then of each diagnosis. */
function askOfClaim(
  { claim: ofClaim, diagnosis: ofDiagnosis }: Walk,
  context: Context,
  { speaksOf, icd }: Speaking,
  gathered: Gathered,
): void {
  const { claim } = context;
  let said = ANY_CODE;
  for (const diagnosis of claim.diagnoses) said |= speaksOf.of(diagnosis, icd);
  for (const asked of ofClaim) {
    if ((asked.bit & said) === 0) continue;
    const outcomes = asked.check.call(asked.rule, claim, context);
    if (outcomes !== undefined) gather(asked, outcomes, gathered);
  }
  for (const diagnosis of claim.diagnoses) {
    const own = speaksOf.of(diagnosis, icd);
    for (const asked of ofDiagnosis) {
      if ((asked.bit & own) === 0) continue;
      const outcomes = asked.check.call(asked.rule, diagnosis, context);
      if (outcomes !== undefined) gather(asked, outcomes, gathered);
    }
  }
}

function askOfProcedures({ procedure: rules }: Walk, context: Context, gathered: Gathered): void {
  for (const procedure of context.claim.procedures) {
    for (const asked of rules) {
      const outcomes = asked.check.call(asked.rule, procedure, context);
      if (outcomes !== undefined) gather(asked, outcomes, gathered);
    }
  }
}

function askOfLines(walk: Walk, context: Context, gathered: Gathered): void {
  for (const line of context.claim.lines) {
    for (const asked of rulesForLine(walk, line)) {
      const outcomes = asked.check.call(asked.rule, line, context);
      if (outcomes !== undefined) gather(asked, outcomes, gathered);
    }
  }
}

function askOfDiagnosisPairs({ diagnosisPair: rules }: Walk, context: Context, { speaksOf, icd }: Speaking, gathered: Gathered): void {
  const { sequence } = context.claim;
  for (const [at, first] of sequence.entries()) {
    if (!first.known) continue;
    const ofFirst = speaksOf.of(first, icd);
    for (let next = at + 1; next < sequence.length; next++) {
      const second = sequence[next];
      if (!second?.known) continue;
      const either = ofFirst | speaksOf.of(second, icd);
      for (const asked of rules) {
        if ((asked.bit & either) === 0) continue;
        const outcomes = asked.check.call(asked.rule, first, second, context);
        if (outcomes !== undefined) gather(asked, outcomes, gathered);
      }
    }
  }
}

function askOfLinePairs({ linePair: rules }: Walk, context: Context, gathered: Gathered): void {
  const { lines } = context.claim;
  for (const [at, first] of lines.entries()) {
    for (const second of lines.slice(at + 1)) {
      for (const asked of rules) {
        const outcomes = asked.check.call(asked.rule, first, second, context);
        if (outcomes !== undefined) gather(asked, outcomes, gathered);
      }
    }
  }
}
