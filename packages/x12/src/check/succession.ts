import type { Child, Guide, LoopNode } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { shortKey } from './pick.ts';

/** A segment that came after another, told by its id and one value, and the place it has. */
export interface Step {
  readonly id: string;
  /** Where the value stands; element 0 when the id alone tells. */
  readonly element: number;
  readonly component: number;
  readonly key: number;
  readonly child: Child;
  /** Depth of the loop whose child it is. */
  readonly depth: number;
}

/** Steps kept after one child: more would take longer to look through than the guide. */
const MOST = 32;

/**
 * What follows what in a guide, kept as it is met: files repeat themselves, and where a segment stands after another need
 * not be looked for twice. Only what the guide alone decides is kept, never what hangs on how often something has come
 * or come too late, so that a step holds for every file.
 */
export class Succession {
  /** By the serial of the child before. */
  readonly #after: Step[][] = [];

  find(before: Child, segment: Segment, id: string): Step | undefined {
    const steps = this.#after[before.serial];
    if (steps === undefined) return undefined;
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at] as Step;
      if (step.id === id && (step.element === 0 || shortKey(segment, step.element, step.component) === step.key)) return step;
    }
    return undefined;
  }

  /** Keeps the place of a segment after `before`, where every loop that was looked through on the way tells such segments by one and the same value. */
  learn(before: Child, segment: Segment, child: Child, depth: number): void {
    const steps = (this.#after[before.serial] ??= []);
    const { id } = segment;
    const place = steps.length < MOST ? placeAsked(before.at, id, depth) : undefined;
    if (!place) return;
    // A child that takes any value would have a step for each.
    if (place.element !== 0 && child.segment.by.length === 0) return;
    const key = place.element === 0 ? 0 : shortKey(segment, place.element, place.component);
    if (key >= 0) steps.push({ id, ...place, key, child, depth });
  }
}

/** The one place whose value tells segments of an id apart, from a loop outward; undefined when there are several. */
function placeAsked(from: LoopNode, id: string, depth: number): { readonly element: number; readonly component: number } | undefined {
  let place = { element: 0, component: 0 };
  for (let node = from.nearest.get(id); node && node.depth >= depth; node = node.parent?.nearest.get(id)) {
    for (const { segment } of node.byId.get(id) ?? []) {
      const [asked, ...more] = segment.by;
      if (!asked) continue;
      if (more.length > 0) return undefined;
      if (place.element === 0) place = { element: asked.element, component: asked.component };
      else if (place.element !== asked.element || place.component !== asked.component) return undefined;
    }
  }
  return place;
}

const successions = new WeakMap<Guide, Succession>();

/** That of a guide: what one file taught serves the next. */
export function successionOf(guide: Guide): Succession {
  const known = successions.get(guide);
  if (known) return known;
  const made = new Succession();
  successions.set(guide, made);
  return made;
}
