import * as z from 'zod/mini';
import type { Day } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { explainCode } from '../icd10cm/explain-code.ts';
import { identify } from '../identify/identify.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { codeField, dayField } from './fields.ts';
import { groundOf, NO_EDITION } from './known-code.ts';
import { type LookupAnswer, lookupAnswer, untold } from './lookup-answer.ts';
import { lookUpInstalled } from './lookup-installed.ts';
import { type Absent, header, notInForce, whyUnknown } from './lookup-unusable.ts';
import { onDay } from './on-day.ts';
import { operation, type OperationContext } from './operation.ts';
import { recallAnswer, rememberAnswer } from './remembered-answers.ts';

/** What a code is on a day: its title, whether it may stand on a claim, and every way in which it may not. */
export const lookup = operation({
  id: 'codes.lookup',
  title: 'Look up a code on a day',
  input: z.object({ code: codeField, on: dayField }),
  output: lookupAnswer,
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
    rememberAnswer(answer, on, context.data);
    return answer;
  },
  recall(input, { data }) {
    const { code, on } = (input ?? {}) as { code?: unknown; on?: unknown };
    return recallAnswer(code, on, data);
  },
});

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
      ...untold(input, tidyCode(input)),
      status: 'no-data',
      why: `No installed ICD-10-CM edition covers ${on}.`,
      fix: NO_EDITION(on),
    };
  }
  const explained = explainCode(table, input, on);
  if (explained.status === 'billable') return billable(icd, explained.row, input, on);
  if (explained.status === 'header') return header(icd, explained, input, on);
  if (explained.status === 'not-yet' || explained.status === 'no-longer') return notInForce(icd, explained, input, on, context.data);
  if (explained.status === 'no-edition') return { ...untold(input, explained.code), status: 'no-data', fix: NO_EDITION(on) };
  return (
    elsewhere(input, on, context, explained) ?? {
      ...untold(input, explained.code),
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
  const answer = { ...untold(input, first.code), system: first.system, display: first.display };
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
