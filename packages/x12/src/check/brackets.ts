import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { shown } from './report.ts';

/** Loops that LS and LE bracket, without the letter of their level: benefit-related parties of a 271, reporting categories of an 834. */
const BRACKETED: ReadonlySet<string> = new Set(['2120', '2700']);

/** Some loops stand between an LS and an LE that name them: neither may be missing. */
export class LoopBrackets implements Observer {
  readonly #context: ObserverContext;
  #open: { readonly name: string; readonly at: X12Place } | undefined;
  #parent: LoopNode | undefined;

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  open(loop: LoopNode): void {
    if (!BRACKETED.has(loop.id.slice(0, 4)) || this.#open) return;
    this.#context.findings.add('x12/loop-bracket', { message: `Loop ${loop.id} begins, but no LS stands before it.`, loop: loop.id });
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    if (spec.id === 'LS') {
      this.#left();
      this.#open = { name: segment.element(1), at: this.#context.findings.place() };
      this.#parent = loop;
    } else if (spec.id === 'LE') {
      const name = segment.element(1);
      if (!this.#open) this.#context.findings.add('x12/loop-bracket', { message: 'LE ends a loop that no LS began.' });
      else if (name !== '' && name !== this.#open.name) {
        this.#context.findings.add('x12/loop-bracket', {
          message: `LE01 is ${shown(name)}, but LS01 is ${shown(this.#open.name)}.`,
          element: 1,
          value: name,
        });
      }
      this.#open = undefined;
    }
  }

  close(loop: LoopNode): void {
    if (loop === this.#parent) this.#left();
  }

  #left(): void {
    if (this.#open)
      this.#context.findings.add('x12/loop-bracket', {
        message: `LS begins loop ${this.#open.name}, but no LE ends it.`,
        at: this.#open.at,
      });
    this.#open = undefined;
    this.#parent = undefined;
  }
}
