import type { Day } from '../day.ts';
import type { PackEdition } from '../pack/format.ts';
import { Icd10cmEdition } from './edition.ts';
import { Icd10cmRows } from './rows.ts';

/** The whole ICD-10-CM pack: its rows, and its editions, which answer as of their days. */
export class Icd10cmTable extends Icd10cmRows {
  readonly #byEdition = new Map<string, Icd10cmEdition>();

  /** The edition in force on a day, or undefined when no installed edition covers it. */
  on(day: Day): Icd10cmEdition | undefined {
    const edition = this.list.find((each) => each.from <= day && (each.to === null || day <= each.to));
    return edition && this.edition(edition);
  }

  edition(edition: PackEdition): Icd10cmEdition {
    let view = this.#byEdition.get(edition.id);
    if (!view) this.#byEdition.set(edition.id, (view = new Icd10cmEdition(this, edition)));
    return view;
  }
}
