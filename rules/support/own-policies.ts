import { type Day, type KeyedTable, withoutDot } from '@cleanclaim/core';

/** One line of the user's lists: a diagnosis, or the beginning of several, that supports a procedure or does not. */
interface Listed {
  readonly diagnosis: string;
  readonly covered: boolean;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A payer's policy on one procedure. */
export interface OwnPolicy {
  /** The payer's id or kind, in small letters. */
  readonly payer: string;
  readonly name: string;
  readonly byDiagnosis: ReadonlyMap<string, readonly Listed[]>;
  readonly beginnings: readonly Listed[];
  readonly listed: readonly Listed[];
}

const READ = new WeakMap<KeyedTable, Map<string, readonly OwnPolicy[]>>();
const NONE: readonly OwnPolicy[] = [];
/** Of lists without a payer. */
const MEDICARE = 'medicare';

/** All policies on a procedure; read once a table and procedure. */
export function policiesOn(table: KeyedTable, procedure: string): readonly OwnPolicy[] {
  let read = READ.get(table);
  if (!read) READ.set(table, (read = new Map()));
  const known = read.get(procedure);
  if (known) return known;
  if (table.find(procedure) < 0) return NONE;
  const policies = readPolicies(table, procedure);
  read.set(procedure, policies);
  return policies;
}

function readPolicies(table: KeyedTable, procedure: string): readonly OwnPolicy[] {
  const found = new Map<string, { payer: string; name: string; listed: Listed[] }>();
  for (const row of table.rowsOf(procedure)) {
    const payer = table.text('payer', row) || MEDICARE;
    const name = table.text('policy', row);
    const key = `${payer}|${name}`;
    let policy = found.get(key);
    if (!policy) found.set(key, (policy = { payer, name, listed: [] }));
    policy.listed.push({
      diagnosis: table.text('diagnosis', row),
      covered: table.text('list', row) === 'covered',
      from: table.day('from', row),
      to: table.day('to', row),
    });
  }
  return Array.from(found.values(), ({ payer, name, listed }) => {
    const byDiagnosis = new Map<string, Listed[]>();
    const beginnings: Listed[] = [];
    for (const each of listed) {
      if (each.diagnosis.endsWith('*')) {
        beginnings.push({ ...each, diagnosis: each.diagnosis.slice(0, -1) });
        continue;
      }
      const same = byDiagnosis.get(each.diagnosis);
      if (same) same.push(each);
      else byDiagnosis.set(each.diagnosis, [each]);
    }
    return { payer, name, listed, beginnings, byDiagnosis };
  });
}

/** Whether a policy lists a diagnosis on a day, as supporting (`covered`) or not; the longer entry counts, then the supporting one. */
export function listingOf(policy: OwnPolicy, code: string, on: Day): 'covered' | 'not covered' | undefined {
  const plain = withoutDot(code);
  const exact = policy.byDiagnosis.get(plain)?.filter((each) => isInForce(each, on)) ?? [];
  const begun = policy.beginnings.filter((each) => isInForce(each, on) && plain.startsWith(each.diagnosis));
  const longest = begun.reduce((most, { diagnosis }) => Math.max(most, diagnosis.length), 0);
  const counts = exact.length > 0 ? exact : begun.filter(({ diagnosis }) => diagnosis.length === longest);
  if (counts.length === 0) return undefined;
  return counts.some(({ covered }) => covered) ? 'covered' : 'not covered';
}

/** Whether a policy names on that day any diagnosis that supports: then others do not. */
export function hasSupporting({ listed }: OwnPolicy, on: Day): boolean {
  return listed.some((each) => each.covered && isInForce(each, on));
}

export function isInForceOn({ listed }: OwnPolicy, on: Day): boolean {
  return listed.some((each) => isInForce(each, on));
}

function isInForce({ from, to }: Listed, on: Day): boolean {
  return (from === null || from <= on) && (to === null || on <= to);
}
