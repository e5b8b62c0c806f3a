import { type Candidate, type Data, type Day, lookup, perform, tree } from '@cleanclaim/core';
import { t } from '../../text/text.ts';

export interface Cell {
  readonly says: string;
  readonly box?: string;
  /** What is not there to be told. */
  readonly missing?: string;
}

export interface Row {
  readonly question: string;
  readonly one: Cell;
  readonly other: Cell;
  readonly same: boolean;
}

/** One question a row, answered for both codes; between codes of one system the rows that differ come first. */
export function rowsOf(one: Candidate, other: Candidate, context: { data: Data; on: Day }): Row[] {
  const questions: [string, (candidate: Candidate) => Cell | undefined][] = [
    [t.apart.rows.question, ({ kind }) => ({ says: t.apart.asks[kind] })],
    [t.apart.rows.means, (candidate) => meaning(candidate)],
    [t.apart.rows.status, (candidate) => status(candidate, context)],
    [t.apart.rows.place, (candidate) => ({ says: placeOf(candidate, context) })],
    [t.apart.rows.keeper, ({ owner }) => ({ says: owner })],
    [t.apart.rows.rhythm, ({ rhythm }) => ({ says: rhythm })],
    [t.apart.rows.shape, ({ system }) => said(t.apart.shapes[system])],
    [t.apart.rows.paper, ({ kind, system }) => t.apart.paper[system] ?? t.apart.paperOf[kind]],
    [t.apart.rows.wire, ({ kind, system }) => said(t.apart.wire[system] ?? t.apart.wireOf[kind])],
    [t.apart.rows.hospital, ({ system }) => said(t.apart.hospital[system])],
    [t.apart.rows.alone, ({ kind }) => said(t.apart.alone[kind])],
    [t.apart.rows.sure, ({ certain }) => ({ says: certain ? t.apart.certain : t.apart.byShape })],
    // What comes next for a diagnosis is a click on its code.
    [t.apart.rows.next, ({ next, system }) => (system === 'icd10cm' ? undefined : { says: next })],
  ];
  const rows = questions.flatMap(([question, answer]): Row[] => {
    const first = answer(one);
    const second = answer(other);
    if (!first && !second) return [];
    const empty = { says: '—' };
    return [{ question, one: first ?? empty, other: second ?? empty, same: JSON.stringify(first) === JSON.stringify(second) }];
  });
  return one.system === other.system ? [...rows.filter(({ same }) => !same), ...rows.filter(({ same }) => same)] : rows;
}

const said = (says: string | undefined): Cell | undefined => (says === undefined ? undefined : { says });

function meaning(candidate: Candidate): Cell {
  return candidate.display === null ? { says: candidate.says, missing: t.apart.noText } : { says: candidate.display };
}

function status(candidate: Candidate, { data, on }: { data: Data; on: Day }): Cell | undefined {
  if (candidate.system !== 'icd10cm') return { says: '', missing: t.apart.noList };
  return { says: `${t.status[perform(lookup, { code: candidate.code, on }, { data, today: on }).status]}, ${on}` };
}

function placeOf(candidate: Candidate, { data, on }: { data: Data; on: Day }): string {
  if (candidate.system !== 'icd10cm') return candidate.category;
  const place = perform(tree, { code: candidate.code, on }, { data, today: on });
  return [
    place.chapter && t.code.chapter(place.chapter.id, place.chapter.title),
    ...(place.blocks ?? []).map(({ id }) => id),
    ...place.ancestors.map(({ code }) => code),
    candidate.code,
  ]
    .filter(Boolean)
    .join(' › ');
}
