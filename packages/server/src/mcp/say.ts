import type {
  ChangesOfCodes,
  ChargesAnswer,
  DiffAnswer,
  EditionsAnswer,
  FactsAnswer,
  FilledForm,
  GuessedMapping,
  Identification,
  IndexAnswer,
  LookupAnswer,
  MapAnswer,
  NamedByAnswer,
  NotesAnswer,
  PcsAnswer,
  Price,
  Report,
  SearchResponse,
  SurelyFixed,
  TreeAnswer,
  VisitLevelAnswer,
} from '@cleanclaim/core';

// The short text beside a structured answer: what matters most of it, a line or a few. Assistants that read only text
// must not be misled by what is left out, so each says its edition and how much there is in all.

/** Lines of a list that a text shows; the structured answer has them all. */
export const SHOWN = 10;

export function search({ query, results, edition, beside = [], notSearched = [], fix }: SearchResponse & { nextCursor?: string }): string {
  const lines = results
    .slice(0, SHOWN)
    .map(
      ({ code, system, display, billable }) =>
        `${code} ${system === 'icd10cm' ? '' : `(${system}) `}${display}${billable ? '' : ' (header)'}`,
    );
  return joined([
    results.length > 0 ? undefined : `Nothing found for "${query}".`,
    ...cut(lines, results.length),
    ...notSearched.map(({ system, reason }) => `Not searched: ${system}. ${reason}`),
    fix,
    ground([edition, ...beside.map((each) => each.edition)].filter((each) => each !== null).join(', ') || null),
  ]);
}

export function lookup({ code, system, display, status, from, to, why, fix, edition, mayBeSuperseded }: LookupAnswer): string {
  const days = from === null ? '' : `, in force ${from} to ${to ?? 'now'}`;
  return joined([
    `${code} (${system}): ${status}${days}. ${display ?? ''}`.trim(),
    why,
    fix,
    mayBeSuperseded ? 'A newer edition may exist.' : undefined,
    ground(edition),
  ]);
}

export function notes({ input, code, status, notes, edition, notesAsOf, fix }: NotesAnswer): string {
  const lines = notes.slice(0, 2 * SHOWN).map(({ kind, text, from, inherited }) => `${kind}${inherited ? ` (from ${from})` : ''}: ${text}`);
  const head = status === 'found' ? `${code}: ${notes.length} notes.` : `${input}: ${status}.`;
  return joined([head, ...cut(lines, notes.length), fix, ground(edition, notesAsOf)]);
}

export function facts({ input, code, status, facts, notInstalled, edition, fix }: FactsAnswer): string {
  return joined([
    status === 'found' ? `${code}:` : `${input}: ${status}.`,
    ...facts.map(({ fact, says, edition }) => `${fact}: ${says} (${edition})`),
    notInstalled.length > 0 ? `Not known, no table installed: ${notInstalled.map(({ fact }) => fact).join(', ')}.` : undefined,
    fix,
    ground(edition),
  ]);
}

export function namedBy({ input, code, status, notes, edition, notesAsOf, fix }: NamedByAnswer): string {
  const lines = notes.slice(0, 2 * SHOWN).map(({ from, kind, text }) => `${from} ${kind}: ${text}`);
  const head = status === 'found' ? `${code} is named by ${notes.length} notes elsewhere.` : `${input}: ${status}.`;
  return joined([head, ...cut(lines, notes.length), fix, ground(edition, notesAsOf)]);
}

export function index({ input, status, matches, total, readAs, edition, fix }: IndexAnswer): string {
  const lines = matches.flatMap(({ path, lines }) => [
    ...(path.length > 1 ? [path.slice(0, -1).join(', ')] : []),
    ...lines.map(({ level, title, codes }) => {
      const found = codes.map(({ printed, codes: now }) =>
        now.length > 0 ? now.map(({ code }) => code).join(' or ') : `${printed} (no code of the day)`,
      );
      return `${'-'.repeat(level)} ${title} ${found.join(', ')}`.trim();
    }),
  ]);
  const read = readAs === undefined ? '' : ` (read as ${readAs.term})`;
  const head = status === 'found' ? `${total} index lines for ${input}${read}.` : `${input}: ${status}.`;
  return joined([head, ...cut(lines.slice(0, 2 * SHOWN), total), fix, ground(edition)]);
}

export function pcs({ code, status, axes, codes, display, definition, editions, why, fix }: PcsAnswer): string {
  const open = axes.filter(({ chosen, values }) => chosen === null && values.length > 0);
  const lines = open.map(({ position, name, values }) => {
    const shown = values.slice(0, 3 * SHOWN).map(({ value, label }) => `${value} ${label}`);
    return `${position} ${name}: ${shown.join('; ')}${shown.length < values.length ? `; and ${values.length - shown.length} more` : ''}`;
  });
  return joined([
    `${code}: ${status}${display === null ? '' : `. ${display}`}${status === 'open' ? `, ${codes} codes left` : ''}.`,
    why,
    definition ? `${definition.operation}: ${definition.text}.` : undefined,
    ...lines,
    fix,
    ground(editions.join(', ') || null),
  ]);
}

export function tree({ input, code, status, display, chapter, ancestors, siblings, children, edition, fix }: TreeAnswer): string {
  if (status !== 'found') return joined([`${input}: ${status}.`, fix]);
  const under = children.map((each) => `${each.code} ${each.display ?? ''}${each.billable ? '' : ' (header)'}`);
  return joined([
    `${code} ${display ?? ''}`,
    chapter ? `Chapter ${chapter.id}: ${chapter.title}` : undefined,
    ancestors.length > 0 ? `Under ${ancestors.map((each) => each.code).join(' › ')}` : undefined,
    `${siblings.length} neighbours, ${children.length} codes under it.`,
    ...cut(under.slice(0, SHOWN), under.length),
    fix,
    ground(edition),
  ]);
}

export function price({ claim, on, lines, complete, allowed, patient, payment, editions }: Price): string {
  const shown = lines.map(({ index, code, allowed, notPriced, warnings }) =>
    [`Line ${index + 1} ${code}: ${allowed ?? `no price. ${notPriced?.reason ?? ''}`}`, ...warnings].join(' '),
  );
  return joined([
    `Claim ${claim ?? '(no id)'} on ${on ?? 'no day'}: allowed ${allowed}, patient ${patient}, Medicare pays ${payment}${complete ? '' : ' (lines without a price are not in it)'}.`,
    ...cut(shown.slice(0, SHOWN), lines.length),
    ground(editions.length === 0 ? null : editions.map(({ id }) => id).join(', ')),
  ]);
}

export function identify({ input, candidates, hint }: Identification): string {
  const lines = candidates.map(
    ({ code, name, category, says, certain, next }) =>
      `${code}: ${name}, ${category}${certain ? '' : ' (by its shape only)'}. ${says} Next: ${next}`,
  );
  return joined([candidates.length > 0 ? undefined : `No system has codes of the shape of ${input}.`, ...lines, hint ?? undefined]);
}

export function map({ input, to, status, maps, why, fix }: MapAnswer): string {
  const lines = maps.flatMap(({ from, through, options, note }) => [
    `${from.code} (${from.system})${through ? ` by way of ${through.code} (${through.system})` : ''} in ${to}:`,
    ...options.map(({ lists }) =>
      lists
        .map((list) => list.map(({ code, approximate }) => `${code}${approximate ? ' (approximate)' : ''}`).join(' or '))
        .join(' together with '),
    ),
    note ?? '',
  ]);
  const said = lines.filter(Boolean);
  return joined([
    status === 'found' ? undefined : `${input} to ${to}: ${status}.`,
    ...cut(said.slice(0, 2 * SHOWN), said.length),
    why,
    fix,
    ground(maps.map(({ edition }) => edition).join(', ') || null),
  ]);
}

export function report({ claim, status, findings, notChecked, editions }: Report): string {
  const lines = findings
    .slice(0, SHOWN)
    .map(({ severity, rule, message, fix, where }) => `${severity} ${rule} at ${where.path}: ${message} Fix: ${fix}`);
  return joined([
    `Claim ${claim ?? 'without id'}: ${status}; ${findings.length} findings, ${notChecked.length} checks could not be made.`,
    ...cut(lines, findings.length),
    notChecked.length > 0
      ? `Not checked: ${notChecked
          .slice(0, SHOWN)
          .map(({ rule }) => rule)
          .join(', ')}${notChecked.length > SHOWN ? ', …' : ''}.`
      : undefined,
    ground(editions.map(({ id }) => id).join(', ') || null),
  ]);
}

export function fixed({ changes, report: left }: SurelyFixed): string {
  const lines = changes.slice(0, SHOWN).map(({ rule, path, fix }) => `${rule} at ${path}: ${fix}`);
  return joined([`${changes.length} repairs made.`, ...cut(lines, changes.length), 'What is left:', report(left)]);
}

export function guessed({ mapping, headerRow, unused, open }: GuessedMapping): string {
  const fields = Object.entries(mapping.columns).map(([field, heading]) => `${field}: ${[heading].flat().join(', ')}`);
  return joined([`Headings in row ${headerRow}.`, ...fields, unused.length > 0 ? `Not used: ${unused.join(', ')}.` : undefined, ...open]);
}

export function charges({ claims, troubles }: ChargesAnswer): string {
  const lines = troubles
    .slice(0, SHOWN)
    .map(({ claim, row, column, why }) => `claim ${claim}, row ${row}${column ? `, column ${column}` : ''}: ${why}.`);
  return joined([`${claims.length} claims read, ${troubles.length} troubles.`, ...cut(lines, troubles.length)]);
}

export function form({ form, claim, pages, troubles }: FilledForm): string {
  const lines = pages.flatMap(({ page, boxes }) =>
    boxes.map(({ box, text }) => `${pages.length > 1 ? `page ${page}, ` : ''}box ${box}: ${text}`),
  );
  return joined([
    `Claim ${claim ?? 'without id'} on ${form === 'ub-04' ? 'UB-04' : 'CMS-1500 (02/12)'}: ${pages.length} page${pages.length === 1 ? '' : 's'}.`,
    ...cut(lines.slice(0, 4 * SHOWN), lines.length),
    ...troubles.slice(0, SHOWN).map(({ kind, message, fix }) => `${kind}: ${message} ${fix}`),
  ]);
}

export function visitLevel({ setting, on, status, code, by, claimed, ask, why, cautions }: VisitLevelAnswer): string {
  return joined([
    `${setting} on ${on}: ${code === null ? status : `${code} by ${by === 'both' ? 'decision and time' : by}`}.`,
    claimed
      ? `${claimed.code}: ${claimed.borneOut === null ? 'not known' : claimed.borneOut ? 'borne out' : 'not borne out'}. ${claimed.why}`
      : undefined,
    why,
    ask.length > 0 ? `Still open: ${ask.map(({ question }) => question).join(' ')}` : undefined,
    ...cautions,
  ]);
}

export function diff({
  from,
  to,
  added,
  deleted,
  revised,
  breaks,
  counts,
  nextCursor,
}: DiffAnswer & { counts?: Record<string, number>; nextCursor?: string }): string {
  const total = counts ?? { added: added.length, deleted: deleted.length, revised: revised.length, breaks: breaks.length };
  const lines = [
    ...added.map(({ code, display }) => `added ${code} ${display ?? ''}`),
    ...deleted.map(
      ({ code, display, replacedBy }) =>
        `deleted ${code} ${display ?? ''}; now ${replacedBy.map((each) => each.code).join(', ') || 'nothing'}`,
    ),
    ...revised.map(({ code, after }) => `revised ${code} ${after ?? ''}`),
    ...breaks.map(({ input, why }) => `breaks ${input}: ${why}`),
  ];
  return joined([
    `${from} to ${to}: ${total['added']} added, ${total['deleted']} deleted, ${total['revised']} revised${breaks.length > 0 ? `, ${total['breaks']} of your list break` : ''}.`,
    ...cut(lines.slice(0, SHOWN), lines.length),
    nextCursor === undefined ? undefined : 'There are more pages.',
  ]);
}

export function changes({ from, to, codes, changes: all, notCompared }: ChangesOfCodes): string {
  const lines = all
    .slice(0, 2 * SHOWN)
    .map(({ says, replacedBy }) => (replacedBy.length > 0 ? `${says} ${replacedBy.map(({ code }) => code).join(', ')}` : says));
  return joined([
    `${from} to ${to}: ${all.length} changes for ${codes} codes.`,
    ...cut(lines, all.length),
    notCompared.length > 0 ? `Not compared: ${notCompared.map(({ what }) => what).join('; ')}.` : undefined,
  ]);
}

export function editions({ editions }: { editions: EditionsAnswer }): string {
  return joined(editions.map(({ id, edition, from, to, rows }) => `${id}: ${edition}, ${from} to ${to ?? 'now'}, ${rows} rows`));
}

export function cut(lines: readonly string[], all: number): string[] {
  return lines.length < all ? [...lines, `… and ${all - lines.length} more in the structured answer.`] : [...lines];
}

function ground(edition: string | null, notesAsOf?: string): string | undefined {
  return edition === null ? undefined : `Edition: ${edition}${notesAsOf === undefined ? '' : `, notes as of ${notesAsOf}`}.`;
}

export function joined(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}
