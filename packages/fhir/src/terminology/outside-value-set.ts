import { checkDisplay } from './check-display.ts';
import { field, type Coding, type Findings, type Question, say } from './findings.ts';
import type { Issue } from './issues.ts';
import { SAY } from './messages.ts';
import type { Run } from './run.ts';
import type { Mode } from './validation-request.ts';
import { isAbsolute } from './value-set.ts';
import type { ValueSetChecker } from './value-set-checker.ts';
import { canonical } from './versions.ts';

/** What is known of a code that is not in the value set; the version of its code system where it is there. */
export function lookBeside(checker: ValueSetChecker, question: Question<Coding>, mode: Mode): string | undefined {
  const { run } = checker;
  const { coding, at, findings, found } = question;
  const { system: url, code } = coding;
  const data = { severity: 'error', code: 'invalid', detail: 'invalid-data', at: field(at, 'system') } as const;
  if (!isAbsolute(url)) say(findings, SAY.systemIsRelative(), mode === 'code' ? { ...data, at } : data);
  const version = coding.version ?? checker.versionNamed(url);
  const system = run.codeSystem(url, version);
  if (!system) {
    noteUnknown(run, url, version, data, findings);
    return undefined;
  }
  run.checkVersion(system, findings.issues, field(at, 'version'));
  checker.noteStatusOf(system, findings);
  const concept = system.find(code);
  if (!concept) {
    const place = { code: 'code-invalid', detail: 'invalid-code', at: field(at, 'code') } as const;
    if (system.content === 'complete') say(findings, SAY.unknownCode(code, url, system.version), { severity: 'error', ...place });
    else findings.issues.add({ severity: 'warning', ...place, message: SAY.unknownCodeInFragment(code, url, system.version) });
    return undefined;
  }
  found.designations.add(...concept.designations());
  found.language = system.language ?? 'en';
  if (concept.inactive && !findings.inactive) {
    findings.inactive = { at, code };
    findings.status = concept.status ?? findings.status;
  }
  if (coding.display !== undefined) checkDisplay(run.settings, question, true);
  return system.version ?? '';
}

/** Says what the address is that is no code system's, or that nobody knows it. */
function noteUnknown(run: Run, url: string, version: string | undefined, data: Omit<Issue, 'message'>, findings: Findings): void {
  if (run.library.valueSet(url)) {
    say(findings, SAY.systemIsValueSet(url), data);
    return;
  }
  const supplement = run.library.codeSystem(url, version, { content: ['supplement'] });
  if (supplement) {
    say(findings, SAY.systemIsSupplement(canonical(supplement.url, supplement.version)), data);
    return;
  }
  const isKnown = version !== undefined || run.library.codeSystem(url, undefined) !== undefined;
  const versions = run.library.versions(url);
  const name = isKnown && versions.length > 0 ? canonical(url, version) : url;
  const message = isKnown ? SAY.unknownVersion(url, version ?? '', versions) : SAY.unknownSystem(url);
  if (!findings.unknownSystems.has(name)) findings.issues.add({ ...data, code: 'not-found', detail: 'not-found', message });
  findings.unknownSystems.add(name);
  findings.said.add(message.text);
}
