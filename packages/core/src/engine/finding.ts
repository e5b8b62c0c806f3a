import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { ChosenRules } from './choose-rules.ts';
import { readEdition, tableEdition } from './editions.ts';
import { isLineNeed } from './needs.ts';
import type { Found } from './outcome.ts';
import type { Finding } from './report.ts';
import type { Rule } from './rule.ts';
import type { PlacedRule } from './walk.ts';
import { where } from './where.ts';

/** What a finding is made with besides the rule and what it said. */
export interface FindingOf {
  readonly chosen: ChosenRules;
  readonly view: ClaimView;
  readonly data: Data;
}

/** What a rule said of a place on the claim, with all that a report tells of it. */
export function makeFinding({ rule, place }: PlacedRule, found: Found, of: FindingOf): Finding {
  const own = found.severity ?? rule.severity;
  const { severities } = of.chosen;
  const stated = own === 'info' || severities.size === 0 ? own : (severities.get(rule.id) ?? own);
  const { message, why, fix, patch, suggestions, codes = NO_CODES } = found;
  // A draft rule rests on a source nobody has read yet: it may point something out, it may not call it an error.
  const severity = rule.stage === 'draft' && stated === 'error' ? 'warning' : stated;
  const at = where(found.at, of.view.claim);
  const status = found.status ?? 'fail';
  const { id } = rule;
  const source = sourceOf(rule, place, found, of);
  const effective = effectiveOf(rule);
  // Most findings carry no repair; an object without the two spread fields is made at once.
  if (!patch && !suggestions) return { rule: id, severity, status, message, why, fix, where: at, codes, source, effective };
  const repair = { ...(patch ? { patch } : {}), ...(suggestions ? { suggestions } : {}) };
  return { rule: id, severity, status, message, why, fix, ...repair, where: at, codes, source, effective };
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

function sourceOf(rule: Rule, place: number, found: Found, { chosen, view, data }: FindingOf): Finding['source'] {
  const { icd } = view;
  if (found.note !== undefined && icd) return noteSource(icd, found.note);
  if (found.edition !== undefined) return citedFrom(rule, found.edition);
  if (!chosen.several) return (chosen.sources[place] ??= citedFrom(rule, editionRead(rule, undefined, view, data)));
  return citedFrom(rule, editionRead(rule, found, view, data));
}

/** The edition a rule read: of its table on the day of the line that the finding names, else on the claim's. */
function editionRead(rule: Rule, found: Found | undefined, view: ClaimView, data: Data): string | null {
  const line = found && view.lines[Number(/^\/lines\/(\d+)/.exec(found.at)?.[1] ?? -1)];
  const need = rule.needs.find(isLineNeed);
  return (need && tableEdition(need, view, data, line?.from ?? view.on)) ?? readEdition(rule, view);
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
