import type { ResourceStatus } from './code-system.ts';
import type { JsonObject } from './json.ts';
import { stateOf } from './resource-code-system.ts';
import { referenceOf } from './run.ts';

/** A parameter of an expansion: what was asked for and what was used. */
export interface Note {
  readonly name: string;
  readonly kind: string;
  readonly value: string | number | boolean;
}

/** The parameters of one expansion, each once. */
export class ExpansionNotes {
  readonly all: Note[] = [];
  readonly #valueSet: JsonObject;

  constructor(valueSet: JsonObject) {
    this.#valueSet = valueSet;
  }

  add(name: string, kind: string, value: Note['value']): void {
    if (!this.all.some((each) => each.name === name && each.value === value)) this.all.push({ name, kind, value });
  }

  /** Says that the value set itself is no longer to be used. */
  addOwnStatus(): void {
    const { standardsStatus } = stateOf(this.#valueSet);
    if (standardsStatus === 'deprecated' || standardsStatus === 'withdrawn')
      this.add(`warning-${standardsStatus}`, 'valueUri', referenceOf(this.#valueSet));
  }

  /** Says that something used is not what it was, unless the value set is no better itself. */
  addStatus(state: ResourceStatus, reference: string): void {
    const own = stateOf(this.#valueSet);
    const { standardsStatus } = state;
    const isDraft = own.status === 'draft' || own.standardsStatus === 'draft';
    if (standardsStatus === 'deprecated' || standardsStatus === 'withdrawn') {
      if (own.standardsStatus !== standardsStatus) this.add(`warning-${standardsStatus}`, 'valueUri', reference);
    } else if (state.status === 'retired') {
      if (own.status !== 'retired') this.add('warning-retired', 'valueUri', reference);
    } else if (state.experimental) {
      if (!own.experimental) this.add('warning-experimental', 'valueUri', reference);
    } else if ((state.status === 'draft' || standardsStatus === 'draft') && !isDraft) this.add('warning-draft', 'valueUri', reference);
  }
}
