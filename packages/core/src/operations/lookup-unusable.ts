import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { quote } from '../errors.ts';
import type { Icd10cmEdition } from '../icd10cm/edition.ts';
import type { CodeChoice, CodeExplanation, Missing } from '../icd10cm/explain-code.ts';
import { groundOf } from './known-code.ts';
import { type LookupAnswer, untold } from './lookup-answer.ts';

/** A code that ICD-10-CM has on no day. */
export type Absent = Extract<CodeExplanation, { status: 'placeholder' | 'seventh-character' | 'extra-characters' | 'unknown' }>;

/** A heading: what it lacks, and the codes that have it. */
export function header(
  icd: Icd10cmEdition,
  explained: Extract<CodeExplanation, { status: 'header' }>,
  input: string,
  on: Day,
): LookupAnswer {
  const { row, missing, billableUntil } = explained;
  const display = icd.display(row);
  const needs = needsOf(icd, missing);
  return {
    ...untold(input, explained.code),
    display,
    status: 'header',
    ...icd.dates(row),
    ...(display === null ? { derived: true as const } : {}),
    ...groundOf(icd, on, missing.kind === 'seventh-character'),
    why: `${explained.code} is a heading: a claim needs the complete code under it.`,
    fix:
      missing.kind === 'seventh-character'
        ? `Add the 7th character${needs.placeholder === '' ? '' : ` after the placeholder ${needs.placeholder}`}: ${needs.choices.map((each) => each.character).join(', ')}.`
        : `Choose one of the ${needs.choices.length} codes under it: ${shortList(needs.choices)}.`,
    needs,
    ...(billableUntil === null ? {} : { billableUntil }),
  };
}

function needsOf(icd: Icd10cmEdition, missing: Missing): NonNullable<LookupAnswer['needs']> {
  if (missing.kind === 'finer-code') return { what: missing.kind, placeholder: '', choices: missing.choices.map((each) => ({ ...each })) };
  return {
    what: missing.kind,
    placeholder: 'X'.repeat(missing.placeholders),
    choices: missing.choices.map((each) => ({ ...each, display: icd.display(icd.row(each.code)), billable: true })),
  };
}

/** A code of another day: when it was or will be in force, and what stands in its place. */
export function notInForce(
  icd: Icd10cmEdition,
  explained: Extract<CodeExplanation, { status: 'not-yet' | 'no-longer' }>,
  input: string,
  on: Day,
  data: Data,
): LookupAnswer {
  const { row, code, status } = explained;
  const instead = (status === 'no-longer' ? officialSuccessors(code, icd, on, data) : undefined) ?? explained.instead;
  const run = icd.history(row).find((each) => (status === 'not-yet' ? each.from > on : each.to !== null && each.to < on));
  const early = status === 'not-yet';
  return {
    ...untold(input, code),
    display: icd.displayAnyTime(row),
    status: 'not-in-force',
    from: run?.from ?? null,
    fromKnown: run?.fromKnown ?? false,
    to: run?.to ?? null,
    ...groundOf(icd, on, false),
    why: early ? `${code} is not in force before ${explained.from}.` : `${code} is not in force after ${explained.to}.`,
    fix:
      instead.length > 0
        ? `On ${on} use ${shortList(instead)}.`
        : `Find the code in force on ${on} for the same condition: cleanclaim search.`,
    replacedBy: instead.map((each) => ({ ...each })),
  };
}

/**
 * What took a code's place by the official conversion table: those of its codes that may stand on a claim on the day.
 * Undefined where no table is installed or it names none: then what the code lists themselves show remains.
 */
function officialSuccessors(code: string, icd: Icd10cmEdition, on: Day, data: Data): CodeChoice[] | undefined {
  const codes = new Set(
    data
      .conversion(on)
      ?.after(code)
      .filter(({ from }) => from <= on)
      .map((each) => each.code),
  );
  const rows = [...codes].map((each) => icd.row(each)).filter((row) => row >= 0 && icd.billable(row));
  return rows.length === 0 ? undefined : rows.map((row) => ({ code: icd.code(row), display: icd.display(row), billable: true }));
}

/** Why a code is none, and what may have been meant. */
export function whyUnknown(explained: Absent): Pick<LookupAnswer, 'why' | 'fix' | 'suggestions'> {
  const { code } = explained;
  switch (explained.status) {
    case 'placeholder':
      return {
        why: `${code} has its placeholder X in the wrong place or none: the 7th character must stand in the 7th place.`,
        fix: `Write ${shortList(explained.choices)}.`,
        suggestions: explained.choices.map((each) => ({ ...each })),
      };
    case 'seventh-character': {
      const allowed = explained.choices.map((each) => `${each.character} (${each.meaning})`).join(', ');
      return {
        why:
          explained.typed === null
            ? `${code} ends before its 7th character.`
            : `${explained.typed} is not a 7th character of ${explained.base}.`,
        fix: `Use one of: ${allowed}.`,
        suggestions: explained.choices.map((each) => ({ code: each.code, display: each.meaning, billable: true })),
      };
    }
    case 'extra-characters':
      return {
        why: `${explained.base.code} is complete; ${quote(explained.extra)} is too much.`,
        fix: `Write ${explained.base.code}.`,
        suggestions: [{ ...explained.base }],
      };
    case 'unknown': {
      const near = explained.nearest.map((each) => ({ ...each }));
      if (explained.under?.code === code) {
        return {
          why: `What was typed can be read as ${code}, a heading, or as ${shortList(near)}: Cleanclaim does not guess.`,
          fix: `Write ${shortList(near)} if that is meant, or a complete code under ${code}.`,
          suggestions: near,
        };
      }
      return {
        why: `ICD-10-CM has no code ${quote(code)} on that day${explained.under ? `; ${explained.under.code} exists` : ''}.`,
        fix:
          near.length > 0
            ? `Check the spelling; near it: ${shortList(near)}.`
            : 'Check the spelling, or find the code by its words: cleanclaim search.',
        suggestions: near,
      };
    }
  }
}

function shortList(choices: readonly { readonly code: string }[]): string {
  const shown = choices.slice(0, 8).map((each) => each.code);
  return choices.length > shown.length ? `${shown.join(', ')} and ${choices.length - shown.length} more` : shown.join(', ');
}
