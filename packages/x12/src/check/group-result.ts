import type { SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { Observer, ObserverContext } from './observer.ts';

const ACCEPTED: ReadonlySet<string> = new Set(['A', 'E']);
const REFUSED: ReadonlySet<string> = new Set(['R', 'M', 'W', 'X']);

/** The counts of a 999 or 997 (AK902 sets told of, AK903 received, AK904 accepted) and its result must agree. */
export class GroupResult implements Observer {
  readonly #context: ObserverContext;

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  segment(segment: Segment, spec: SegmentSpec): void {
    if (spec.id !== 'AK9') return;
    const result = segment.element(1);
    const [told = Number.NaN, received = Number.NaN, accepted = Number.NaN] = [2, 3, 4].map((n) => count(segment.element(n)));
    const say = (message: string, element: number): void => this.#context.findings.add('x12/group-result', { message, element });
    for (const n of [2, 3, 4]) if (segment.element(n).startsWith('-')) say('A count is not below zero.', n);
    if (Number.isNaN(told) || Number.isNaN(received) || Number.isNaN(accepted)) return;
    if (accepted > received) say(`AK904 accepts ${accepted} sets of ${received} received (AK903).`, 4);
    else if (ACCEPTED.has(result) && accepted !== received)
      say(`AK901 accepts the group, but AK904 accepts ${accepted} of ${received} sets.`, 4);
    else if (REFUSED.has(result) && accepted > 0) say(`AK901 refuses the group, but AK904 accepts ${accepted} sets.`, 4);
    else if (result === 'A' && told !== received)
      say(`AK901 accepts the group, but ${received} sets were received of ${told} told of (AK902).`, 3);
  }
}

function count(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}
