import { type Day, isDay, type KeyedTable } from '@cleanclaim/core';
import type { SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { dayOf } from './diagnoses.ts';
import { REASONS } from './not-checked.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { placeName, shown } from './report.ts';

/** Adjustment reasons (CAS) by the user's own list, on the day the file was made; without a list it says that they were not looked up. */
export class ReasonCodes implements Observer {
  readonly #context: ObserverContext;
  #table: KeyedTable | undefined;
  #on: Day | undefined;
  #said = false;

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  segment(segment: Segment, spec: SegmentSpec): void {
    if (spec.id === 'BHT') this.#begin(dayOf(segment.element(4)));
    else if (spec.id === 'BPR') this.#begin(dayOf(segment.element(16)));
    else if (spec.id === 'CAS') this.#reasons(segment);
  }

  #begin(on: Day | undefined): void {
    this.#on = on;
    this.#table = on === undefined || !isDay(on) ? undefined : this.#context.data?.table('carc', on);
  }

  #reasons(segment: Segment): void {
    if (!this.#table || this.#on === undefined) {
      if (!this.#said) this.#context.note(REASONS);
      this.#said = true;
      return;
    }
    for (let n = 2; n <= 17 && n <= segment.count; n += 3) {
      const code = segment.element(n);
      if (code === '') continue;
      const row = this.#table.find(code);
      const last = row < 0 ? null : this.#table.day('to', row);
      if (row >= 0 && (last === null || last >= this.#on)) continue;
      this.#context.findings.add('x12/reason-code', {
        message: `${placeName('CAS', n)} is ${shown(code)}: ${row < 0 ? `your list (${this.#table.edition.id}) does not have it` : `it ended on ${last ?? ''}`}.`,
        element: n,
        value: code,
      });
    }
  }
}
