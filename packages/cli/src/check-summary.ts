import { type Engine, type Finding, type History, isFailure, type Report, type Rule } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core/day';
import { type Checked, isUnreadable } from './check-text.ts';
import type { FileClaim } from './claim-file.ts';
import type { Output } from './output.ts';

/** What one rule came to on one claim; the first that holds. `notMeant`: the rule is not for such a claim. */
const OUTCOMES = ['failed', 'review', 'notChecked', 'bypassed', 'passed', 'notMeant'] as const;
type Outcome = (typeof OUTCOMES)[number];
type Counts = Record<Outcome, number>;

/** Counts claims by what each rule came to on them. A claim passed a rule that ran on it and had nothing to say, and no other. */
export class CheckSummary {
  readonly #engine: Engine;
  readonly #received: Day;
  readonly #rules: Map<string, Counts>;
  #claims = 0;
  #unreadable = 0;

  constructor(rules: readonly Rule[], engine: Engine, received: Day) {
    this.#engine = engine;
    this.#received = received;
    this.#rules = new Map(rules.map(({ id }) => [id, noCounts()]));
  }

  add({ read }: FileClaim, checked: Checked, history: History | undefined): void {
    if (isUnreadable(checked) || isFailure(read)) {
      this.#unreadable++;
      return;
    }
    const before = this.#claims++;
    const ran = new Set(this.#engine.ran(read.claim, { received: this.#received, unknown: read.unknown, ...(history ? { history } : {}) }));
    const told = outcomesOf(checked);
    // A check that is not made is known by its first report: until then it was not meant.
    for (const rule of told.keys()) if (!this.#rules.has(rule)) this.#rules.set(rule, { ...noCounts(), notMeant: before });
    for (const [rule, counts] of this.#rules) counts[told.get(rule) ?? (ran.has(rule) ? 'passed' : 'notMeant')]++;
  }

  show(output: Output): void {
    const rules = [...this.#rules].map(([rule, counts]) => ({ rule, ...counts }));
    if (output.format === 'csv') {
      output.header(['rule', ...OUTCOMES]);
      for (const { rule, ...counts } of rules)
        output.answer(
          rule,
          () => '',
          () => [rule, ...OUTCOMES.map((each) => counts[each])],
        );
      return;
    }
    output.single({ claims: this.#claims, unreadable: this.#unreadable, rules }, () => this.#table(rules));
  }

  #table(rules: readonly ({ rule: string } & Counts)[]): string {
    const wide = Math.max(4, ...rules.map(({ rule }) => rule.length));
    const cells = (rule: string, others: readonly (string | number)[]): string =>
      rule.padEnd(wide) + others.map((each) => String(each === 0 ? '·' : each).padStart(13)).join('');
    const unreadable = this.#unreadable === 0 ? '' : `, ${this.#unreadable} that could not be read`;
    return [
      `${this.#claims} claims${unreadable}; each counts once a rule, under the first of these that holds.`,
      '',
      cells('rule', ['failed', 'to review', 'not checked', 'let through', 'passed', 'not meant']),
      ...rules.map(({ rule, ...counts }) =>
        cells(
          rule,
          OUTCOMES.map((each) => counts[each]),
        ),
      ),
    ].join('\n');
  }
}

function outcomesOf({ findings, notChecked, bypassed }: Report): Map<string, Outcome> {
  const told = new Map<string, Outcome>();
  for (const { rule } of bypassed) told.set(rule, 'bypassed');
  for (const { rule } of notChecked) told.set(rule, 'notChecked');
  // What is only pointed out fails nothing.
  const fails = ({ status, severity }: Finding): boolean => status === 'fail' && severity !== 'info';
  for (const finding of findings) if (!fails(finding)) told.set(finding.rule, 'review');
  for (const finding of findings) if (fails(finding)) told.set(finding.rule, 'failed');
  return told;
}

function noCounts(): Counts {
  return { failed: 0, review: 0, notChecked: 0, bypassed: 0, passed: 0, notMeant: 0 };
}
