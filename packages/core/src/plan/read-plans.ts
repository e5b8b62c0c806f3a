import { isDay } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { PayerPlan } from './model.ts';

/** Most a file of plans may hold; beyond it something else was given. */
export const PLAN_LIMITS = { plans: 1_000, list: 200_000, text: 200 } as const;

/** One field: checks a value and throws where it is wrong. */
type Field = (value: unknown, path: string) => void;
type Fields = Readonly<Record<string, Field>>;

/**
 * Plans from parsed JSON: one, or a list. Everything is checked, a field that is not known too, since a misspelt one
 * would silently change nothing. Throws CleanclaimError `plan/wrong` with the JSON path of the trouble.
 */
export function readPlans(value: unknown): PayerPlan[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw wrong('', 'The file holds no plan.');
  if (list.length > PLAN_LIMITS.plans) throw wrong('', `The file holds ${list.length} plans; the limit is ${PLAN_LIMITS.plans}.`);
  list.forEach((each, at) => object(PLAN, ['id', 'title'])(each, Array.isArray(value) ? `/${at}` : ''));
  return list as PayerPlan[];
}

/**
 * The plans to choose from: the user's own first, then the given ones. `basedOn` is filled in. Throws `plan/wrong` for an
 * id used twice, and for a base that does not exist or is based on another.
 */
export function joinPlans(own: readonly PayerPlan[], given: readonly PayerPlan[]): PayerPlan[] {
  const all = [...own, ...given];
  const byId = new Map<string, PayerPlan>();
  for (const plan of all) {
    if (byId.has(plan.id)) throw wrong('/id', `Two plans have the id ${quote(plan.id)}.`);
    byId.set(plan.id, plan);
  }
  return all.map((plan) => {
    if (plan.basedOn === undefined) return plan;
    const base = byId.get(plan.basedOn);
    if (!base || base.basedOn !== undefined) {
      const known = given.map(({ id }) => id).join(', ');
      const what = base ? 'is itself based on another plan' : 'is no known plan';
      throw wrong('/basedOn', `The plan ${quote(plan.id)} is based on ${quote(plan.basedOn)}, which ${what} (known: ${known}).`);
    }
    // Later settings win, so the plan's own stand after those of its base.
    return { ...base, ...plan, rules: [...(base.rules ?? []), ...(plan.rules ?? [])] };
  });
}

const text: Field = (value, path) => {
  if (typeof value !== 'string' || value.trim() === '') throw wrong(path, `The field ${quote(path)} must be text.`);
  if (value.length > PLAN_LIMITS.text)
    throw wrong(path, `The text at ${quote(path)} has ${value.length} characters; the limit is ${PLAN_LIMITS.text}.`);
};

const name: Field = (value, path) => {
  text(value, path);
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(String(value)))
    throw wrong(path, `${quote(String(value))} at ${quote(path)} is no id: use small letters, digits and hyphens.`);
};

const date: Field = (value, path) => {
  if (!isDay(value)) throw wrong(path, `The field ${quote(path)} must be a day written YYYY-MM-DD; it is ${describe(value)}.`);
};

const flag: Field = (value, path) => {
  if (typeof value !== 'boolean') throw wrong(path, `The field ${quote(path)} must be true or false.`);
};

const ruleId: Field = (value, path) => {
  text(value, path);
  if (!/^[a-z0-9]+\/(?:[a-z0-9-]+|\*)$/.test(String(value)))
    throw wrong(path, `${quote(String(value))} at ${quote(path)} is no rule: write its id, such as ncci/mue, or a family, such as ncci/*.`);
};

const codes: Field = (value, path) => {
  text(value, path);
  const [first = '', last = first, ...rest] = String(value).split('-');
  const isCode = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code);
  if (!isCode(first) || !isCode(last) || rest.length > 0 || last < first)
    throw wrong(path, `${quote(String(value))} at ${quote(path)} is neither a code nor a range of codes, such as G0277 or E0100-E0159.`);
};

const pos: Field = (value, path) => {
  if (typeof value !== 'string' || !/^\d{2}$/.test(value)) throw wrong(path, `The field ${quote(path)} must be two digits in quotes.`);
};

function count(most: number): Field {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most)
      throw wrong(path, `The field ${quote(path)} must be a whole number from 1 to ${most}.`);
  };
}

function oneOf(...words: readonly string[]): Field {
  return (value, path) => {
    if (typeof value !== 'string' || !words.includes(value))
      throw wrong(path, `The field ${quote(path)} must be one of ${words.join(', ')}; it is ${describe(value)}.`);
  };
}

function list(each: Field): Field {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrong(path, `The field ${quote(path)} must be a list; it is ${describe(value)}.`);
    if (value.length === 0) throw wrong(path, `The list ${quote(path)} is empty: leave it out, or fill it.`);
    if (value.length > PLAN_LIMITS.list)
      throw wrong(path, `The list ${quote(path)} has ${value.length} entries; the limit is ${PLAN_LIMITS.list}.`);
    value.forEach((item, at) => each(item, `${path}/${at}`));
  };
}

function object(fields: Fields, needs: readonly string[]): Field {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong(path, `${path === '' ? 'A plan' : `The entry ${quote(path)}`} must be an object; it is ${describe(value)}.`);
    const given = value as Record<string, unknown>;
    for (const field of Object.keys(given)) {
      const check = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (!check)
        throw wrong(path, `${quote(`${path}/${field}`)} is not a field of a plan: known here are ${Object.keys(fields).join(', ')}.`);
      check(given[field], `${path}/${field}`);
    }
    for (const field of needs) {
      if (!Object.hasOwn(given, field)) throw wrong(path, `The ${path === '' ? 'plan' : `entry ${quote(path)}`} has no ${quote(field)}.`);
    }
    const { from, to } = given;
    if (typeof from === 'string' && typeof to === 'string' && to < from)
      throw wrong(path, `The entry ${quote(path)} ends before it begins.`);
  };
}

const dated = { from: date, to: date };
const SEVERITIES = ['error', 'warning', 'info'];

const filingLimit: Field = (value, path) => {
  const fields: Fields = {
    ...dated,
    days: count(3_660),
    months: count(120),
    by: date,
    counts: oneOf('first-day', 'last-day'),
    nextWorkday: flag,
    corrections: oneOf('same'),
    severity: oneOf(...SEVERITIES),
    source: text,
  };
  object(fields, ['counts', 'source'])(value, path);
  const given = value as Record<string, unknown>;
  if (['days', 'months', 'by'].filter((each) => given[each] !== undefined).length !== 1)
    throw wrong(path, `The filing limit ${quote(path)} needs exactly one of "days", "months" and "by".`);
};

const PLAN: Fields = {
  id: name,
  title: text,
  basedOn: name,
  claims: object({ ids: list(text), kinds: list(text), types: list(oneOf('professional', 'institutional', 'dental')) }, []),
  rules: list(object({ ...dated, rule: ruleId, severity: oneOf(...SEVERITIES, 'off') }, ['rule', 'severity'])),
  timelyFiling: list(filingLimit),
  authorization: list(
    object({ ...dated, codes: list(codes), pos: list(pos), needs: oneOf('authorization', 'referral', 'either') }, ['codes']),
  ),
  distinctService: list(object({ ...dated, takes: oneOf('59', 'X'), column: oneOf('either', 'second') }, [])),
};

function wrong(path: string, message: string): CleanclaimError {
  return new CleanclaimError('plan/wrong', message, path);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string'
    ? `the text ${quote(value)}`
    : typeof value === 'object'
      ? 'an object'
      : `the ${typeof value} ${String(value)}`;
}
