import {
  CleanclaimError,
  codeKey,
  COMPOSED,
  Icd10cmTable,
  keyCharacters,
  type KeyedTable,
  NO_TITLE,
  type Pack,
  type PackEdition,
  type SectionType,
  type SectionView,
} from '@cleanclaim/core';
import type { TabularNode } from '../build/icd10cm/read-tabular.ts';
import { type Sections, writePack } from '../build/write-pack.ts';
import { type CodeList, listAfter, listOfRelease, listOfTabular, sameCodes } from './code-list.ts';
import { joinNotes } from './join-notes.ts';
import { TextAppender } from './text-appender.ts';
import { dayBefore, fiscalYearEnd, notesSpans, withNotes } from './timeline.ts';

/** What was added to the bundled ICD-10-CM pack. */
export interface AddedIcd10cm {
  /** Order files, each a code list. */
  readonly orders: readonly { readonly edition: PackEdition; readonly list: CodeList }[];
  readonly tabulars: readonly { readonly edition: PackEdition; readonly chapters: readonly TabularNode[] }[];
  readonly addenda: readonly { readonly edition: PackEdition; readonly table: KeyedTable }[];
}

/** Code releases fit the bits of a whole number. */
const MOST_RELEASES = 31;
/** Sections that hold no row and no note: they are carried over as they are. A section of neither kind is not foreseen. */
const ROWLESS =
  /^(?:(?:block|chapter)\..*|word\..*|text\..*|knowledge\..*|search\.(?:term|posting|surface|word)\..*|search\.extension|search\.document\.own)$/;

/**
 * Joins code lists and tabular lists of other years with the bundled ICD-10-CM pack: one row a code of any year. Rows and notes
 * of the bundled pack move, and with them everything that points to one. A year without its tabular list has no notes.
 */
export function joinIcd10cm(base: Pack, added: AddedIcd10cm): Uint8Array {
  const table = new Icd10cmTable(base);
  const years = yearsOf(table, added);
  const early = years.filter(({ place }) => place === 'before').length;
  const bundled = 1 + Math.max(...table.list.map((edition) => Number(edition['codes'])));
  const count = bundled + years.filter(({ place }) => place !== 'same').length;
  if (count > MOST_RELEASES)
    throw new CleanclaimError(
      'data/refused',
      `${count} releases of ICD-10-CM codes do not fit; at most ${MOST_RELEASES} can be installed.`,
    );

  const union = unite(table, years);
  const { keys, moved } = union;
  const texts = new TextAppender(base);
  const titles = joinTitles(table, years, union, texts, early);
  const editions = new Uint32Array(keys.length);
  const billable = new Uint32Array(keys.length);
  // An order file of the very day gives the codes of the bundled release anew: until then its headings may lack titles.
  const kept = ~years.filter(({ place }) => place === 'same').reduce((bits, { release }) => bits | (1 << release), 0);
  for (let row = 0; row < table.size; row++) {
    const at = moved[row] ?? 0;
    editions[at] = ((table.editions[row] ?? 0) << early) & kept;
    billable[at] = ((table.billable[row] ?? 0) << early) & kept;
  }
  for (const { list, rows, release } of years) {
    rows.forEach((own, at) => {
      editions[at] = (editions[at] ?? 0) | (1 << release);
      if (list.text('billable', own) === '1') billable[at] = (billable[at] ?? 0) | (1 << release);
    });
  }
  const ownNotes = table.list.filter((edition) => edition['notesAsOf'] === null);
  const noteReleases = 1 + Math.max(...table.list.map((edition) => Number(edition['notes'])));
  const lists = added.tabulars.map((each, at) => ({ ...each, release: noteReleases + at }));
  if (noteReleases + lists.length > MOST_RELEASES)
    throw new CleanclaimError(
      'data/refused',
      `${lists.length} tabular lists do not fit; at most ${MOST_RELEASES - noteReleases} can be installed.`,
    );
  const notes = joinNotes(base, table, union, lists, texts);
  const sections: Record<string, readonly [SectionType, SectionView]> = {
    'code.key': ['f64', keys],
    'code.parent': ['i32', union.parent],
    'code.editions': ['u32', editions],
    'code.billable': ['u32', billable],
    'code.title': ['u32', titles.title],
    'code.revised': ['u32', titles.revised],
    ...notes.sections,
    ...searchSections(base, keys, moved, notes.renumbered),
    ...texts.sections(),
  };
  for (const [name, { type }] of Object.entries(base.header.sections)) {
    if (name in sections) continue;
    if (!ROWLESS.test(name)) throw new Error(`the section ${name} may point to rows; joining does not know it`);
    sections[name] = [type, base.section(name, type)];
  }
  const spans = notesSpans([
    ...ownNotes.map(({ from, notes: release }) => ({ from, release: Number(release) })),
    ...lists.map(({ edition, release }) => ({ from: edition.from, release })),
  ]);
  const list = withNotes(editionsOf(table, years, early, editions), spans);
  const joined = [...added.orders, ...added.tabulars, ...added.addenda].map(({ edition }) => edition.id).toSorted();
  return writePack(base.header.id, base.header.manifest, list, { joined, base: base.digest }, sections as Sections);
}

/** A code list that the bundled pack does not have, or has less of. */
interface Year {
  readonly edition: PackEdition;
  readonly list: CodeList;
  /** Before the bundled releases, after them, or from the very day on which one of them begins. */
  readonly place: 'before' | 'after' | 'same';
  /** Number of its release in the joined pack. */
  readonly release: number;
  readonly to: string | null;
  /** Row in the year's own list by row of the joined pack; filled when the keys are united. */
  readonly rows: Map<number, number>;
}

type Candidate = Pick<Year, 'edition' | 'list' | 'place'>;

/**
 * The code lists to join, in order of time. Order files first; a tabular list gives the codes of a day that no order file
 * begins on; an addendum those of a day after all of them. Releases that the bundled pack has are left out.
 */
function yearsOf(table: Icd10cmTable, { orders, tabulars, addenda }: AddedIcd10cm): Year[] {
  const starts = new Map(table.list.map((edition) => [Number(edition['codes']), edition.from] as const).reverse());
  const first = table.list[0]?.from ?? '9999-12-31';
  const last = table.list.at(-1);
  const known = String(last?.['surelyUntil'] ?? '9999-12-31');
  const placeOf = (from: string): Year['place'] | undefined =>
    from < first ? 'before' : from > known ? 'after' : [...starts.values()].includes(from) ? 'same' : undefined;
  const found: Candidate[] = [];
  for (const { edition, list } of orders) {
    const place = placeOf(edition.from);
    if (place) found.push({ edition, list, place });
  }
  for (const { edition, chapters } of tabulars) {
    const place = placeOf(edition.from);
    if (place === undefined || place === 'same' || found.some((each) => each.edition.from === edition.from)) continue;
    const list = listOfTabular(chapters, edition);
    const before = found.filter((each) => each.edition.from < edition.from && edition.from <= fiscalYearEnd(each.edition.from)).at(-1);
    if (!before || !sameCodes(before.list, list)) found.push({ edition, list, place });
  }
  for (const { edition, table: changes } of addenda.toSorted((one, other) => (one.edition.from < other.edition.from ? -1 : 1))) {
    if (placeOf(edition.from) !== 'after' || found.some((each) => each.edition.from >= edition.from)) continue;
    const newest = found.filter(({ place }) => place === 'after').at(-1)?.list ?? listOfRelease(table, Number(last?.['codes']));
    found.push({ edition, list: listAfter(newest, changes), place: 'after' });
  }
  const sorted = found.toSorted((one, other) => (one.edition.from < other.edition.from ? -1 : 1));
  const early = sorted.filter(({ place }) => place === 'before').length;
  const bundled = starts.size;
  let after = 0;
  return sorted.map((each, at): Year => {
    const release =
      each.place === 'before'
        ? at
        : each.place === 'after'
          ? early + bundled + after++
          : early + ([...starts].find(([, from]) => from === each.edition.from)?.[0] ?? 0);
    const next = sorted.slice(at + 1).find(({ edition }) => edition.from > each.edition.from)?.edition.from;
    const limit = each.place === 'before' ? (next !== undefined && next < first ? next : first) : next;
    const { to } = each.edition;
    return { ...each, release, to: limit !== undefined && (to === null || to >= limit) ? dayBefore(limit) : to, rows: new Map() };
  });
}

/** The editions of the joined pack in order of time, their notes as in the bundled pack. */
function editionsOf(table: Icd10cmTable, years: readonly Year[], early: number, bits: Uint32Array): PackEdition[] {
  const after = years.filter(({ place }) => place === 'after');
  const end = after[0]?.edition.from;
  const rowsIn = (release: number): number => bits.reduce((sum, each) => sum + ((each >>> release) & 1), 0);
  const own = years
    .filter(({ place }) => place !== 'same')
    .map(({ edition, to, release, place }): { place: Year['place']; edition: PackEdition } => {
      const newest = place === 'after' && edition === after.at(-1)?.edition;
      return {
        place,
        edition: {
          id: `icd10cm-${edition.from.slice(0, 7)}`,
          title: edition.title.replace('code addenda ', '').replace('tabular list ', ''),
          from: edition.from,
          to: newest ? null : to,
          published: edition.published,
          rows: rowsIn(release),
          codes: release,
          notes: null,
          notesAsOf: null,
          joined: edition.id,
          ...(newest ? { surelyUntil: surelyUntil(edition.from) } : {}),
        },
      };
    });
  const bundled = table.list.map((edition): PackEdition => {
    const { surelyUntil: until, ...rest } = edition;
    const cut = end !== undefined && edition.to === null;
    const release = Number(edition['codes']) + early;
    return {
      ...rest,
      ...(cut ? { to: dayBefore(end) } : until === undefined ? {} : { surelyUntil: until }),
      codes: release,
      rows: rowsIn(release),
    };
  });
  const plain = (place: Year['place']): PackEdition[] => own.flatMap((each) => (each.place === place ? [each.edition] : []));
  return [...plain('before'), ...bundled, ...plain('after')];
}

/** A release may take effect each April and October. */
function surelyUntil(from: string): string {
  return from.slice(5) >= '10-01' ? `${Number(from.slice(0, 4)) + 1}-03-31` : `${from.slice(0, 4)}-09-30`;
}

/** All keys in order, the new row of each old one, and the nearest row above each. */
function unite(table: Icd10cmTable, years: readonly Year[]): { keys: Float64Array; moved: Uint32Array; parent: Int32Array } {
  const all = new Set<number>(table.key);
  const own = years.map(({ list }) =>
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
    const title = own === undefined ? undefined : year.list.text('title', own);
    // Of a heading that an addendum makes nobody has published the title yet.
    return title === '' ? undefined : title;
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
    for (const year of years) {
      const official = titleIn(year, row);
      if (official === undefined) continue;
      const aboveOfficial = extension === undefined ? undefined : titleIn(year, above);
      const derived = extension === undefined ? plain : aboveOfficial === undefined ? undefined : `${aboveOfficial}, ${extension}`;
      if (official !== derived) except(row, 1 << year.release, texts.add(official));
    }
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

/** Sections of the search index that point to rows or notes, with the new ones. */
function searchSections(base: Pack, keys: Float64Array, moved: Uint32Array, renumbered: Uint32Array): Sections {
  if (!base.has('search.leaf')) return {};
  const leaf = new Uint16Array(keys.length);
  base.section('search.leaf', 'u16').forEach((distance, row) => {
    const from = moved[row] ?? 0;
    const far = (moved[row + distance] ?? 0) - from;
    if (far > 0xffff) throw new Error('a usual code lies too far from its heading');
    leaf[from] = far;
  });
  // A document is the title of its row, 0, or a note by its number and one.
  const note = base.section('search.document.note', 'u16').map((each) => {
    const now = each === 0 ? 0 : (renumbered[each - 1] ?? 0) + 1;
    if (now > 0xffff) throw new Error('more notes than the search index can name');
    return now;
  });
  return {
    'search.leaf': ['u16', leaf],
    'search.document.row': ['u32', base.section('search.document.row', 'u32').map((row) => moved[row] ?? 0)],
    'search.document.note': ['u16', note],
  };
}
