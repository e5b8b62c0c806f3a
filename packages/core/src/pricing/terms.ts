import type { Claim } from '../claim/model.ts';
import { CleanclaimError } from '../errors.ts';
import { parseMoney } from '../money.ts';
import { exact } from './exact.ts';
import type { Terms } from './shares.ts';

const KNOWN = ['participating', 'deductibleMet', 'deductibleRemaining', 'apm', 'baseUnits'];

/** What a claim's `pricing` says. Left out, the practitioner participates, the deductible is met, and is in no payment model. Throws `claim/wrong-shape`. */
export function termsOf({ pricing }: Claim): Terms {
  if (pricing === undefined) return { participating: true, deductible: exact(0), apm: false, baseUnits: {} };
  const given = asObject(pricing, '/pricing');
  for (const name of Object.keys(given))
    if (!KNOWN.includes(name)) throw new CleanclaimError('claim/wrong-shape', `Pricing knows ${KNOWN.join(', ')}.`, '/pricing');
  const left = given['deductibleRemaining'];
  const remaining = left === undefined ? undefined : typeof left === 'string' ? parseMoney(left) : undefined;
  if (left !== undefined && (remaining === undefined || remaining < 0))
    throw new CleanclaimError(
      'claim/wrong-shape',
      'What is left of the deductible is money as text, such as "120.00".',
      '/pricing/deductibleRemaining',
    );
  const met = flag(given, 'deductibleMet', left === undefined);
  return {
    participating: flag(given, 'participating', true),
    apm: flag(given, 'apm', false),
    deductible: met ? exact(0) : left === undefined ? undefined : exact(String(left)),
    baseUnits: baseUnitsOf(given['baseUnits']),
  };
}

function flag(given: Readonly<Record<string, unknown>>, name: string, otherwise: boolean): boolean {
  const value = given[name] ?? otherwise;
  if (typeof value !== 'boolean') throw new CleanclaimError('claim/wrong-shape', `${name} is true or false.`, `/pricing/${name}`);
  return value;
}

function baseUnitsOf(value: unknown): Readonly<Record<string, number>> {
  if (value === undefined) return {};
  const given = asObject(value, '/pricing/baseUnits');
  const entries = Object.entries(given).map(([code, units]): [string, number] => {
    if (typeof units !== 'number' || !(units >= 0 && units <= 100))
      throw new CleanclaimError('claim/wrong-shape', 'Base units are numbers by code, such as { "00840": 6 }.', '/pricing/baseUnits');
    return [code, units];
  });
  return Object.fromEntries(entries);
}

function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new CleanclaimError('claim/wrong-shape', 'It must be an object.', path);
}
