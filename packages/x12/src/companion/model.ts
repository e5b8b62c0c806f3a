import { CleanclaimError, type Fields, isDay, quote, readFields, type Severity } from '@cleanclaim/core';
import { GUIDE_IDS } from '../map/guides.ts';

/** What a payer asks for beyond the guide, as a small dated file (docs/x12-companions.md). */
export interface Companion {
  readonly name: string;
  /** The document it was written from, with its date. */
  readonly source: string;
  /** First and last day it holds, by the day the file was made. */
  readonly from: string;
  readonly to?: string;
  /** Payer numbers (NM109 of the payer) that it holds for; all when left out. */
  readonly payers?: readonly string[];
  /** Kinds of plan (SBR09 of the payer sent to) that it holds for; all when left out. */
  readonly filings?: readonly string[];
  /** Guides that it holds for, such as `837P`. */
  readonly guides: readonly string[];
  readonly rules: readonly CompanionRule[];
  readonly limits?: { readonly appealDays?: number; readonly filingDays?: number };
}

export interface CompanionRule {
  readonly id: string;
  readonly loop: string;
  /** A segment, or a segment with its first element: `REF.G1`, `NM1.IL`. */
  readonly segment: string;
  readonly element?: number;
  readonly component?: number;
  /** The segment, or the element when one is named, must be there; must not be there. */
  readonly use?: 'required' | 'not-used';
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  /** Forms the value may have: `9` a digit, `A` a letter, `N` a letter or digit, another character itself. */
  readonly shapes?: readonly string[];
  readonly maxLength?: number;
  readonly severity?: Severity;
  readonly says: string;
  readonly fix: string;
}

const RULE: Fields = {
  needs: ['id', 'loop', 'segment', 'says', 'fix'],
  fields: {
    id: 'text',
    loop: 'text',
    segment: 'text',
    element: 'number',
    component: 'number',
    use: { oneOf: ['required', 'not-used'] },
    in: ['text'],
    notIn: ['text'],
    shapes: ['text'],
    maxLength: 'number',
    severity: { oneOf: ['error', 'warning', 'info'] },
    says: 'text',
    fix: 'text',
  },
};
const COMPANION: Fields = {
  needs: ['name', 'source', 'from', 'guides', 'rules'],
  fields: {
    name: 'text',
    source: 'text',
    from: 'text',
    to: 'text',
    payers: ['text'],
    filings: ['text'],
    guides: ['text'],
    rules: [RULE],
    limits: { fields: { appealDays: 'number', filingDays: 'number' } },
  },
};

/** Reads a companion guide from parsed JSON; throws CleanclaimError `input/invalid` with the path of what is wrong, an unknown field too. */
export function readCompanion(value: unknown): Companion {
  const read = readFields(value, COMPANION);
  if ('recovery' in read) throw new CleanclaimError(read.code, read.message.replace('The claim', 'The companion guide'), read.path);
  const [unknown] = read;
  if (unknown) throw invalid(`A companion guide has no field ${quote(unknown.name)}.`, unknown.path);
  const companion = value as Companion;
  for (const field of ['from', 'to'] as const) {
    const on = companion[field];
    if (on !== undefined && !isDay(on)) throw invalid(`${quote(on)} is not a day.`, `/${field}`);
  }
  companion.guides.forEach((id, at) => {
    if (!GUIDE_IDS.some((known) => known === id)) throw invalid(`${quote(id)} is no guide: ${GUIDE_IDS.join(', ')}.`, `/guides/${at}`);
  });
  companion.rules.forEach((rule, at) => checkRule(rule, `/rules/${at}`));
  for (const [field, days] of Object.entries(companion.limits ?? {}))
    if (!Number.isInteger(days) || days < 1 || days > 36_500) throw invalid('A time limit is a whole number of days.', `/limits/${field}`);
  return companion;
}

function checkRule(rule: CompanionRule, path: string): void {
  const asks = [rule.use, rule.in, rule.notIn, rule.shapes, rule.maxLength].filter((each) => each !== undefined);
  if (asks.length === 0) throw invalid('A rule needs one of use, in, notIn, shapes and maxLength.', path);
  const value = rule.in ?? rule.notIn ?? rule.shapes ?? rule.maxLength;
  if (value !== undefined && rule.element === undefined) throw invalid('A rule about a value names its element.', path);
  for (const field of ['element', 'component', 'maxLength'] as const) {
    const number = rule[field];
    if (number !== undefined && (!Number.isInteger(number) || number < 1 || number > 1_000))
      throw invalid(`${field} is a whole number from 1 to 1000.`, `${path}/${field}`);
  }
}

function invalid(message: string, path: string): CleanclaimError {
  return new CleanclaimError('input/invalid', message, path);
}

/** Whether a value has a form: `9` a digit, `A` a letter, `N` either, another character itself. */
export function hasShape(value: string, shape: string): boolean {
  if (value.length !== shape.length) return false;
  for (let at = 0; at < shape.length; at++) {
    const character = value.charAt(at);
    const wanted = shape.charAt(at);
    const digit = /[0-9]/.test(character);
    const letter = /[A-Za-z]/.test(character);
    const fits = wanted === '9' ? digit : wanted === 'A' ? letter : wanted === 'N' ? digit || letter : wanted === character;
    if (!fits) return false;
  }
  return true;
}
