import type { Child, Guide, LoopNode, Qualifier } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { type Trust, SURE_SEGMENTS } from './elements.ts';
import type { OpenLoop } from './open-loop.ts';
import { isOnly, matches, pick } from './pick.ts';
import { type Findings, placeName, shown } from './report.ts';
import { type Succession, successionOf } from './succession.ts';

/** Who is told what the walker sees, in order. */
export interface WalkListener {
  open?(loop: LoopNode): void;
  close?(loop: LoopNode): void;
}

/** Where a segment was placed; undefined when the guide has no place for it. */
export type Placed = Child | undefined;

/**
 * Walks a transaction through its guide. A segment is looked for from the innermost open loop outward, in order; then
 * out of order; then below a loop whose own beginning is missing; then by its id alone, its qualifier being wrong. So
 * loops that look alike are told apart by what is open (a second SBR opens 2320, an NM1*82 after it is 2330D).
 */
export class Walker {
  readonly guide: Guide;
  readonly #findings: Findings;
  readonly #listener: WalkListener;
  readonly #trust: Trust;
  readonly #open: OpenLoop[] = [];
  readonly #succession: Succession;
  #depth = 0;
  #levels = 0;
  /** The child that came last. */
  #last: Child | undefined;
  /** Depth of the outermost open loop in which something came too late: what follows there, `#last` alone does not tell. */
  #late = Number.POSITIVE_INFINITY;

  constructor(guide: Guide, findings: Findings, listener: WalkListener, trust: Trust) {
    this.guide = guide;
    this.#findings = findings;
    this.#listener = listener;
    this.#trust = trust;
    this.#succession = successionOf(guide);
    this.#enter(guide.root);
  }

  /** Finds the place of the next segment and moves there. */
  place(segment: Segment): Placed {
    const { id } = segment;
    const before = this.#late === Number.POSITIVE_INFINITY ? this.#last : undefined;
    const step = before && this.#succession.find(before, segment, id);
    if (step) return this.#take(segment, step.depth, step.child);
    for (let node = this.loop.nearest.get(id); node; node = node.parent?.nearest.get(id)) {
      const open = this.#at(node.depth);
      const children = node.byId.get(id);
      const child = pick(segment, children, open, true);
      if (!child) continue;
      if (before && isOnly(segment, children, open)) this.#succession.learn(before, segment, child, node.depth);
      return this.#take(segment, node.depth, child);
    }
    return this.#elsewhere(segment, id);
  }

  /** Ends the transaction: whatever is open is closed and its missing parts are reported. */
  finish(): void {
    this.#closeTo(0);
  }

  /** Ends a transaction that was cut off: nothing is said about what did not come. */
  abandon(): void {
    while (this.#depth > 0) this.#listener.close?.(this.#at(--this.#depth).node);
  }

  /** The loop that is open innermost. */
  get loop(): LoopNode {
    return this.#at(this.#depth - 1).node;
  }

  #elsewhere(segment: Segment, id: string): Placed {
    for (let depth = this.#depth - 1; depth >= 0; depth--) {
      const open = this.#at(depth);
      const child = pick(segment, open.node.byId.get(id), open, false);
      if (!child) continue;
      const placed = this.#take(segment, depth, child);
      this.#late = Math.min(this.#late, depth);
      this.#say('x12/segment-order', segment, `${id} comes too late in loop ${open.node.id}.`);
      return placed;
    }
    return this.#below(segment, id) ?? this.#wrongQualifier(segment, id) ?? this.#nowhere(segment, id);
  }

  /** The segment opens a loop inside a loop whose own first segment is missing. */
  #below(segment: Segment, id: string): Placed {
    for (let depth = this.#depth - 1; depth >= 0; depth--) {
      const open = this.#at(depth);
      for (const outer of open.node.children) {
        const inner = outer.loop?.byId.get(id)?.find((child) => child.loop && matches(segment, child.segment.by) > 0);
        if (!outer.loop || !inner || outer.pos < open.pos) continue;
        this.#say(
          'x12/segment-missing',
          segment,
          `${outer.segment.id} of loop ${outer.loop.id} (${outer.loop.label}) is missing before ${id}.`,
          outer.segment.id,
          outer.loop.id,
        );
        this.#closeTo(depth + 1);
        this.#count(open, outer);
        this.#enter(outer.loop);
        return this.#take(segment, this.#depth - 1, inner);
      }
    }
    return undefined;
  }

  /** The guide has such a segment here, but not with this qualifier: the qualifier is at fault, and the segment stands. */
  #wrongQualifier(segment: Segment, id: string): Placed {
    for (let depth = this.#depth - 1; depth >= 0; depth--) {
      const open = this.#at(depth);
      const here = open.node.byId.get(id)?.filter((child) => child.pos >= open.pos);
      if (!here || here.length === 0) continue;
      const child = here.find((each) => each.usage === 'R' && (open.counts[each.index] ?? 0) === 0) ?? here[0];
      const [qualifier] = child?.segment.by ?? [];
      if (!child || !qualifier) continue;
      const value =
        qualifier.component === 0 ? segment.element(qualifier.element) : segment.component(qualifier.element, qualifier.component);
      // Without its qualifier a segment is read as the first it could be; the missing element is found by the element check.
      if (value !== '') this.#sayQualifier(segment, qualifier, value, here, open.node);
      return this.#take(segment, depth, child, value !== '');
    }
    return undefined;
  }

  #sayQualifier(segment: Segment, { element, component }: Qualifier, value: string, here: readonly Child[], loop: LoopNode): void {
    const taken = new Set(here.flatMap((child) => child.segment.by[0]?.codes.values ?? []));
    const some = taken.size > 20 ? `one of ${taken.size} codes` : [...taken].join(', ');
    this.#findings.loop = loop.id;
    const unsure = this.#trust === 'unsure' && !SURE_SEGMENTS.has(segment.id);
    this.#findings.add('x12/element-code', {
      message: `${placeName(segment.id, element, component)} is ${shown(value)}; loop ${loop.id} takes ${some}.`,
      element,
      ...(component > 0 ? { component } : {}),
      ...(unsure ? { severity: 'warning' } : {}),
      value,
    });
  }

  #nowhere(segment: Segment, id: string): Placed {
    const known = this.guide.ids.has(id);
    if (known) this.#say('x12/segment-unexpected', segment, `${id} has no place after what came before it in loop ${this.loop.id}.`);
    else this.#findings.add('x12/segment-unknown', { message: `${shown(id)} is no segment of the ${this.guide.id} guide.` });
    return undefined;
  }

  #take(segment: Segment, depth: number, child: Child, wrong = false): Placed {
    this.#closeTo(depth + 1);
    this.#last = child;
    const open = this.#at(depth);
    if (child.pos > open.pos) open.pos = child.pos;
    if (!child.loop) {
      this.#findings.loop = open.node.id;
      this.#countSegment(segment, open, child);
      return wrong ? withoutQualifier(child, segment) : child;
    }
    this.#findings.loop = child.loop.id;
    this.#count(open, child);
    if (child.max > 0 && open.counts[child.index] === child.max + 1) {
      this.#say(
        'x12/loop-repeats',
        segment,
        `Loop ${child.loop.id} (${child.loop.label}) stands more than ${child.max} time${child.max === 1 ? '' : 's'}.`,
      );
    }
    this.#enter(child.loop);
    if (child.loop.level) this.#level(segment);
    return wrong ? withoutQualifier(child, segment) : child;
  }

  #countSegment(segment: Segment, open: OpenLoop, child: Child): void {
    this.#count(open, child);
    if (child.usage === 'N')
      this.#say('x12/segment-not-used', segment, `${segment.id} (${child.segment.label}) is not used in loop ${open.node.id}.`);
    else if (child.max > 0 && open.counts[child.index] === child.max + 1) {
      this.#say(
        'x12/segment-repeats',
        segment,
        `${segment.id} (${child.segment.label}) stands more than ${child.max} time${child.max === 1 ? '' : 's'} in loop ${open.node.id}.`,
      );
    }
  }

  #count(open: OpenLoop, child: Child): void {
    open.counts[child.index] = (open.counts[child.index] ?? 0) + 1;
    if (child.pos > open.pos) open.pos = child.pos;
  }

  #enter(node: LoopNode): void {
    let open = this.#open[this.#depth];
    if (!open) {
      open = { node, pos: 0, counts: [], level: '', declaresChildren: '' };
      this.#open.push(open);
    }
    this.#depth++;
    open.node = node;
    // Never shortened: a frame is used again and again, by loops of many sizes.
    for (let at = 0; at < node.children.length; at++) open.counts[at] = 0;
    open.level = '';
    open.declaresChildren = '';
    // The segment that opened it has come.
    open.counts[0] = 1;
    open.pos = node.children[0]?.pos ?? 0;
    this.#listener.open?.(node);
  }

  /** HL01 counts up; HL02 is the level this one stands under; HL04 of that one must allow it. */
  #level(segment: Segment): void {
    const open = this.#at(this.#depth - 1);
    this.#levels++;
    open.level = segment.element(1);
    open.declaresChildren = segment.element(4);
    this.#levelNumber(open);
    const parent = segment.element(2);
    const above = this.#above();
    if (above && parent !== '' && parent !== above.level) {
      // Examples of the 278 hang services under services; only a parent that is nowhere is surely wrong there.
      const known = /^\d{1,9}$/.test(parent) && Number(parent) >= 1 && Number(parent) < this.#levels;
      this.#findings.add('x12/level-parent', {
        message: `HL02 is ${shown(parent)}, but this level stands under HL ${above.level} (loop ${above.node.id}).`,
        element: 2,
        codes: { dataElement: '734' },
        value: parent,
        ...(known && this.#trust !== 'sure' ? { severity: 'warning' } : {}),
      });
    }
    if (above?.declaresChildren === '0') {
      this.#findings.add('x12/level-child', {
        message: `HL ${above.level} says that no level follows below it (HL04 0), but this one does.`,
        element: 2,
      });
      above.declaresChildren = '';
    }
  }

  #levelNumber(open: OpenLoop): void {
    const { level } = open;
    if (level === '') return;
    if (!/^\d{1,9}$/.test(level)) {
      this.#findings.add('x12/element-number', {
        message: `HL01 is ${shown(level)}, not a number.`,
        element: 1,
        codes: { dataElement: '628' },
        value: level,
      });
      open.level = String(this.#levels);
    } else if (Number(level) !== this.#levels) {
      this.#findings.add('x12/level-number', {
        message: `HL01 is ${shown(level)}; this is level ${this.#levels} of the set.`,
        element: 1,
        codes: { dataElement: '628' },
        value: level,
      });
      this.#levels = Number(level);
    }
  }

  #above(): OpenLoop | undefined {
    for (let depth = this.#depth - 2; depth >= 0; depth--) if (this.#at(depth).node.level) return this.#at(depth);
    return undefined;
  }

  /** Closes loops down to a depth, saying what each still needs. */
  #closeTo(depth: number): void {
    while (this.#depth > depth) {
      const open = this.#at(this.#depth - 1);
      for (const child of open.node.required) if ((open.counts[child.index] ?? 0) === 0) this.#missing(open.node, child);
      this.#depth--;
      this.#listener.close?.(open.node);
    }
    if (this.#late >= depth) this.#late = Number.POSITIVE_INFINITY;
  }

  #missing(loop: LoopNode, child: Child): void {
    const unsure = child.segment.soft || (this.#trust !== 'sure' && !SURE_SEGMENTS.has(child.segment.id));
    this.#findings.add(child.loop ? 'x12/loop-missing' : 'x12/segment-missing', {
      message: child.loop
        ? `Loop ${child.loop.id} (${child.loop.label}) is missing in loop ${loop.id}: it begins with ${child.segment.id}.`
        : `${child.segment.id} (${child.segment.label}) is missing in loop ${loop.id} (${loop.label}).`,
      segment: child.segment.id,
      loop: child.loop?.id ?? loop.id,
      ...(unsure ? { severity: 'warning' } : {}),
    });
  }

  #say(
    rule:
      | 'x12/segment-order'
      | 'x12/segment-missing'
      | 'x12/segment-unexpected'
      | 'x12/loop-repeats'
      | 'x12/segment-repeats'
      | 'x12/segment-not-used',
    segment: Segment,
    message: string,
    id?: string,
    loop?: string,
  ): void {
    const unsure = this.#trust !== 'sure' && !SURE_SEGMENTS.has(segment.id);
    this.#findings.add(rule, {
      message,
      ...(id === undefined ? {} : { segment: id }),
      ...(loop === undefined ? {} : { loop }),
      ...(unsure ? { severity: 'warning' } : {}),
    });
  }

  #at(depth: number): OpenLoop {
    return this.#open[depth] as OpenLoop;
  }
}

/** The same place, without judging again the qualifier that was already found wrong. */
function withoutQualifier(child: Child, segment: Segment): Child {
  const [qualifier] = child.segment.by;
  if (!qualifier || segment.element(qualifier.element) === '') return child;
  const elements = child.segment.elements.map((spec, at) => (at + 1 === qualifier.element ? open(spec) : spec));
  return { ...child, segment: { ...child.segment, elements } };
}

function open<Spec extends Child['segment']['elements'][number]>(spec: Spec): Spec {
  return { ...spec, codes: undefined, max: 0, components: spec.components?.map((each) => ({ ...each, codes: undefined, max: 0 })) };
}
