import type { ClaimView } from '../claim/view.ts';
import type { Day } from '../day.ts';
import { settingOf } from '../plan/choose-plan.ts';
import type { DayTables } from './day-tables.ts';
import { claimEditions, type TableRule, tableEditions } from './editions.ts';
import { GrownLists } from './grown-lists.ts';
import { type Asked, type HistoryState, isLineNeed, sourceOf, whyNot, whyNotAll } from './needs.ts';
import type { Finding, NotCheckedEntry, Report } from './report.ts';
import type { Rule, Severity } from './rule.ts';
import type { Walk, walkMaker } from './walk.ts';

/** A check that a complete scrubber makes and this version does not: named in every report it would bear on. */
export interface Unmade {
  readonly rule: string;
  readonly title: string;
  readonly needs: string;
  readonly applies: (claim: ClaimView) => boolean;
}

/** What rules are chosen from. */
export interface Choosing {
  readonly rules: readonly Rule[];
  readonly unmade: readonly Unmade[];
  readonly walkOf: ReturnType<typeof walkMaker>;
}

/** Rules chosen for one kind of claim on one day, with what is to be said of those that were not. */
export interface ChosenRules {
  readonly walk: Walk;
  /** Rules that cannot run for want of data on the day, and checks not made. */
  readonly notChecked: readonly NotCheckedEntry[];
  readonly editions: Report['editions'];
  readonly tableRules: readonly TableRule[];
  /** Lines have days other than the claim's. */
  readonly several: boolean;
  /** What tables lack and which answer on days of lines other than the claim's own. */
  readonly otherDays: Map<Day, DayTables>;
  readonly grown: GrownLists;
  readonly history: HistoryState;
  /** Rules that rest on the patient's other claims. */
  readonly looksBack: readonly Rule[];
  /** What findings count as with the payer, where its plan says so. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** By the rule's place: what its findings cite where they name no note or edition of their own; worked out when first asked. */
  readonly sources: (Finding['source'] | undefined)[];
}

/** Without `several`, all lines have the claim's day, and rules whose table does not answer on it are left out. */
export function chooseRules({ rules, unmade, walkOf }: Choosing, asked: Asked, several: boolean): ChosenRules {
  const { view } = asked;
  const ready: Rule[] = [];
  const notChecked: NotCheckedEntry[] = [];
  const tableRules: TableRule[] = [];
  const severities = new Map<string, Severity>();
  const withCodes = view.lines.some(({ code }) => code !== '');
  const withModifiers = view.lines.some(({ modifiers }) => modifiers.length > 0);
  for (const rule of rules) {
    if ((rule.withCodes && !withCodes) || (rule.withModifiers && !withModifiers) || !isFor(rule, view)) continue;
    const setting = settingOf(view.plan, rule.id, view.on);
    if (setting === 'off') continue;
    if (setting) severities.set(rule.id, setting);
    const needs = rule.needs.filter(isLineNeed);
    if (needs.some((need) => sourceOf(need, view) === undefined)) continue;
    const missing = whyNotAll(
      rule.needs.filter((need) => !isLineNeed(need)),
      asked,
      view.on,
    );
    if (missing) {
      notChecked.push({ rule: rule.id, ...missing });
      continue;
    }
    if (needs.length > 0) tableRules.push({ rule, needs });
    const lacking = whyNotAll(needs, asked, view.on);
    if (lacking) notChecked.push({ rule: rule.id, ...lacking });
    if (!lacking || several) ready.push(rule);
    if (lacking || !rule.seesMore?.types.includes(view.type)) continue;
    const less = whyNot(rule.seesMore.with, asked, view.on);
    if (less) notChecked.push({ rule: rule.id, reason: `${rule.seesMore.what}: ${less.reason}`, install: less.install });
  }
  return {
    walk: walkOf(ready, view.editor !== undefined),
    notChecked: notChecked.concat(unmadeFor(unmade, view)),
    editions: [...claimEditions(view), ...tableEditions(tableRules, asked, view.on)],
    tableRules,
    several,
    otherDays: new Map(),
    grown: new GrownLists(),
    history: asked.history,
    looksBack: ready.filter((rule) => rule.needs.includes('history')),
    severities,
    sources: new Array<Finding['source'] | undefined>(rules.length),
  };
}

/** Whether a rule is in force and for claims of the kind, whatever stands on their lines. */
function isFor(rule: Rule, view: ClaimView): boolean {
  if (rule.types && !rule.types.includes(view.type)) return false;
  if (rule.payers && !rule.payers.includes(view.payer)) return false;
  if ((rule.hospitalStay && !view.hospitalStay) || (rule.outpatient && view.inpatient)) return false;
  if (rule.on === 'procedure' && view.procedures.length === 0) return false;
  return view.on === undefined || (view.on >= rule.from && (rule.to === undefined || view.on <= rule.to));
}

function unmadeFor(unmade: readonly Unmade[], view: ClaimView): NotCheckedEntry[] {
  return unmade
    .filter((each) => each.applies(view))
    .map(({ rule, title, needs }) => ({
      rule,
      reason: `${title}: this version does not check it; it needs ${needs}.`,
      install: 'Check it by other means for now; coverage.yaml lists what is planned.',
    }));
}
