import { addDiagnosis, type Claim, type Diagnosis, isFailure, readClaim } from '@cleanclaim/core';
import { makeStore, useStore } from './store.ts';

/** Where the claim on the bench is kept; undefined for one that is not. */
export interface Origin {
  readonly list: 'local' | 'office';
  readonly id: string;
  readonly version: number;
}

interface Step {
  readonly claim: Claim;
  readonly origin: Origin | undefined;
}

/** The claim on the bench with the steps back and forward. */
export interface Bench extends Step {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NEW_CLAIM: Claim = { type: 'professional', diagnoses: [], lines: [] };

const MOST_STEPS = 100;
/** The tab's own memory: it survives a reload, is gone with the tab, and is never sent. */
const SLOT = 'cleanclaim.claim';

const bench = makeStore<Bench>({ claim: restored(), origin: undefined, past: [], future: [] });
bench.subscribe(() => {
  try {
    sessionStorage.setItem(SLOT, JSON.stringify(bench.get().claim));
  } catch {
    // Without storage the claim lasts until the page is left.
  }
});

export const useBench = (): Bench => useStore(bench);
export const currentClaim = (): Claim => bench.get().claim;
export const currentOrigin = (): Origin | undefined => bench.get().origin;

/** Changes the claim; the step can be taken back. A change that changes nothing is no step. */
export function editClaim(change: (claim: Claim) => Claim): void {
  const { claim, origin } = bench.get();
  const next = change(claim);
  if (next !== claim) take({ claim: next, origin });
}

/** Puts another claim on the bench; the one before can be had back. */
export function putClaim(claim: Claim, origin?: Origin): void {
  take({ claim, origin });
}

function take(step: Step): void {
  const { claim, origin, past } = bench.get();
  bench.set({ ...step, past: [...past, { claim, origin }].slice(-MOST_STEPS), future: [] });
}

/** The claim was kept: from now on saving changes that one. */
export function setOrigin(origin: Origin): void {
  bench.set({ ...bench.get(), origin });
}

export function undo(): boolean {
  const { claim, origin, past, future } = bench.get();
  const last = past.at(-1);
  if (!last) return false;
  bench.set({ ...last, past: past.slice(0, -1), future: [{ claim, origin }, ...future] });
  return true;
}

export function redo(): boolean {
  const { claim, origin, past, future } = bench.get();
  const [next, ...rest] = future;
  if (!next) return false;
  bench.set({ ...next, past: [...past, { claim, origin }], future: rest });
  return true;
}

/** Puts diagnoses on the claim, each once, in the order given; answers the letters they stand at. */
export function addCodes(codes: readonly string[]): string[] {
  editClaim((claim) => {
    const fresh = codes.filter((code) => !claim.diagnoses?.some((each) => each.code === code));
    return fresh.reduce((changed, code) => addDiagnosis(changed, newDiagnosis(changed, code)), claim);
  });
  const { diagnoses = [] } = currentClaim();
  return codes.map((code) => letterOf(diagnoses.findIndex((each) => each.code === code)));
}

/** Puts a procedure of ICD-10-PCS on the hospital bill on the bench; an empty bench becomes one. */
export function addProcedure(code: string): 'added' | 'there' | 'not-hospital' {
  const { claim } = bench.get();
  const isEmpty = (claim.diagnoses?.length ?? 0) === 0 && claim.lines.length === 0;
  if (claim.type !== 'institutional' && !isEmpty) return 'not-hospital';
  if (claim.procedures?.some((each) => each.code === code)) return 'there';
  editClaim((now) => ({ ...now, type: 'institutional', procedures: [...(now.procedures ?? []), { code }] }));
  return 'added';
}

/** On a hospital bill each diagnosis says what it is; the first one is the principal. */
function newDiagnosis({ type, diagnoses = [] }: Claim, code: string): Diagnosis {
  if (type !== 'institutional') return { code };
  return { code, kind: diagnoses.some(({ kind }) => kind === 'principal') ? 'other' : 'principal' };
}

/** Box 21 has the letters A to L; beyond them a diagnosis is told by its number. */
export function letterOf(at: number): string {
  return at < 12 ? String.fromCharCode(65 + at) : String(at + 1);
}

function restored(): Claim {
  try {
    const read = readClaim(JSON.parse(sessionStorage.getItem(SLOT) ?? 'null'));
    return isFailure(read) ? NEW_CLAIM : read.claim;
  } catch {
    return NEW_CLAIM;
  }
}
