import { type Claim, where } from '@cleanclaim/core';
import { letterOf } from '../../state/claim-store.ts';

/** One line of the difference a fix makes: what goes, what comes, or what is renamed, with its box. */
export interface ChangeLine {
  readonly kind: 'removed' | 'added' | 'renamed';
  readonly box: string | null;
  readonly text: string;
  /** A diagnosis code, whose title the page adds. */
  readonly code?: string;
  /** The line whose pointers were rewritten so that they still name the same diagnoses. */
  readonly pointersOf?: number;
}

/** What differs between two states of a claim, as a person would say it: by box, diagnoses by code, pointers by letter. */
export function changesBetween(before: Claim, after: Claim): ChangeLine[] {
  return [...diagnosisChanges(before, after), ...pointerChanges(before, after), ...fieldChanges(before, after)];
}

function diagnosisChanges(before: Claim, after: Claim): ChangeLine[] {
  const was = (before.diagnoses ?? []).map(({ code }) => code);
  const is = (after.diagnoses ?? []).map(({ code }) => code);
  const box = (claim: Claim, at: number) => where(`/diagnoses/${at}`, claim).box;
  const lines: ChangeLine[] = [];
  was.forEach((code, at) => {
    if (!is.includes(code)) lines.push({ kind: 'removed', box: box(before, at), text: code, code });
  });
  is.forEach((code, at) => {
    if (!was.includes(code)) lines.push({ kind: 'added', box: box(after, at), text: code, code });
  });
  is.forEach((code, at) => {
    const from = was.indexOf(code);
    if (from >= 0 && from !== at) lines.push({ kind: 'renamed', box: box(after, at), text: `${letterOf(from)} → ${letterOf(at)}`, code });
  });
  return lines;
}

function pointerChanges(before: Claim, after: Claim): ChangeLine[] {
  if (before.lines.length !== after.lines.length) return [];
  return after.lines.flatMap((line, at): ChangeLine[] => {
    const was = letters(before.lines[at]?.pointers);
    const is = letters(line.pointers);
    if (was === is) return [];
    return [{ kind: 'renamed', box: where(`/lines/${at}/pointers`, after).box, text: `${was} → ${is}`, pointersOf: at + 1 }];
  });
}

export function letters(pointers: readonly (number | string)[] = []): string {
  return pointers.map((pointer) => (typeof pointer === 'number' ? letterOf(pointer - 1) : pointer)).join(' ');
}

function fieldChanges(before: Claim, after: Claim): ChangeLine[] {
  const was = leaves(before);
  const is = leaves(after);
  const lines: ChangeLine[] = [];
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    if (/^\/diagnoses\/\d+\/code$|^\/lines\/\d+\/pointers/.test(path) || was.get(path) === is.get(path)) continue;
    const old = was.get(path);
    const now = is.get(path);
    const named = (value: string) => `${path.split('/').at(-1) ?? ''}: ${value}`;
    if (old !== undefined) lines.push({ kind: 'removed', box: where(path, before).box, text: named(old) });
    if (now !== undefined) lines.push({ kind: 'added', box: where(path, after).box, text: named(now) });
  }
  return lines;
}

/** Every value of the claim by its JSON path. */
function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null)
    for (const [name, inside] of Object.entries(value)) leaves(inside, `${path}/${name}`, into);
  else if (value !== undefined) into.set(path, String(value));
  return into;
}
