import { type Claim, claimFields, type Found, quote, rule, type UnknownField } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { exampleLine, visit } from '../support/example-claim.ts';

/** Beyond so many the rest would only repeat that something else than a claim was sent. */
const MOST_REPORTED = 50;

export default rule({
  id: 'claim/unknown-field',
  title: 'A field that the claim does not have',
  severity: 'warning',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    {
      title: 'Cleanclaim: the claim as JSON, version 1',
      section: 'docs/claim.md',
      url: 'docs/claim.md',
      checked: '2026-11-24',
      read: 'text',
    },
  ],

  on: 'claim',
  check({ unknown }) {
    if (unknown.length === 0) return undefined;
    const found = unknown.slice(0, MOST_REPORTED).map((field): Found => {
      if (!field.path.startsWith('/')) return notCarriedOver(field);
      const meant = nearestField(field);
      return {
        at: field.path,
        message: `The claim has a field ${quote(field.name)} that is not read${meant === undefined ? '' : `; perhaps ${meant} was meant`}.`,
        why: 'What stands in a field nobody reads is missing from the claim, and no rule has looked at it.',
        fix: meant === undefined ? 'Leave the field out, or move its value where docs/claim.md has it.' : `Rename the field to ${meant}.`,
        ...(meant === undefined
          ? {}
          : {
              suggestions: [
                { when: `${meant} was meant`, patch: [{ op: 'move' as const, from: field.path, path: besideIt(field.path, meant) }] },
              ],
            }),
      };
    });
    return unknown.length > MOST_REPORTED ? [...found, andMore(unknown, unknown.length - MOST_REPORTED)] : found;
  },

  examples: [
    { name: 'a misspelt field', claim: misspelt({ diagnosis: [] }), finds: 1 },
    {
      name: 'on a line',
      claim: visit('2026-03-04', ['I10'], { lines: [Object.assign(exampleLine('2026-03-04'), { qty: 1 })] }),
      finds: 1,
    },
    { name: 'something else', claim: misspelt({ colour: 'green', 'a/b': 1 }), finds: 2 },
    { name: 'known fields', claim: visit('2026-03-04', ['I10'], { onset: '2026-03-01', procedures: [] }), finds: 0 },
  ],
});

function andMore(unknown: readonly UnknownField[], count: number): Found {
  return {
    at: unknown[MOST_REPORTED]?.path ?? '',
    message: `${count} more fields that are not read are not named one by one.`,
    why: 'What stands in a field nobody reads is missing from the claim, and no rule has looked at it.',
    fix: 'Mend those named first and check again; cleanclaim convert --strict tells what is left.',
  };
}

/** An element of a FHIR file, or a segment or element of an 837. */
function notCarriedOver({ path, name }: UnknownField): Found {
  if (!/^[A-Z][a-z]/.test(path))
    return {
      at: path,
      message: `The 837 says ${name}, which a claim of Cleanclaim has no field for: it is not carried over.`,
      why: 'What was not carried over is missing from the claim, and no rule has looked at it; cleanclaim x12 check looks at the file itself.',
      fix: 'See whether the payer needs it before the claim is written anew; docs/claim.md lists the fields.',
    };
  return {
    at: path,
    message: `The FHIR file says ${quote(path)}, which a claim of Cleanclaim has no field for: it is not carried over.`,
    why: 'What was not carried over is missing from the claim, and no rule has looked at it.',
    fix: 'See whether the payer needs it; docs/fhir.md lists the elements that are read.',
  };
}

function besideIt(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('/'))}/${name}`;
}

/** The field of the same place whose name is at most a third of its letters away, small and capital letters alike. */
function nearestField({ name, path }: UnknownField): string | undefined {
  const typed = name.toLowerCase().replace(/[^a-z]/g, '');
  if (typed.length === 0 || typed.length > 40) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const field of claimFields(path)) {
    const away = distance(typed, field.toLowerCase());
    if (away < least && away <= Math.max(1, Math.floor(field.length / 3))) [best, least] = [field, away];
  }
  return best;
}

/** Characters to insert, remove or replace to get from one text to the other (Levenshtein). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}

function misspelt(fields: Record<string, unknown>): Claim {
  return Object.assign(visit('2026-03-04', ['I10']), fields);
}
