import type { Day } from '../day.ts';
import type { PairEdit } from '../tables/pair-table.ts';
import type { PtpTable } from '../tables/ncci.ts';
import { tidyCode } from '../text/code-text.ts';
import { change, type ChangeQuestion, type CodeChange, WHAT } from './change.ts';

/** What became of each procedure code between two days, in every installed table that speaks of it. */
export function procedureChanges(codes: readonly string[], question: ChangeQuestion): CodeChange[] {
  if (codes.length === 0) return [];
  const list = codes.map((input) => ({ input, code: tidyCode(input) }));
  return [...hcpcsChanges(list, question), ...feeChanges(list, question), ...unitChanges(list, question)];
}

type Listed = readonly { readonly input: string; readonly code: string }[];

/** Both tables, or what is missing of them said once. */
function both<Table>(
  what: string,
  source: string,
  ask: (on: Day) => Table | undefined,
  question: ChangeQuestion,
): [Table, Table] | undefined {
  const { before, after, data, notCompared } = question;
  const old = ask(before);
  const now = ask(after);
  if (old !== undefined && now !== undefined) return [old, now];
  notCompared.push({ what, ...data.whyMissing(source, old === undefined ? before : after) });
  return undefined;
}

function hcpcsChanges(list: Listed, question: ChangeQuestion): CodeChange[] {
  const { data, before, after } = question;
  // CPT codes are not in HCPCS Level II.
  const level2 = list.filter(({ code }) => /^[A-Z]/.test(code));
  if (level2.length === 0) return [];
  const tables = both(WHAT.hcpcs, 'hcpcs', (on) => data.hcpcs(on), question);
  if (!tables) return [];
  const [old, now] = tables;
  return level2.flatMap(({ input, code }) => {
    const base = { input, code, system: 'procedure' as const };
    const was = old.inForce(code, before);
    const is = now.inForce(code, after);
    const [from, to] = [old.find(code)?.display ?? null, now.find(code)?.display ?? null];
    if (!was && !is) return [change({ ...base, kind: 'unknown', breaks: true, says: `${code} is in force on neither day.` })];
    if (was && !is)
      return [
        change({ ...base, kind: 'deleted', breaks: true, before: from, after: to, says: `${code} ended; it may not be used on ${after}.` }),
      ];
    if (!was) return [change({ ...base, kind: 'begins', before: from, after: to, says: `${code} may be used on ${after}.` })];
    if (from !== to) return [change({ ...base, kind: 'revised', before: from, after: to, says: `The words of ${code} are revised.` })];
    return [];
  });
}

function feeChanges(list: Listed, question: ChangeQuestion): CodeChange[] {
  const tables = both(WHAT.fees, 'mpfs-rvu', (on) => question.data.feeSchedule(on), question);
  if (!tables) return [];
  const [old, now] = tables;
  return list.flatMap(({ input, code }) => {
    const was = old.find(code);
    const is = now.find(code);
    const base = { input, code, system: 'procedure' as const, kind: 'status' as const };
    if (was && !is)
      return [change({ ...base, breaks: true, before: was.status, says: `${code} is no longer in the physician fee schedule.` })];
    if (!was && is) return [change({ ...base, after: is.status, says: `${code} is new in the physician fee schedule.` })];
    if (!was || !is) return [];
    const changed = INDICATORS.filter(([name]) => was[name] !== is[name]);
    return changed.map(([name, words]) =>
      change({
        ...base,
        breaks: name === 'status',
        before: String(was[name]),
        after: String(is[name]),
        says: `The ${words} of ${code} changes from ${String(was[name]) || 'none'} to ${String(is[name]) || 'none'}.`,
      }),
    );
  });
}

const INDICATORS = [
  ['status', 'status'],
  ['global', 'global period'],
  ['pctc', 'indicator of professional and technical parts'],
  ['bilateral', 'bilateral indicator'],
  ['assistant', 'indicator of assistants at surgery'],
] as const;

function unitChanges(list: Listed, question: ChangeQuestion): CodeChange[] {
  const tables = both(
    'medically unlikely edits of practitioners',
    'ncci-mue-practitioner',
    (on) => question.data.mue('practitioner', on),
    question,
  );
  if (!tables) return [];
  const [old, now] = tables;
  return list.flatMap(({ input, code }) => {
    const [was, is] = [old.find(code)?.units ?? null, now.find(code)?.units ?? null];
    if (was === is) return [];
    const says = `The most units of ${code} a day change from ${was ?? 'none stated'} to ${is ?? 'none stated'}.`;
    const breaks = is !== null && (was === null || is < was);
    return [change({ input, code, system: 'procedure', kind: 'units', breaks, before: text(was), after: text(is), says })];
  });
}

function text(units: number | null): string | null {
  return units === null ? null : String(units);
}

/** Pairs of the user's procedures whose NCCI edit begins, ends or changes its modifier indicator. */
export function procedurePairs(codes: readonly string[], question: ChangeQuestion): CodeChange[] {
  if (codes.length < 2) return [];
  const { before, after } = question;
  const tables = both('NCCI pairs of practitioners', 'ncci-ptp-practitioner', (on) => question.data.ptp('practitioner', on), question);
  if (!tables) return [];
  const [old, now] = tables;
  const list = codes.map((input) => ({ input, code: tidyCode(input) }));
  return list.flatMap((one) => {
    if (!old.hasColumn1(one.code) && !now.hasColumn1(one.code)) return [];
    return list.flatMap((other) => {
      if (one === other) return [];
      const was = modifierOf(old, one.code, other.code, before);
      const is = modifierOf(now, one.code, other.code, after);
      if (was === is) return [];
      const says = is
        ? `${other.code} with ${one.code} on one day: ${IN_WORDS[is]}${was ? ` (was: ${IN_WORDS[was]})` : ', new'}.`
        : `${other.code} with ${one.code} on one day: no longer an NCCI edit.`;
      const breaks = is === 'not-allowed' || (is === 'allowed' && was === undefined);
      return [
        change({
          input: one.input,
          code: `${one.code} ${other.code}`,
          system: 'procedure',
          kind: 'pair',
          breaks,
          says,
          before: was ?? null,
          after: is ?? null,
        }),
      ];
    });
  });
}

const IN_WORDS = { allowed: 'paid only with an NCCI modifier', 'not-allowed': 'never paid together' } as const;

function modifierOf(table: PtpTable, column1: string, column2: string, on: Day): PairEdit['modifier'] | undefined {
  return table.edit(column1, column2, on)?.modifier;
}
