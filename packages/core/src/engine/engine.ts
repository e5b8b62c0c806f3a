import type { Claim } from '../claim/model.ts';
import type { UnknownField } from '../claim/read-claim.ts';
import { type ClaimView, viewClaim } from '../claim/view.ts';
import type { Data } from '../data.ts';
import { type Day, day } from '../day.ts';
import type { History } from '../history/history.ts';
import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import { saysPatient } from '../history/patient.ts';
import { planChooser, settingOf } from '../plan/choose-plan.ts';
import type { PayerPlan } from '../plan/model.ts';
import type { Finding, NotCheckedEntry, Report } from './report.ts';
import { type Asked, type HistoryState, isLineNeed, type LineNeed, sourceOf, whyNot, whyNotAll } from './needs.ts';
import type { Context, Found, NotChecked, Outcome, Outcomes, Rule, Severity } from './rule.ts';
import { ANY_CODE, SpeaksOf } from './speaks-of.ts';
import { rulesForCode, type Walk, walkMaker } from './walk.ts';
import { where } from './where.ts';

/** A check that a complete scrubber makes and this version does not: named in every report it would bear on. */
export interface Unmade {
  readonly rule: string;
  readonly title: string;
  readonly needs: string;
  readonly applies: (claim: ClaimView) => boolean;
}

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

/** Rules chosen for one kind of claim on one day, with what is to be said of those that were not. */
interface Plan {
  readonly walk: Walk;
  /** Rules that cannot run for want of data on the day, and checks not made. */
  readonly notChecked: readonly NotCheckedEntry[];
  readonly editions: Report['editions'];
  /** Rules that ask tables on each line's day, with the tables they ask. */
  readonly tableRules: readonly { readonly rule: Rule; readonly needs: readonly LineNeed[] }[];
  /** Edition of each rule's table on the claim's day. */
  readonly tableEdition: ReadonlyMap<Rule, string>;
  /** What tables lack and which answer on days of lines other than the claim's own. */
  readonly otherDays: Map<Day, DayTables>;
  /** What the list of checks not made grew into, by the entry added. */
  readonly grown: Map<readonly NotCheckedEntry[], Map<NotCheckedEntry, readonly NotCheckedEntry[]>>;
  /** Lines have days other than the claim's. */
  readonly several: boolean;
  readonly history: HistoryState;
  /** Rules that rest on the patient's other claims. */
  readonly looksBack: readonly Rule[];
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

/** Compiles rules against data. Rules not in force or not for the claim are dropped once per kind of claim and day, and the choice is kept. */
export function makeEngine(rules: readonly Rule[], data: Data, unmade: readonly Unmade[] = [], options: EngineOptions = {}): Engine {
  const slots = new Map<Day | undefined, Slot[]>();
  let kept = 0;
  const payerPlan = planChooser(options.plans ?? []);
  const speaksOf = new SpeaksOf(rules);
  const made: Made = { rules, unmade, walkOf: walkMaker(rules, speaksOf) };
  const planOf = (view: ClaimView, given: History | undefined): Plan => {
    const several = hasOtherDays(view);
    const history = given === undefined ? 'none' : saysPatient(view.claim) ? 'given' : 'no-patient';
    const bits = bitsOf(view, several, history);
    const ofDay = slots.get(view.on);
    const known = ofDay && findSlot(ofDay, view, bits);
    if (known) return known.chosen;
    const chosen = makePlan(made, { view, data, history }, several);
    if (kept++ >= MAX_PLANS) {
      slots.clear();
      kept = 1;
    }
    const { type, payer, plan, ptp, mue } = view;
    const slot: Slot = { bits, type, payer, plan, ptp, mue, chosen };
    const list = slots.get(view.on);
    if (list) list.push(slot);
    else slots.set(view.on, [slot]);
    return chosen;
  };
  return {
    check(claim, { received, assumed = false, unknown, history }) {
      const view = viewClaim(claim, data, unknown, payerPlan(claim));
      return run(planOf(view, history), { view, data, received, receivedAssumed: assumed, history, speaksOf });
    },
    ran(claim, { unknown, history }) {
      const view = viewClaim(claim, data, unknown, payerPlan(claim));
      const { claim: own, diagnosis, diagnosisPair, procedure, line, linePair } = planOf(view, history).walk;
      const meant = line.filter(
        ({ rule: { codesBegin } }) =>
          codesBegin === undefined || view.lines.some(({ code }) => code !== '' && codesBegin.includes(code.charAt(0))),
      );
      return [own, diagnosis, diagnosisPair, procedure, meant, linePair].flatMap((each) => each.map(({ rule }) => rule.id));
    },
  };
}

/** A choice of rules with all that it depends on besides the day: what is written in bits, and these fields of the claim. */
interface Slot extends Pick<ClaimView, 'type' | 'payer' | 'plan' | 'ptp' | 'mue'> {
  readonly bits: number;
  readonly chosen: Plan;
}

function findSlot(slots: readonly Slot[], { type, payer, plan, ptp, mue }: ClaimView, bits: number): Slot | undefined {
  for (const slot of slots) {
    if (slot.bits !== bits || slot.type !== type || slot.payer !== payer) continue;
    if (slot.plan === plan && slot.ptp === ptp && slot.mue === mue) return slot;
  }
  return undefined;
}

/** Which rules and checks bear on the claim, but for day, type and payer. */
function bitsOf({ inpatient, hospitalStay, procedures, lines }: ClaimView, several: boolean, history: HistoryState): number {
  let bits = (inpatient ? 1 : 0) | (hospitalStay ? 2 : 0) | (procedures.length > 0 ? 4 : 0) | (several ? 8 : 0);
  for (const { code, modifiers } of lines) bits |= (code !== '' ? WITH_CODES : 0) | (modifiers.length > 0 ? WITH_MODIFIERS : 0);
  if (history !== 'none') bits |= history === 'given' ? 64 : 128;
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

/** What an engine is made of. */
interface Made {
  readonly rules: readonly Rule[];
  readonly unmade: readonly Unmade[];
  readonly walkOf: ReturnType<typeof walkMaker>;
}

/** Without `several`, all lines have the claim's day, and rules whose table does not answer on it are left out. */
function makePlan({ rules, unmade, walkOf }: Made, asked: Asked, several: boolean): Plan {
  const { view, data } = asked;
  const ready: Rule[] = [];
  const notChecked: NotCheckedEntry[] = [];
  const tableRules: { rule: Rule; needs: readonly LineNeed[] }[] = [];
  const severities = new Map<string, Severity>();
  const withCodes = view.lines.some(({ code }) => code !== '');
  const withModifiers = view.lines.some(({ modifiers }) => modifiers.length > 0);
  for (const rule of rules) {
    if ((rule.withCodes && !withCodes) || (rule.withModifiers && !withModifiers)) continue;
    if (rule.types && !rule.types.includes(view.type)) continue;
    if (rule.payers && !rule.payers.includes(view.payer)) continue;
    if ((rule.hospitalStay && !view.hospitalStay) || (rule.outpatient && view.inpatient)) continue;
    if (rule.on === 'procedure' && view.procedures.length === 0) continue;
    if (view.on && (view.on < rule.from || (rule.to && view.on > rule.to))) continue;
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
  for (const each of unmade) {
    if (each.applies(view))
      notChecked.push({
        rule: each.rule,
        reason: `${each.title}: this version does not check it; it needs ${each.needs}.`,
        install: 'Check it by other means for now; coverage.yaml lists what is planned.',
      });
  }
  return {
    walk: walkOf(ready, view.editor !== undefined),
    notChecked,
    editions: [...editionsOf(view), ...tableEditions(tableRules, asked, view.on)],
    tableRules,
    tableEdition: new Map(
      tableRules.flatMap(({ rule, needs }) => {
        const id = editionId(needs[0], view, data, view.on);
        return id === undefined ? [] : [[rule, id] as const];
      }),
    ),
    otherDays: new Map(),
    several,
    history: asked.history,
    looksBack: ready.filter((rule) => rule.needs.includes('history')),
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

/** Editions of the tables that answer on a day, each once. */
function tableEditions(tableRules: Plan['tableRules'], asked: Asked, on: Day | undefined): Report['editions'] {
  if (on === undefined) return [];
  const { view, data } = asked;
  const needs = new Set(tableRules.flatMap((each) => each.needs));
  return [...needs].flatMap((need) => {
    const source = sourceOf(need, view);
    const edition = source === undefined || whyNot(need, asked, on) ? undefined : data.edition(source, on);
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

function dayTables({ tableRules, history }: Plan, view: ClaimView, data: Data, on: Day): DayTables {
  const asked: Asked = { view, data, history };
  const notChecked = tableRules.flatMap(({ rule, needs }) => {
    const lacking = whyNotAll(needs, asked, on);
    return lacking ? [{ rule: rule.id, ...lacking }] : [];
  });
  return { notChecked, editions: tableEditions(tableRules, asked, on) };
}

interface Run {
  readonly view: ClaimView;
  readonly data: Data;
  readonly received: Day;
  readonly receivedAssumed: boolean;
  readonly history: History | undefined;
  readonly speaksOf: SpeaksOf;
}

function run(plan: Plan, { view, data, received, receivedAssumed, history, speaksOf }: Run): Report {
  const past = plan.history === 'given' ? history?.of(view.claim) : undefined;
  const context: Context = { claim: view, icd: view.icd as Context['icd'], data, received, receivedAssumed, history: past };
  const { notChecked: lacking, editions } = plan.several ? addOtherDays(plan, view, data) : plan;
  const gathered: Gathered = { findings: [], notChecked: lacking, bypassed: [], plan, view, data };
  if (past) for (const missing of past.lacking) for (const rule of plan.looksBack) gather(rule, missing, gathered);
  const { diagnoses } = view;
  // A code may be judged by the days of its lines too.
  const icd = plan.several ? undefined : view.icd;
  let said = ANY_CODE;
  for (const diagnosis of diagnoses) said |= speaksOf.of(diagnosis, icd);
  const { walk } = plan;
  for (const { rule, check, bit } of walk.claim) {
    if ((bit & said) !== 0) gather(rule, check.call(rule, view, context), gathered);
  }
  for (const diagnosis of diagnoses) {
    const own = speaksOf.of(diagnosis, icd);
    for (const { rule, check, bit } of walk.diagnosis) {
      if ((bit & own) !== 0) gather(rule, check.call(rule, diagnosis, context), gathered);
    }
  }
  if (walk.procedure.length > 0) {
    for (const procedure of view.procedures) {
      for (const { rule, check } of walk.procedure) gather(rule, check.call(rule, procedure, context), gathered);
    }
  }
  for (const line of view.lines) {
    for (const { rule, check } of rulesForCode(walk, line.code)) gather(rule, check.call(rule, line, context), gathered);
  }
  if (walk.diagnosisPair.length > 0) {
    eachPair(view.sequence, (first, second) => {
      if (!first.known || !second.known) return;
      const either = speaksOf.of(first, icd) | speaksOf.of(second, icd);
      for (const { rule, check, bit } of walk.diagnosisPair) {
        if ((bit & either) !== 0) gather(rule, check.call(rule, first, second, context), gathered);
      }
    });
  }
  if (walk.linePair.length > 0) {
    eachPair(view.lines, (first, second) => {
      for (const { rule, check } of walk.linePair) gather(rule, check.call(rule, first, second, context), gathered);
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

/** Without what another rule says better: of the same place, and of all the codes. */
function yielded(findings: Finding[], yielding: Plan['yielding']): Finding[] {
  return findings.filter(({ rule, codes, where: { path } }) => {
    const others = yielding.get(rule);
    if (!others) return true;
    const saysMore = (each: Finding): boolean =>
      each.severity === 'error' &&
      each.where.path === path &&
      others.includes(each.rule) &&
      codes.every((code) => each.codes.includes(code));
    return !findings.some(saysMore);
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
const ENTRIES = new WeakMap<NotChecked, NotCheckedEntry[]>();

function entryOf(rule: Rule, outcome: NotChecked): NotCheckedEntry {
  let entries = ENTRIES.get(outcome);
  if (!entries) ENTRIES.set(outcome, (entries = []));
  let entry = entries.find((each) => each.rule === rule.id);
  if (!entry) entries.push((entry = { rule: rule.id, reason: outcome.notChecked, install: outcome.install }));
  return entry;
}

function finding(rule: Rule, found: Found, gathered: Gathered): Finding {
  const own = found.severity ?? rule.severity;
  const stated = own === 'info' ? own : (gathered.plan.severities.get(rule.id) ?? own);
  const { message, why, fix, patch, suggestions, codes = NO_CODES } = found;
  // A draft rule rests on a source nobody has read yet: it may point something out, it may not call it an error.
  const severity = rule.stage === 'draft' && stated === 'error' ? 'warning' : stated;
  const place = where(found.at, gathered.view.claim);
  const status = found.status ?? 'fail';
  const { id } = rule;
  const cited = source(rule, found, gathered);
  const effective = effectiveOf(rule);
  // Most findings carry no repair; an object without the two spread fields is made at once.
  if (!patch && !suggestions) return { rule: id, severity, status, message, why, fix, where: place, codes, source: cited, effective };
  const repair = { ...(patch ? { patch } : {}), ...(suggestions ? { suggestions } : {}) };
  return { rule: id, severity, status, message, why, fix, ...repair, where: place, codes, source: cited, effective };
}

const NO_CODES: readonly string[] = [];

/** The days a rule holds for, and what it cites: one object each for all its findings, so that its text is written once (see write-report.ts). */
const EFFECTIVE = new WeakMap<Rule, Finding['effective']>();
const CITED = new WeakMap<Rule, Map<string | null, Finding['source']>>();

function effectiveOf(rule: Rule): Finding['effective'] {
  let effective = EFFECTIVE.get(rule);
  if (!effective) EFFECTIVE.set(rule, (effective = { from: rule.from, to: rule.to ?? null }));
  return effective;
}

function citedFrom(rule: Rule, edition: string | null): Finding['source'] {
  let byEdition = CITED.get(rule);
  if (!byEdition) CITED.set(rule, (byEdition = new Map()));
  let cited = byEdition.get(edition);
  if (!cited) {
    const [{ title, section, url }] = rule.cites;
    byEdition.set(edition, (cited = { title, edition, locator: section ?? null, url }));
  }
  return cited;
}

function editionId(need: LineNeed | undefined, view: ClaimView, data: Data, on: Day | undefined): string | undefined {
  const source = need && sourceOf(need, view);
  return source === undefined || on === undefined ? undefined : data.edition(source, on)?.id;
}

/** The edition of the rule's table on the day of the line that the finding names. */
function tableEdition(rule: Rule, { at }: Found, { plan, view, data }: Gathered): string | undefined {
  if (!plan.several) return plan.tableEdition.get(rule);
  const line = view.lines[Number(/^\/lines\/(\d+)/.exec(at)?.[1] ?? -1)];
  return editionId(rule.needs.find(isLineNeed), view, data, line?.from ?? view.on);
}

function source(rule: Rule, found: Found, gathered: Gathered): Finding['source'] {
  const { icd } = gathered.view;
  if (found.note !== undefined && icd) return noteSource(icd, found.note);
  return citedFrom(rule, found.edition ?? tableEdition(rule, found, gathered) ?? editionOf(rule, gathered.view));
}

/** The tabular note as a source; kept, for claims meet the same notes again and again. Notes and editions are as many as are installed. */
function noteSource(icd: Icd10cmEdition, id: number): Finding['source'] {
  let known = NOTE_SOURCES.get(icd);
  if (!known) NOTE_SOURCES.set(icd, (known = new Map()));
  let cited = known.get(id);
  if (!cited) {
    const note = icd.note(id);
    cited = {
      title: 'ICD-10-CM Tabular List of Diseases and Injuries',
      edition: icd.notesAsOf === undefined ? icd.edition.id : `${icd.edition.id}, notes as of ${icd.notesAsOf}`,
      locator: `${note.holder.id} ${note.kind}: ${note.text}`,
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
    };
    known.set(id, cited);
  }
  return cited;
}

const NOTE_SOURCES = new WeakMap<Icd10cmEdition, Map<number, Finding['source']>>();

/** The edition a rule read: the first of what it needs that was there. */
function editionOf({ needs }: Rule, { icd, editor }: ClaimView): string | null {
  for (const need of needs.flat()) {
    if (need === 'icd10cm' && icd) return icd.edition.id;
    if ((need === 'mce-diagnoses' || need === 'mce-procedures') && editor) return editor.edition.id;
  }
  return null;
}
