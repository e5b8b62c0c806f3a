/**
 * `node --conditions=@cleanclaim/source scripts/x12-maps.ts [FACTS]`: writes packages/x12/src/maps from structural facts
 * (loops, segments, elements, usage, repeats, bare codes; JSON as described in docs/x12-maps.md). Run once a set of
 * facts changes; afterwards the maps may as well be edited by hand, they are what the engine reads.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface By {
  at: string;
  in: string[];
}
interface ElementFacts {
  de: string;
  u: string;
  t?: string;
  len?: [number, number];
  rep?: number;
  codes?: string[];
  list?: string;
  comps?: ElementFacts[];
}
interface SegmentFacts {
  key: string;
  pos: number;
  usage: string;
  max: number;
  label: string;
  by?: By[];
  pairs?: string[];
  elements: ElementFacts[];
}
interface LoopFacts {
  id: string;
  parent: string | string[] | null;
  pos: number | Record<string, number>;
  usage: string;
  usages?: Record<string, string>;
  max: number;
  label: string;
  trigger: { seg: string; by?: By[] };
  segments: SegmentFacts[];
}
interface GuideFacts {
  guide: string;
  transaction: string;
  group: string;
  version: string;
  also_seen: string[];
  loops: LoopFacts[];
}

const facts = process.argv[2] ?? fileURLToPath(new URL('../../shared/spec/x12-facts', import.meta.url));
const maps = fileURLToPath(new URL('../packages/x12/src/maps', import.meta.url));
/** The 837s have shared their common parts by hand since (maps/claim-parts.ts). */
const GUIDES = ['835', '270', '271', '276', '277', '277CA', '278Q', '278R', '999', 'TA1'];
/** Segments that the sources require and good files often lack: 835 technical contact (X12_FACTS section 4, number 8). */
const SOFT = new Set(['835 PER.BL']);
/** A list of at least so many codes that stands more than once gets a name. */
const NAMED = 12;

for (const guide of GUIDES) {
  const read: GuideFacts = JSON.parse(readFileSync(`${facts}/${guide}.json`, 'utf8'));
  const name = guide.toLowerCase();
  const text = [
    '/**',
    ` * ${guide} ${read.version}: which loops, segments, elements and bare code values the guide has, in our notation and with our`,
    ' * labels (docs/x12-maps.md explains the notation and where the facts come from). No guide text.',
    ' */',
    `export default \`${write(read)}\`;`,
    '',
  ].join('\n');
  writeFileSync(`${maps}/${name}.ts`, text);
}
const labels: Record<string, string> = JSON.parse(readFileSync(`${facts}/labels.json`, 'utf8'));
writeFileSync(
  `${maps}/labels.ts`,
  [
    '/** Data element number → our own name for it. */',
    'export const ELEMENT_LABELS: Readonly<Record<string, string>> = {',
    ...Object.entries(labels).map(
      ([number, label]) => `  ${/^\d+$/.test(number) ? number : `'${number}'`}: '${label.replaceAll("'", "\\'")}',`,
    ),
    '};',
    '',
  ].join('\n'),
);

function write(guide: GuideFacts): string {
  // A set names its guide in ST03 with or without the letters of its errata.
  for (const loop of guide.loops) {
    for (const segment of loop.segments) if (segment.key === 'PLB' && segment.pairs) segment.pairs[0] = 'P0506'; // one source has P0508
    for (const { de, codes } of loop.segments.flatMap((segment) => segment.elements)) {
      if (de === '1705' && codes) codes.splice(0, codes.length, guide.version, ...guide.also_seen);
    }
  }
  const lists = new Map<string, number>();
  const count = (element: ElementFacts): void => {
    if (element.codes && element.codes.length >= NAMED) {
      const key = element.codes.join(' ');
      lists.set(key, (lists.get(key) ?? 0) + 1);
    }
    element.comps?.forEach(count);
  };
  for (const loop of guide.loops) for (const segment of loop.segments) segment.elements.forEach(count);
  const names = new Map([...lists].filter(([, times]) => times > 1).map(([key], at) => [key, `$${at + 1}`]));
  const codes = (list: string[]): string => names.get(list.join(' ')) ?? list.join(',').replaceAll(' ', '_');
  return [
    `guide ${guide.guide} set ${guide.transaction} group ${guide.group || '-'} versions ${[guide.version, ...guide.also_seen].join(' ')}`,
    ...[...names].map(([key, name]) => `${name} ${key}`),
    ...guide.loops.flatMap((loop) => [loopLine(loop), ...loop.segments.map((segment) => segmentLine(guide.guide, segment, codes))]),
  ].join('\n');
}

function loopLine(loop: LoopFacts): string {
  const parents = loop.parent === null ? [] : [loop.parent].flat();
  const places = parents.map((parent) => {
    const pos = typeof loop.pos === 'number' ? loop.pos : loop.pos[parent];
    return `${parent}:${pos}:${loop.usages?.[parent] ?? loop.usage}`;
  });
  return `@${loop.id} ${places.join(',') || '-'} ${loop.max} "${loop.label}"`;
}

function segmentLine(guide: string, segment: SegmentFacts, codes: (list: string[]) => string): string {
  const by = (segment.by ?? []).map(({ at, in: values }) => {
    const own = elementAt(segment, at)?.codes;
    return own && own.join() === values.join() ? `?${at}` : `?${at}=${codes(values)}`;
  });
  let before = '';
  const elements = segment.elements.map((element) => {
    const text = elementText(element, codes);
    const same = text === before;
    before = text;
    return same ? '=' : text;
  });
  return [
    `${segment.key.replaceAll(' ', '_')} ${segment.pos} ${segment.usage} ${segment.max} "${segment.label}"`,
    ...(SOFT.has(`${guide} ${segment.key}`) ? ['soft'] : []),
    ...by,
    ...(segment.pairs ?? []),
    ':',
    ...elements,
  ].join(' ');
}

function elementAt(segment: SegmentFacts, at: string): ElementFacts | undefined {
  const [element, component] = at.split('-').map(Number);
  const found = segment.elements[(element ?? 0) - 1];
  return component === undefined ? found : found?.comps?.[component - 1];
}

function elementText(element: ElementFacts, codes: (list: string[]) => string): string {
  const head = `${element.de}${element.u}`;
  const repeats = element.rep === undefined ? '' : `*${element.rep}`;
  if (element.comps) {
    let before = '';
    const comps = element.comps.map((comp) => {
      const text = elementText(comp, codes);
      const same = text === before;
      before = text;
      return same ? '=' : text;
    });
    return `${head}(${comps.join(' ')})${repeats}`;
  }
  if (!element.t || !element.len) return head;
  const [min, max] = element.len;
  const list = element.codes ? `{${codes(element.codes)}}` : '';
  return `${head}${element.t}${min === max ? max : `${min}-${max}`}${list}${element.list ? `<${element.list}>` : ''}${repeats}`;
}
