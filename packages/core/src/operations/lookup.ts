import * as z from 'zod/mini';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { identify } from '../identify/identify.ts';
import { type CodeExplanation, explainCode, type Missing } from '../icd10cm/explain-code.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { groundOf, NO_EDITION } from './known-code.ts';
import { codeField, dayField } from './fields.ts';
import { lookUpInstalled } from './lookup-installed.ts';
import { onDay } from './on-day.ts';
import { operation, type OperationContext } from './operation.ts';

const choice = z.object({ code: z.string(), display: z.nullable(z.string()), billable: z.boolean() });

const output = z.object({
  input: z.string(),
  system: z.string(),
  /** Written the official way; as tidied when no table has it. */
  code: z.string(),
  display: z.nullable(z.string()),
  status: z.enum(['billable', 'header', 'not-in-force', 'unknown', 'no-data']),
  billable: z.boolean(),
  /** Earliest day the installed editions prove; `fromKnown` is false when the code may be older than they are. */
  from: z.nullable(z.string()),
  fromKnown: z.boolean(),
  to: z.nullable(z.string()),
  edition: z.nullable(z.string()),
  /** A header whose title no installed file gives: it follows from the codes under it. */
  derived: z.optional(z.literal(true)),
  notesAsOf: z.optional(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  why: z.optional(z.string()),
  fix: z.optional(z.string()),
  /** What a header lacks. */
  needs: z.optional(
    z.object({
      what: z.enum(['seventh-character', 'finer-code']),
      /** The X to fill in before the 7th character; empty when there is nothing to fill. */
      placeholder: z.string(),
      choices: z.array(
        z.object({
          character: z.optional(z.string()),
          meaning: z.optional(z.string()),
          code: z.string(),
          display: z.nullable(z.string()),
          billable: z.boolean(),
        }),
      ),
    }),
  ),
  billableUntil: z.optional(z.nullable(z.string())),
  replacedBy: z.optional(z.array(choice)),
  suggestions: z.optional(z.array(choice)),
});
export type LookupAnswer = z.infer<typeof output>;

/** What a code is on a day: its title, whether it may stand on a claim, and every way in which it may not. */
export const lookup = operation({
  id: 'codes.lookup',
  title: 'Look up a code on a day',
  input: z.object({ code: codeField, on: dayField }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [
    { says: 'A complete code', input: { code: 'E11.9', on: '2026-03-04' } },
    { says: 'A code that needs a 7th character', input: { code: 'S82.101', on: '2026-03-04' } },
  ],
  run({ code, on: onText }, context): LookupAnswer {
    const on = onDay(onText, context);
    const icd = context.data.icd10cm(on);
    // Most questions are about complete codes written the official way.
    const row = icd ? icd.row(code) : -1;
    const answer = icd && row >= 0 && icd.billable(row) ? billable(icd, row, code, on) : explain(code, on, context);
    remember(answer, on, context.data);
    return answer;
  },
  recall(input, { data }) {
    const { code, on } = (input ?? {}) as { code?: unknown; on?: unknown };
    return recent.data === data && recent.on === on ? recent.answers.get(code as string) : undefined;
  },
});

/** Answers for the day last asked about: claims and lists ask for the same codes over and over. Given answers are frozen. */
let recent: { data: Data | undefined; on: Day | undefined; answers: Map<string, LookupAnswer> } = {
  data: undefined,
  on: undefined,
  answers: new Map(),
};
/** More than the codes of an edition, so a list of all of them is kept whole, and memory stays bounded. */
const MOST_ANSWERS = 131_072;
/** Longer texts are no codes: they would only fill the memory. */
const LONGEST_REMEMBERED = 12;

function remember(answer: LookupAnswer, on: Day, data: Data): void {
  if (answer.input.length > LONGEST_REMEMBERED) return;
  if (recent.data !== data || recent.on !== on || recent.answers.size >= MOST_ANSWERS) recent = { data, on, answers: new Map() };
  recent.answers.set(answer.input, freeze(answer));
}

function freeze<Value extends object>(value: Value): Value {
  for (const inside of Object.values(value)) if (typeof inside === 'object' && inside !== null) freeze(inside as object);
  return Object.freeze(value);
}

function billable(icd: Icd10cmEdition, row: Row, input: string, on: Day): LookupAnswer {
  const dates = icd.dates(row);
  const answer: LookupAnswer = {
    input,
    system: 'icd10cm',
    code: icd.code(row),
    display: icd.display(row),
    status: 'billable',
    billable: true,
    from: dates.from,
    fromKnown: dates.fromKnown,
    to: dates.to,
    edition: icd.edition.id,
  };
  return icd.mayBeSuperseded(on) ? { ...answer, mayBeSuperseded: true } : answer;
}

function explain(input: string, on: Day, context: OperationContext): LookupAnswer {
  if (input.length > MAX_CODE_INPUT) {
    throw new CleanclaimError(
      'input/too-long',
      `A code of ${input.length} characters was sent; the limit is ${MAX_CODE_INPUT}: ${quote(input)}.`,
      '/code',
    );
  }
  const table = context.data.icd10cmTable();
  const icd = context.data.icd10cm(on);
  if (!table || !icd) {
    // Codes of other systems, ICD-9-CM before all, are asked on days that no ICD-10-CM edition covers.
    const other = elsewhere(input, on, context, undefined);
    if (other && other.status !== 'no-data') return other;
    return {
      ...nothing(input, tidyCode(input)),
      status: 'no-data',
      why: `No installed ICD-10-CM edition covers ${on}.`,
      fix: NO_EDITION(on),
    };
  }
  const explained = explainCode(table, input, on);
  if (explained.status === 'billable') return billable(icd, explained.row, input, on);
  if (explained.status === 'header') return header(icd, explained, input, on);
  if (explained.status === 'not-yet' || explained.status === 'no-longer')
    return notInForce(icd, officially(explained, icd, on, context.data), input, on);
  if (explained.status === 'no-edition') return { ...nothing(input, explained.code), status: 'no-data', fix: NO_EDITION(on) };
  return (
    elsewhere(input, on, context, explained) ?? {
      ...nothing(input, explained.code),
      status: 'unknown',
      ...groundOf(icd, on, false),
      ...whyUnknown(explained),
    }
  );
}

const WRITTEN_WITH_DOT: ReadonlySet<string> = new Set(['icd9cm', 'icd10', 'icd11']);

/**
 * A text that ICD-10-CM does not have but another system's shape fits: answered from that system's table, or, where
 * none is installed, "no data" rather than "unknown". A text with a dot or of ICD-10-CM's own shape stays ICD-10-CM's.
 */
function elsewhere(input: string, on: Day, context: OperationContext, explained: Absent | undefined): LookupAnswer | undefined {
  const [first] = identify(input, { data: context.data, on }).candidates;
  if (!first || first.system === 'icd10cm' || (input.includes('.') && !WRITTEN_WITH_DOT.has(first.system))) return undefined;
  const answer = { ...nothing(input, first.code), system: first.system, display: first.display };
  const places = context.data.placeOfService();
  if (first.system === 'place-of-service' && places) {
    const found = places.find(first.code);
    const inForce = places.inForce(first.code, on);
    return {
      ...answer,
      status: inForce ? 'billable' : found ? 'not-in-force' : 'unknown',
      billable: inForce,
      from: found?.from ?? null,
      fromKnown: found?.from != null,
      edition: places.edition,
    };
  }
  const installed = lookUpInstalled(first, on, context.data);
  if (installed) return { ...answer, ...installed };
  return {
    ...answer,
    status: 'no-data',
    why: `${first.code} is no ICD-10-CM code; it has the shape of ${first.name} (${first.category}), of which no table is installed for ${on}.`,
    fix: first.next,
    ...(explained?.status === 'unknown' && explained.nearest.length > 0
      ? { suggestions: explained.nearest.map((each) => ({ ...each })) }
      : {}),
  };
}

function nothing(input: string, code: string): Omit<LookupAnswer, 'status'> {
  return { input, system: 'icd10cm', code, display: null, billable: false, from: null, fromKnown: false, to: null, edition: null };
}

function header(icd: Icd10cmEdition, explained: Extract<CodeExplanation, { status: 'header' }>, input: string, on: Day): LookupAnswer {
  const { row, missing, billableUntil } = explained;
  const display = icd.display(row);
  const needs = needsOf(icd, missing);
  return {
    ...nothing(input, explained.code),
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

/**
 * Where the official conversion table is installed, it says what took a code's place: those of its codes that may stand
 * on a claim on the day. Else what the code lists themselves show remains.
 */
function officially<Explained extends Extract<CodeExplanation, { status: 'not-yet' | 'no-longer' }>>(
  explained: Explained,
  icd: Icd10cmEdition,
  on: Day,
  data: Data,
): Explained {
  if (explained.status === 'not-yet') return explained;
  const codes = new Set(
    data
      .conversion(on)
      ?.after(explained.code)
      .filter(({ from }) => from <= on)
      .map(({ code }) => code),
  );
  const rows = [...codes].map((code) => icd.row(code)).filter((row) => row >= 0 && icd.billable(row));
  if (rows.length === 0) return explained;
  return { ...explained, instead: rows.map((row) => ({ code: icd.code(row), display: icd.display(row), billable: true })) };
}

function notInForce(
  icd: Icd10cmEdition,
  explained: Extract<CodeExplanation, { status: 'not-yet' | 'no-longer' }>,
  input: string,
  on: Day,
): LookupAnswer {
  const { row, code, status, instead } = explained;
  const run = icd.history(row).find((each) => (status === 'not-yet' ? each.from > on : each.to !== null && each.to < on));
  const early = status === 'not-yet';
  return {
    ...nothing(input, code),
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

type Absent = Extract<CodeExplanation, { status: 'placeholder' | 'seventh-character' | 'extra-characters' | 'unknown' }>;

function whyUnknown(explained: Absent): Pick<LookupAnswer, 'why' | 'fix' | 'suggestions'> {
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
