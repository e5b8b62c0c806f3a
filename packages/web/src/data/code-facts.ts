import { addDays, type Claim, type Day, day, type Engine, type Finding } from '@cleanclaim/core';

/** What the rules say of a code whatever else is on the claim, found by asking the engine itself: the page cannot differ from the check. */
export interface CodeFacts {
  /** Who the sex rule lets pass; undefined when both. */
  readonly sex: 'female' | 'male' | undefined;
  /** Ages in years the age rule lets pass, first and last; undefined when all. */
  readonly ages: { readonly from: number; readonly to: number } | undefined;
  /** Why it may not stand first; undefined when no rule objects. */
  readonly notFirst: string | undefined;
}

const FIRST_RULES: readonly string[] = ['icd10cm/external-cause-first', 'icd10cm/manifestation-first', 'icd10cm/sequela-order'];
const OLDEST = 110;

export function factsOf(code: string, on: Day, engine: Engine): CodeFacts {
  const ask = (sex: 'female' | 'male' | undefined, birth: Day | undefined): readonly Finding[] => {
    const patient = { ...(sex ? { sex } : {}), ...(birth ? { birthDate: birth } : {}) };
    const claim: Claim = { type: 'professional', patient, diagnoses: [{ code }], lines: [{ from: on, pointers: [1] }] };
    return engine.check(claim, { received: on }).findings.filter(({ severity }) => severity !== 'info');
  };
  const stops = (findings: readonly Finding[], rule: string) => findings.some((each) => each.rule === rule);
  const women = !stops(ask('female', undefined), 'demographic/sex');
  const men = !stops(ask('male', undefined), 'demographic/sex');
  const ages: number[] = [];
  for (let age = 0; age <= OLDEST; age++) {
    // A month past the birthday, so that the age holds whatever the calendar.
    const birth = addDays(day(`${Number(on.slice(0, 4)) - age}-${on.slice(5) === '02-29' ? '02-28' : on.slice(5)}`), age === 0 ? -10 : -30);
    if (!stops(ask(undefined, birth), 'demographic/age')) ages.push(age);
  }
  return {
    sex: women === men ? undefined : women ? 'female' : 'male',
    ages: ages.length === 0 || ages.length > OLDEST ? undefined : { from: ages[0] ?? 0, to: ages.at(-1) ?? OLDEST },
    notFirst: ask(undefined, undefined).find((each) => FIRST_RULES.includes(each.rule))?.message,
  };
}

/** The last age asked about: a range that reaches it has no upper end. */
export const OLDEST_ASKED = OLDEST;
