import { addDays, type Day, type PackEdition } from '@cleanclaim/core';

/** Days on which one release of the notes holds, by its number in the joined pack. */
export interface NotesSpan {
  readonly from: string;
  readonly to: string;
  readonly release: number;
}

/** The last day of the fiscal year in which a day lies. */
export function fiscalYearEnd(day: string): string {
  return `${Number(day.slice(0, 4)) + (day.slice(5) >= '10-01' ? 1 : 0)}-09-30`;
}

export function dayBefore(day: string): string {
  return addDays(day as Day, -1);
}

/** Releases of notes in order of time, each until the next or the end of its fiscal year. Of two from one day the first given counts. */
export function notesSpans(releases: readonly { readonly from: string; readonly release: number }[]): NotesSpan[] {
  const first = releases.filter(({ from }, at) => releases.findIndex((each) => each.from === from) === at);
  const sorted = first.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return sorted.map(({ from, release }, at) => {
    const end = fiscalYearEnd(from);
    const next = sorted[at + 1]?.from;
    return { from, release, to: next !== undefined && dayBefore(next) < end ? dayBefore(next) : end };
  });
}

/**
 * Editions cut where a release of the notes begins or ends, each with the notes of its days: those of its own release; else what
 * it had; else those of a later release of the same fiscal year, with the day they are of.
 */
export function withNotes(editions: readonly PackEdition[], spans: readonly NotesSpan[]): PackEdition[] {
  return editions.flatMap((edition) => {
    const last = edition.to ?? '9999-12-31';
    const starts = spans.flatMap(({ from, to }) => [from, addDays(to as Day, 1)]).filter((day) => day > edition.from && day <= last);
    const cuts = [edition.from, ...new Set(starts.sort())];
    const parts = cuts.map((from, at) => {
      const next = cuts[at + 1];
      return { from, to: next === undefined ? edition.to : dayBefore(next), ...notesOf(edition, from, spans) };
    });
    // Days on both sides of a cut that changes nothing stay together.
    const merged = parts.filter(
      (part, at) => at === 0 || part.notes !== parts[at - 1]?.notes || part.notesAsOf !== parts[at - 1]?.notesAsOf,
    );
    return merged.map((part, at): PackEdition => {
      const next = merged[at + 1];
      const to = next === undefined ? edition.to : dayBefore(next.from);
      const id = at === 0 ? edition.id : `icd10cm-${part.from.slice(0, 7)}`;
      return { ...edition, ...part, id, to };
    });
  });
}

function notesOf(edition: PackEdition, on: string, spans: readonly NotesSpan[]): { notes: number | null; notesAsOf: string | null } {
  const own = spans.find(({ from, to }) => from <= on && on <= to);
  if (own) return { notes: own.release, notesAsOf: null };
  if (edition['notes'] !== null) return { notes: Number(edition['notes']), notesAsOf: (edition['notesAsOf'] as string | null) ?? null };
  const later = spans.find(({ from }) => from > on && from <= fiscalYearEnd(on));
  return later ? { notes: later.release, notesAsOf: later.from } : { notes: null, notesAsOf: null };
}
