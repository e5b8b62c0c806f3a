import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type Mapping, readMapping } from '@cleanclaim/core/statistics';
import type { Given } from '../given.ts';

/** Text of a flag; undefined when it was left out. */
export function flag(given: Given, name: string): string | undefined {
  const value = given.flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** A flag that must be a number above 0. Throws `input/out-of-range`. */
export function numberFlag(given: Given, name: string): number | undefined {
  const text = flag(given, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new CleanclaimError('input/out-of-range', `--${name} takes a number of at least 0, not ${quote(text)}.`);
  return number;
}

/** A flag that takes one of a few words. Throws `input/out-of-range` naming them. */
export function choiceFlag<Choice extends string>(given: Given, name: string, choices: readonly Choice[]): Choice | undefined {
  const text = flag(given, name);
  if (text === undefined) return undefined;
  const chosen = choices.find((each) => each === text);
  if (chosen === undefined) throw new CleanclaimError('input/out-of-range', `--${name} takes ${choices.join(', ')}, not ${quote(text)}.`);
  return chosen;
}

export function listFlag(given: Given, name: string): string[] {
  return (flag(given, name) ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

export function mappingOf(given: Given): Mapping {
  return readMapping(flag(given, 'map'));
}

/** `--confidence 0.95` or `95`. */
export function confidenceOf(given: Given): number {
  const asked = numberFlag(given, 'confidence') ?? 0.95;
  return asked > 1 ? asked / 100 : asked;
}
