import { type FindingOf, makeFinding } from './finding.ts';
import { entryOf } from './grown-lists.ts';
import type { NotChecked, Outcome } from './outcome.ts';
import type { Finding, NotCheckedEntry, Report } from './report.ts';
import type { Rule } from './rule.ts';
import type { PlacedRule } from './walk.ts';

/** What rules said of one claim so far. */
export interface Gathered extends FindingOf {
  /** In the order of the list of rules, whatever the rules look at. */
  readonly findings: Finding[];
  /** Of each finding, the place of its rule in that list. */
  readonly places: number[];
  /** A finding's rule is silent where others say more. */
  mayYield: boolean;
  notChecked: readonly NotCheckedEntry[];
  readonly bypassed: Report['bypassed'][number][];
}

/** Adds what a rule said. */
export function gather(asked: PlacedRule, outcomes: Outcome | readonly Outcome[], gathered: Gathered): void {
  if (isList(outcomes)) for (const outcome of outcomes) gatherOne(asked, outcome, gathered);
  else gatherOne(asked, outcomes, gathered);
}

function isList(outcomes: Outcome | readonly Outcome[]): outcomes is readonly Outcome[] {
  return Array.isArray(outcomes);
}

function gatherOne(asked: PlacedRule, outcome: Outcome, gathered: Gathered): void {
  if ('message' in outcome) addFinding(asked, makeFinding(asked, outcome, gathered), gathered);
  else if ('bypassed' in outcome) gathered.bypassed.push({ rule: asked.rule.id, codes: outcome.codes, by: outcome.bypassed });
  else gatherNotChecked(asked.rule, outcome, gathered);
}

export function gatherNotChecked(rule: Rule, outcome: NotChecked, gathered: Gathered): void {
  const entry = entryOf(rule, outcome);
  const { notChecked, chosen } = gathered;
  // Where lines have several days the list is the claim's own, and would be kept for nothing.
  if (!chosen.several) gathered.notChecked = chosen.grown.with(notChecked, entry);
  else if (!notChecked.includes(entry)) gathered.notChecked = [...notChecked, entry];
}

/** Rules come nearly in their order, so a finding finds its place from the end. */
function addFinding({ rule, place }: PlacedRule, finding: Finding, gathered: Gathered): void {
  const { findings, places } = gathered;
  let at = places.length;
  findings.push(finding);
  places.push(place);
  for (; at > 0 && (places[at - 1] as number) > place; at--) {
    findings[at] = findings[at - 1] as Finding;
    places[at] = places[at - 1] as number;
  }
  findings[at] = finding;
  places[at] = place;
  if (rule.yieldsTo) gathered.mayYield = true;
}

/** The findings without what another rule says better: of the same place, and of all the codes. */
export function findingsOf({ findings, mayYield }: Gathered, yielding: ReadonlyMap<string, readonly string[]>): readonly Finding[] {
  if (!mayYield || findings.length < 2) return findings;
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
