/**
 * Small 837s made from our own maps: what a guide requires, and beside it one segment filled in one way. All of them
 * together hold each segment, element and code of the guide at least once. Values are made up.
 */
import { type GuideId, guide } from '../../packages/x12/src/map/guides.ts';
import type { Child, ElementSpec, LoopNode, SegmentSpec } from '../../packages/x12/src/map/model.ts';

export interface Made {
  /** Loop and key of the segment that this file is about, and what of it is filled. */
  readonly about: string;
  readonly text: string;
}

/** An element, or a component of it, with one of its codes. */
interface Filled {
  readonly element: number;
  readonly component: number;
  readonly code: string | undefined;
}

/** Every file of a guide. */
export function* everySegment(id: GuideId): Generator<Made> {
  const { root, versions } = guide(id);
  for (const target of targets(root)) {
    for (const filled of waysToFill(target.segment)) {
      const maker = new FileMaker(versions[0] ?? '', target, filled);
      const where = `${target.at.id} ${target.segment.key}`;
      yield { about: filled ? `${where}-${filled.element}-${filled.component} ${filled.code ?? ''}` : where, text: maker.file(root) };
    }
  }
}

/** Segments below the sender and receiver; the claim under a patient of his own is the same as under the subscriber. */
function targets(node: LoopNode): Child[] {
  return node.children.flatMap((child) => {
    if (child.at.id === 'ST' || child.at.id.startsWith('1000') || child.segment.id === 'HL') return child.loop ? targets(child.loop) : [];
    if (child.loop) return child.loop.id === '2300' && node.id === '2000C' ? [] : targets(child.loop);
    return [child];
  });
}

/** Twice where it may stand twice, and each element, component and code that need not be filled. */
function* waysToFill(spec: SegmentSpec): Generator<Filled | undefined> {
  yield undefined;
  for (const [at, element] of spec.elements.entries()) {
    if (element.usage === 'N') continue;
    for (const [inside, part] of (element.components ?? [element]).entries()) {
      if (part.usage === 'N') continue;
      const codes = part.codes?.values ?? (part.usage === 'R' && element.usage === 'R' ? [] : [undefined]);
      const component = element.components ? inside + 1 : 0;
      for (const code of codes) yield { element: at + 1, component, code };
    }
  }
}

class FileMaker {
  readonly #version: string;
  readonly #target: Child;
  readonly #filled: Filled | undefined;
  readonly #path = new Set<LoopNode>();
  readonly #segments: string[] = [];
  #levels = 0;
  #counter = 0;

  constructor(version: string, target: Child, filled: Filled | undefined) {
    this.#version = version;
    this.#target = target;
    this.#filled = filled;
    for (let node: LoopNode | undefined = target.at; node; node = node.parent) this.#path.add(node);
  }

  file(root: LoopNode): string {
    this.#loop(root);
    const head = [
      `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'S'.padEnd(15)}*ZZ*${'R'.padEnd(15)}*260105*1200*^*00501*000000001*0*T*:`,
      `GS*HC*S*R*20260105*1200*1*X*${this.#version}`,
    ];
    const [set = '', ...rest] = this.#segments;
    const all = [...head, set.replace(/^ST.*/, `ST*837*0001*${this.#version}`), ...rest, 'GE*1*1', 'IEA*1*000000001'];
    return `${all.join('~\n')}~\n`;
  }

  #loop(node: LoopNode): void {
    const level = node.level ? ++this.#levels : 0;
    for (const child of node.children) {
      if (child.loop) {
        const times = this.#wants(child, node) ? (child === this.#target && child.max !== 1 ? 2 : 1) : 0;
        for (let time = 0; time < times; time++) this.#loop(child.loop);
      } else if (child.segment.id === 'HL') this.#level(child, level);
      else if (child.usage === 'R' || child === this.#target) this.#add(child);
    }
  }

  #wants(child: Child, node: LoopNode): boolean {
    const { loop } = child;
    if (!loop) return false;
    const patient = [...this.#path].some(({ id }) => id === '2000C' || id === '2010CA');
    if (loop.id === '2300') return node.id === (patient ? '2000C' : '2000B');
    if (loop.id === '2000C') return patient;
    return child.usage === 'R' || this.#path.has(loop);
  }

  #level({ segment }: Child, level: number): void {
    const kind = segment.elements[2]?.codes?.values[0] ?? '';
    const below = kind === '23' || (kind === '22' && ![...this.#path].some(({ id }) => id === '2000C' || id === '2010CA')) ? '0' : '1';
    this.#segments.push(`HL*${level}*${level === 1 ? '' : level - 1}*${kind}*${below}`);
  }

  #add(child: Child): void {
    const { segment } = child;
    const wanted = child === this.#target ? this.#filled : undefined;
    // A segment that opens its loop stands once in it.
    const times = child === this.#target && child.max !== 1 && child.at.children[0]?.segment !== segment ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const elements = this.#elements(segment, wanted);
      while (elements.at(-1) === '') elements.pop();
      this.#segments.push([segment.id, ...elements].join('*'));
    }
  }

  #elements(spec: SegmentSpec, wanted: Filled | undefined): string[] {
    const needed = new Set(spec.elements.flatMap((element, at) => (element.usage === 'R' ? [at + 1] : [])));
    if (wanted) needed.add(wanted.element);
    // Elements that go together, and those of one path that the reader is told everything by.
    for (let size = -1; size !== needed.size; ) {
      size = needed.size;
      for (const { kind, elements } of spec.relations) {
        const [first = 0] = elements;
        const any = elements.some((each) => needed.has(each));
        if (kind === 'P' ? any : (kind === 'C' || kind === 'L') && needed.has(first))
          for (const each of elements) if (spec.elements[each - 1]?.usage !== 'N') needed.add(each);
        if (kind === 'R' && !any) needed.add(first);
      }
    }
    if (spec.id === 'SBR' && this.#target.at.id !== '2000C' && this.#target.at.id !== '2010CA' && spec.elements[1]?.usage === 'S')
      needed.add(2);
    const values: string[] = [];
    for (const [at, element] of spec.elements.entries()) {
      const own = wanted?.element === at + 1 ? wanted : undefined;
      values.push(needed.has(at + 1) && element.usage !== 'N' ? this.#element(spec, at, element, own, values) : '');
    }
    return values;
  }

  #element(spec: SegmentSpec, at: number, element: ElementSpec, wanted: Filled | undefined, before: readonly string[]): string {
    if (!element.components) return this.#value(spec.id, at + 1, element, wanted?.code, before[element.formatAt - 1]);
    const parts: string[] = [];
    for (const [inside, part] of element.components.entries()) {
      const own = wanted?.component === inside + 1;
      const fill = part.usage === 'R' || own || (inside === 0 && part.usage !== 'N');
      parts.push(
        fill && part.usage !== 'N' ? this.#value(spec.id, at + 1, part, own ? wanted.code : undefined, parts[part.formatAt - 1]) : '',
      );
    }
    while (parts.at(-1) === '') parts.pop();
    return parts.join(':');
  }

  #value(id: string, at: number, element: ElementSpec, code: string | undefined, format: string | undefined): string {
    if (code !== undefined) return code;
    const [first] = element.codes?.values ?? [];
    if (first !== undefined) return first;
    this.#counter++;
    if (element.formatAt > 0 || element.dataElement === '1251') return DATES[format ?? 'D8'] ?? '20260105';
    if (id === 'LX') return '1';
    if (element.list === 'state') return 'NY';
    if (id === 'CLM' && at === 5) return element.list === 'claim-frequency' ? '1' : '11';
    switch (element.type) {
      case 'R':
      case 'N2':
        return `${this.#counter}.5`;
      case 'N0':
        return '1';
      case 'DT':
        return '20260105';
      case 'TM':
        return '1200';
      default:
        return `A${this.#counter}`.padEnd(element.min, '0').slice(0, element.max);
    }
  }
}

const DATES: Readonly<Record<string, string>> = { D8: '20260105', RD8: '20260105-20260107', TM: '1430', DT: '202601051430' };
