import { intern } from '../text/intern.ts';
import { CodeList } from './code-list.ts';
import type { Child, DataType, ElementSpec, Guide, LoopNode, Qualifier, Relation, SegmentSpec, Usage } from './model.ts';

/** A loop as its map writes it: its places under parents, and its own segments. */
interface LoopText {
  readonly id: string;
  readonly label: string;
  readonly max: number;
  readonly places: readonly { readonly parent: string; readonly pos: number; readonly usage: Usage }[];
  readonly segments: SegmentSpec[];
}

const ELEMENT = /^([CI]?\d+)([RSN])(?:(AN|ID|DT|TM|R|N0|N2)(\d+)(?:-(\d+))?)?(?:\{([^}]*)\})?(?:<([^>]*)>)?(?:\((.*)\))?(?:\*(\d+))?$/;
const SEGMENT = /^(\S+) (\d+) ([RSN]) (\d+) "([^"]*)"((?: [^:\s]\S*)*) : (.*)$/;
const LOOP = /^@(\S+) (\S+) (\d+) "([^"]*)"$/;

/** Makes a guide of its map (docs/x12-maps.md). Throws an Error naming the line when the map is wrong: maps are ours. */
export function readMap(text: string): Guide {
  const lines = text.split('\n');
  const head = /^guide (\S+) set (\S+) group (\S+) versions (.+)$/.exec(lines[0] ?? '');
  if (!head) throw new Error('a map begins with its guide line');
  const [, id = '', set = '', group = '', versions = ''] = head;
  const named = new Map<string, CodeList>();
  const loops: LoopText[] = [];
  for (const line of lines.slice(1)) {
    if (line.startsWith('$')) {
      const [name = '', ...codes] = line.split(' ');
      named.set(name, new CodeList(codes));
    } else if (line.startsWith('@')) loops.push(readLoop(line));
    else loops.at(-1)?.segments.push(readSegment(line, named));
  }
  const ids = new Set(loops.flatMap((loop) => loop.segments.map((segment) => segment.id)));
  const first = loops[0];
  if (!first) throw new Error(`${id}: no loops`);
  const root = placeLoop(first, undefined, loops, { next: 0 });
  linkNearest(root, new Map());
  return { id, set, group, versions: versions.split(' '), root, ids };
}

/** Puts a loop under a parent, with everything inside it. */
function placeLoop(loop: LoopText, parent: LoopNode | undefined, loops: readonly LoopText[], serials: { next: number }): LoopNode {
  const children: Child[] = [];
  const byId = new Map<string, Child[]>();
  const level = loop.segments[0]?.id === 'HL';
  const depth = parent ? parent.depth + 1 : 0;
  const node: LoopNode = { id: loop.id, label: loop.label, parent, children, byId, required: [], level, depth, nearest: NONE };
  const inside = loops.flatMap((other) => {
    const place = other.places.find((each) => each.parent === loop.id);
    const [segment] = other.segments;
    return place && segment
      ? [{ pos: place.pos, usage: place.usage, max: other.max, segment, loop: placeLoop(other, node, loops, serials) }]
      : [];
  });
  const own = loop.segments.map((segment) => ({ pos: segment.pos, usage: segment.usage, max: segment.max, segment, loop: undefined }));
  for (const child of [...own, ...inside].toSorted((one, other) => one.pos - other.pos)) {
    const placed = { ...child, index: children.length, at: child.loop ?? node, serial: serials.next++ };
    children.push(placed);
    // The segment that opens a loop belongs to the loop's place in its parent; met again inside, it opens the loop anew.
    if (parent && placed.segment === loop.segments[0] && !placed.loop) continue;
    const same = byId.get(child.segment.id);
    if (same) same.push(placed);
    else byId.set(child.segment.id, [placed]);
  }
  return Object.assign(node, { required: children.filter((child) => child.usage === 'R') });
}

const NONE: ReadonlyMap<string, LoopNode> = new Map();

/** Once the loops stand in each other, each is told where a segment it does not have is to be looked for. */
function linkNearest(node: LoopNode, around: ReadonlyMap<string, LoopNode>): void {
  const nearest = new Map(around);
  for (const id of node.byId.keys()) nearest.set(id, node);
  Object.assign(node, { nearest });
  for (const { loop } of node.children) if (loop) linkNearest(loop, nearest);
}

function readLoop(line: string): LoopText {
  const parts = LOOP.exec(line);
  if (!parts) throw new Error(`not a loop: ${line}`);
  const [, id = '', places = '', max = '', label = ''] = parts;
  return {
    id: intern(id),
    label,
    max: Number(max),
    places: places === '-' ? [] : places.split(',').map(readPlace),
    segments: [],
  };
}

function readPlace(text: string): { parent: string; pos: number; usage: Usage } {
  const [parent = '', pos = '', usage = ''] = text.split(':');
  return { parent, pos: Number(pos), usage: usage as Usage };
}

function readSegment(line: string, named: ReadonlyMap<string, CodeList>): SegmentSpec {
  const parts = SEGMENT.exec(line);
  if (!parts) throw new Error(`not a segment: ${line}`);
  const [, key = '', pos = '', usage = '', max = '', label = '', extras = '', rest = ''] = parts;
  const elements = readElements(rest, named);
  const words = extras.trim().split(' ').filter(Boolean);
  const soft = words[0] === 'soft';
  if (soft) words.shift();
  return {
    key,
    id: intern(key.split('.')[0]?.replaceAll("'", '') ?? key),
    label,
    pos: Number(pos),
    usage: usage as Usage,
    max: Number(max),
    by: words.filter((word) => word.startsWith('?')).map((word) => readQualifier(word, elements, named)),
    elements,
    soft,
    relations: words.filter((word) => !word.startsWith('?')).flatMap((word) => readRelation(word, elements)),
    requiredMask: elements.reduce((mask, element, at) => (element.usage === 'R' ? mask | (1 << (at + 1)) : mask), 0),
  };
}

function readQualifier(word: string, elements: readonly ElementSpec[], named: ReadonlyMap<string, CodeList>): Qualifier {
  const [, place = '', list] = /^\?([\d-]+)(?:=(.*))?$/.exec(word) ?? [];
  const [element = 0, component = 0] = place.split('-').map(Number);
  const spec = component === 0 ? elements[element - 1] : elements[element - 1]?.components?.[component - 1];
  const codes = list === undefined ? spec?.codes : codeList(list, named);
  if (!codes) throw new Error(`no codes to tell by: ${word}`);
  return { element, component, codes };
}

/** A relation holds only as far as the guide uses its elements. */
function readRelation(word: string, elements: readonly ElementSpec[]): Relation[] {
  const places = [...word.slice(1).matchAll(/\d\d/g)].map(([digits]) => Number(digits));
  const used = places.filter((place) => elements[place - 1] && elements[place - 1]?.usage !== 'N');
  const kind = word.charAt(0) as Relation['kind'];
  if (used.length < 2 || ((kind === 'C' || kind === 'L') && used[0] !== places[0])) return [];
  return [{ kind, elements: used, mask: used.reduce((mask, place) => mask | (1 << place), 0) }];
}

function readElements(text: string, named: ReadonlyMap<string, CodeList>): ElementSpec[] {
  const elements: ElementSpec[] = [];
  let formatAt = 0;
  for (const word of splitOutside(text)) {
    const before = elements.at(-1);
    const spec = word === '=' && before ? before : readElement(word, named);
    elements.push(spec.dataElement === '1251' && spec.usage !== 'N' ? { ...spec, formatAt } : spec);
    if (spec.dataElement === '1250' && spec.usage !== 'N') formatAt = elements.length;
  }
  return elements;
}

function readElement(word: string, named: ReadonlyMap<string, CodeList>): ElementSpec {
  const parts = ELEMENT.exec(word);
  if (!parts) throw new Error(`not an element: ${word}`);
  const [, dataElement = '', usage = '', type, min, max, codes, list, components, repeats] = parts;
  return {
    dataElement,
    usage: usage as Usage,
    type: (type ?? 'AN') as DataType,
    min: Number(min ?? 0),
    max: Number(max ?? min ?? 0),
    codes: codes === undefined ? undefined : codeList(codes, named),
    list: list ?? '',
    repeats: Number(repeats ?? 1),
    components: components === undefined ? undefined : readElements(components, named),
    formatAt: 0,
  };
}

function codeList(text: string, named: ReadonlyMap<string, CodeList>): CodeList {
  return named.get(text) ?? new CodeList(text.replaceAll('_', ' ').split(','));
}

/** Words parted by spaces that are not inside brackets. */
function splitOutside(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let word = '';
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ' ' && depth === 0) {
      if (word !== '') words.push(word);
      word = '';
    } else word += character;
  }
  return word === '' ? words : [...words, word];
}
