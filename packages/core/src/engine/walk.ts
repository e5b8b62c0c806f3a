import type { Rule } from './rule.ts';
import { ANY_CODE, type SpeaksOf } from './speaks-of.ts';

type RuleOn<On extends Rule['on']> = Extract<Rule, { on: On }>;

/**
 * A rule as it is asked. Each rule is an object of a shape of its own, and reading `check` of any of a hundred shapes is a
 * search each time; these have one shape. The check is still called as the rule's own.
 */
export interface Asked<On extends Rule['on']> {
  readonly rule: RuleOn<On>;
  readonly check: RuleOn<On>['check'];
  /** Asked only where a diagnosis has this bit (see speaks-of.ts). */
  readonly bit: number;
}

/** The rules of one kind of claim in the order of the list, by what they look at. */
export interface Walk {
  readonly claim: readonly Asked<'claim'>[];
  readonly diagnosis: readonly Asked<'diagnosis'>[];
  readonly diagnosisPair: readonly Asked<'diagnosis-pair'>[];
  readonly procedure: readonly Asked<'procedure'>[];
  readonly line: readonly Asked<'line'>[];
  /** Of those, the ones that look at codes beginning with a character, by its number. */
  readonly lineByCode: Map<number, readonly Asked<'line'>[]>;
  readonly linePair: readonly Asked<'line-pair'>[];
}

/**
 * Makes walks. The days of a year mostly ask the same rules, so they share one walk: what every claim runs through then
 * stays in the processor's caches, where a list for each day would not.
 */
export function walkMaker(rules: readonly Rule[], speaksOf: SpeaksOf): (chosen: readonly Rule[], withEditor: boolean) => Walk {
  const place = new Map(rules.map((rule, at) => [rule, at]));
  const made = new Map<string, Walk>();
  return (chosen, withEditor) => {
    const key = `${withEditor ? 'editor ' : ''}${chosen.map((rule) => place.get(rule)).join(' ')}`;
    const known = made.get(key);
    if (known) return known;
    const on = <On extends Rule['on']>(kind: On): Asked<On>[] =>
      chosen
        .filter((rule): rule is RuleOn<On> => rule.on === kind)
        .map((rule) => {
          const check = rule.check as RuleOn<On>['check'];
          return { rule, check, bit: withEditor && usesEditor(rule) ? ANY_CODE : speaksOf.bit(rule) };
        });
    const walk: Walk = {
      claim: on('claim'),
      diagnosis: on('diagnosis'),
      diagnosisPair: on('diagnosis-pair'),
      procedure: on('procedure'),
      line: on('line'),
      lineByCode: new Map(),
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

/** Rules that look at a line by its code. Few codes begin alike with what a rule asks for, and each call costs. */
export function rulesForCode({ line, lineByCode }: Walk, code: string): readonly Asked<'line'>[] {
  const first = code === '' ? 0 : code.charCodeAt(0);
  let known = lineByCode.get(first);
  if (!known) {
    const begin = code.charAt(0);
    known = line.filter(({ rule: { codesBegin } }) => codesBegin === undefined || (begin !== '' && codesBegin.includes(begin)));
    if (lineByCode.size >= MOST_FIRST_CHARACTERS) lineByCode.clear();
    lineByCode.set(first, known);
  }
  return known;
}

/** Digits and capital letters, and some that belong to no code. */
const MOST_FIRST_CHARACTERS = 64;
