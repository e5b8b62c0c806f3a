import { type Coding, field, type Findings, type Question, say } from './findings.ts';
import { type JsonObject, text } from './json.ts';
import { SAY } from './messages.ts';
import type { Run } from './run.ts';
import { isMoreDetailed, latestVersion } from './versions.ts';

/**
 * The version of the code system that a coding is looked up in: what the value set (`included`) and the request's rules
 * say, or, where those leave it open, the coding's own. Says where the coding's is another.
 */
export function settleVersion(
  run: Run,
  { coding: { system: url, version: given }, at, findings }: Question<Coding>,
  included: string | undefined,
): string | undefined {
  let version = run.versionFor(url, included);
  if (given === undefined) return version;
  if (version !== undefined && version !== given && isMoreDetailed(version, given)) version = given;
  if (version === undefined && run.library.versions(url).some((each) => each === given || isMoreDetailed(given, each))) version = given;
  const system = run.codeSystem(url, version);
  const wrong = { code: 'invalid', detail: 'vs-invalid', at: field(at, 'version') } as const;
  if (!system) {
    if (version !== given) say(findings, SAY.versionMismatch(url, version ?? '', given), { severity: 'error', ...wrong });
    return version;
  }
  const meant = run.library.codeSystem(url, given);
  if (system.version === given || isMoreDetailed(given, system.version) || (meant && meant.version === system.version)) return version;
  if (version === undefined)
    findings.issues.add({ severity: 'warning', ...wrong, message: SAY.versionMismatchByDefault(url, system.version ?? '', given) });
  else if (version === included) say(findings, SAY.versionMismatch(url, version, given), { severity: 'error', ...wrong });
  else say(findings, SAY.versionMismatchByRule(url, version, included ?? '', given), { severity: 'error', ...wrong });
  if (!meant) {
    findings.unknownSystems.add(`${url}|${given}`);
    say(findings, SAY.unknownVersion(url, given, run.library.versions(url)), {
      severity: 'error',
      code: 'not-found',
      detail: 'not-found',
      at: field(at, 'system'),
    });
  }
  return version;
}

/** Says that a code system, or this version of it, is not known. */
export function noteUnknown(run: Run, url: string, version: string | undefined, at: string, findings: Findings): void {
  const known = version === undefined ? [] : run.library.versions(url);
  const name = version === undefined || known.length === 0 ? url : `${url}|${version}`;
  const message = version === undefined ? SAY.unknownSystem(url) : SAY.unknownVersion(url, version, known);
  findings.said.add(message.text);
  const isNew = !findings.unknownSystems.has(name) || version === undefined;
  findings.unknownSystems.add(name);
  if (isNew) findings.issues.add({ severity: 'error', code: 'not-found', detail: 'not-found', message, at: field(at, 'system') });
}

/** The versions that sets name for a system. */
function versionsNamed(sets: readonly JsonObject[], url: string | undefined): string[] {
  return sets.flatMap((set) => (text(set, 'system') === url ? (text(set, 'version') ?? []) : []));
}

/** The version that sets name for a system; the latest of several. */
export function latestNamed(sets: readonly JsonObject[], url: string | undefined): string | undefined {
  return latestVersion(versionsNamed(sets, url));
}

/**
 * Where sets take several versions of a system and the coding names none: the latest that has the code, with the display
 * where one was given; undefined when all have it.
 */
export function latestWithCode(run: Run, sets: readonly JsonObject[], { system: url, code, display }: Coding): string | undefined {
  const versions = new Set(versionsNamed(sets, url));
  if (versions.size < 2) return undefined;
  const having = [...versions].filter((version) => {
    const concept = run.codeSystem(url, version)?.find(code);
    return concept && (display === undefined || concept.designations().some(({ value }) => value === display));
  });
  if (having.length === versions.size) return undefined;
  return latestVersion(having.length > 0 ? having : versions);
}

/** Whether a set of a version is meant by a coding with another: only where no set is of the coding's own. */
export function isMeant(sets: readonly JsonObject[], included: string | undefined, given: string | undefined): boolean {
  if (given === undefined || included === given) return true;
  return !sets.some((set) => text(set, 'version') === given);
}
