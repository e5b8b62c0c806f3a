import type { Report } from './report.ts';

/**
 * A report as JSON, the same text as JSON.stringify gives. Most of a report is what was not checked, which claims of a
 * day share: each such entry is written once and kept.
 */
export function writeReport(report: Report): string {
  return `{"claim":${JSON.stringify(report.claim)},"status":"${report.status}","on":${JSON.stringify(report.on)},"findings":${list(report.findings)},"notChecked":${keptList(report.notChecked)},"bypassed":${list(report.bypassed)},"editions":${keptList(report.editions)}}`;
}

const KEPT = new WeakMap<object, string>();

function list(items: readonly object[]): string {
  return items.length === 0 ? '[]' : JSON.stringify(items);
}

function keptList(items: readonly object[]): string {
  const known = KEPT.get(items);
  if (known !== undefined) return known;
  const text = `[${items.map(keptItem).join(',')}]`;
  KEPT.set(items, text);
  return text;
}

function keptItem(item: object): string {
  let text = KEPT.get(item);
  if (text === undefined) KEPT.set(item, (text = JSON.stringify(item)));
  return text;
}
