import type { Report } from './report.ts';

/**
 * A report as JSON, the same text as JSON.stringify gives. Most of a report is what was not checked, which claims of a
 * day share: each such entry is written once and kept.
 */
export function writeReport(report: Report): string {
  return `${reportStart(report)}${sharedJson(report.notChecked)}${reportMiddle(report)}${sharedJson(report.editions)}}`;
}

/** What stands before the list of what was not checked. */
export function reportStart({ claim, status, on, findings }: Report): string {
  return `{"claim":${JSON.stringify(claim)},"status":"${status}","on":${JSON.stringify(on)},"findings":${list(findings)},"notChecked":`;
}

/** What stands between the list of what was not checked and that of the editions, which ends the report. */
export function reportMiddle({ bypassed }: Report): string {
  return `,"bypassed":${list(bypassed)},"editions":`;
}

/** A list that many reports share, written once. */
export function sharedJson(items: readonly object[]): string {
  const known = KEPT.get(items);
  if (known !== undefined) return known;
  const text = `[${items.map(keptItem).join(',')}]`;
  KEPT.set(items, text);
  return text;
}

const KEPT = new WeakMap<object, string>();

function list(items: readonly object[]): string {
  return items.length === 0 ? '[]' : JSON.stringify(items);
}

function keptItem(item: object): string {
  let text = KEPT.get(item);
  if (text === undefined) KEPT.set(item, (text = JSON.stringify(item)));
  return text;
}
