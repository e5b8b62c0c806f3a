import type { KeyedTable } from '../tables/keyed-table.ts';
import { describe, officially } from './named-target.ts';
import { type CodeMap, type MapQuestion, type MapSystem, type MapTarget, type Route, tableFor } from './route.ts';

const TO_ONE = 'icd10-to-icd11';
const TO_ALL = 'icd10-to-icd11-all';
const BACK = 'icd11-to-icd10';

const ICD10_CODE = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;

/** The maps of WHO between ICD-10 and ICD-11, and what can be said of ICD-10-CM by way of the ICD-10 category above it. */
export const ICD11_ROUTES: readonly Route[] = [
  {
    from: 'icd10',
    to: 'icd11',
    sources: [TO_ONE, TO_ALL],
    fits: (code) => ICD10_CODE.test(code),
    read: (code, question) => fromIcd10(officially('icd10', code), question),
  },
  {
    from: 'icd10cm',
    to: 'icd11',
    sources: [TO_ONE, TO_ALL],
    fits: (code) => ICD10_CODE.test(code),
    read: fromIcd10cm,
  },
  {
    from: 'icd11',
    to: 'icd10',
    sources: [BACK],
    fits: isIcd11,
    read: (code, question) => toIcd10(code, 'icd10', question),
  },
  {
    from: 'icd11',
    to: 'icd10cm',
    sources: [BACK],
    fits: isIcd11,
    read: (code, question) => toIcd10(code, 'icd10cm', question),
  },
];

/** Codes of ICD-11 have a letter in second place; & and / join codes of a cluster. */
function isIcd11(code: string): boolean {
  return /^[0-9A-Z][A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,2})?(?:[&/][0-9A-Z.]{2,8}){0,8}$/.test(code);
}

function fromIcd10(code: string, question: MapQuestion): CodeMap | undefined {
  const one = targetsOf(tableFor(TO_ONE, question), code, 'icd11', question);
  const all = targetsOf(tableFor(TO_ALL, question), code, 'icd11', question);
  const table = tableFor(one ? TO_ONE : TO_ALL, question);
  if (!table || (!one && !all)) return undefined;
  // The single category goes first; the others of the fuller map stand behind it.
  const targets = [...(one ?? []), ...(all ?? []).filter((each) => !one?.some(({ code: known }) => known === each.code))];
  return {
    from: { system: 'icd10', code, display: describe('icd10', code, question).display },
    through: null,
    status: targets.length > 0 ? 'found' : 'no-map',
    options: targets.length > 0 ? [{ lists: [targets] }] : [],
    source: one ? TO_ONE : TO_ALL,
    edition: table.edition.id,
    note: targets.length > 1 ? 'The first is the one category of WHO; the others are in its fuller map.' : null,
  };
}

/** WHO maps its own ICD-10; a code of ICD-10-CM is reached by the nearest level above it that ICD-10 has too. */
function fromIcd10cm(code: string, question: MapQuestion): CodeMap | undefined {
  const icd = question.data.icd10cm(question.on);
  const start = icd?.row(code) ?? -1;
  if (!icd || start < 0) return undefined;
  const from = { system: 'icd10cm' as const, code: icd.code(start), display: icd.display(start) };
  for (let row = start; row >= 0; row = icd.parent(row)) {
    const found = fromIcd10(icd.code(row), question);
    if (!found) continue;
    const { options, ...rest } = found;
    return {
      ...rest,
      from,
      through: { system: 'icd10', code: icd.code(row) },
      options: options.map(({ lists }) => ({ lists: lists.map((list) => list.map((each) => ({ ...each, approximate: true }))) })),
      note: `WHO maps ICD-10, not ICD-10-CM: this is the map of ${icd.code(row)}, whose title there may be another.`,
    };
  }
  return undefined;
}

function toIcd10(code: string, to: 'icd10' | 'icd10cm', question: MapQuestion): CodeMap | undefined {
  const table = tableFor(BACK, question);
  const targets = targetsOf(table, code, to, question);
  if (!table || !targets) return undefined;
  // Only codes that ICD-10-CM has can be said in it.
  const known = to === 'icd10' ? targets : targets.filter(({ status }) => status !== 'unknown');
  return {
    from: { system: 'icd11', code, display: describe('icd11', code, question).display },
    through: to === 'icd10' || !targets[0] ? null : { system: 'icd10', code: targets[0].code },
    status: known.length > 0 ? 'found' : 'no-map',
    options: known.length > 0 ? [{ lists: [known.map((each) => ({ ...each, approximate: to === 'icd10' ? null : true }))] }] : [],
    source: BACK,
    edition: table.edition.id,
    note: to === 'icd10' ? null : 'WHO maps to ICD-10, not ICD-10-CM: choose the complete code under it.',
  };
}

/** The targets of a code; undefined when the table does not list it, empty when it lists it without one. */
function targetsOf(table: KeyedTable | undefined, code: string, to: MapSystem, question: MapQuestion): MapTarget[] | undefined {
  if (!table || table.find(code) < 0) return undefined;
  return Array.from(table.rowsOf(code), (row): MapTarget => {
    const target = table.text('target', row);
    const named = describe(to, target, question);
    return { code: target, ...named, display: named.display ?? (table.text('title', row) || null), approximate: null };
  }).filter(({ code: target }) => target !== '' && !/^No mapping/i.test(target));
}
