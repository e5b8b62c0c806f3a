/** What an 837 says of its claims, segment by segment, in one way of writing: so that two files can be compared. */

export interface Said {
  readonly id: string;
  /** Elements after the id, each as its components; empty ones trail away. */
  readonly elements: readonly (readonly string[])[];
  /** Place in the file, from 1. */
  readonly number: number;
}

/** Segments of the file, not of its claims; levels and lines are counted anew when a file is written. */
const OF_FILE = new Set(['ISA', 'GS', 'ST', 'BHT', 'SE', 'GE', 'IEA', 'TA1', 'HL', 'LX', '']);

export function saidOf(text: string): Said[] {
  const start = text.indexOf('ISA');
  const [mark = '*', component = ':', end = '~'] = [text[start + 3], text[start + 104], text[start + 105]];
  const said: Said[] = [];
  let ofFile = true;
  let place = '';
  let number = 0;
  for (const raw of text.slice(start).split(end)) {
    const [id = '', ...parts] = raw
      .replace(/[\r\n]/g, '')
      .trim()
      .split(mark);
    if (id === '' && parts.length === 0) continue;
    number++;
    // From BHT to the first level stand sender and receiver.
    if (id === 'ST') ofFile = true;
    if (id === 'HL') ofFile = false;
    if (ofFile || OF_FILE.has(id)) continue;
    const elements = parts.map((part) => part.split(component).map(plain));
    if (id === 'CLM') place = elements[4]?.[0] ?? '';
    const own = id === 'SV1' ? 4 : id === 'SV3' ? 2 : -1;
    // The place of a line that is the claim's says nothing more.
    if (own >= 0 && elements[own]?.[0] === place) elements[own] = [''];
    for (const each of inParts(id, elements)) said.push({ id, elements: each, number });
  }
  return said;
}

/** Numbers with a point in one way of writing; ZIP codes and tax numbers without hyphens. */
function plain(text: string): string {
  if (/^-?\d*\.\d+$/.test(text)) return String(Number(text));
  if (/^\d{5}-\d{4}$/.test(text) || /^\d{2}-\d{7}$/.test(text)) return text.replace('-', '');
  const period = /^(\d{8})-(\d{8})$/.exec(text);
  return period && period[1] === period[2] ? (period[1] ?? '') : text;
}

/** A segment that holds several of a kind, which may stand together or apart, as one of each. */
function inParts(id: string, elements: readonly (readonly string[])[]): (readonly (readonly string[])[])[] {
  const empty = (each: readonly string[] | undefined): boolean => each === undefined || each.every((part) => part === '');
  if (id === 'HI') return elements.filter((each) => !empty(each)).map((each) => [each]);
  if (id === 'CAS') {
    const triples: (readonly (readonly string[])[])[] = [];
    for (let at = 1; at < elements.length; at += 3)
      if (!empty(elements[at])) triples.push([elements[0] ?? [], elements[at] ?? [], elements[at + 1] ?? [], elements[at + 2] ?? []]);
    return triples;
  }
  if (id === 'PER') {
    const channels: string[] = [];
    for (let at = 2; at < elements.length; at += 2)
      if (!empty(elements[at]) || !empty(elements[at + 1])) channels.push(`${elements[at]?.join(':')} ${elements[at + 1]?.join(':')}`);
    return [[...elements.slice(0, 2), ...channels.toSorted().map((each) => [each])]];
  }
  if (id === 'PAT' && elements.every(empty)) return [];
  if (id === 'DTP' && elements[2]?.[0]?.length === 8) return [[elements[0] ?? [], ['D8'], elements[2]]];
  return [closedUp(id, elements)];
}

/** Elements that are a list, from one to another, or in order; and components that are. */
const LISTS: Readonly<Record<string, readonly number[]>> = { CRC: [3, 4, 5, 6, 7], MIA: [5, 20, 21, 22, 23], MOA: [3, 4, 5, 6, 7] };
const MODIFIERS: Readonly<Record<string, number>> = { SV1: 1, SV2: 2, SV3: 1, SVD: 3 };
const WHOLE: Readonly<Record<string, readonly number[]>> = { SV1: [7], SV3: [4, 11], TOO: [3], CLM: [11] };

/** Gaps in a list say nothing. */
function closedUp(id: string, elements: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const closed = elements.map((each) => [...each]);
  const list = (LISTS[id] ?? []).filter((element) => element <= closed.length);
  const filled = list.map((element) => closed[element - 1] ?? ['']).filter((each) => each.some((part) => part !== ''));
  list.forEach((element, at) => {
    closed[element - 1] = filled[at] ?? [''];
  });
  const procedure = closed[(MODIFIERS[id] ?? 0) - 1];
  if (procedure && procedure.length > 2) {
    const modifiers = procedure.slice(2, 6).filter((part) => part !== '');
    procedure.splice(2, 4, ...modifiers, ...Array<string>(4 - modifiers.length).fill(''));
  }
  for (const element of WHOLE[id] ?? []) {
    const parts = closed[element - 1];
    if (!parts) continue;
    // The state and country of an accident keep their places after its causes.
    const size = id === 'CLM' ? 3 : parts.length;
    const own = parts.slice(0, size).filter((part) => part !== '');
    parts.splice(0, size, ...own, ...Array<string>(Math.max(0, size - own.length)).fill(''));
  }
  return closed;
}

/** What `before` says and `after` does not: each segment of `after` can stand for one that says no more than it. */
export function lostOf(before: readonly Said[], after: readonly Said[]): Said[] {
  const left = new Map<string, Said[]>();
  for (const each of after) left.set(each.id, [...(left.get(each.id) ?? []), each]);
  const take = (each: Said, fits: (other: Said) => boolean): boolean => {
    const list = left.get(each.id) ?? [];
    const at = list.findIndex(fits);
    if (at >= 0) list.splice(at, 1);
    return at >= 0;
  };
  const exact = before.filter((each) => !take(each, (other) => JSON.stringify(other.elements) === JSON.stringify(each.elements)));
  return exact.filter((each) => !take(each, (other) => covers(other, each)));
}

function covers(other: Said, each: Said): boolean {
  return each.elements.every((parts, at) => parts.every((part, inside) => part === '' || part === other.elements[at]?.[inside]));
}
