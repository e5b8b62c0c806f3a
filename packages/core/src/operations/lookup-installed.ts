import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { SystemId } from '../identify/system.ts';
import { shelfOf } from './shelves.ts';

/** What an installed table says of a code: the fields of a look-up that it fills. */
export interface InstalledAnswer {
  readonly status: 'billable' | 'header' | 'not-in-force' | 'unknown';
  readonly billable: boolean;
  readonly display: string | null;
  readonly from: string | null;
  readonly fromKnown: boolean;
  readonly to: string | null;
  readonly edition: string;
  readonly why?: string;
  readonly fix?: string;
}

/** The answer of the installed table of a system; undefined when no installed edition covers the day. */
export function lookUpInstalled(system: SystemId, code: string, on: Day, data: Data): InstalledAnswer | undefined {
  const shelf = shelfOf(system);
  const table = shelf && data.table(shelf.source, on);
  if (!shelf || !table) return undefined;
  const { edition } = table;
  const row = table.find(shelf.key(code));
  const nothing = { billable: false, display: null, from: null, fromKnown: false, to: null, edition: edition.id };
  if (row < 0) {
    const why = `${edition.title} does not list ${code}.`;
    return { ...nothing, status: 'unknown', why, fix: 'Check the characters against the record.' };
  }
  const dated = 'from' in table.columns;
  const from = dated ? table.day('from', row) : null;
  const to = dated ? table.day('to', row) : null;
  const answer = { ...nothing, display: shelf.display(table, row), from: from ?? edition.from, fromKnown: from !== null, to };
  if (from !== null && from > on) {
    return { ...answer, status: 'not-in-force', why: `${code} is not in force before ${from}.`, fix: `Find the code in force on ${on}.` };
  }
  if (to !== null && to < on) {
    return { ...answer, status: 'not-in-force', why: `${code} is not in force after ${to}.`, fix: `Find the code in force on ${on}.` };
  }
  if (shelf.complete(table, row)) return { ...answer, status: 'billable', billable: true };
  return {
    ...answer,
    status: 'header',
    why: `${code} is a heading: a claim needs a complete code under it.`,
    fix: 'Choose a complete code under it.',
  };
}
