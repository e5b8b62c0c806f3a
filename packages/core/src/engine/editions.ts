import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import { type Day, day } from '../day.ts';
import { type Asked, type LineNeed, sourceOf, whyNot } from './needs.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

/** A rule that asks tables on each line's day, with the tables it asks. */
export interface TableRule {
  readonly rule: Rule;
  readonly needs: readonly LineNeed[];
}

/** A plan has dates in its entries, not as a whole. */
const ALWAYS = day('1800-01-01');

/** What a claim of the kind is held against but for the tables of its lines: code set, code editor, the payer's plan. */
export function claimEditions({ icd, editor, plan }: ClaimView): Report['editions'] {
  const editions = [];
  if (icd) {
    const { id, from, to } = icd.edition;
    editions.push({ id, from, to, ...(icd.notesAsOf === undefined ? {} : { notesAsOf: icd.notesAsOf }) });
  }
  if (editor) editions.push({ id: editor.edition.id, from: editor.edition.from, to: editor.edition.to });
  if (plan) editions.push({ id: `plan-${plan.id}`, from: ALWAYS, to: null });
  return editions;
}

/** Editions of the tables that answer on a day, each once. */
export function tableEditions(tableRules: readonly TableRule[], asked: Asked, on: Day | undefined): Report['editions'] {
  if (on === undefined) return [];
  const { view, data } = asked;
  const needs = new Set(tableRules.flatMap((each) => each.needs));
  return [...needs].flatMap((need) => {
    const source = sourceOf(need, view);
    const edition = source === undefined || whyNot(need, asked, on) ? undefined : data.edition(source, on);
    return edition ? [{ id: edition.id, from: edition.from, to: edition.to }] : [];
  });
}

/** The edition of a line's table on a day; undefined when none answers or claims of the kind are held against none. */
export function tableEdition(need: LineNeed, view: ClaimView, data: Data, on: Day | undefined): string | undefined {
  const source = sourceOf(need, view);
  return source === undefined || on === undefined ? undefined : data.edition(source, on)?.id;
}

/** The edition that a rule without a table of lines read: the first of what it needs that was there. */
export function readEdition({ needs }: Rule, { icd, editor }: ClaimView): string | null {
  for (const need of needs.flat()) {
    if (need === 'icd10cm' && icd) return icd.edition.id;
    if ((need === 'mce-diagnoses' || need === 'mce-procedures') && editor) return editor.edition.id;
  }
  return null;
}
