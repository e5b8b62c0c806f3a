import { packed } from '../map/code-list.ts';
import type { Child, Qualifier } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { OpenLoop } from './open-loop.ts';

/**
 * The child that a segment is, in order or out of it: the one whose qualifiers all hold, else whose first does; one not
 * yet full before a full one. Asked once a segment and open loop, so it makes no objects and reads by index.
 */
export function pick(segment: Segment, children: readonly Child[] | undefined, open: OpenLoop, inOrder: boolean): Child | undefined {
  if (!children) return undefined;
  let best: Child | undefined;
  let score = 0;
  // Siblings are mostly told apart by one short element: it is read once for all of them.
  let keyed = 0;
  let key = -1;
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Child;
    if (child.pos >= open.pos !== inOrder) continue;
    const { by } = child.segment;
    const first = by[0];
    let match: 0 | 1 | 2 = 2;
    if (first && first.component === 0) {
      if (first.element !== keyed) {
        keyed = first.element;
        key = shortKey(segment, keyed, 0);
      }
      if (key < 0) match = matches(segment, by);
      else if (!first.codes.hasPacked(key)) continue;
      else if (by.length > 1) match = matches(segment, by);
    } else if (first) match = matches(segment, by);
    if (match === 0) continue;
    const full = child.max > 0 && (open.counts[child.index] ?? 0) >= child.max;
    const worth = match * 2 + (full ? 0 : 1);
    if (worth > score) {
      best = child;
      score = worth;
    }
  }
  return best;
}

/** An element, or a component of one, of up to four plain characters as one number; -1 for another. */
export function shortKey(segment: Segment, element: number, component: number): number {
  const start = segment.careful ? -1 : segment.startOf(element, component);
  if (start < 0) return -1;
  const end = segment.endOf(element, component, start);
  return end === start || end - start > 4 ? -1 : packed(segment.bytes, start, end);
}

/** 2 when all qualifiers hold, 1 when only the first does, 0 when it does not. */
export function matches(segment: Segment, by: readonly Qualifier[]): 0 | 1 | 2 {
  for (let at = 0; at < by.length; at++) if (!qualifies(segment, by[at] as Qualifier)) return at === 0 ? 0 : 1;
  return 2;
}

function qualifies(segment: Segment, { element, component, codes }: Qualifier): boolean {
  if (segment.careful) return codes.hasText(component === 0 ? segment.element(element) : segment.component(element, component));
  const start = segment.startOf(element, component);
  if (start < 0) return false;
  const end = segment.endOf(element, component, start);
  return start < end && codes.has(segment.bytes, start, end);
}

/** True when of the children in order one alone is such a segment, however often they have come. */
export function isOnly(segment: Segment, children: readonly Child[] | undefined, open: OpenLoop): boolean {
  return children?.filter((child) => child.pos >= open.pos && matches(segment, child.segment.by) > 0).length === 1;
}
