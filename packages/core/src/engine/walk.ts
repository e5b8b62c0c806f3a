import type { LineView } from '../claim/view.ts';
import type { Rule } from './rule.ts';
import { ANY_CODE, type SpeaksOf } from './speaks-of.ts';

type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/** A rule with its place in the list of rules. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly place: number;
}

/**
 * A rule as it is asked. Each rule is an object of a shape of its own, and reading `check` of any of a hundred shapes is a
 * search each time; these have one shape. The check is still called as the rule's own.
 */
export interface AskedRule<On extends Rule['on']> extends PlacedRule {
  readonly rule: RuleOn<On>;
  readonly check: RuleOn<On>['check'];
  /** Asked only where a diagnosis has this bit (see speaks-of.ts). */
  readonly bit: number;
}

/** The rules of one kind of claim in the order of the list, by what they look at. */
export interface Walk {
  readonly claim: readonly AskedRule<'claim'>[];
  readonly diagnosis: readonly AskedRule<'diagnosis'>[];
  readonly diagnosisPair: readonly AskedRule<'diagnosis-pair'>[];
  readonly procedure: readonly AskedRule<'procedure'>[];
  readonly line: readonly AskedRule<'line'>[];
  /** Of those, the ones that look at lines of one sort (`sortOf`), by its number. */
  readonly linesOfSort: (readonly AskedRule<'line'>[] | undefined)[];
  readonly linePair: readonly AskedRule<'line-pair'>[];
}

/**
 * Makes walks. The days of a year mostly ask the same rules, so they share one walk: what every claim runs through then
 * stays in the processor's caches, where a list for each day would not.
 */
export function walkMaker(rules: readonly Rule[], speaksOf: SpeaksOf): (chosen: readonly Rule[], withEditor: boolean) => Walk {
  const places = new Map(rules.map((rule, at) => [rule, at]));
  const made = new Map<string, Walk>();
  return (chosen, withEditor) => {
    const key = `${withEditor ? 'editor ' : ''}${chosen.map((rule) => places.get(rule)).join(' ')}`;
    const known = made.get(key);
    if (known) return known;
    const on = <On extends Rule['on']>(kind: On): AskedRule<On>[] =>
      chosen
        .filter((rule): rule is RuleOn<On> => rule.on === kind)
        .map((rule) => {
          const check = rule.check as RuleOn<On>['check'];
          return { rule, check, bit: withEditor && usesEditor(rule) ? ANY_CODE : speaksOf.bit(rule), place: places.get(rule) ?? 0 };
        });
    const walk: Walk = {
      claim: on('claim'),
      diagnosis: on('diagnosis'),
      diagnosisPair: on('diagnosis-pair'),
      procedure: on('procedure'),
      line: on('line'),
      linesOfSort: new Array<readonly AskedRule<'line'>[] | undefined>(SORTS),
      linePair: on('line-pair'),
    };
    if (made.size >= MOST_WALKS) made.clear();
    made.set(key, walk);
    return walk;
  };
}

/** Types of claim, payers, settings of plans: far fewer than this, but nobody counts them. */
const MOST_WALKS = 500;

/** The code editor's tables say more of a code than its edition does. */
function usesEditor({ needs }: Rule): boolean {
  return needs.flat().includes('mce-diagnoses');
}

/**
 * Rules that look at a line, by its code and whether it has modifiers. Few codes begin alike with what a rule asks for, most
 * lines have no modifier, and each call costs.
 */
export function rulesForLine(walk: Walk, line: LineView): readonly AskedRule<'line'>[] {
  const sort = sortOf(line);
  return (walk.linesOfSort[sort] ??= walk.line.filter(({ rule }) => looksAt(rule, line)));
}

function looksAt({ codesBegin, withModifiers }: RuleOn<'line'>, { code, modifiers }: LineView): boolean {
  if (withModifiers && modifiers.length === 0) return false;
  return codesBegin === undefined || (code !== '' && codesBegin.includes(code.charAt(0)));
}

/** The first character of the code, none or one that no code begins with included, and whether there are modifiers. */
function sortOf({ code, modifiers }: LineView): number {
  const first = code === '' ? 0 : code.charCodeAt(0);
  return (first < NO_CODE ? first : NO_CODE) * 2 + (modifiers.length > 0 ? 1 : 0);
}

/** Codes are written in ASCII: of all other characters it is known that no rule looks at codes that begin so. */
const NO_CODE = 127;
const SORTS = 2 * (NO_CODE + 1);
