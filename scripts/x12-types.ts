/**
 * Writes the types of `x12 json` from the maps: one file a guide, and the list of them. `npm run docs` calls it. The
 * predetermination guides, which are not sure, have none.
 */
import { GUIDE_IDS, guide, type GuideId } from '@cleanclaim/x12';
import type { Child, ElementSpec, LoopNode, SegmentSpec } from '../packages/x12/src/map/model.ts';
import { ELEMENT_LABELS } from '../packages/x12/src/maps/labels.ts';

/** A longer list of codes is any text: it would say little and weigh much. */
const MOST_CODES = 24;
const FOLDER = 'packages/x12/src/generated';

/** The files, by path from the root of the repository. */
export function typeFiles(): Map<string, string> {
  const ids = GUIDE_IDS.filter((id) => id !== 'TA1' && !id.includes('-X29'));
  const files = new Map(ids.map((id) => [`${FOLDER}/${fileName(id)}.ts`, typesOf(id)]));
  files.set(`${FOLDER}/index.ts`, indexOf(ids));
  return files;
}

function fileName(id: GuideId): string {
  return id.toLowerCase();
}

/** `X837P`, `X837PX291`. */
function namespaceOf(id: GuideId): string {
  return `X${id.replaceAll('-', '')}`;
}

function indexOf(ids: readonly GuideId[]): string {
  return [
    '// Made from the maps by `npm run docs`.',
    ...ids.map((id) => `import type * as ${namespaceOf(id)} from './${fileName(id)}.ts';`),
    '',
    `export type { ${ids.map(namespaceOf).join(', ')} };`,
    '',
    '/** The transaction of each guide, as `x12 json` gives it. */',
    'export interface X12Transactions {',
    ...ids.map((id) => `  '${id}': ${namespaceOf(id)}.Transaction;`),
    '}',
    '',
  ].join('\n');
}

function typesOf(id: GuideId): string {
  const { root, set, versions } = guide(id);
  const loops = new Map<string, LoopNode>();
  gather(root, loops);
  const bodies = [...loops.values()].flatMap((loop) => loopLines(loop, loop === root, set, id));
  return [
    `// Made from the map of ${id} (${versions[0] ?? ''}) by \`npm run docs\`: structure and our own labels, no guide text.`,
    "import type { Repeated, X12Loop, X12Segment, X12Transaction } from '../json/typed.ts';",
    '',
    ...bodies,
  ]
    .join('\n')
    .replace(/\{ Repeated, X12Loop,/, (all) => (bodies.some((line) => line.includes('Repeated<')) ? all : '{ X12Loop,'));
}

/** Loops by id: one that may stand under two parents is the same. */
function gather(loop: LoopNode, into: Map<string, LoopNode>): void {
  if (into.has(loop.id)) return;
  into.set(loop.id, loop);
  for (const child of loop.children) if (child.loop) gather(child.loop, into);
}

function loopLines(loop: LoopNode, isRoot: boolean, set: string, id: GuideId): string[] {
  const prefix = isRoot ? 'Set' : `Loop${loop.id}`;
  const names = new Map<Child, string>();
  const taken = new Set<string>();
  for (const child of loop.children) {
    const wanted = child.loop ? `Loop${child.loop.id}` : `${prefix}${pascal(child.segment.key)}`;
    let name = wanted;
    for (let n = 2; taken.has(name) && !child.loop; n++) name = `${wanted}${n}`;
    taken.add(name);
    names.set(child, name);
  }
  const content = [...new Set(names.values())].join(' | ');
  const segments = loop.children.flatMap((child) => (child.loop ? [] : segmentLines(child.segment, names.get(child) ?? '')));
  const own = isRoot
    ? `export type Transaction = X12Transaction<'${set}', '${id}', ${content}>;`
    : `export type Loop${loop.id} = X12Loop<'${loop.id}', ${quoted(loop.label)}, ${content}>;`;
  return [`/** ${capital(loop.label)}. */`, own, '', ...segments];
}

function segmentLines({ id, label, elements }: SegmentSpec, name: string): string[] {
  const used = elements.map((spec) => spec.usage !== 'N');
  const last = used.lastIndexOf(true);
  const lastRequired = elements.findLastIndex(({ usage }) => usage === 'R');
  const members = elements.slice(0, last + 1).map((spec, at) => {
    const words = ELEMENT_LABELS[spec.dataElement];
    const member = `${id.toLowerCase()}${String(at + 1).padStart(2, '0')}${words ? pascal(words) : ''}`;
    return `${member}${at > lastRequired ? '?' : ''}: ${typeOf(spec)}`;
  });
  return [
    `/** ${capital(label)}. */`,
    `export type ${name} = X12Segment<'${id}', ${quoted(label)}, readonly [${members.join(', ')}]>;`,
    '',
  ];
}

/** A composite of which only the first part is filled is written as text. */
function typeOf(spec: ElementSpec): string {
  if (spec.usage === 'N') return "''";
  const single = spec.components ? `string | readonly string[]` : codesOf(spec);
  return spec.repeats === 1 ? single : `Repeated<${single}>`;
}

function codesOf({ codes, usage }: ElementSpec): string {
  if (!codes || codes.values.length > MOST_CODES) return 'string';
  return [...codes.values.map(quoted), ...(usage === 'R' ? [] : ["''"])].join(' | ');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : capital(word)))
    .join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
