import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { Candidate } from '../identify/identify.ts';
import type { KeyedTable } from '../tables/keyed-table.ts';
import { type Shelf, shelfOf } from './shelves.ts';

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
export function lookUpInstalled(
  { system, kind, code }: Pick<Candidate, 'system' | 'kind' | 'code'>,
  on: Day,
  data: Data,
): InstalledAnswer | undefined {
  const shelf = shelfOf(system, kind);
  const table = shelf && data.table(shelf.source, on);
  if (!shelf || !table) return undefined;
  if (system === 'icd11' && CLUSTER.test(code)) return clusterIn(table, shelf, code, on);
  const answer = codeIn(table, shelf, code, on);
  return kind === 'extension' && answer.status === 'billable' ? { ...answer, ...NEVER_ALONE } : answer;
}

const NEVER_ALONE = {
  status: 'header',
  billable: false,
  why: 'An extension code adds a detail to a stem code; it never stands alone.',
  fix: 'Join it to a stem code with &.',
} as const;

/** What joins the codes of an ICD-11 cluster. */
const CLUSTER = /[&/]/;

/** A cluster is no row of the table: it is there when each of its codes is, and its name is theirs. */
function clusterIn(table: KeyedTable, shelf: Shelf, cluster: string, on: Day): InstalledAnswer {
  const pieces = cluster.split(/([&/])/);
  const answers = pieces.map((piece) => (CLUSTER.test(piece) ? undefined : codeIn(table, shelf, piece, on)));
  const first = answers[0] ?? codeIn(table, shelf, cluster, on);
  const display = pieces.map((piece, at) => (answers[at] ? (answers[at].display ?? piece) : ` ${piece} `)).join('');
  return answers.find((answer) => answer?.status !== 'billable' && answer !== undefined) ?? { ...first, display };
}

function codeIn(table: KeyedTable, shelf: Shelf, code: string, on: Day): InstalledAnswer {
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
