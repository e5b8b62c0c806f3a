import { type CodeSystem, type CompiledFilter, hasSupplement } from './code-system.ts';
import { isMeant, latestNamed, latestWithCode, noteUnknown, settleVersion } from './coding-version.ts';
import { type Coding, field, type Findings, type Membership, noteStatus, type Question, say } from './findings.ts';
import { inferSystem } from './infer-system.ts';
import { TerminologyError } from './issues.ts';
import { flag, type JsonObject, object, objects, text, texts } from './json.ts';
import { SAY } from './messages.ts';
import { stateOf } from './resource-code-system.ts';
import { referenceOf, remembered, type Run } from './run.ts';
import { acceptsUnknown, isUsable, noteDeprecated, type Role } from './usable-concept.ts';
import { circular, latestVersionFirst, listedDesignations, readFilters, refuseLockedDate } from './value-set.ts';
import { canonical, isMoreDetailed } from './versions.ts';

/** Answers whether codes are in one value set, and says what is wrong with them. */
export class ValueSetChecker {
  readonly run: Run;
  readonly valueSet: JsonObject;
  /** The value set stands for a code system: nothing is said about it. */
  readonly ofCodeSystem: boolean;
  readonly #compose: JsonObject | undefined;
  readonly #include: readonly JsonObject[];
  readonly #exclude: readonly JsonObject[];
  readonly #imports = new Map<string, ValueSetChecker>();
  readonly #answers = new Map<string, Membership>();
  readonly #filters = new Map<JsonObject, Map<CodeSystem, readonly CompiledFilter[]>>();

  constructor(run: Run, valueSet: JsonObject, ofCodeSystem = false) {
    this.run = run;
    this.valueSet = valueSet;
    this.ofCodeSystem = ofCodeSystem;
    this.#compose = object(valueSet, 'compose');
    this.#include = objects(this.#compose ?? {}, 'include');
    this.#exclude = objects(this.#compose ?? {}, 'exclude');
  }

  get reference(): string {
    return referenceOf(this.valueSet);
  }

  /** As messages call it. */
  get name(): string {
    return this.reference || '(unidentified)';
  }

  /** Finds everything the value set rests on. Throws TerminologyError when it cannot be used. */
  prepare(chain: readonly string[] = []): void {
    const { reference, run } = this;
    if (reference !== '' && chain.includes(reference)) throw circular(reference, chain);
    run.settings.seeValueSet(this.valueSet);
    if (run.required.size > 0) this.#noteSupplements();
    refuseLockedDate(this.valueSet, this.#compose ?? {});
    this.#include.forEach((set, at) => this.#prepareSet(set, `include[${at}]`, [...chain, reference]));
    this.#exclude.forEach((set, at) => this.#prepareSet(set, `exclude[${at}]`, [...chain, reference]));
    if (chain.length === 0) run.demandSupplements();
  }

  #prepareSet(set: JsonObject, place: string, chain: readonly string[]): void {
    const { run } = this;
    run.spend();
    for (const each of texts(set, 'valueSet')) {
      const pinned = run.pinned(each);
      if (this.#imports.has(pinned)) continue;
      const found = run.library.valueSet(pinned, undefined, this.valueSet);
      if (!found)
        throw new TerminologyError(
          { severity: 'error', code: 'not-found', detail: 'not-found', message: SAY.unknownValueSet(pinned) },
          422,
          { isAnswer: true },
        );
      const make = (): ValueSetChecker => {
        const made = new ValueSetChecker(run, found);
        made.prepare(chain);
        return made;
      };
      this.#imports.set(pinned, each.startsWith('#') ? make() : remembered(run, `checker ${referenceOf(found)}`, make));
    }
    const url = text(set, 'system');
    if (url === undefined) return;
    const system = run.codeSystem(url, text(set, 'version'));
    if (!system) return;
    this.#useSupplements(system);
    this.#filtersOf(set, system, place);
  }

  /** The filters of a set over a code system, compiled once. */
  #filtersOf(set: JsonObject, system: CodeSystem, place: string): readonly CompiledFilter[] {
    let bySystem = this.#filters.get(set);
    if (!bySystem) this.#filters.set(set, (bySystem = new Map()));
    let filters = bySystem.get(system);
    if (!filters) bySystem.set(system, (filters = readFilters(set, system, this.valueSet, place)));
    return filters;
  }

  #noteSupplements(): void {
    for (const set of this.#include) {
      const url = text(set, 'system');
      const system = url === undefined ? undefined : this.run.codeSystem(url, text(set, 'version'));
      if (system) this.#useSupplements(system);
    }
  }

  #useSupplements(system: CodeSystem): void {
    for (const each of this.run.required) if (hasSupplement(system, each)) this.run.used.add(each);
  }

  /** The version that the value set names for a system; the latest of several. */
  versionNamed(url: string | undefined): string | undefined {
    return latestNamed(this.#include, url);
  }

  /** Whether a coding is in the value set. What is wrong and what was found go where the question says. */
  check(question: Question): Membership {
    this.run.spend();
    // Reached by several imports, the same question has the same answer, and nothing more to say.
    const { system, version, code } = question.coding;
    const asked = `${question.at} ${JSON.stringify([system, version, code])}`;
    let membership = this.#answers.get(asked);
    if (membership === undefined) this.#answers.set(asked, (membership = this.#check(question)));
    return membership;
  }

  #check(question: Question): Membership {
    const { run } = this;
    const { coding, at, findings, found } = question;
    let { system } = coding;
    if (system === undefined) {
      if (!run.settings.flag('inferSystem')) {
        say(findings, SAY.noSystem(), { severity: 'warning', code: 'invalid', detail: 'invalid-data', at });
        return 'out';
      }
      const inferred = inferSystem(run, this.valueSet, coding.code, this.name);
      if (typeof inferred !== 'string') {
        say(findings, inferred, { severity: 'error', code: 'not-found', detail: 'cannot-infer', at: 'code' });
        return 'out';
      }
      system = inferred;
      found.system = system;
    }
    run.demandSupplements();
    const ofSystem = { ...question, coding: { ...coding, system } };
    if (this.#compose) return this.#checkCompose(ofSystem);
    const expansion = object(this.valueSet, 'expansion');
    return expansion ? this.#checkExpansion(expansion, ofSystem) : 'out';
  }

  #checkCompose(question: Question<Coding>): Membership {
    const { coding, findings } = question;
    const picked = coding.version === undefined ? latestWithCode(this.run, this.#include, coding) : undefined;
    let result: Membership = 'out';
    for (const set of this.#include.toSorted(latestVersionFirst)) {
      this.run.spend();
      const url = text(set, 'system');
      const version = text(set, 'version');
      if (url === undefined) result = 'in';
      else if (url === coding.system && (picked === undefined || version === picked) && isMeant(this.#include, version, coding.version)) {
        result = this.#checkSet(set, question);
        if (result === 'unknown') return result;
      } else result = 'out';
      for (const reference of texts(set, 'valueSet')) {
        const imported = this.#imported(reference);
        noteStatus(stateOf(imported.valueSet), 'ValueSet', imported.reference, findings, this.valueSet);
        if (result === 'in') result = imported.check(question);
      }
      if (result === 'in') break;
    }
    if (result === 'in' && this.#exclude.some((set) => this.#isExcluded(set, question))) return 'out';
    return result;
  }

  #checkSet(set: JsonObject, question: Question<Coding>): Membership {
    const { run } = this;
    const { coding, at, findings, found } = question;
    const version = settleVersion(run, question, text(set, 'version'));
    const system = run.codeSystem(coding.system, version);
    if (!system) {
      if (run.settings.flag('valueset-membership-only')) return 'out';
      noteUnknown(run, coding.system, version, at, findings);
      return 'unknown';
    }
    run.checkVersion(system, findings.issues, field(at, 'version'));
    found.language = system.language ?? 'en';
    this.noteStatusOf(system, findings);
    this.#useSupplements(system);
    if (!this.#holds(set, system, question, 'include')) return 'out';
    found.version = system.version;
    return 'in';
  }

  #isExcluded(set: JsonObject, question: Question<Coding>): boolean {
    const url = text(set, 'system');
    if (url !== undefined) {
      if (url !== question.coding.system) return false;
      const system = this.run.codeSystem(url, text(set, 'version'));
      if (!system || !this.#holds(set, system, question, 'exclude')) return false;
    }
    const references = texts(set, 'valueSet');
    if (url === undefined && references.length === 0) return false;
    return references.every((each) => this.#imported(each).check(question) === 'in');
  }

  #imported(reference: string): ValueSetChecker {
    const pinned = this.run.pinned(reference);
    const checker = this.#imports.get(pinned);
    if (!checker)
      throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message: SAY.unknownValueSet(pinned) }, 422);
    return checker;
  }

  /** Whether a set has the code; says why not where the code itself is at fault. */
  #holds(set: JsonObject, system: CodeSystem, question: Question<Coding>, role: Role): boolean {
    const { coding, found } = question;
    const { settings } = this.run;
    const filters = this.#filtersOf(set, system, role);
    const listed = objects(set, 'concept');
    const concept = system.find(coding.code);
    const asking = { settings, role, onlyActive: this.#onlyActive, whole: listed.length === 0 && filters.length === 0 };
    if (!concept)
      return asking.whole && role === 'include' && !settings.flag('valueset-membership-only') && acceptsUnknown(system, question);
    const own = listed.find(({ code }) => code === coding.code || code === concept.code);
    if (own) {
      found.designations.add(...concept.designations());
      found.designations.add(...listedDesignations(own, this.valueSet));
      if (isUsable(concept, system, question, asking)) {
        if (role === 'include') noteDeprecated(own, system, question, this.name);
        return true;
      }
    }
    if (!asking.whole && (filters.length === 0 || !filters.every((each) => each.matches(concept)))) return false;
    if (role === 'include') found.designations.add(...concept.designations());
    return isUsable(concept, system, question, asking);
  }

  #checkExpansion(expansion: JsonObject, question: Question<Coding>): Membership {
    const { coding, at, findings, found } = question;
    const entry = findContained(expansion, coding);
    if (!entry) return 'out';
    const version = text(entry, 'version');
    if (version !== undefined && coding.version !== undefined && version !== coding.version && !isMoreDetailed(version, coding.version)) {
      say(findings, SAY.versionMismatch(coding.system, version, coding.version), {
        severity: 'error',
        code: 'not-found',
        detail: 'vs-invalid',
        at: field(at, 'version'),
      });
      return 'out';
    }
    const wanted = coding.version ?? version;
    const system = this.run.codeSystem(coding.system, wanted);
    if (!system) {
      if (this.run.settings.flag('valueset-membership-only')) return 'out';
      noteUnknown(this.run, coding.system, wanted, at, findings);
      return 'unknown';
    }
    this.run.checkVersion(system, findings.issues, field(at, 'version'));
    found.language = system.language ?? 'en';
    this.noteStatusOf(system, findings);
    found.version = system.version;
    const concept = system.find(coding.code);
    const { settings } = this.run;
    if (!concept) {
      if (!settings.flag('valueset-membership-only')) acceptsUnknown(system, question);
      return 'out';
    }
    found.designations.add(...concept.designations());
    return isUsable(concept, system, question, { settings, role: 'include', onlyActive: this.#onlyActive, whole: false }) ? 'in' : 'out';
  }

  /** The value set takes active codes only. */
  get #onlyActive(): boolean {
    return flag(this.#compose ?? {}, 'inactive') === false;
  }

  /** Says where the value set itself is not what it was. */
  noteOwnStatus(findings: Findings): void {
    noteStatus(stateOf(this.valueSet), 'ValueSet', this.reference, findings, this.valueSet);
  }

  /** Says where a code system that is used is not what it was. */
  noteStatusOf(system: CodeSystem, findings: Findings): void {
    noteStatus(system.state, 'CodeSystem', canonical(system.url, system.version), findings, this.valueSet);
  }
}

function findContained(expansion: JsonObject, { system, code }: Coding): JsonObject | undefined {
  const open = [...objects(expansion, 'contains')];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next['system'] === system && next['code'] === code) return next;
    open.push(...objects(next, 'contains'));
  }
  return undefined;
}
