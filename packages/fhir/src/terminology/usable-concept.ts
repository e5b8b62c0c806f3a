import type { CodeSystem, Concept } from './code-system.ts';
import { EXTENSION } from './extensions.ts';
import { field, type Question, say } from './findings.ts';
import { extension, extensionText, type JsonObject } from './json.ts';
import { SAY } from './messages.ts';
import type { Settings } from './settings.ts';
import { canonical } from './versions.ts';

/** Whether a set takes codes in or out. */
export type Role = 'include' | 'exclude';

interface Asking {
  readonly settings: Settings;
  readonly role: Role;
  /** The value set takes active codes only. */
  readonly onlyActive: boolean;
  /** Every code of the system is included. */
  readonly whole: boolean;
}

/** Whether a concept that a set has may be used; says why not, and what is to be known of it. */
export function isUsable(concept: Concept, system: CodeSystem, question: Question, { settings, role, onlyActive, whole }: Asking): boolean {
  const { at, findings } = question;
  const { code } = question.coding;
  const silent = role === 'exclude' || settings.flag('valueset-membership-only');
  if (role === 'include' && concept.code !== code) {
    findings.normalForm = concept.code;
    const reference = canonical(system.url, system.version);
    const sameButCase = concept.code.toLowerCase() === code.toLowerCase();
    findings.issues.add({
      severity: 'information',
      code: 'business-rule',
      detail: 'code-rule',
      message: sameButCase ? SAY.otherCase(code, concept.code, reference) : SAY.otherForm(code, concept.code, reference),
      at: field(at, 'code'),
    });
  }
  const rule = { severity: 'error', code: 'business-rule', detail: 'code-rule', at: field(at, 'code') } as const;
  if (concept.abstract && !settings.flag('abstract')) {
    if (!silent) findings.issues.add({ ...rule, message: SAY.abstractCode(system.url, code) });
    return false;
  }
  if (concept.inactive && (onlyActive || (whole && settings.flag('activeOnly')))) {
    if (whole && role === 'include') say(findings, SAY.notActive(code), rule);
    if (!silent) noteInactive(concept, question);
    return false;
  }
  if (role === 'include' && !findings.inactive) {
    if (concept.inactive) noteInactive(concept, question);
    else findings.status = concept.status;
  }
  return true;
}

function noteInactive(concept: Concept, { coding: { code }, at, findings }: Question): void {
  findings.inactive = { at, code };
  findings.status = concept.status;
}

/** Says that the value set `name`, which lists the code, marks it as deprecated or withdrawn. */
export function noteDeprecated(listed: JsonObject, system: CodeSystem, { coding: { code }, at, findings }: Question, name: string): void {
  const said = extensionText(listed, EXTENSION.standardsStatus);
  const status = said === 'withdrawn' || said === 'deprecated' ? said : extension(listed, EXTENSION.deprecatedInValueSet) && 'deprecated';
  if (status)
    findings.issues.add({
      severity: 'warning',
      code: 'business-rule',
      detail: 'code-comment',
      message: SAY.deprecatedInValueSet(system.url, code, status, name),
      at: field(at, 'code'),
    });
}

/** Whether a code that its system does not have counts all the same: of a fragment it may be right. Says which. */
export function acceptsUnknown(system: CodeSystem, { coding: { code }, at, findings }: Question): boolean {
  const place = { code: 'code-invalid', detail: 'invalid-code', at: field(at, 'code') } as const;
  if (system.content !== 'complete') {
    findings.issues.add({ severity: 'warning', ...place, message: SAY.unknownCodeInFragment(code, system.url, system.version) });
    return true;
  }
  findings.issues.add({ severity: 'error', ...place, message: SAY.unknownCode(code, system.url, system.version) });
  return false;
}
