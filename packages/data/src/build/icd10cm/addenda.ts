import type { ListedCode } from './expand.ts';

export interface CodeAddenda {
  readonly added: ReadonlyMap<string, string>;
  readonly deleted: ReadonlySet<string>;
  readonly revised: ReadonlyMap<string, string>;
}

const LINE = /^(Add|Delete|Revise from|Revise to):\s+([A-Z][0-9A-Z]{2,6})\s+(\S.*?)\s*$/;

/** Reads the official code addenda (`Add:`, `Delete:`, `Revise from:`/`Revise to:`; CRLF). Checks its own closing counts. */
export function readAddenda(text: string): CodeAddenda {
  const added = new Map<string, string>();
  const deleted = new Set<string>();
  const revised = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const parts = LINE.exec(line);
    const [, action, code = '', title = ''] = parts ?? [];
    if (action === 'Add') added.set(code, title);
    else if (action === 'Delete') deleted.add(code);
    else if (action === 'Revise to') revised.set(code, title);
  }
  for (const [said, found] of [
    [/(\d+) additions/, added.size],
    [/(\d+) deletions/, deleted.size],
    [/(\d+) revisions/, revised.size],
  ] as const) {
    const stated = said.exec(text)?.[1];
    if (stated !== undefined && Number(stated) !== found)
      throw new Error(`the addenda state ${stated} but ${found} lines were read (${said})`);
  }
  return { added, deleted, revised };
}

/** A title nobody published: null until the next tabular release gives it. */
export type ListedOrDerived = Omit<ListedCode, 'title'> & { readonly title: string | null };

/**
 * The code list after the addenda. New codes bring headers that the addenda do not title (`title: null`); deleted
 * codes that now have codes under them live on as headers; headers left with nothing under them end.
 */
export function applyAddenda(before: ReadonlyMap<string, ListedCode>, addenda: CodeAddenda): Map<string, ListedOrDerived> {
  const after = new Map<string, ListedOrDerived>(before);
  for (const code of addenda.deleted) after.delete(code);
  for (const [code, title] of addenda.added) after.set(code, { code, billable: true, title, under: undefined });
  for (const [code, title] of addenda.revised) {
    const old = after.get(code);
    if (old) after.set(code, { ...old, title });
  }
  const billable = [...after.values()].filter((each) => each.billable).map((each) => each.code);
  const needed = new Set(billable.flatMap((code) => headersOf(code).filter((level) => !level.endsWith('X') || before.has(level))));
  for (const code of needed) {
    const now = after.get(code);
    const was = before.get(code);
    if (!now) after.set(code, was ? { ...was, billable: false } : { code, billable: false, title: null, under: undefined });
    else if (now.billable) after.set(code, { ...now, billable: false });
  }
  for (const [code, each] of after) if (!each.billable && !needed.has(code)) after.delete(code);
  return after;
}

/** The shorter codes above a code, down from its category. A level that only ends in the placeholder X exists where the list has it. */
function headersOf(code: string): string[] {
  return Array.from({ length: code.length - 3 }, (_, at) => code.slice(0, 3 + at));
}
