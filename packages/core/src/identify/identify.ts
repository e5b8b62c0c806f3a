import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { CODE_AND_MODIFIER, doubtAbout, hintFor, SEVERAL, TOO_LONG, WITH_MODIFIER } from './hint.ts';
import { CODE_SYSTEMS } from './registry.ts';
import type { CodeKind, CodeSystem, IdentifyContext, Reading, SystemId } from './system.ts';

/** One system the code may belong to. */
export interface Candidate {
  readonly system: SystemId;
  readonly name: string;
  /** The code written the official way. */
  readonly code: string;
  readonly kind: CodeKind;
  /** One sentence for a newcomer: what the code tells. */
  readonly says: string;
  readonly category: string;
  /** The official name, where bundled data has it. */
  readonly display: string | null;
  /** Who keeps the system. */
  readonly owner: string;
  /** How often it changes. */
  readonly rhythm: string;
  /** True when bundled data or a check digit shows it is a code of the system; false when only its shape does. */
  readonly certain: boolean;
  /** What to check or do next. */
  readonly next: string;
}

export interface Identification {
  /** The text exactly as given. */
  readonly input: string;
  /** Most likely first; empty when no system has codes of this shape. */
  readonly candidates: readonly Candidate[];
  /** What to try when nothing was recognised, or what may have been mistyped; null when there is nothing to say. */
  readonly hint: string | null;
}

/**
 * Tells which code systems a code may belong to on a day. The input is tidied (case, spaces, full-width forms) but
 * never guessed at. Any text is safe and answered at once.
 */
export function identify(input: string, context: IdentifyContext): Identification {
  if (input.length > MAX_CODE_INPUT) return { input, candidates: [], hint: TOO_LONG };
  const code = tidyCode(input);
  const candidates = candidatesOf(code, context);
  if (WITH_MODIFIER.test(input.trim()) && !candidates.some((each) => each.certain))
    return { input, candidates: [], hint: CODE_AND_MODIFIER };
  if (isSeveral(input, candidates, context)) return { input, candidates: [], hint: SEVERAL };
  return { input, candidates, hint: candidates.length === 0 ? hintFor(input, code) : doubtAbout(input, candidates[0]?.system) };
}

/** Two codes with a space between them, such as "E11.9 I10", must not be read as one long code that nobody has. */
function isSeveral(input: string, joined: readonly Candidate[], context: IdentifyContext): boolean {
  if (joined.some((each) => each.certain)) return false;
  const pieces = input.trim().split(/\s+/);
  return pieces.length > 1 && pieces.every((piece) => candidatesOf(tidyCode(piece), context).some((each) => each.certain));
}

function candidatesOf(code: string, context: IdentifyContext): Candidate[] {
  return CODE_SYSTEMS.flatMap((system) => {
    const reading = system.read(code, context);
    return reading ? [{ system, reading }] : [];
  })
    .sort((one, other) => other.reading.likely - one.reading.likely)
    .map(({ system, reading }) => candidateOf(system, reading));
}

function candidateOf(system: CodeSystem, reading: Reading): Candidate {
  return {
    system: system.id,
    name: system.name,
    code: reading.code,
    kind: reading.kind,
    says: reading.says,
    category: reading.category,
    display: reading.display ?? null,
    owner: system.owner,
    rhythm: reading.rhythm ?? system.rhythm,
    certain: reading.certain,
    next: reading.next,
  };
}
