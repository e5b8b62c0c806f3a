import { type CodeSystem, type CompiledFilter, type Concept, hasSupplement, type ResourceStatus } from './code-system.ts';
import { Designations } from './designations.ts';
import { EXTENSION } from './extensions.ts';
import { collectCodes } from './expand.ts';
import { type IssueList, TerminologyError } from './issues.ts';
import { extension, extensionText, flag, type JsonObject, object, objects, text, texts } from './json.ts';
import { type Message, SAY } from './messages.ts';
import { stateOf } from './resource-code-system.ts';
import { referenceOf, remembered, type Run } from './run.ts';
import { circular, listedDesignations, readFilters, refuseLockedDate } from './value-set.ts';
import { canonical, compareVersions, isMoreDetailed, latestVersion } from './versions.ts';

/** A code as a caller gives it. */
export interface GivenCoding {
  readonly system: string | undefined;
  readonly version: string | undefined;
  readonly code: string;
  readonly display: string | undefined;
}

/** What is said of all codings of one request. */
export interface Findings {
  readonly issues: IssueList;
  /** Texts of the answer's message beside those of errors. */
  readonly said: Set<string>;
  readonly unknownSystems: Set<string>;
  /** The first inactive concept. */
  inactive: { readonly at: string; readonly code: string } | undefined;
  status: string | undefined;
  /** The code as its system writes it, where it was given otherwise. */
  normalForm: string | undefined;
}

/** What is found of one coding. */
export interface FoundCoding {
  readonly designations: Designations;
  version: string | undefined;
  language: string | undefined;
  system: string | undefined;
}

/** In the value set, not in it, or not to be told since the code system is not known. */
export type Membership = 'in' | 'out' | 'unknown';

type Role = 'include' | 'exclude';

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
    return latestVersion(this.#include.flatMap((set) => (text(set, 'system') === url ? (text(set, 'version') ?? []) : [])));
  }

  /** Whether a coding is in the value set. What is wrong goes to `findings`, what was found to `found`. */
  check(given: GivenCoding, at: string, findings: Findings, found: FoundCoding): Membership {
    this.run.spend();
    // Reached by several imports, the same question has the same answer, and nothing more to say.
    const question = `${at} ${JSON.stringify([given.system, given.version, given.code])}`;
    let membership = this.#answers.get(question);
    if (membership === undefined) this.#answers.set(question, (membership = this.#check(given, at, findings, found)));
    return membership;
  }

  #check(given: GivenCoding, at: string, findings: Findings, found: FoundCoding): Membership {
    const { run } = this;
    let { system } = given;
    if (system === undefined) {
      if (!run.settings.flag('inferSystem')) {
        say(findings, SAY.noSystem(), { severity: 'warning', code: 'invalid', detail: 'invalid-data', at });
        return 'out';
      }
      const inferred = this.#infer(given.code);
      if (typeof inferred !== 'string') {
        say(findings, inferred, { severity: 'error', code: 'not-found', detail: 'cannot-infer', at: 'code' });
        return 'out';
      }
      system = inferred;
      found.system = system;
    }
    run.demandSupplements();
    const coding = { ...given, system };
    if (this.#compose) return this.#checkCompose(coding, at, findings, found);
    const expansion = object(this.valueSet, 'expansion');
    return expansion ? this.#checkExpansion(expansion, coding, at, findings, found) : 'out';
  }

  #checkCompose(coding: Coding, at: string, findings: Findings, found: FoundCoding): Membership {
    const picked = coding.version === undefined ? this.#pickVersion(coding) : undefined;
    let result: Membership = 'out';
    for (const set of this.#inVersionOrder()) {
      this.run.spend();
      const url = text(set, 'system');
      const version = text(set, 'version');
      if (url === undefined) result = 'in';
      else if (url === coding.system && (picked === undefined || version === picked) && this.#meant(version, coding.version)) {
        result = this.#checkSet(set, coding, at, findings, found);
        if (result === 'unknown') return result;
      } else result = 'out';
      for (const reference of texts(set, 'valueSet')) {
        const imported = this.#imported(reference);
        this.#noteStatus(stateOf(imported.valueSet), 'ValueSet', imported.reference, findings);
        if (result === 'in') result = imported.check(coding, at, findings, found);
      }
      if (result === 'in') break;
    }
    if (result === 'in' && this.#exclude.some((set) => this.#isExcluded(set, coding, at, findings, found))) return 'out';
    return result;
  }

  /** Sets of one system by falling version; others as they stand. */
  #inVersionOrder(): JsonObject[] {
    return this.#include.toSorted((one, other) => {
      const a = text(one, 'version');
      const b = text(other, 'version');
      return one['system'] === other['system'] && a !== undefined && b !== undefined ? compareVersions(b, a) : 0;
    });
  }

  #checkSet(set: JsonObject, coding: Coding, at: string, findings: Findings, found: FoundCoding): Membership {
    const { run } = this;
    const version = this.#settleVersion(coding, text(set, 'version'), at, findings);
    const system = run.codeSystem(coding.system, version);
    if (!system) {
      if (run.settings.flag('valueset-membership-only')) return 'out';
      this.#noteUnknown(coding.system, version, at, findings);
      return 'unknown';
    }
    run.checkVersion(system, findings.issues, field(at, 'version'));
    found.language = system.language ?? 'en';
    this.#noteStatus(system.state, 'CodeSystem', canonical(system.url, system.version), findings);
    this.#useSupplements(system);
    if (!this.#holds(set, system, coding, at, findings, found, 'include')) return 'out';
    found.version = system.version;
    return 'in';
  }

  #isExcluded(set: JsonObject, coding: Coding, at: string, findings: Findings, found: FoundCoding): boolean {
    const url = text(set, 'system');
    if (url !== undefined) {
      if (url !== coding.system) return false;
      const system = this.run.codeSystem(url, text(set, 'version'));
      if (!system || !this.#holds(set, system, coding, at, findings, found, 'exclude')) return false;
    }
    const references = texts(set, 'valueSet');
    if (url === undefined && references.length === 0) return false;
    return references.every((each) => this.#imported(each).check(coding, at, findings, found) === 'in');
  }

  #imported(reference: string): ValueSetChecker {
    const pinned = this.run.pinned(reference);
    const checker = this.#imports.get(pinned);
    if (!checker)
      throw new TerminologyError({ severity: 'error', code: 'not-found', detail: 'not-found', message: SAY.unknownValueSet(pinned) }, 422);
    return checker;
  }

  /**
   * The version of the code system that the coding is looked up in: what the value set and the request's rules say, or, where those leave it
   * open, the coding's own. Says where the coding's is another.
   */
  #settleVersion(
    { system: url, version: given }: Coding,
    included: string | undefined,
    at: string,
    findings: Findings,
  ): string | undefined {
    const { run } = this;
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

  #noteUnknown(url: string, version: string | undefined, at: string, findings: Findings): void {
    const known = version === undefined ? [] : this.run.library.versions(url);
    const name = version === undefined || known.length === 0 ? url : `${url}|${version}`;
    const message = version === undefined ? SAY.unknownSystem(url) : SAY.unknownVersion(url, version, known);
    findings.said.add(message.text);
    const isNew = !findings.unknownSystems.has(name) || version === undefined;
    findings.unknownSystems.add(name);
    if (isNew) findings.issues.add({ severity: 'error', code: 'not-found', detail: 'not-found', message, at: field(at, 'system') });
  }

  /** Whether a set has the code; says why not where the code itself is at fault. */
  #holds(set: JsonObject, system: CodeSystem, coding: Coding, at: string, findings: Findings, found: FoundCoding, role: Role): boolean {
    const filters = this.#filtersOf(set, system, role);
    const listed = objects(set, 'concept');
    const concept = system.find(coding.code);
    if (listed.length === 0 && filters.length === 0) {
      if (concept) return this.#accepts(concept, system, coding, at, findings, found, role, true);
      return this.#unknownIn(system, coding, at, findings, role);
    }
    if (!concept) return false;
    const own = listed.find(({ code }) => code === coding.code || code === concept.code);
    if (own) {
      found.designations.add(...concept.designations());
      found.designations.add(...listedDesignations(own, this.valueSet));
      if (this.#accepts(concept, system, coding, at, findings, undefined, role, false)) {
        if (role === 'include') this.#noteDeprecated(own, system, coding, at, findings);
        return true;
      }
    }
    if (filters.length === 0 || !filters.every((each) => each.matches(concept))) return false;
    return this.#accepts(concept, system, coding, at, findings, found, role, false);
  }

  #unknownIn(system: CodeSystem, coding: Coding, at: string, findings: Findings, role: Role): boolean {
    if (role === 'exclude' || this.run.settings.flag('valueset-membership-only')) return false;
    const place = { code: 'code-invalid', detail: 'invalid-code', at: field(at, 'code') } as const;
    if (system.content !== 'complete') {
      findings.issues.add({
        severity: 'warning',
        ...place,
        message: SAY.unknownCodeInFragment(coding.code, system.url, system.version),
      });
      return true;
    }
    findings.issues.add({ severity: 'error', ...place, message: SAY.unknownCode(coding.code, system.url, system.version) });
    return false;
  }

  /** Whether a concept that is there may be used; `whole` where every code of the system is included. */
  #accepts(
    concept: Concept,
    system: CodeSystem,
    { code }: Coding,
    at: string,
    findings: Findings,
    found: FoundCoding | undefined,
    role: Role,
    whole: boolean,
  ): boolean {
    const { settings } = this.run;
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
    if (role === 'include') found?.designations.add(...concept.designations());
    const rule = { severity: 'error', code: 'business-rule', detail: 'code-rule', at: field(at, 'code') } as const;
    if (concept.abstract && !settings.flag('abstract')) {
      if (!silent) findings.issues.add({ ...rule, message: SAY.abstractCode(system.url, code) });
      return false;
    }
    const onlyActive = flag(this.#compose ?? {}, 'inactive') === false;
    if (concept.inactive && (onlyActive || (whole && settings.flag('activeOnly')))) {
      if (whole && role === 'include') say(findings, SAY.notActive(code), rule);
      if (!silent) this.#noteInactive(concept, code, at, findings);
      return false;
    }
    if (role === 'include' && !findings.inactive) {
      if (concept.inactive) this.#noteInactive(concept, code, at, findings);
      else findings.status = concept.status;
    }
    return true;
  }

  #noteInactive(concept: Concept, code: string, at: string, findings: Findings): void {
    findings.inactive = { at, code };
    findings.status = concept.status;
  }

  #noteDeprecated(listed: JsonObject, system: CodeSystem, { code }: Coding, at: string, findings: Findings): void {
    const said = extensionText(listed, EXTENSION.standardsStatus);
    const status = said === 'withdrawn' || said === 'deprecated' ? said : extension(listed, EXTENSION.deprecatedInValueSet) && 'deprecated';
    if (status)
      findings.issues.add({
        severity: 'warning',
        code: 'business-rule',
        detail: 'code-comment',
        message: SAY.deprecatedInValueSet(system.url, code, status, this.name),
        at: field(at, 'code'),
      });
  }

  #checkExpansion(expansion: JsonObject, coding: Coding, at: string, findings: Findings, found: FoundCoding): Membership {
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
      this.#noteUnknown(coding.system, wanted, at, findings);
      return 'unknown';
    }
    this.run.checkVersion(system, findings.issues, field(at, 'version'));
    found.language = system.language ?? 'en';
    this.#noteStatus(system.state, 'CodeSystem', canonical(system.url, system.version), findings);
    found.version = system.version;
    const concept = system.find(coding.code);
    if (!concept) {
      this.#unknownIn(system, coding, at, findings, 'include');
      return 'out';
    }
    return this.#accepts(concept, system, coding, at, findings, found, 'include', false) ? 'in' : 'out';
  }

  /** Says where something that is used is not what it was, unless the value set is no better itself. */
  #noteStatus(state: ResourceStatus, type: string, reference: string, findings: Findings): void {
    noteStatus(state, type, reference, findings, this.valueSet);
  }

  noteOwnStatus(findings: Findings): void {
    noteStatus(stateOf(this.valueSet), 'ValueSet', this.reference, findings, this.valueSet);
  }

  noteStatusOf(system: CodeSystem, findings: Findings): void {
    this.#noteStatus(system.state, 'CodeSystem', canonical(system.url, system.version), findings);
  }

  /**
   * Where the value set takes several versions of a system and the coding names none: the latest that has the code, with
   * the display where one was given; undefined when all have it.
   */
  #pickVersion({ system: url, code, display }: Coding): string | undefined {
    const versions = new Set(this.#include.flatMap((set) => (text(set, 'system') === url ? (text(set, 'version') ?? []) : [])));
    if (versions.size < 2) return undefined;
    const having = [...versions].filter((version) => {
      const concept = this.run.codeSystem(url, version)?.find(code);
      return concept && (display === undefined || concept.designations().some(({ value }) => value === display));
    });
    if (having.length === versions.size) return undefined;
    return latestVersion(having.length > 0 ? having : versions);
  }

  /** Whether an include is meant by a coding with a version: it is the one of that version, or there is none of it. */
  #meant(included: string | undefined, given: string | undefined): boolean {
    if (given === undefined || included === given) return true;
    return !this.#include.some((set) => text(set, 'version') === given);
  }

  /** The one system of the value set that has a code, or why there is not one. */
  #infer(code: string): string | Message {
    const systems = new Set<string>();
    const needsExpansion =
      [...this.#include, ...this.#exclude].some((set) => text(set, 'system') === undefined || texts(set, 'valueSet').length > 0) ||
      this.#exclude.some((set) => objects(set, 'filter').length > 0);
    if (needsExpansion || !this.#compose) {
      for (const entry of collectCodes(this.run, this.valueSet)) if (entry.code === code) systems.add(entry.system);
    } else {
      for (const set of this.#include) {
        const url = text(set, 'system') ?? '';
        const system = this.run.codeSystem(url, text(set, 'version'));
        if (!system) continue;
        const listed = objects(set, 'concept');
        if (listed.length > 0 ? listed.some((each) => each['code'] === code) : system.find(code)) systems.add(url);
      }
    }
    const [only] = systems;
    if (only !== undefined && systems.size === 1) return only;
    return systems.size > 1 ? SAY.severalSystems(code, this.name, [...systems]) : SAY.cannotInfer(code, this.name);
  }
}

type Coding = GivenCoding & { readonly system: string };

/** A field of the coding at `at`. */
export function field(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

/** An issue whose text is in the answer's message too. */
export function say(findings: Findings, message: Message, issue: Omit<Parameters<IssueList['add']>[0], 'message'>): void {
  findings.said.add(message.text);
  findings.issues.add({ ...issue, message });
}

function noteStatus(state: ResourceStatus, type: string, reference: string, findings: Findings, valueSet: JsonObject): void {
  const own = stateOf(valueSet);
  const isDraft = own.status === 'draft' || own.standardsStatus === 'draft';
  const { standardsStatus } = state;
  const what =
    standardsStatus === 'deprecated' || standardsStatus === 'withdrawn'
      ? standardsStatus
      : state.status === 'retired'
        ? 'retired'
        : state.experimental && !own.experimental
          ? 'experimental'
          : (state.status === 'draft' || standardsStatus === 'draft') && !isDraft
            ? 'draft'
            : undefined;
  if (what)
    findings.issues.add({
      severity: 'information',
      code: 'business-rule',
      detail: 'status-check',
      message: SAY.referenceTo(what, type, reference),
    });
}

function findContained(expansion: JsonObject, { system, code }: Coding): JsonObject | undefined {
  const open = [...objects(expansion, 'contains')];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next['system'] === system && next['code'] === code) return next;
    open.push(...objects(next, 'contains'));
  }
  return undefined;
}
