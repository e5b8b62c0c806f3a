import type { Finding, Report } from './report.ts';

/**
 * A report as JSON, the same text as JSON.stringify gives. Most of a report is what was not checked, which claims of a
 * day share: each such entry is written once and kept.
 */
export function writeReport(report: Report): string {
  return `${reportStart(report)}${sharedJson(report.notChecked)}${reportMiddle(report)}${sharedJson(report.editions)}}`;
}

/** What stands before the list of what was not checked. */
export function reportStart({ claim, status, on, findings }: Report): string {
  return `{"claim":${JSON.stringify(claim)},"status":"${status}","on":${keptText(on)},"findings":${findingList(findings)},"notChecked":`;
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

function findingList(findings: readonly Finding[]): string {
  let text = '[';
  for (let at = 0; at < findings.length; at++) text += `${at === 0 ? '' : ','}${writeFinding(findings[at] as Finding)}`;
  return `${text}]`;
}

/** Fields in the order in which the engine makes them; a finding with a repair is rare, and is left to JSON.stringify. */
function writeFinding(finding: Finding): string {
  if (finding.patch || finding.suggestions) return JSON.stringify(finding);
  const { rule, severity, status, message, why, fix, where, codes, source, effective } = finding;
  return `{"rule":${keptText(rule)},"severity":"${severity}","status":"${status}","message":${JSON.stringify(message)},"why":${keptText(why)},"fix":${keptText(fix)},"where":${writeWhere(where)},"codes":${JSON.stringify(codes)},"source":${keptItem(source)},"effective":${keptItem(effective)}}`;
}

function writeWhere({ path, box, x12, fhir }: Finding['where']): string {
  return `{"path":${keptText(path)},"box":${keptText(box)},"x12":${keptText(x12)},"fhir":${keptText(fhir)}}`;
}

/** A text that most reports have in common, such as why a rule matters; what names the claim's own codes is soon forgotten again. */
function keptText(text: string | null): string {
  if (text === null) return 'null';
  let written = TEXTS.get(text);
  if (written === undefined) {
    if (TEXTS.size >= MOST_TEXTS) TEXTS.clear();
    TEXTS.set(text, (written = JSON.stringify(text)));
  }
  return written;
}

const TEXTS = new Map<string, string>();
const MOST_TEXTS = 2_000;

function keptItem(item: object): string {
  let text = KEPT.get(item);
  if (text === undefined) KEPT.set(item, (text = JSON.stringify(item)));
  return text;
}
