import type { Claim, Finding, Report } from '@cleanclaim/core';
import type { IconName } from '../../parts/icon.tsx';

/** How an entry of the report looks and counts. A review is one whatever its severity: only the note can tell. */
export type FindingKind = 'error' | 'warning' | 'info' | 'review' | 'bypassed' | 'notChecked';

export const KINDS: readonly FindingKind[] = ['error', 'warning', 'info', 'review', 'bypassed', 'notChecked'];

export const KIND_LOOKS: Readonly<Record<FindingKind, { readonly icon: IconName; readonly kind: string }>> = {
  error: { icon: 'error', kind: 'k-err' },
  warning: { icon: 'warning', kind: 'k-warn' },
  info: { icon: 'info', kind: 'k-info' },
  review: { icon: 'eye', kind: 'k-rev' },
  bypassed: { icon: 'bypassed', kind: 'k-byp' },
  notChecked: { icon: 'notchecked', kind: 'k-nch' },
};

/** One entry of the findings rail; its number also stands in the rows it concerns. */
export interface Entry {
  readonly number: number;
  readonly kind: FindingKind;
  readonly key: string;
  readonly box: string | null;
  readonly message: string;
  readonly finding?: Finding;
  /** For an entry that could not be checked: what to install. */
  readonly install?: string;
  /** The rule; for checks that could not run for one reason, all of them. */
  readonly rule: string;
  /** Checks that stand behind this entry. */
  readonly checks: number;
}

/** Everything the report says, worst first, then by box; what could not be checked is an entry like the rest, one for each reason. */
export function entriesOf(report: Report): Entry[] {
  const found = report.findings
    .map((finding) => ({ finding, kind: kindOf(finding) }))
    .sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || compareBox(one.finding, other.finding))
    .map(({ finding, kind }) => ({
      kind,
      key: `${finding.rule}|${finding.where.path}|${finding.message}`,
      box: finding.where.box,
      message: finding.message,
      finding,
      rule: finding.rule,
      checks: 1,
    }));
  const bypassed = report.bypassed.map(({ rule, codes, by }) => ({
    kind: 'bypassed' as const,
    key: `${rule}|${codes.join()}`,
    box: null,
    message: `${codes.join(', ')}: ${by}`,
    rule,
    checks: 1,
  }));
  const notChecked = byReason(report.notChecked).map((checks) => ({
    kind: 'notChecked' as const,
    key: `${checks[0].reason}|${checks[0].install}`,
    box: null,
    message: checks[0].reason,
    install: checks[0].install,
    rule: checks.map(({ rule }) => rule).join(', '),
    checks: checks.length,
  }));
  return [...found, ...bypassed, ...notChecked].map((entry, at) => ({ ...entry, number: at + 1 }));
}

type NotChecked = Report['notChecked'][number];

/** Checks that could not run for the same reason belong together: one thing is to be done about them. */
function byReason(all: readonly NotChecked[]): [NotChecked, ...NotChecked[]][] {
  const groups = new Map<string, [NotChecked, ...NotChecked[]]>();
  for (const each of all) {
    const key = `${each.reason}|${each.install}`;
    const same = groups.get(key);
    if (same) same.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

function kindOf(finding: Finding): FindingKind {
  return finding.status === 'review' && finding.severity !== 'error' ? 'review' : finding.severity;
}

function compareBox(one: Finding, other: Finding): number {
  return (one.where.box ?? '99').localeCompare(other.where.box ?? '99', 'en', { numeric: true });
}

export function countKinds(entries: readonly Entry[]): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { kind, checks } of entries) counts.set(kind, (counts.get(kind) ?? 0) + checks);
  return counts;
}

/** Entries that concern a diagnosis: at its place, or naming its code. */
export function entriesOfDiagnosis(entries: readonly Entry[], claim: Claim, at: number): Entry[] {
  const code = claim.diagnoses?.[at]?.code;
  return entries.filter(
    ({ finding }) =>
      finding &&
      (isUnder(finding.where.path, `/diagnoses/${at}`) ||
        (code !== undefined && finding.where.path.startsWith('/diagnoses') && finding.codes.includes(code))),
  );
}

export function entriesAt(entries: readonly Entry[], path: string): Entry[] {
  return entries.filter(({ finding }) => finding && isUnder(finding.where.path, path));
}

function isUnder(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}
