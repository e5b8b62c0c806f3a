import { CleanclaimError, formatMoney, type Money, parseMoney } from '@cleanclaim/core';

/** Entries of any one list, and elements named one by one as not carried over. */
export const FHIR_LIMITS = { list: 10_000, named: 200 } as const;

/** A number of the text that a binary float would not keep; `exactJson` leaves it as its own digits. */
export class LongNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Fifteen significant digits go through a float and back unchanged. */
const FLOAT_DIGITS = 15;

/** JSON with every number as it was written: those with more digits than a float keeps become `LongNumber`. The text must be well-formed. */
export function exactJson(text: string): unknown {
  const revive = (_: string, value: unknown, context?: { readonly source?: string }): unknown => {
    if (typeof value !== 'number' || context?.source === undefined) return value;
    const digits = context.source
      .replace(/[eE].*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+/, '');
    return digits.length <= FLOAT_DIGITS ? value : new LongNumber(context.source);
  };
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown);
}

/** Parts of a resource that say nothing about a claim, or what every claim says. */
const SILENT = /(?:^|\.)(?:resourceType|id|meta|implicitRules|language|text\.(?:status|div)|fullUrl)$/;

/**
 * A place in a FHIR resource. Reading marks what was carried over; the rest can be told afterwards. A wrong type is an
 * error with its path.
 */
export class Cursor {
  readonly value: unknown;
  readonly path: string;
  readonly #used: Set<string>;

  constructor(value: unknown, path: string, used: Set<string>) {
    this.value = value;
    this.path = path;
    this.#used = used;
  }

  /** The element of that name; undefined when there is none. */
  get(name: string): Cursor | undefined {
    const object = this.#object();
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    return value === undefined || value === null ? undefined : new Cursor(value, `${this.path}.${name}`, this.#used);
  }

  /** The entries of a list; none when there is no such element. */
  list(name: string): readonly Cursor[] {
    const at = this.get(name);
    if (!at) return [];
    if (!Array.isArray(at.value)) throw at.wrong('a list');
    if (at.value.length > FHIR_LIMITS.list)
      throw new CleanclaimError(
        'claim/too-large',
        `The list at ${at.path} has ${at.value.length} entries; the limit is ${FHIR_LIMITS.list}.`,
        at.path,
      );
    return at.value.map((each: unknown, index) => new Cursor(each, `${at.path}[${index}]`, this.#used));
  }

  /** A list, or a single element as older versions of FHIR have it. */
  oneOrMany(name: string): readonly Cursor[] {
    const at = this.get(name);
    return at === undefined ? [] : Array.isArray(at.value) ? this.list(name) : [at];
  }

  /** Text; reading it counts as carrying it over. */
  text(name: string): string | undefined {
    const at = this.get(name);
    if (!at) return undefined;
    if (typeof at.value !== 'string') throw at.wrong('text');
    at.use();
    return at.value;
  }

  /** A whole number. */
  whole(name: string): number | undefined {
    const at = this.get(name);
    if (!at) return undefined;
    if (typeof at.value !== 'number' || !Number.isSafeInteger(at.value)) throw at.wrong('a whole number');
    at.use();
    return at.value;
  }

  /** A decimal number that a float keeps as it was written. */
  number(name: string): number | undefined {
    const at = this.get(name);
    if (!at) return undefined;
    if (typeof at.value !== 'number' || !Number.isFinite(at.value)) throw at.wrong(`a number of at most ${FLOAT_DIGITS} digits`);
    at.use();
    return at.value;
  }

  /** FHIR Money as the claim's decimal text. Any other currency than US dollars is an error: the amount would mean something else. */
  money(name: string): string | undefined {
    const amount = this.moneyOf(name);
    return amount === undefined ? undefined : formatMoney(amount);
  }

  /** The same as an exact integer, for sums. */
  moneyOf(name: string): Money | undefined {
    const amount = this.peekMoney(name);
    if (amount !== undefined) this.use(`${name}.value`, `${name}.currency`);
    return amount;
  }

  /** Looks at an amount without counting it as carried over. */
  peekMoney(name: string): Money | undefined {
    const at = this.get(name);
    const value = at?.get('value');
    if (!at || !value) return undefined;
    const text = value.value instanceof LongNumber ? value.value.text : typeof value.value === 'number' ? String(value.value) : '';
    const amount = parseMoney(text);
    if (amount === undefined) throw value.wrong('an amount of at most 11 digits and 4 decimals');
    const currency = at.get('currency')?.value;
    if (currency !== undefined && currency !== 'USD')
      throw new CleanclaimError('claim/wrong-shape', `The amount at ${at.path} is not in US dollars.`, `${at.path}.currency`);
    return amount;
  }

  boolean(name: string): boolean | undefined {
    const at = this.get(name);
    if (!at) return undefined;
    if (typeof at.value !== 'boolean') throw at.wrong('true or false');
    at.use();
    return at.value;
  }

  /** Counts this place, and all inside it, as carried over or without meaning for a claim. */
  use(...names: readonly string[]): void {
    if (names.length === 0) this.#used.add(this.path);
    for (const name of names) this.#used.add(`${this.path}.${name}`);
  }

  wrong(wanted: string): CleanclaimError {
    return new CleanclaimError('claim/wrong-shape', `The element ${this.path} must be ${wanted}.`, this.path);
  }

  /** Paths of elements inside that nobody read, at most `FHIR_LIMITS.named`. */
  unread(): readonly string[] {
    const found: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (found.length >= FHIR_LIMITS.named || value === undefined || value === null || this.#used.has(path) || SILENT.test(path)) return;
      if (Array.isArray(value)) value.forEach((each, index) => walk(each, `${path}[${index}]`));
      else if (typeof value === 'object' && !(value instanceof LongNumber))
        for (const name of Object.keys(value)) walk((value as Record<string, unknown>)[name], `${path}.${name.slice(0, 100)}`);
      else found.push(path);
    };
    walk(this.value, this.path);
    return found.length < FHIR_LIMITS.named ? found : [...found, `${this.path} (more elements than are named one by one)`];
  }

  #object(): Record<string, unknown> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value) || this.value instanceof LongNumber)
      throw this.wrong('an object');
    return this.value as Record<string, unknown>;
  }
}

/** The codings of a CodeableConcept, as system and code. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly at: Cursor;
}

/** Codings of a concept without counting them as carried over; `take` does. */
export function codingsOf(concept: Cursor | undefined): readonly Coding[] {
  return (concept?.list('coding') ?? []).flatMap((at) => {
    const code = at.get('code');
    if (code === undefined) return [];
    if (typeof code.value !== 'string') throw code.wrong('text');
    const system = at.get('system');
    if (system !== undefined && typeof system.value !== 'string') throw system.wrong('text');
    return [{ system: typeof system?.value === 'string' ? system.value : '', code: code.value.trim(), at }];
  });
}

/** Carries a coding over: its code, its system, and the display that says the same in words. */
export function take({ at, code }: Coding): string {
  at.use('code', 'system', 'display', 'version', 'userSelected');
  return code;
}
