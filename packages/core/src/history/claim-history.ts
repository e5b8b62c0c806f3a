import type { Claim, Line, Patient, Provider } from '../claim/model.ts';
import { viewClaim } from '../claim/view.ts';
import type { NotChecked } from '../engine/outcome.ts';
import { quote } from '../errors.ts';
import { counting } from './counting.ts';
import type { History, PastClaim, PatientHistory } from './history.ts';
import { patientKeys, samePatient, saysPatient } from './patient.ts';

/** Other claims of one patient that are looked through; beyond, one key is shared by more than a patient. */
const MOST_OF_PATIENT = 5_000;

/** A claim as it is kept: the fields that rules look back on, as text, which takes a third of the room. */
interface Kept {
  readonly text: string;
  readonly place: string;
}

interface Known extends Kept {
  readonly claim: Claim;
}

/** Claims by patient, in memory: about 700 bytes each. */
export class ClaimHistory implements History {
  readonly #byPatient = new Map<string, Kept[]>();
  readonly #most: number;
  /** Where only the last claims are kept: those, in a ring, each new one in the place of the oldest. */
  readonly #ring: { readonly kept: Kept; readonly keys: readonly string[] }[] = [];
  #added = 0;
  #forgot = false;
  #size = 0;

  /** `most`: only so many claims are kept, the last ones; what looks back is not checked once one is forgotten. */
  constructor({ most = Number.POSITIVE_INFINITY }: { readonly most?: number } = {}) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a claim. `place` names it where it has no id, such as `claim 12 of the file`. A claim that does not say its patient cannot be found again and is not kept. */
  add(claim: Claim, place: string): void {
    if (!saysPatient(claim)) return;
    const kept: Kept = { text: JSON.stringify(lookedBackOn(claim)), place };
    const keys = patientKeys(claim);
    for (const key of keys) {
      const list = this.#byPatient.get(key);
      if (!list) this.#byPatient.set(key, [kept]);
      // One more than is looked through says that there are too many.
      else if (list.length <= MOST_OF_PATIENT) list.push(kept);
    }
    this.#size++;
    if (this.#most === Number.POSITIVE_INFINITY) return;
    const at = this.#added++ % this.#most;
    const oldest = this.#ring[at];
    this.#ring[at] = { kept, keys };
    if (oldest) this.#forget(oldest);
  }

  of(claim: Claim): PatientHistory {
    return findAmong([this], claim);
  }

  /** What is kept under the patient's keys; whether it is too much, and whether more of it may have been let go. */
  find(claim: Claim): { readonly kept: ReadonlySet<Kept>; readonly tooMany: boolean; readonly forgot: boolean } {
    const lists = patientKeys(claim).flatMap((key) => {
      const list = this.#byPatient.get(key);
      return list ? [list] : [];
    });
    const tooMany = lists.some(({ length }) => length > MOST_OF_PATIENT);
    return { kept: tooMany ? NOBODY : new Set(lists.flat()), tooMany, forgot: this.#forgot };
  }

  #forget({ kept, keys }: { readonly kept: Kept; readonly keys: readonly string[] }): void {
    this.#forgot = true;
    this.#size--;
    for (const key of keys) {
      const list = this.#byPatient.get(key);
      // The oldest claim of all is the first of its patient, unless there were too many of those to keep.
      if (list?.[0] !== kept) continue;
      list.shift();
      if (list.length === 0) this.#byPatient.delete(key);
    }
  }
}

/** Several as one: an office's kept claims, and those that came before in the same input. */
export function joinHistories(histories: readonly ClaimHistory[]): History {
  return { of: (claim) => findAmong(histories, claim) };
}

function findAmong(histories: readonly ClaimHistory[], claim: Claim): PatientHistory {
  const found = histories.map((each) => each.find(claim));
  const lacking = found.some(({ forgot }) => forgot) ? [FORGOTTEN] : NONE;
  const all = found.flatMap(({ kept }) => [...kept]);
  if (all.length > MOST_OF_PATIENT || found.some(({ tooMany }) => tooMany)) return { claims: [], lacking: [...lacking, TOO_MANY] };
  const known = all.map((kept): Known => ({ ...kept, claim: JSON.parse(kept.text) as Claim }));
  const { entries, unclear } = counting(
    known.filter((each) => samePatient(each.claim, claim)),
    claim,
  );
  return { claims: entries.map(pastClaim).toSorted(inOrder), lacking: unclear ? [...lacking, UNCLEAR] : lacking };
}

const NONE: readonly NotChecked[] = [];
const NOBODY: ReadonlySet<Kept> = new Set();

const FORGOTTEN: NotChecked = {
  notChecked: 'The input holds more claims than are kept while it is read, and earlier ones of the patient may be among those let go.',
  install: 'Sort the input by patient and send it in parts, or keep the claims in an office database and name that with --history.',
};

const TOO_MANY: NotChecked = {
  notChecked: `The history holds more than ${MOST_OF_PATIENT} claims under the member id or name of the patient: more than one patient has.`,
  install: 'Look at the member id: a placeholder may stand there.',
};

const UNCLEAR: NotChecked = {
  notChecked: 'A claim of the patient replaces or voids another, and it cannot be told which one no longer counts.',
  install: "Give the replaced claim's id as originalClaim, or leave the replaced claim out of the history.",
};

function pastClaim({ claim, place }: Known): PastClaim {
  return { name: claim.id === undefined ? place : `claim ${spokenId(claim.id)}`, view: viewClaim(claim, NO_TABLES) };
}

/** An id as it stands in a sentence: plain where it is short and of plain characters. */
function spokenId(id: string): string {
  return /^[\w.:/-]{1,40}$/.test(id) ? id : quote(id);
}

/** Other claims are looked at for their services alone: no table is asked for them. */
const NO_TABLES = { icd10cm: () => undefined, mceDiagnoses: () => undefined, mceProcedures: () => undefined };

function inOrder(one: PastClaim, other: PastClaim): number {
  const [first, second] = [`${one.view.on ?? ''}|${one.name}`, `${other.view.on ?? ''}|${other.name}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

function lookedBackOn(claim: Claim): Claim {
  const {
    type,
    id,
    payer,
    patient,
    subscriber,
    billing,
    rendering,
    frequency,
    originalClaim,
    billType,
    admission,
    discharge,
    statement,
    conditionCodes,
    lines,
  } = claim;
  const short = {
    type,
    id,
    payer: payer && { id: payer.id, kind: payer.kind },
    patient: patient && person(patient),
    subscriber: subscriber && { memberId: subscriber.memberId },
    billing: billing && provider(billing),
    rendering: rendering && provider(rendering),
    frequency,
    originalClaim,
    billType,
    admission,
    discharge,
    statement,
    conditionCodes,
    lines: lines.map(service),
  };
  return short as Claim;
}

function person({ birthDate, sex, memberId }: Patient) {
  return { birthDate, sex, memberId };
}

function provider({ npi, taxonomy, taxId }: Provider) {
  return { npi, taxonomy, taxId };
}

function service({ code, modifiers, revenue, from, to, pos, units, charge, rendering, ndc, tooth, surfaces, teeth, areas }: Line) {
  return {
    code,
    modifiers: modifiers?.length === 0 ? undefined : modifiers,
    revenue,
    from,
    to,
    pos,
    units,
    charge,
    rendering: rendering && provider(rendering),
    ndc: ndc && { code: ndc.code },
    tooth,
    surfaces,
    teeth,
    areas,
  };
}
