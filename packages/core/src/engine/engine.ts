import type { Claim } from '../claim/model.ts';
import type { UnknownField } from '../claim/read-claim.ts';
import { type ClaimView, viewClaim } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { History } from '../history/history.ts';
import { saysPatient } from '../history/patient.ts';
import { planChooser } from '../plan/choose-plan.ts';
import type { PayerPlan } from '../plan/model.ts';
import { askRules, type OfRules } from './ask-rules.ts';
import { type ChosenRules, type Choosing, chooseRules, type Unmade } from './choose-rules.ts';
import { KeptChoices } from './kept-choices.ts';
import { hasOtherDays } from './other-days.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';
import { SpeaksOf } from './speaks-of.ts';
import { walkMaker } from './walk.ts';

export type { Unmade };

export interface Engine {
  /** Runs every rule that applies. Pure: the same claim, data, day and history give the same report. */
  check(claim: Claim, options: CheckOptions): Report;
  /** Ids of the rules that `check` runs on the claim: with nothing said of a rule among them, the claim passed it. */
  ran(claim: Claim, options: CheckOptions): readonly string[];
}

export interface CheckOptions {
  /** The day the claim reaches the payer, or is checked. */
  readonly received: Day;
  /** Nobody gave that day: it is the one on which the claim is checked. */
  readonly assumed?: boolean;
  readonly unknown?: readonly UnknownField[];
  /** Other claims of patients; without it the rules that look back are not checked. */
  readonly history?: History;
}

export interface EngineOptions {
  /** What payers ask, the more particular ones first (docs/plans.md). */
  readonly plans?: readonly PayerPlan[];
}

/** Compiles rules against data. Rules not in force or not for the claim are dropped once per kind of claim and day, and the choice is kept. */
export function makeEngine(rules: readonly Rule[], data: Data, unmade: readonly Unmade[] = [], options: EngineOptions = {}): Engine {
  const payerPlan = planChooser(options.plans ?? []);
  const speaksOf = new SpeaksOf(rules);
  const choosing: Choosing = { rules, unmade, walkOf: walkMaker(rules, speaksOf) };
  const yielding = new Map(rules.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo] as const] : [])));
  const ofRules: OfRules = { speaksOf, yielding };
  const kept = new KeptChoices();
  const chosenFor = (view: ClaimView, given: History | undefined): ChosenRules => {
    const history = given === undefined ? 'none' : saysPatient(view.claim) ? 'given' : 'no-patient';
    return kept.find({ view, several: hasOtherDays(view), history }, ({ several }) =>
      chooseRules(choosing, { view, data, history }, several),
    );
  };
  return {
    check(claim, { received, assumed = false, unknown, history }) {
      const view = viewClaim(claim, data, unknown, payerPlan(claim));
      return askRules(chosenFor(view, history), { view, data, received, receivedAssumed: assumed, history }, ofRules);
    },
    ran(claim, { unknown, history }) {
      const view = viewClaim(claim, data, unknown, payerPlan(claim));
      const { claim: own, diagnosis, diagnosisPair, procedure, line, linePair } = chosenFor(view, history).walk;
      const meant = line.filter(
        ({ rule: { codesBegin } }) =>
          codesBegin === undefined || view.lines.some(({ code }) => code !== '' && codesBegin.includes(code.charAt(0))),
      );
      return [own, diagnosis, diagnosisPair, procedure, meant, linePair].flatMap((each) => each.map(({ rule }) => rule.id));
    },
  };
}
