import type { Claim } from '../claim/model.ts';
import type { UnknownField } from '../claim/read-claim.ts';
import { type ClaimView, viewClaim } from '../claim/view.ts';
import type { Data } from '../data.ts';
import { type Day, day } from '../day.ts';
import { heldOn, planChooser, settingOf } from '../plan/choose-plan.ts';
import type { PayerPlan } from '../plan/model.ts';
import type { Finding, NotCheckedEntry, Report } from './report.ts';
import type { AnyOf, Context, Found, Need, NotChecked, Outcome, Outcomes, Rule, Severity } from './rule.ts';
import { isTableNeed, sourceOf, type TableNeed, whyNoTable } from './table-needs.ts';
import { where } from './where.ts';

/** A check that a complete scrubber makes and this version does not: named in every report it would bear on. */
export interface Unmade {
  readonly rule: string;
  readonly title: string;
  readonly needs: string;
  readonly applies: (claim: ClaimView) => boolean;
}

export interface Engine {
  /** Runs every rule that applies. Pure: the same claim, data and day give the same report. */
  check(claim: Claim, options: CheckOptions): Report;
}

export interface CheckOptions {
  /** The day the claim reaches the payer. */
  readonly received: Day;
  /** Nobody gave that day: it is the one on which the claim is checked. */
  readonly assumed?: boolean;
  readonly unknown?: readonly UnknownField[];
}

export interface EngineOptions {
  /** What payers ask, the more particular ones first (docs/plans.md). */
  readonly plans?: readonly PayerPlan[];
}

/** Rules chosen for one kind of claim on one day, by what they look at. */
interface Plan {
  readonly claim: readonly RuleOn<'claim'>[];
  readonly diagnosis: readonly RuleOn<'diagnosis'>[];
  readonly diagnosisPair: readonly RuleOn<'diagnosis-pair'>[];
  readonly procedure: readonly RuleOn<'procedure'>[];
  readonly line: readonly RuleOn<'line'>[];
  /** Of those, the ones that look at codes beginning with a character, by its number. */
  readonly lineByCode: Map<number, readonly RuleOn<'line'>[]>;
  readonly linePair: readonly RuleOn<'line-pair'>[];
  /** Rules that cannot run for want of data on the day, and checks not made. */
  readonly notChecked: readonly NotCheckedEntry[];
  readonly editions: Report['editions'];
  /** Rules that ask tables on each line's day, with the tables they ask. */
  readonly tableRules: readonly { readonly rule: Rule; readonly needs: readonly TableNeed[] }[];
  /** Edition of each rule's table on the claim's day. */
  readonly tableEdition: ReadonlyMap<Rule, string>;
  /** What tables lack and which answer on days of lines other than the claim's own. */
  readonly otherDays: Map<Day, DayTables>;
  /** What the list of checks not made grew into, by the entry added. */
  readonly grown: Map<readonly NotCheckedEntry[], Map<NotCheckedEntry, readonly NotCheckedEntry[]>>;
  /** Lines have days other than the claim's. */
  readonly several: boolean;
  /** Rules that are silent where others say more, with those others. */
  readonly yielding: ReadonlyMap<string, readonly string[]>;
  /** Place of each rule in the list of rules. */
  readonly order: ReadonlyMap<string, number>;
  /** What findings count as with the payer, where its plan says so. */
  readonly severities: ReadonlyMap<string, Severity>;
}
/** Of one day: the rules that no table serves, and the editions that answer. */
interface DayTables {
  readonly notChecked: readonly NotCheckedEntry[];
  readonly editions: Report['editions'];
}
type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/** Compiles rules against data. Rules not in force or not for the claim are dropped once per kind of claim and day, and the choice is kept. */
export function makeEngine(rules: readonly Rule[], data: Data, unmade: readonly Unmade[] = [], options: EngineOptions = {}): Engine {
  const slots = new Map<Day | undefined, Slot[]>();
  let kept = 0;
  const planOf = planChooser(options.plans ?? []);
  return {
    check(claim, { received, assumed = false, unknown }) {
      const view = viewClaim(claim, data, unknown, planOf(claim));
      const several = hasOtherDays(view);
      const bits = bitsOf(view, several);
      const ofDay = slots.get(view.on);
      let slot = ofDay && findSlot(ofDay, view, bits);
      if (!slot) {
        const { type, payer, plan, ptp, mue } = view;
        slot = { view: { type, payer, plan, ptp, mue }, bits, plan: makePlan(rules, view, data, unmade, several) };
        if (kept++ >= MAX_PLANS) {
          slots.clear();
          kept = 1;
        }
        const list = slots.get(view.on);
        if (list) list.push(slot);
        else slots.set(view.on, [slot]);
      }
      return run(slot.plan, view, data, received, assumed);
    },
  };
}

/** A choice of rules with all that it depends on: the day, what is written in bits, and these fields of the first claim. */
interface Slot {
  readonly bits: number;
  readonly view: Pick<ClaimView, 'type' | 'payer' | 'plan' | 'ptp' | 'mue'>;
  readonly plan: Plan;
}

function findSlot(slots: readonly Slot[], view: ClaimView, bits: number): Slot | undefined {
  for (const slot of slots) {
    if (slot.bits !== bits) continue;
    const { type, payer, plan, ptp, mue } = slot.view;
    if (type === view.type && payer === view.payer && plan === view.plan && ptp === view.ptp && mue === view.mue) return slot;
  }
  return undefined;
}

/** Which rules and checks bear on the claim, but for day, type and payer. */
function bitsOf({ inpatient, hospitalStay, procedures, lines }: ClaimView, several: boolean): number {
  let bits = (inpatient ? 1 : 0) | (hospitalStay ? 2 : 0) | (procedures.length > 0 ? 4 : 0) | (several ? 8 : 0);
  for (const { code, modifiers } of lines) bits |= (code !== '' ? WITH_CODES : 0) | (modifiers.length > 0 ? WITH_MODIFIERS : 0);
  return bits;
}

const WITH_CODES = 16;
const WITH_MODIFIERS = 32;

/** Payer kinds are the user's words: the kept choices must not grow without end. */
const MAX_PLANS = 2_000;

/** True when a line has a day of its own, so that tables of that day are asked too. */
function hasOtherDays({ lines, on }: ClaimView): boolean {
  for (const { from } of lines) if (from !== undefined && from !== on) return true;
  return false;
}

/** Without `several`, all lines have the claim's day, and rules whose table does not answer on it are left out. */
function makePlan(rules: readonly Rule[], view: ClaimView, data: Data, unmade: readonly Unmade[], several: boolean): Plan {
  const ready: Rule[] = [];
  const notChecked: NotCheckedEntry[] = [];
  const tableRules: { rule: Rule; needs: readonly TableNeed[] }[] = [];
  const severities = new Map<string, Severity>();
  const withCodes = view.lines.some(({ code }) => code !== '');
  const withModifiers = view.lines.some(({ modifiers }) => modifiers.length > 0);
  for (const rule of rules) {
    if ((rule.withCodes && !withCodes) || (rule.withModifiers && !withModifiers)) continue;
    if (rule.types && !rule.types.includes(view.type)) continue;
    if (rule.payers && !rule.payers.includes(view.payer)) continue;
    if (rule.hospitalStay && !view.hospitalStay) continue;
    if (rule.on === 'procedure' && view.procedures.length === 0) continue;
    if (view.on && (view.on < rule.from || (rule.to && view.on > rule.to))) continue;
    const setting = settingOf(view.plan, rule.id, view.on);
    if (setting === 'off') continue;
    if (setting) severities.set(rule.id, setting);
    const needs = rule.needs.filter(isTableNeed);
    if (needs.some((need) => sourceOf(need, view) === undefined)) continue;
    const missing = rule.needs.find((need) => !isTableNeed(need) && !hasAny(need, view, data));
    if (missing) {
      notChecked.push({ rule: rule.id, ...whyMissing(typeof missing === 'string' ? missing : missing[0], view, data) });
      continue;
    }
    if (needs.length > 0) tableRules.push({ rule, needs });
    const lacking = whyNoTableOn(needs, view, data, view.on);
    if (lacking) notChecked.push({ rule: rule.id, ...lacking });
    if (!lacking || several) ready.push(rule);
    if (rule.seesMore?.types.includes(view.type) && !has(rule.seesMore.with, view, data)) {
      const { reason, install } = whyMissing(rule.seesMore.with, view, data);
      notChecked.push({ rule: rule.id, reason: `${rule.seesMore.what}: ${reason}`, install });
    }
  }
  for (const each of unmade) {
    if (each.applies(view))
      notChecked.push({
        rule: each.rule,
        reason: `${each.title}: this version does not check it; it needs ${each.needs}.`,
        install: 'Check it by other means for now; coverage.yaml lists what is planned.',
      });
  }
  const on = <On extends Rule['on']>(kind: On) => ready.filter((rule): rule is RuleOn<On> => rule.on === kind);
  return {
    claim: on('claim'),
    diagnosis: on('diagnosis'),
    diagnosisPair: on('diagnosis-pair'),
    procedure: on('procedure'),
    line: on('line'),
    lineByCode: new Map(),
    linePair: on('line-pair'),
    notChecked,
    editions: [...editionsOf(view), ...tableEditions(tableRules, view, data, view.on)],
    tableRules,
    tableEdition: new Map(
      tableRules.flatMap(({ rule, needs }) => {
        const id = editionId(needs[0], view, data, view.on);
        return id === undefined ? [] : [[rule, id] as const];
      }),
    ),
    otherDays: new Map(),
    several,
    grown: new Map(),
    yielding: new Map(ready.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo] as const] : []))),
    order: new Map(rules.map((rule, at) => [rule.id, at])),
    severities,
  };
}

function editionsOf({ icd, editor, plan }: ClaimView): Report['editions'] {
  const editions = [];
  if (icd) {
    const { id, from, to } = icd.edition;
    editions.push({ id, from, to, ...(icd.notesAsOf === undefined ? {} : { notesAsOf: icd.notesAsOf }) });
  }
  if (editor) editions.push({ id: editor.edition.id, from: editor.edition.from, to: editor.edition.to });
  if (plan) editions.push({ id: `plan-${plan.id}`, from: ALWAYS, to: null });
  return editions;
}

/** A plan has dates in its entries, not as a whole. */
const ALWAYS = day('1800-01-01');

function hasAny(need: Need | AnyOf, view: ClaimView, data: Data): boolean {
  return typeof need === 'string' ? has(need, view, data) : need.some((each) => has(each, view, data));
}

/** The first reason why a rule's tables do not answer on a day; undefined when all do. */
function whyNoTableOn(needs: readonly TableNeed[], view: ClaimView, data: Data, on: Day | undefined): Lacking | undefined {
  if (needs.length === 0) return undefined;
  if (on === undefined) return NO_DAY;
  for (const need of needs) {
    const lacking = whyNoTable(need, view, data, on);
    if (lacking) return lacking;
  }
  return undefined;
}

type Lacking = Omit<NotCheckedEntry, 'rule'>;
const NO_DAY: Lacking = {
  reason: 'The claim has no readable date of service, so the edition of the table cannot be chosen.',
  install: 'Give each line a date: "from": "YYYY-MM-DD".',
};

/** Editions of the tables that answer on a day, each once. */
function tableEditions(tableRules: Plan['tableRules'], view: ClaimView, data: Data, on: Day | undefined): Report['editions'] {
  if (on === undefined) return [];
  const needs = new Set(tableRules.flatMap((each) => each.needs));
  return [...needs].flatMap((need) => {
    const source = sourceOf(need, view);
    const edition = source === undefined || whyNoTable(need, view, data, on) ? undefined : data.edition(source, on);
    return edition ? [{ id: edition.id, from: edition.from, to: edition.to }] : [];
  });
}

/** What tables lack on the days of lines that are not the claim's day, each day once. */
function addOtherDays(plan: Plan, view: ClaimView, data: Data): DayTables {
  const notChecked: NotCheckedEntry[] = [...plan.notChecked];
  const editions = [...plan.editions];
  const seen = new Set<Day>();
  for (const { from } of view.lines) {
    if (from === undefined || from === view.on || seen.has(from)) continue;
    seen.add(from);
    const tables = plan.otherDays.get(from) ?? dayTables(plan, view, data, from);
    if (plan.otherDays.size >= MAX_PLANS) plan.otherDays.clear();
    plan.otherDays.set(from, tables);
    notChecked.push(...tables.notChecked);
    for (const edition of tables.editions) if (!editions.some(({ id }) => id === edition.id)) editions.push(edition);
  }
  return { notChecked, editions };
}

function dayTables({ tableRules }: Plan, view: ClaimView, data: Data, on: Day): DayTables {
  const notChecked = tableRules.flatMap(({ rule, needs }) => {
    const lacking = whyNoTableOn(needs, view, data, on);
    return lacking ? [{ rule: rule.id, ...lacking }] : [];
  });
  return { notChecked, editions: tableEditions(tableRules, view, data, on) };
}

function has(need: Need, view: ClaimView, data: Data): boolean {
  if (need === 'place-of-service') return data.placeOfService() !== undefined;
  if (need === 'plan-authorization') return view.plan?.authorization !== undefined;
  if (need === 'plan-timely-filing') return heldOn(view.plan?.timelyFiling, view.on) !== undefined;
  if (need === 'mce-diagnoses') return view.editor !== undefined;
  if (need === 'mce-procedures') return view.on !== undefined && data.mceProcedures(view.on) !== undefined;
  return need === 'icd10cm' ? view.icd !== undefined : view.icd?.hasNotes === true;
}

function whyMissing(need: Need, { on, plan }: ClaimView, data: Data): { reason: string; install: string } {
  if (need === 'place-of-service')
    return {
      reason: 'The place of service list is not installed.',
      install: 'Install the cleanclaim package again: the list comes with it.',
    };
  if (need === 'plan-authorization' || need === 'plan-timely-filing') return notInPlan(need, plan);
  if (on === undefined)
    return {
      reason: 'The claim has no readable date of service, so the code edition cannot be chosen.',
      install: 'Give each line a date: "from": "YYYY-MM-DD".',
    };
  if (need === 'mce-diagnoses' || need === 'mce-procedures') return data.whyMissing(need, on);
  if (need === 'icd10cm-notes')
    return {
      reason: `The ICD-10-CM edition of ${on} is installed as a code list, without the notes of its tabular list.`,
      install: 'Check the notes in the tabular list of that year: Cleanclaim has those of FY2025 and later.',
    };
  return {
    reason: `No installed ICD-10-CM edition covers ${on}.`,
    install: `Install the edition in force on ${on}: cleanclaim data add FILE (the official order file of that fiscal year).`,
  };
}

function notInPlan(need: 'plan-authorization' | 'plan-timely-filing', plan: PayerPlan | undefined): { reason: string; install: string } {
  const what = need === 'plan-authorization' ? 'which services need an authorisation or referral' : 'until when a claim must be filed';
  const field = need === 'plan-authorization' ? 'authorization' : 'timelyFiling';
  return {
    reason: plan ? `The plan ${plan.id} does not say ${what}.` : `No plan is known for the payer, so nothing says ${what}.`,
    install: `Write the payer's terms down under "${field}" in a plan of your own (docs/plans.md) and give it with --plan FILE.`,
  };
}

function run(plan: Plan, view: ClaimView, data: Data, received: Day, receivedAssumed: boolean): Report {
  const context: Context = { claim: view, icd: view.icd as Context['icd'], data, received, receivedAssumed };
  const { notChecked: lacking, editions } = plan.several ? addOtherDays(plan, view, data) : plan;
  const gathered: Gathered = { findings: [], notChecked: lacking, bypassed: [], plan, view, data };
  for (const rule of plan.claim) gather(rule, rule.check(view, context), gathered);
  for (const diagnosis of view.diagnoses) {
    for (const rule of plan.diagnosis) gather(rule, rule.check(diagnosis, context), gathered);
  }
  if (plan.procedure.length > 0) {
    for (const procedure of view.procedures) {
      for (const rule of plan.procedure) gather(rule, rule.check(procedure, context), gathered);
    }
  }
  for (const line of view.lines) {
    for (const rule of rulesForCode(plan, line.code)) gather(rule, rule.check(line, context), gathered);
  }
  if (plan.diagnosisPair.length > 0) {
    eachPair(view.sequence, (first, second) => {
      if (!first.known || !second.known) return;
      for (const rule of plan.diagnosisPair) gather(rule, rule.check(first, second, context), gathered);
    });
  }
  if (plan.linePair.length > 0) {
    eachPair(view.lines, (first, second) => {
      for (const rule of plan.linePair) gather(rule, rule.check(first, second, context), gathered);
    });
  }
  const { notChecked, bypassed } = gathered;
  const findings = plan.yielding.size > 0 && gathered.findings.length > 1 ? yielded(gathered.findings, plan.yielding) : gathered.findings;
  // Findings read in the order of the rules, whatever the rules look at.
  if (findings.length > 1) findings.sort((one, other) => (plan.order.get(one.rule) ?? 0) - (plan.order.get(other.rule) ?? 0));
  const failed = findings.some((finding) => finding.severity !== 'info');
  return {
    claim: view.claim.id ?? null,
    status: failed ? 'findings' : notChecked.length > 0 ? 'incomplete' : 'clean',
    on: view.on ?? null,
    findings,
    notChecked,
    bypassed,
    editions,
  };
}

/** Rules that look at a line by its code. Few codes begin alike with what a rule asks for, and each call costs. */
function rulesForCode({ line, lineByCode }: Plan, code: string): readonly RuleOn<'line'>[] {
  const first = code === '' ? 0 : code.charCodeAt(0);
  let known = lineByCode.get(first);
  if (!known) {
    const begin = code.charAt(0);
    known = line.filter(({ codesBegin }) => codesBegin === undefined || (begin !== '' && codesBegin.includes(begin)));
    if (lineByCode.size >= MOST_FIRST_CHARACTERS) lineByCode.clear();
    lineByCode.set(first, known);
  }
  return known;
}

/** Digits and capital letters, and some that belong to no code. */
const MOST_FIRST_CHARACTERS = 64;

function yielded(findings: Finding[], yielding: Plan['yielding']): Finding[] {
  return findings.filter(({ rule, where: { path } }) => {
    const others = yielding.get(rule);
    if (!others) return true;
    return !findings.some((each) => each.severity === 'error' && each.where.path === path && others.includes(each.rule));
  });
}

function eachPair<Item>(items: readonly Item[], visit: (first: Item, second: Item) => void): void {
  for (let first = 0; first < items.length; first++) {
    for (let second = first + 1; second < items.length; second++) visit(items[first] as Item, items[second] as Item);
  }
}

interface Gathered {
  readonly findings: Finding[];
  notChecked: readonly NotCheckedEntry[];
  readonly bypassed: { rule: string; codes: readonly string[]; by: string }[];
  readonly plan: Plan;
  readonly view: ClaimView;
  readonly data: Data;
}

function gather(rule: Rule, outcomes: Outcomes, gathered: Gathered): void {
  if (outcomes === undefined) return;
  if (!isList(outcomes)) gatherOne(rule, outcomes, gathered);
  else for (const outcome of outcomes) gatherOne(rule, outcome, gathered);
}

function isList(outcomes: Outcome | readonly Outcome[]): outcomes is readonly Outcome[] {
  return Array.isArray(outcomes);
}

function gatherOne(rule: Rule, outcome: Outcome, gathered: Gathered): void {
  if ('message' in outcome) gathered.findings.push(finding(rule, outcome, gathered));
  else if ('bypassed' in outcome) gathered.bypassed.push({ rule: rule.id, codes: outcome.codes, by: outcome.bypassed });
  else gathered.notChecked = withEntry(gathered, entryOf(rule, outcome));
}

/** A list and one entry more. The plan's list is shared between claims, and so is what it grows into (see write-report.ts). */
function withEntry(gathered: Gathered, entry: NotCheckedEntry): readonly NotCheckedEntry[] {
  const { notChecked: list, plan } = gathered;
  // Where lines have several days the list is the claim's own, and would be kept for nothing.
  const grown = plan.several ? undefined : plan.grown;
  if (list.includes(entry)) return list;
  let next = grown?.get(list);
  const known = next?.get(entry);
  if (known) return known;
  const longer = [...list, entry];
  if (grown) {
    if (grown.size >= MAX_GROWN) grown.clear();
    if (!next) grown.set(list, (next = new Map()));
    if (next.size < MAX_GROWN) next.set(entry, longer);
  }
  return longer;
}

/** Lists of what was not checked that a plan keeps: as many as the everyday codes without a row need. */
const MAX_GROWN = 64;

/** Rules give the same reason object again and again: so do we, and its text is written once (see write-report.ts). */
const ENTRIES = new WeakMap<NotChecked, NotCheckedEntry>();

function entryOf(rule: Rule, outcome: NotChecked): NotCheckedEntry {
  let entry = ENTRIES.get(outcome);
  if (!entry) ENTRIES.set(outcome, (entry = { rule: rule.id, reason: outcome.notChecked, install: outcome.install }));
  return entry;
}

function finding(rule: Rule, found: Found, gathered: Gathered): Finding {
  const own = found.severity ?? rule.severity;
  const stated = own === 'info' ? own : (gathered.plan.severities.get(rule.id) ?? own);
  return {
    rule: rule.id,
    // A draft rule rests on a source nobody has read yet: it may point something out, it may not call it an error.
    severity: rule.stage === 'draft' && stated === 'error' ? 'warning' : stated,
    status: found.status ?? 'fail',
    message: found.message,
    why: found.why,
    fix: found.fix,
    ...(found.patch ? { patch: found.patch } : {}),
    ...(found.suggestions ? { suggestions: found.suggestions } : {}),
    where: where(found.at, gathered.view.claim),
    codes: found.codes ?? [],
    source: source(rule, found, gathered),
    effective: { from: rule.from, to: rule.to ?? null },
  };
}

function editionId(need: TableNeed | undefined, view: ClaimView, data: Data, on: Day | undefined): string | undefined {
  const source = need && sourceOf(need, view);
  return source === undefined || on === undefined ? undefined : data.edition(source, on)?.id;
}

/** The edition of the rule's table on the day of the line that the finding names. */
function tableEdition(rule: Rule, { at }: Found, { plan, view, data }: Gathered): string | undefined {
  if (!plan.several) return plan.tableEdition.get(rule);
  const line = view.lines[Number(/^\/lines\/(\d+)/.exec(at)?.[1] ?? -1)];
  return editionId(rule.needs.find(isTableNeed), view, data, line?.from ?? view.on);
}

function source(rule: Rule, found: Found, gathered: Gathered): Finding['source'] {
  const { view } = gathered;
  const [cite] = rule.cites;
  if (found.note !== undefined && view.icd) {
    const note = view.icd.note(found.note);
    return {
      title: 'ICD-10-CM Tabular List of Diseases and Injuries',
      edition: view.icd.notesAsOf === undefined ? view.icd.edition.id : `${view.icd.edition.id}, notes as of ${view.icd.notesAsOf}`,
      locator: `${note.holder.id} ${note.kind}: ${note.text}`,
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    };
  }
  const edition = found.edition ?? tableEdition(rule, found, gathered) ?? editionOf(rule, view);
  return { title: cite.title, edition, locator: cite.section ?? null, url: cite.url };
}

/** The edition a rule read: the first of what it needs that was there. */
function editionOf({ needs }: Rule, { icd, editor }: ClaimView): string | null {
  for (const need of needs.flat()) {
    if (need === 'icd10cm' && icd) return icd.edition.id;
    if ((need === 'mce-diagnoses' || need === 'mce-procedures') && editor) return editor.edition.id;
  }
  return null;
}
