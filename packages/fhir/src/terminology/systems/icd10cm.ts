import { type Data, type Icd10cmEdition, type Icd10cmTable, isDay, type NoteKind, type PackEdition, type Row } from '@cleanclaim/core';
import type { Day } from '@cleanclaim/core';
import { SYSTEM } from '../../systems.ts';
import type { CodeSystem, Concept, PropertyDefinition } from '../code-system.ts';
import type { Designation } from '../designations.ts';
import { CONCEPT_PROPERTIES } from '../extensions.ts';
import type { JsonObject } from '../json.ts';
import type { KnownSystem } from '../library.ts';
import { SearchedCodes } from './searched-codes.ts';

const SOURCE = 'icd10cm-';
/** The month in which a fiscal year begins. */
const OCTOBER = 10;

/**
 * ICD-10-CM, a version for each edition that is installed, named by its first month: `2026-10`. Asked for by that, by
 * the edition's id, by its fiscal year (`2027`, the latest of it), or by a day that it is in force on.
 */
export function icd10cmSystem(data: Data, today: () => Day): KnownSystem | undefined {
  const table = data.icd10cmTable();
  if (!table) return undefined;
  const editions = [...table.list].sort((one, other) => (one.from < other.from ? -1 : 1));
  const opened = new Map<string, Icd10cmCodeSystem>();
  return {
    url: SYSTEM.icd10cm,
    name: 'ICD10CM',
    title: 'ICD-10-CM',
    versions: () => editions.map(versionOf),
    resolve: (written) => {
      const found =
        editions.find((each) => versionOf(each) === written || each.id === written) ??
        (isDay(written) ? table.on(written)?.edition : editions.findLast((each) => fiscalYear(each) === written.replace(/^FY/, '')));
      return found && versionOf(found);
    },
    open(version) {
      const edition =
        version === undefined ? (table.on(today())?.edition ?? editions.at(-1)) : editions.find((each) => versionOf(each) === version);
      if (!edition) return undefined;
      let system = opened.get(edition.id);
      if (!system) opened.set(edition.id, (system = new Icd10cmCodeSystem(data, table, edition)));
      return system;
    },
  };
}

function versionOf({ id }: PackEdition): string {
  return id.startsWith(SOURCE) ? id.slice(SOURCE.length) : id;
}

/** The fiscal year of an edition: that of October begins the next. */
function fiscalYear({ from }: PackEdition): string {
  return String(Number(from.slice(0, 4)) + (Number(from.slice(5, 7)) >= OCTOBER ? 1 : 0));
}

/** Notes of the tabular list that are told as properties, by the name they have there. */
const NOTES: readonly NoteKind[] = [
  'includes',
  'inclusionTerm',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'notes',
];

const PROPERTIES: readonly PropertyDefinition[] = [
  { code: 'billable', type: 'boolean', description: 'Complete: the code may stand on a claim' },
  { code: 'header', type: 'boolean', description: 'A heading: a claim needs a code under it' },
  { code: 'notSelectable', uri: `${CONCEPT_PROPERTIES}notSelectable`, type: 'boolean', description: 'Same as header' },
  { code: 'chapter', type: 'string', description: 'Number of the chapter' },
  { code: 'block', type: 'string', description: 'The blocks the code is in, such as E08-E13' },
  { code: 'effectiveFrom', type: 'dateTime', description: 'The earliest day the installed editions prove' },
  { code: 'effectiveTo', type: 'dateTime', description: 'The last day, where there is one' },
  { code: 'seventhCharacter', type: 'string', description: 'A 7th character that codes under it may end in, with its meaning' },
  { code: 'parent', uri: `${CONCEPT_PROPERTIES}parent`, type: 'code' },
  { code: 'child', uri: `${CONCEPT_PROPERTIES}child`, type: 'code' },
  ...NOTES.map((code) => ({ code, type: 'string', description: 'Notes of the tabular list, own and inherited' })),
];

class Icd10cmCodeSystem implements CodeSystem {
  readonly url = SYSTEM.icd10cm;
  readonly version: string;
  readonly name = 'ICD10CM';
  readonly title: string;
  readonly content = 'complete';
  readonly caseSensitive = false;
  readonly language = 'en';
  readonly state = { status: 'active', standardsStatus: undefined, experimental: false };
  readonly properties = PROPERTIES;
  readonly filters = [];
  readonly supplements = [];
  readonly valueSet = `${SYSTEM.icd10cm}/vs`;
  readonly size: number;
  readonly hierarchical = true;
  readonly #searched: SearchedCodes;
  readonly #icd: Icd10cmEdition;

  constructor(data: Data, table: Icd10cmTable, edition: PackEdition) {
    this.#icd = table.edition(edition);
    this.#searched = new SearchedCodes(data, 'icd10cm', edition.from as Day);
    this.version = versionOf(edition);
    this.title = edition.title;
    this.size = Number(edition['rows']);
  }

  find(code: string): Concept | undefined {
    const row = this.#icd.row(code.toUpperCase());
    return row >= 0 && this.#icd.inForce(row) ? this.#concept(row) : undefined;
  }

  *concepts(): Generator<Concept> {
    for (const row of this.#icd.rows()) yield this.#concept(row);
  }

  *page(offset: number, count: number): Generator<Concept> {
    let at = 0;
    for (const row of this.#icd.rows()) {
      if (at >= offset + count) return;
      if (at++ >= offset) yield this.#concept(row);
    }
  }

  parents(concept: Concept): readonly Concept[] {
    const parent = this.#icd.parent(this.#icd.row(concept.code));
    return parent < 0 ? [] : [this.#concept(parent)];
  }

  children(concept: Concept): readonly Concept[] {
    return this.#icd.children(this.#icd.row(concept.code)).map((row) => this.#concept(row));
  }

  isUnder(code: Concept, ancestor: Concept): boolean {
    const row = this.#icd.row(code.code);
    const above = this.#icd.row(ancestor.code);
    return row > above && row < this.#icd.after(above);
  }

  *search(words: string, limit: number): Generator<Concept> {
    for (const code of this.#searched.find(words, limit)) {
      const concept = this.find(code);
      if (concept) yield concept;
    }
  }

  #concept(row: Row): Concept {
    return new Icd10cmConcept(this.#icd, row);
  }
}

class Icd10cmConcept implements Concept {
  readonly inactive = false;
  readonly status = undefined;
  readonly code: string;
  readonly #icd: Icd10cmEdition;
  readonly #row: Row;

  constructor(icd: Icd10cmEdition, row: Row) {
    this.#icd = icd;
    this.#row = row;
    this.code = icd.code(row);
  }

  get display(): string | undefined {
    return this.#icd.display(this.#row) ?? undefined;
  }

  get abstract(): boolean {
    return !this.#icd.billable(this.#row);
  }

  definition(): undefined {
    return undefined;
  }

  designations(): readonly Designation[] {
    const { display } = this;
    return display === undefined ? [] : [{ value: display, language: 'en', isDisplay: true }];
  }

  properties(): readonly JsonObject[] {
    const icd = this.#icd;
    const row = this.#row;
    const billable = icd.billable(row);
    const dates = icd.dates(row);
    const chapter = icd.chapter(row);
    const told: JsonObject[] = [
      { code: 'billable', valueBoolean: billable },
      { code: 'header', valueBoolean: !billable },
      { code: 'notSelectable', valueBoolean: !billable },
      ...(chapter ? [{ code: 'chapter', valueString: chapter.id }] : []),
      ...icd.blocks(row).map(({ id }) => ({ code: 'block', valueString: id })),
      { code: 'effectiveFrom', valueDateTime: dates.from },
      ...(dates.to === null ? [] : [{ code: 'effectiveTo', valueDateTime: dates.to }]),
    ];
    if (!icd.hasNotes) return told;
    const notes = icd.notes(row, NOTES).map(({ kind, text, holder }) => ({
      code: kind,
      valueString: holder.id === this.code ? text : `${text} (${holder.id})`,
    }));
    const seventh = billable
      ? []
      : icd.seventhCharacters(row).map(({ character, meaning }) => ({ code: 'seventhCharacter', valueString: `${character} ${meaning}` }));
    return [...told, ...seventh, ...notes];
  }

  extensions(): readonly JsonObject[] {
    return [];
  }
}
