import * as z from 'zod/mini';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { withoutDot } from '../icd10cm/code-key.ts';
import { writeDecimal } from '../tables/keyed-table.ts';
import { codeField, dayField } from './fields.ts';
import { knownCode, NO_EDITION } from './known-code.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';
import { tidyCode } from '../text/code-text.ts';

const FACTS = ['editor', 'present-on-admission', 'complication', 'risk', 'group'] as const;
type FactName = (typeof FACTS)[number];

const output = z.object({
  input: z.string(),
  /** Written the official way; as tidied when no table has it. */
  code: z.string(),
  status: z.enum(['found', 'unknown', 'no-data']),
  facts: z.array(
    z.object({
      fact: z.enum(FACTS),
      says: z.string(),
      /** The values as the publisher writes them; empty where the list has none for the code. */
      values: z.array(z.string()),
      edition: z.string(),
    }),
  ),
  /** Facts whose table is not installed for the day: not known, never "no". */
  notInstalled: z.array(z.object({ fact: z.enum(FACTS), reason: z.string(), install: z.string() })),
  edition: z.nullable(z.string()),
  fix: z.optional(z.string()),
});
export type FactsAnswer = z.infer<typeof output>;
type Fact = FactsAnswer['facts'][number];

/** What official tables that the user installed hold of a diagnosis: how hospitals' claims and risk models see it. */
export const codeFacts = operation({
  id: 'codes.facts',
  title: 'What installed tables say of a diagnosis',
  input: z.object({ code: codeField, on: dayField }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [{ says: 'A diagnosis', input: { code: 'E11.22', on: '2026-03-04' } }],
  run({ code, on: onText }, context): FactsAnswer {
    const on = onDay(onText, context);
    const known = knownCode(code, on, context);
    const nothing = { input: code, code: tidyCode(code), facts: [], notInstalled: [], edition: null };
    if (known.status !== 'found') {
      const fix = known.status === 'no-data' ? NO_EDITION(on) : 'Look it up first: cleanclaim lookup tells what it may have meant.';
      return { ...nothing, status: known.status, fix };
    }
    const official = known.icd.code(known.row);
    const facts: Fact[] = [];
    const notInstalled: FactsAnswer['notInstalled'] = [];
    for (const fact of FACTS) {
      const found = READ[fact](withoutDot(official), on, context.data);
      if (typeof found === 'string') notInstalled.push({ fact, ...context.data.whyMissing(found, on) });
      else facts.push({ fact, ...found });
    }
    return { input: code, code: official, status: 'found', facts, notInstalled, edition: known.icd.edition.id };
  },
});

/** A fact, or the source that is not installed for the day. */
type Read = (code: string, on: Day, data: Data) => Omit<Fact, 'fact'> | string;

/** Attributes of the Medicare Code Editor, in words. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  adult: 'for adults',
  clintrial: 'of a clinical trial',
  delout: 'the outcome of a delivery',
  diabtypeI: 'type 1 diabetes',
  ecodepdx: 'an external cause, never principal',
  female: 'for females',
  male: 'for males',
  manifestation: 'a manifestation, never principal',
  maternity: 'for pregnancy and childbirth',
  newborn: 'for newborns',
  pediatric: 'for children',
  qadm: 'a questionable reason for admission as principal',
  reqsdx: 'as principal only with a secondary diagnosis',
  unacceptable: 'unacceptable as principal',
  unspecified: 'side not specified',
  wrngproc: 'a wrong procedure was performed',
};

const READ: Readonly<Record<FactName, Read>> = {
  editor(code, on, data) {
    const part = data.mceDiagnoses(on);
    if (!part) return 'mce-diagnoses';
    const flags = part.flags(code, on);
    const values = [...(flags ?? [])];
    const says = !flags
      ? 'not valid to the editor on this day'
      : values.length === 0
        ? 'no edit'
        : values.map((flag) => ATTRIBUTES[flag] ?? flag).join('; ');
    return { says, values, edition: part.edition.id };
  },
  'present-on-admission'(code, on, data) {
    const table = data.table('poa-exempt', on);
    if (!table) return 'poa-exempt';
    const isExempt = table.find(code) >= 0;
    return {
      says: isExempt ? 'exempt: no indicator is given' : 'an indicator is needed',
      values: isExempt ? ['exempt'] : [],
      edition: table.edition.id,
    };
  },
  complication(code, on, data) {
    const major = data.table('ms-drg-mcc', on);
    const minor = data.table('ms-drg-cc', on);
    if (!major) return 'ms-drg-mcc';
    if (!minor) return 'ms-drg-cc';
    if (major.find(code) >= 0) return { says: 'a major complication or comorbidity (MCC)', values: ['MCC'], edition: major.edition.id };
    return minor.find(code) >= 0
      ? { says: 'a complication or comorbidity (CC)', values: ['CC'], edition: minor.edition.id }
      : { says: 'neither CC nor MCC', values: [], edition: minor.edition.id };
  },
  risk(code, on, data) {
    const table = data.table('hcc-diagnoses', on);
    if (!table) return 'hcc-diagnoses';
    const values = Array.from(
      table.rowsOf(code),
      (row) => `${table.text('model', row)}: ${writeDecimal(table.decimal('category', row), table.scale('category'))}`,
    );
    return { says: values.length === 0 ? 'in no risk group' : values.join('; '), values, edition: table.edition.id };
  },
  group(code, on, data) {
    const table = data.table('ccsr-diagnoses', on);
    if (!table) return 'ccsr-diagnoses';
    const row = table.find(code);
    if (row < 0) return { says: 'in no group', values: [], edition: table.edition.id };
    const values = table.text('all', row).split(' ').filter(Boolean);
    const [inpatient, outpatient] = [table.text('inpatient', row), table.text('outpatient', row)];
    return {
      says: `${values.join(', ')}; first for stays ${inpatient}, for outpatients ${outpatient}`,
      values,
      edition: table.edition.id,
    };
  },
};
