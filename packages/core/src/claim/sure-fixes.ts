import type { Finding, Report } from '../engine/report.ts';
import type { PatchStep } from '../engine/rule.ts';
import { isCleanclaimError } from '../errors.ts';
import { withoutDot } from '../icd10cm/code-key.ts';
import { tidyCode } from '../text/code-text.ts';
import { applyPatch } from './edit-claim.ts';
import type { Claim } from './model.ts';

/** A finding that was mended, with what was done. */
export interface SureFix {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  readonly patch: readonly PatchStep[];
}

export interface SurelyFixed {
  readonly claim: Claim;
  /** In the order they were made. */
  readonly changes: readonly SureFix[];
  /** The report on the claim as it is now. */
  readonly report: Report;
}

/** Reports asked for one claim: a mended place may show the next, but never for long. */
const MOST_ROUNDS = 50;

/**
 * Makes every repair that is certain: the patches of findings, never their suggestions. The claim is checked again
 * after each round until none is left. A patch is left alone, and its finding stays, when it does not fit the claim, or
 * when it would change which diagnoses or procedures are billed or add a modifier, whatever the rule says of it.
 */
export function applySureFixes(claim: Claim, check: (claim: Claim) => Report): SurelyFixed {
  const changes: SureFix[] = [];
  // Two rules that undo each other would else go on for ever.
  const seen = new Set([JSON.stringify(claim)]);
  let fixed = claim;
  let report = check(fixed);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const made = fixRound(fixed, report.findings);
    const text = JSON.stringify(made.claim);
    if (made.changes.length === 0 || seen.has(text)) break;
    seen.add(text);
    fixed = made.claim;
    changes.push(...made.changes);
    report = check(fixed);
  }
  return { claim: fixed, changes, report };
}

/** The repairs of one report that do not touch each other: a list that grew shorter must not shift the next. */
function fixRound(claim: Claim, findings: readonly Finding[]): { claim: Claim; changes: SureFix[] } {
  const changes: SureFix[] = [];
  const touched = new Touched();
  let fixed = claim;
  for (const finding of findings) {
    const { patch } = finding;
    if (!patch || touched.meets(patch)) continue;
    const after = patched(fixed, patch);
    if (!after || !keepsWhatIsBilled(fixed, after)) continue;
    touched.add(patch);
    fixed = after;
    changes.push({ rule: finding.rule, path: finding.where.path, message: finding.message, fix: finding.fix, patch });
  }
  return { claim: fixed, changes };
}

function patched(claim: Claim, patch: readonly PatchStep[]): Claim | undefined {
  try {
    return applyPatch(claim, patch);
  } catch (error) {
    if (isCleanclaimError(error)) return undefined;
    throw error;
  }
}

/** Places that patches of this round have changed. */
class Touched {
  readonly #whole = new Set<string>();
  readonly #above = new Set<string>();

  /** True when a step is at, above or under a place already changed. */
  meets(patch: readonly PatchStep[]): boolean {
    return placesOf(patch).some((place) => this.#above.has(place) || upwards(place).some((each) => this.#whole.has(each)));
  }

  add(patch: readonly PatchStep[]): void {
    for (const place of placesOf(patch)) {
      this.#whole.add(place);
      for (const each of upwards(place)) this.#above.add(each);
    }
  }
}

/** What a patch changes; adding to a list or taking from it changes the list as a whole. */
function placesOf(patch: readonly PatchStep[]): string[] {
  return patch.flatMap((step) => {
    const paths = step.op === 'move' ? [step.from, step.path] : [step.path];
    return paths.map((path) => (step.op === 'replace' ? path : path.replace(/\/(?:\d+|-)$/, '')));
  });
}

/** `/lines/0/charge`, `/lines/0`, `/lines`. */
function upwards(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, at) => steps.slice(0, steps.length - at).join('/'));
}

/** The same diagnoses (an X that holds a place aside), the same procedures in order, and no modifier that was not there. */
function keepsWhatIsBilled(before: Claim, after: Claim): boolean {
  if (diagnosesOf(before) !== diagnosesOf(after)) return false;
  if (proceduresOf(before) !== proceduresOf(after)) return false;
  return after.lines.every((line, at) => {
    const had = new Set((before.lines[at]?.modifiers ?? []).map(tidyCode));
    return (line.modifiers ?? []).every((modifier) => had.has(tidyCode(modifier)));
  });
}

function diagnosesOf({ diagnoses = [] }: Claim): string {
  const codes = diagnoses.map(({ code }) => {
    const plain = withoutDot(tidyCode(code));
    return plain.slice(0, 3) + plain.slice(3).replaceAll('X', '');
  });
  return [...new Set(codes)].sort().join(' ');
}

function proceduresOf({ lines, procedures = [] }: Claim): string {
  return JSON.stringify([lines.map(({ code }) => tidyCode(code ?? '')), procedures.map(({ code }) => tidyCode(code))]);
}
