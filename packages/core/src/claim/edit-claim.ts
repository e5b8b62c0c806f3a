import type { PatchStep } from '../engine/rule.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { Claim, Diagnosis, Line } from './model.ts';

/**
 * Changes to a claim as new values: the claim given is never touched. Pointers follow the diagnosis, not its place:
 * when a diagnosis is moved, added before others or removed, the numbers and letters on every line are rewritten so
 * that each line still names the diagnoses it named.
 */
type Pointer = number | string;

/** A JSON Patch (RFC 6902: add, replace, remove, move) applied to a claim. Throws `input/invalid` with the path of a step that does not fit. */
export function applyPatch(claim: Claim, steps: readonly PatchStep[]): Claim {
  return steps.reduce(applyStep, claim);
}

/** The diagnosis at `from` put at place `to` (both 0-based) of the list as it is afterwards. */
export function moveDiagnosis(claim: Claim, from: number, to: number): Claim {
  return applyStep(claim, { op: 'move', from: `/diagnoses/${from}`, path: `/diagnoses/${to}` });
}

/** The diagnosis inserted at place `at`, 0-based; at the end when left out. */
export function addDiagnosis(claim: Claim, diagnosis: Diagnosis, at = claim.diagnoses?.length ?? 0): Claim {
  return applyStep(claim, { op: 'add', path: `/diagnoses/${at}`, value: diagnosis });
}

/** Without the diagnosis at `at`; pointers to it go as well. */
export function removeDiagnosis(claim: Claim, at: number): Claim {
  return applyStep(claim, { op: 'remove', path: `/diagnoses/${at}` });
}

function applyStep(claim: Claim, step: PatchStep): Claim {
  const changed = change(claim, step) as Claim;
  const places = newPlaces(claim, step);
  return places ? { ...changed, lines: changed.lines.map((line) => followed(line, places)) } : changed;
}

type Change = Exclude<PatchStep, { op: 'move' }>;

/** A move is a removal, and an addition to the claim without it. */
function change(claim: Claim, step: PatchStep): unknown {
  if (step.op !== 'move') return changeAt(claim, pathOf(step.path), step);
  const value = valueAt(claim, pathOf(step.from), step.from);
  const without = changeAt(claim, pathOf(step.from), { op: 'remove', path: step.from });
  return changeAt(without, pathOf(step.path), { op: 'add', path: step.path, value });
}

function pathOf(path: string): string[] {
  if (path !== '' && !path.startsWith('/')) throw wrongPath(path);
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function changeAt(value: unknown, path: readonly string[], step: Change): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return step.op === 'remove' ? undefined : step.value;
  if (Array.isArray(value)) return changeList(value, name, rest, step);
  if (typeof value !== 'object' || value === null) {
    // A field of something the claim does not have yet, such as the first diagnosis.
    if (step.op === 'add' && value === undefined) return changeAt(/^(?:\d+|-)$/.test(name) ? [] : {}, path, step);
    throw wrongPath(step.path);
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (rest.length === 0 && step.op === 'remove') {
    if (!Object.hasOwn(object, name)) throw wrongPath(step.path);
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  }
  if (rest.length === 0 && step.op === 'replace' && !Object.hasOwn(object, name)) throw wrongPath(step.path);
  const inside = Object.hasOwn(object, name) ? object[name] : undefined;
  // defineProperty semantics, so that a field called __proto__ stays a field.
  const changed = changeAt(inside, rest, step);
  if (!Object.hasOwn(object, name)) return Object.fromEntries([...Object.entries(object), [name, changed]]);
  // Fields keep their order, so that a file compared with its repaired self shows only what was repaired.
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, key === name ? changed : value]));
}

function changeList(list: readonly unknown[], name: string, rest: readonly string[], step: Change): unknown[] {
  const at = name === '-' ? list.length : Number(name);
  const last = rest.length === 0 && step.op === 'add' ? list.length : list.length - 1;
  if (!(/^(?:0|[1-9]\d{0,6}|-)$/.test(name) && at <= last)) throw wrongPath(step.path);
  if (rest.length > 0) return list.with(at, changeAt(list[at], rest, step));
  if (step.op === 'remove') return list.toSpliced(at, 1);
  if (step.op === 'add') return list.toSpliced(at, 0, step.value);
  return list.with(at, step.value);
}

function valueAt(value: unknown, path: readonly string[], whole: string): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) throw wrongPath(whole);
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

function wrongPath(path: string): CleanclaimError {
  return new CleanclaimError('input/invalid', `The claim has no place ${quote(path)}, so the change was not made.`, path);
}

/** New place of each diagnosis (0-based, by its old place; -1 when gone); undefined when no place changes. */
function newPlaces(claim: Claim, step: PatchStep): number[] | undefined {
  const from = diagnosisPlace(step.op === 'move' ? step.from : step.op === 'remove' ? step.path : '');
  const to = diagnosisPlace(step.op === 'move' || step.op === 'add' ? step.path : '');
  if (from === undefined && to === undefined) return undefined;
  const order = (claim.diagnoses ?? []).map((_, at) => at);
  const [moved] = from === undefined ? [-1] : order.splice(from, 1);
  if (to !== undefined) order.splice(to, 0, moved ?? -1);
  return (claim.diagnoses ?? []).map((_, at) => order.indexOf(at));
}

function diagnosisPlace(path: string): number | undefined {
  const place = /^\/diagnoses\/(\d+)$/.exec(path)?.[1];
  return place === undefined ? undefined : Number(place);
}

function followed(line: Line, places: readonly number[]): Line {
  if (!line.pointers) return line;
  return { ...line, pointers: line.pointers.flatMap((pointer) => follow(pointer, places)) };
}

/** A pointer that names no diagnosis stays as written: rules report it, an edit must not hide it. */
function follow(pointer: Pointer, places: readonly number[]): Pointer[] {
  const letter = typeof pointer === 'string' && /^\s*[A-La-l]\s*$/.test(pointer);
  const number = letter ? pointer.trim().toUpperCase().charCodeAt(0) - 64 : Number(pointer);
  const place = Number.isInteger(number) ? places[number - 1] : undefined;
  if (place === undefined) return [pointer];
  if (place < 0) return [];
  return [letter ? String.fromCharCode(65 + place) : typeof pointer === 'string' ? String(place + 1) : place + 1];
}
