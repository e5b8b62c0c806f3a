import {
  addDays,
  codeKey,
  COMPOSED,
  type Day,
  Icd10cmTable,
  keyAfter,
  keyCharacters,
  type KeyedTable,
  lowerBound,
  NO_TITLE,
  type Pack,
  type PackEdition,
  type SectionType,
  type SectionView,
} from '@cleanclaim/core';
import { type Sections, writePack } from '../build/write-pack.ts';
import { TextAppender } from './text-appender.ts';

/** The code list of a year that the bundled pack does not have. */
export interface AddedYear {
  readonly edition: PackEdition;
  readonly table: KeyedTable;
}

/** Code releases fit the bits of a whole number. */
const MOST_RELEASES = 31;
/** Sections that hold no row: they are carried over as they are. A section of neither kind is not foreseen. */
const ROWLESS =
  /^(?:note\.(?:kind|text|releases|flags|character|reference)|(?:block|chapter)\..*|word\..*|text\..*|knowledge\..*|search\.(?:term|posting|surface|word)\..*|search\.extension|search\.document\.(?:note|own))$/;

/**
 * Joins code lists of earlier years with the bundled ICD-10-CM pack: one row a code of any year. Rows of the bundled
 * pack move, and with them everything that points to a row; its notes keep their own releases, so editions of the added
 * years have no notes. Years that the bundled pack covers are left out.
 */
export function joinIcd10cm(base: Pack, added: readonly AddedYear[]): Uint8Array {
  const table = new Icd10cmTable(base);
  const firstDay = table.list[0]?.from ?? '9999-12-31';
  const years = withoutOverlap(added, firstDay);
  const shift = years.length;
  const releases = shift + 1 + Math.max(...table.list.map((edition) => Number(edition['codes'])));
  if (releases > MOST_RELEASES) throw new Error(`${releases} code releases do not fit one pack of ${MOST_RELEASES}`);

  const union = unite(table, years);
  const { keys, moved } = union;
  const texts = new TextAppender(base);
  const titles = joinTitles(table, years, union, texts, shift);
  const editions = new Uint32Array(keys.length);
  const billable = new Uint32Array(keys.length);
  for (let row = 0; row < table.size; row++) {
    const at = moved[row] ?? 0;
    editions[at] = (table.editions[row] ?? 0) << shift;
    billable[at] = (table.billable[row] ?? 0) << shift;
  }
  years.forEach((year, release) => {
    year.rows.forEach((own, at) => {
      editions[at] = (editions[at] ?? 0) | (1 << release);
      if (year.table.text('billable', own) === '1') billable[at] = (billable[at] ?? 0) | (1 << release);
    });
  });
  const sections: Record<string, readonly [SectionType, SectionView]> = {
    'code.key': ['f64', keys],
    'code.parent': ['i32', union.parent],
    'code.editions': ['u32', editions],
    'code.billable': ['u32', billable],
    'code.title': ['u32', titles.title],
    'code.revised': ['u32', titles.revised],
    ...movedSections(base, table, keys, moved),
    ...texts.sections(),
  };
  for (const [name, { type }] of Object.entries(base.header.sections)) {
    if (name in sections) continue;
    if (!ROWLESS.test(name)) throw new Error(`the section ${name} may point to rows; joining does not know it`);
    sections[name] = [type, base.section(name, type)];
  }
  const list = [
    ...years.map(({ edition, to, rows }, release): PackEdition => {
      const { from, published } = edition;
      const id = `icd10cm-${from.slice(0, 7)}`;
      return {
        id,
        title: edition.title,
        from,
        to,
        published,
        rows: rows.size,
        codes: release,
        notes: null,
        notesAsOf: null,
        joined: edition.id,
      };
    }),
    ...table.list.map((edition) => ({ ...edition, codes: Number(edition['codes']) + shift })),
  ];
  const joined = added.map(({ edition }) => edition.id).toSorted();
  return writePack(base.header.id, base.header.manifest, list, { joined, base: base.digest }, sections as Sections);
}

interface Year extends AddedYear {
  readonly to: string;
  /** Row in the year's own table by row of the joined one; filled when the keys are united. */
  readonly rows: Map<number, number>;
}

/** Years in order of time, each ending before the next begins. */
function withoutOverlap(added: readonly AddedYear[], before: string): Year[] {
  const sorted = added
    .filter(({ edition }) => edition.from < before)
    .toSorted((one, other) => (one.edition.from < other.edition.from ? -1 : 1));
  return sorted.map((year, at) => {
    const next = sorted[at + 1]?.edition.from ?? before;
    const last = addDays(next as Day, -1);
    const { to } = year.edition;
    return { ...year, to: to === null || to > last ? last : to, rows: new Map<number, number>() };
  });
}

/** All keys in order, the new row of each old one, and the nearest row above each. */
function unite(table: Icd10cmTable, years: readonly Year[]): { keys: Float64Array; moved: Uint32Array; parent: Int32Array } {
  const all = new Set<number>(table.key);
  const own = years.map(({ table: list }) =>
    Array.from({ length: list.size }, (_, row) => {
      const key = codeKey(list.key(row));
      if (key < 0) throw new Error(`${list.key(row)} does not have the form of an ICD-10-CM code`);
      all.add(key);
      return key;
    }),
  );
  const keys = Float64Array.from(all).sort();
  const rowOf = new Map<number, number>();
  keys.forEach((key, row) => rowOf.set(key, row));
  years.forEach((year, at) => own[at]?.forEach((key, row) => year.rows.set(rowOf.get(key) ?? 0, row)));
  const parent = new Int32Array(keys.length);
  const open: { row: number; characters: string }[] = [];
  keys.forEach((key, row) => {
    const characters = keyCharacters(key);
    while (open.length > 0 && !characters.startsWith(open.at(-1)?.characters ?? '')) open.pop();
    parent[row] = open.at(-1)?.row ?? -1;
    open.push({ row, characters });
  });
  return { keys, moved: Uint32Array.from(table.key, (key) => rowOf.get(key) ?? 0), parent };
}

/**
 * Titles by row, and the exceptions by release. A row keeps its bundled title; a year that words it otherwise is an
 * exception. Composed titles follow their parent's, so parents come first.
 */
function joinTitles(
  table: Icd10cmTable,
  years: readonly Year[],
  { keys, moved, parent }: ReturnType<typeof unite>,
  texts: TextAppender,
  shift: number,
): { title: Uint32Array; revised: Uint32Array } {
  const base = table.pack.section('code.title', 'u32');
  const baseRow = new Int32Array(keys.length).fill(-1);
  moved.forEach((row, old) => (baseRow[row] = old));
  const title = new Uint32Array(keys.length).fill(NO_TITLE);
  const exceptions = new Map<number, Map<number, number>>();
  const except = (row: number, bits: number, text: number): void => {
    const own = exceptions.get(row) ?? new Map<number, number>();
    own.set(text, (own.get(text) ?? 0) | bits);
    exceptions.set(row, own);
  };
  const old = table.pack.section('code.revised', 'u32');
  for (let at = 0; at < old.length; at += 3) except(moved[old[at] ?? 0] ?? 0, (old[at + 1] ?? 0) << shift, old[at + 2] ?? 0);
  const titleIn = (year: Year, row: number): string | undefined => {
    const own = year.rows.get(row);
    return own === undefined ? undefined : year.table.text('title', own);
  };
  for (let row = 0; row < keys.length; row++) {
    const from = baseRow[row] ?? -1;
    const above = parent[row] ?? -1;
    let plain: string | null = null;
    let extension: string | undefined;
    if (from >= 0) {
      const ref = base[from] ?? NO_TITLE;
      const sameParent = above === (moved[table.parent[from] ?? -1] ?? -1);
      const composed = ref !== NO_TITLE && ref >= COMPOSED;
      if (composed && sameParent) extension = table.texts.text(ref - COMPOSED);
      plain = table.title(from, highestBit(table.editions[from] ?? 0));
      title[row] = composed && !sameParent && plain !== null ? texts.add(plain) : ref;
    } else {
      // The newest year that has the code gives its title.
      const newest = years.findLast((year) => year.rows.has(row));
      plain = newest ? (titleIn(newest, row) ?? null) : null;
      if (plain !== null) title[row] = texts.add(plain);
    }
    years.forEach((year, release) => {
      const official = titleIn(year, row);
      if (official === undefined) return;
      const aboveOfficial = extension === undefined ? undefined : titleIn(year, above);
      const derived = extension === undefined ? plain : aboveOfficial === undefined ? undefined : `${aboveOfficial}, ${extension}`;
      if (official !== derived) except(row, 1 << release, texts.add(official));
    });
  }
  const revised: number[] = [];
  for (const [row, own] of [...exceptions].sort(([one], [other]) => one - other)) {
    for (const [text, bits] of own) revised.push(row, bits, text);
  }
  return { title, revised: Uint32Array.from(revised) };
}

function highestBit(bits: number): number {
  return bits === 0 ? 1 : 1 << (31 - Math.clz32(bits));
}

/** Sections that point to rows, with the new rows. */
function movedSections(base: Pack, table: Icd10cmTable, keys: Float64Array, moved: Uint32Array): Sections {
  const grown = keys.length - table.size;
  const run = base.section('reference.run', 'u32').slice();
  for (let at = 0; at < run.length; at += 2) {
    const last = table.key[(run[at + 1] ?? 1) - 1] ?? 0;
    run[at] = moved[run[at] ?? 0] ?? 0;
    run[at + 1] = lowerBound(keys, keyAfter(keyCharacters(last)));
  }
  const sections: Record<string, readonly [SectionType, SectionView]> = {
    'note.holder': [
      'u32',
      base.section('note.holder', 'u32').map((holder) => (holder < table.size ? (moved[holder] ?? 0) : holder + grown)),
    ],
    'reference.run': ['u32', run],
  };
  if (base.has('search.leaf')) {
    const leaf = new Uint16Array(keys.length);
    base.section('search.leaf', 'u16').forEach((distance, row) => {
      const from = moved[row] ?? 0;
      const far = (moved[row + distance] ?? 0) - from;
      if (far > 0xffff) throw new Error('a usual code lies too far from its heading');
      leaf[from] = far;
    });
    sections['search.leaf'] = ['u16', leaf];
    sections['search.document.row'] = ['u32', base.section('search.document.row', 'u32').map((row) => moved[row] ?? 0)];
  }
  return sections;
}
