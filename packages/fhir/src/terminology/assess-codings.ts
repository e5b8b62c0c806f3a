import { checkDisplay, shownDisplay } from './check-display.ts';
import { Designations } from './designations.ts';
import { field, type Findings, type GivenCoding, type Membership, noFindings, type Question, say } from './findings.ts';
import { objects, type JsonObject } from './json.ts';
import { SAY } from './messages.ts';
import { lookBeside } from './outside-value-set.ts';
import type { Given } from './validation-request.ts';
import type { ValueSetChecker } from './value-set-checker.ts';
import { canonical } from './versions.ts';

/** A coding whose facts the answer may give. */
export interface ToldCoding {
  readonly system: string | undefined;
  readonly code: string;
  readonly at: string;
  version: string | undefined;
}

/** What holding all codings of a request against a value set came to. */
export interface Assessment {
  readonly findings: Findings;
  /** In, when one of them is. */
  readonly membership: Membership;
  /** The first that is in the value set. */
  readonly matched: ToldCoding | undefined;
  /** The last that was looked at, or that was in the value set. */
  readonly last: ToldCoding | undefined;
  readonly display: string | undefined;
  readonly inferredSystem: string | undefined;
  /** The version of the code system that has a code which is not in the value set. */
  readonly versionBeside: string | undefined;
  /** Those of the CodeableConcept, with the versions they were found in. */
  readonly codings: readonly JsonObject[];
}

/** Holds every coding of a request against a value set. */
export function assessCodings(checker: ValueSetChecker, given: Given): Assessment {
  const { settings } = checker.run;
  const isConcept = given.mode === 'codeableConcept';
  const findings = noFindings();
  checker.noteOwnStatus(findings);
  let membership: Membership = 'out';
  let matched: ToldCoding | undefined;
  let last: ToldCoding | undefined;
  let display: string | undefined;
  let inferredSystem: string | undefined;
  let versionBeside: string | undefined;
  let lacksCode = false;
  const written: string[] = [];
  const matches = new Set<number>();
  const codings = given.concept ? [...objects(given.concept, 'coding')] : [];

  for (const [index, coding] of given.codings.entries()) {
    const at = isConcept ? `${given.at}.coding[${index}]` : given.at;
    if (coding.code === undefined) {
      const message = coding.system === undefined ? SAY.noSystem() : SAY.noCode(coding.system);
      say(findings, message, { severity: 'warning', code: 'invalid', detail: 'invalid-data', at });
      lacksCode = true;
      break;
    }
    const known: GivenCoding = { ...coding, code: coding.code };
    const found = { designations: new Designations(), version: undefined, language: 'en', system: undefined };
    const question: Question = { coding: known, at, findings, found };
    const member = checker.check(question);
    inferredSystem ??= question.found.system;
    const system = question.found.system ?? coding.system;
    if (!last || member === 'in') last = { system: coding.system, code: known.code, at, version: coding.version };
    last.version ??= question.found.version;
    written.push(`'${codingText(system, known)}'`);
    if (member === 'out' && !checker.ofCodeSystem && isConcept)
      findings.issues.add({
        severity: 'information',
        code: 'code-invalid',
        detail: 'this-code-not-in-vs',
        message: SAY.notInValueSet(written.at(-1) ?? '', checker.name),
        at: field(at, 'code'),
      });
    if (membership !== 'in' && member !== 'out') membership = member;
    if (member === 'in') {
      matches.add(index);
      if (known.display !== undefined && question.found.designations.list.length > 0)
        checkDisplay(settings, { ...question, coding: { ...known, system } });
      if (!matched) {
        matched = { system: coding.system, code: known.code, at, version: question.found.version };
        display = shownDisplay(question.found, settings);
      }
    } else if (!settings.flag('valueset-membership-only') && system !== undefined) {
      const beside = lookBeside(checker, { ...question, coding: { ...known, system } }, given.mode);
      if (beside) {
        display = shownDisplay(question.found, settings) ?? display;
        if (!isConcept) versionBeside = beside;
        else if (coding.version === undefined && codings[index]) codings[index] = { ...codings[index], version: beside };
      }
    }
  }
  excuseOthers(given, matches, findings);
  const isSaid = (lacksCode && (!isConcept || checker.ofCodeSystem)) || (checker.ofCodeSystem && findings.issues.hasErrors);
  if (membership === 'out' && !isSaid)
    say(findings, isConcept ? SAY.noCodingInValueSet(checker.name) : SAY.notInValueSet(written.join(', '), checker.name), {
      severity: 'error',
      code: 'code-invalid',
      detail: 'not-in-vs',
      at: isConcept ? '' : field(given.at, 'code'),
    });
  return { findings, membership, matched, last, display, inferredSystem, versionBeside, codings };
}

/** A concept is in the value set when one of its codings is: codings of systems nobody knows are then no error. */
function excuseOthers(given: Given, matches: ReadonlySet<number>, findings: Findings): void {
  if (given.mode !== 'codeableConcept' || matches.size === 0) return;
  for (const [index, { system, version }] of given.codings.entries()) {
    if (matches.has(index)) continue;
    for (const issue of findings.issues.all) {
      if (issue.severity !== 'error' || issue.detail !== 'not-found' || issue.at !== `${given.at}.coding[${index}].system`) continue;
      const message = SAY.codingNotChecked(canonical(system ?? '', version));
      findings.said.delete(issue.message.text);
      findings.said.add(message.text);
      findings.issues.replace(issue, { ...issue, severity: 'warning', message });
    }
  }
}

function codingText(system: string | undefined, { version, code, display }: GivenCoding): string {
  return `${canonical(system ?? '', version)}#${code}${display === undefined ? '' : ` ('${display}')`}`;
}
