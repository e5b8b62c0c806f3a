import { formatMoney } from '@cleanclaim/core';
import { amountOf, ZERO_MONEY } from '../check/amounts.ts';
import type { Follower } from '../check/follower.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';
import { dayOf } from '../text/day-of.ts';
import { entryOf } from '../text/entry-of.ts';
import {
  CLAIM_CATEGORIES,
  CLAIM_STATUSES,
  ELEMENT_ERRORS,
  ENTITIES,
  GROUP_ERRORS,
  INTERCHANGE_NOTES,
  RESULTS,
  SEGMENT_ERRORS,
  SET_ERRORS,
} from './acknowledgment-words.ts';

/** `unknown` where the code is none that we know. */
export type AnswerResult = 'accepted' | 'accepted-with-errors' | 'partly-accepted' | 'rejected' | 'unknown';

/** A code with our own words; null for a code that is not in our list. */
export interface Told {
  readonly code: string;
  readonly says: string | null;
}

/** TA1: what became of a whole file. */
export interface FileAnswer {
  readonly kind: 'TA1';
  /** Control number of the file answered. */
  readonly control: string;
  readonly result: AnswerResult;
  readonly note: Told;
}

export interface ElementTrouble extends Told {
  readonly element: number | null;
  readonly component: number | null;
  /** As the receiver saw it. */
  readonly value: string | null;
}

export interface SegmentTrouble extends Told {
  readonly segment: string;
  /** Place in its set, the ST being 1. */
  readonly position: number | null;
  readonly loop: string | null;
  /** What the receiver names beside it, `CLM01` = the claim's number. */
  readonly context: readonly { readonly name: string; readonly value: string }[];
  readonly elements: readonly ElementTrouble[];
}

export interface SetAnswer {
  readonly set: string;
  readonly control: string;
  readonly result: AnswerResult;
  readonly reasons: readonly Told[];
  readonly segments: readonly SegmentTrouble[];
}

/** 999: what became of a group and of each set in it, before anyone looked at a claim. */
export interface GroupAnswer {
  readonly kind: '999';
  readonly control: string;
  readonly code: string;
  readonly version: string | null;
  readonly result: AnswerResult;
  readonly received: number | null;
  readonly accepted: number | null;
  readonly reasons: readonly Told[];
  readonly sets: readonly SetAnswer[];
}

export interface ClaimStatus {
  readonly category: Told;
  readonly status: Told;
  /** Whose: the provider, the patient, … */
  readonly entity: Told | null;
  readonly message: string | null;
}

export interface ClaimAnswer {
  /** CLM01 of the claim sent. */
  readonly claim: string;
  readonly payerControl: string | null;
  readonly patient: { readonly last: string; readonly first: string } | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: string | null;
  readonly result: 'accepted' | 'received' | 'rejected' | 'unknown';
  readonly how: string;
  readonly statuses: readonly ClaimStatus[];
  readonly lines: readonly { readonly code: string; readonly control: string | null; readonly statuses: readonly ClaimStatus[] }[];
}

/** 277CA: what became of each claim before the payer decided on it. */
export interface ClaimAnswers {
  readonly kind: '277CA';
  readonly from: string;
  readonly to: string;
  readonly on: string | null;
  readonly acceptedCount: number | null;
  readonly rejectedCount: number | null;
  readonly claims: readonly ClaimAnswer[];
}

export type Acknowledgment = FileAnswer | GroupAnswer | ClaimAnswers;

/** While it is read an answer is still open. */
type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Each)[] ? Open<Each>[] : Type[Key] };

/** Reads the TA1, 999 and 277CA of a file in plain words while it is checked; each is handed over when it ends. */
export class AcknowledgmentReader implements Follower {
  readonly #take: (answer: Acknowledgment) => void;
  #group: Open<GroupAnswer> | undefined;
  #claims: Open<ClaimAnswers> | undefined;

  constructor(take: (answer: Acknowledgment) => void) {
    this.#take = take;
  }

  transaction({ guideId }: TransactionCheck): void {
    this.#group =
      guideId === '999'
        ? {
            kind: '999',
            control: '',
            code: '',
            version: null,
            result: 'unknown',
            received: null,
            accepted: null,
            reasons: [],
            sets: [],
          }
        : undefined;
    this.#claims =
      guideId === '277CA' ? { kind: '277CA', from: '', to: '', on: null, acceptedCount: null, rejectedCount: null, claims: [] } : undefined;
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    if (segment.id === 'TA1') {
      this.#take({
        kind: 'TA1',
        control: segment.element(1),
        result: RESULTS[segment.element(4)] ?? 'unknown',
        note: told(segment.element(5), INTERCHANGE_NOTES),
      });
      return;
    }
    const placed = transaction?.placed;
    if (!placed || placed.segment.id !== segment.id) return;
    if (this.#group) readGroup(segment, placed.at.id, this.#group);
    else if (this.#claims) readClaims(segment, placed.at.id, this.#claims);
  }

  transactionEnd(): void {
    if (this.#group) this.#take(this.#group);
    if (this.#claims) this.#take({ ...this.#claims, claims: this.#claims.claims.map(decide) });
    this.#group = undefined;
    this.#claims = undefined;
  }
}

function readGroup(segment: Segment, loop: string, group: Open<GroupAnswer>): void {
  const set = group.sets.at(-1);
  const trouble = set?.segments.at(-1);
  switch (segment.id) {
    case 'AK1':
      group.code = segment.element(1);
      group.control = segment.element(2);
      group.version = segment.element(3) || null;
      break;
    case 'AK2':
      group.sets.push({ set: segment.element(1), control: segment.element(2), result: 'unknown', reasons: [], segments: [] });
      break;
    case 'IK3':
      set?.segments.push({
        segment: segment.element(1),
        position: numberAt(segment, 2),
        loop: segment.element(3) || null,
        ...told(segment.element(4), SEGMENT_ERRORS),
        context: [],
        elements: [],
      });
      break;
    case 'CTX': {
      const [name = '', value = ''] = segment.components(1);
      if (loop === '2100' && value !== '') trouble?.context.push({ name, value });
      break;
    }
    case 'IK4':
      trouble?.elements.push({
        element: Number(segment.component(1, 1)) || null,
        component: Number(segment.component(1, 2)) || null,
        ...told(segment.element(3), ELEMENT_ERRORS),
        value: segment.element(4) || null,
      });
      break;
    case 'IK5':
      if (set) {
        set.result = RESULTS[segment.element(1)] ?? 'unknown';
        set.reasons = reasons(segment, 2, SET_ERRORS);
      }
      break;
    case 'AK9':
      group.result = RESULTS[segment.element(1)] ?? 'unknown';
      group.received = numberAt(segment, 3);
      group.accepted = numberAt(segment, 4);
      group.reasons = reasons(segment, 5, GROUP_ERRORS);
      break;
  }
}

function reasons(segment: Segment, first: number, words: Readonly<Record<string, string>>): Told[] {
  const found: Told[] = [];
  for (let n = first; n <= segment.count; n++) if (segment.element(n) !== '') found.push(told(segment.element(n), words));
  return found;
}

function readClaims(segment: Segment, loop: string, answers: Open<ClaimAnswers>): void {
  if (loop === '2100A' && segment.id === 'NM1') answers.from = segment.element(3);
  else if (loop === '2200A' && segment.id === 'DTP' && segment.element(1) === '009') answers.on = dayOf(segment.element(3));
  else if (loop === '2100B' && segment.id === 'NM1') answers.to = segment.element(3);
  else if (loop === '2200B' && segment.id === 'QTY') {
    if (segment.element(1) === '90') answers.acceptedCount = numberAt(segment, 2);
    else answers.rejectedCount = numberAt(segment, 2);
  } else if (loop === '2100D' && segment.id === 'NM1') {
    answers.claims.push({ ...EMPTY, patient: { last: segment.element(3), first: segment.element(4) }, statuses: [], lines: [] });
  } else if (loop === '2200D') readClaim(segment, answers);
  else if (loop === '2220D') readLine(segment, answers);
}

const EMPTY = { claim: '', payerControl: null, patient: null, from: null, to: null, amount: null, result: 'unknown', how: '' } as const;

function readClaim(segment: Segment, { claims }: Open<ClaimAnswers>): void {
  const last = claims.at(-1);
  if (segment.id === 'TRN') {
    // Several claims of one patient follow each other without a new patient.
    if (!last || last.claim !== '') claims.push({ ...EMPTY, patient: last?.patient ?? null, statuses: [], lines: [] });
    const claim = claims.at(-1);
    if (claim) claim.claim = segment.element(2);
    return;
  }
  if (!last) return;
  if (segment.id === 'STC') {
    last.statuses.push(...statuses(segment));
    if (last.amount === null && segment.element(4) !== '') last.amount = formatMoney(amountOf(segment.element(4)) ?? ZERO_MONEY);
  } else if (segment.id === 'REF' && segment.element(1) === '1K') last.payerControl = segment.element(2);
  else if (segment.id === 'DTP') {
    const [from = '', to = from] = segment.element(3).split('-');
    last.from = dayOf(from);
    last.to = dayOf(to);
  }
}

function readLine(segment: Segment, { claims }: Open<ClaimAnswers>): void {
  const lines = claims.at(-1)?.lines;
  if (segment.id === 'SVC') lines?.push({ code: segment.component(1, 2), control: null, statuses: [] });
  const line = lines?.at(-1);
  if (!line) return;
  if (segment.id === 'STC') line.statuses.push(...statuses(segment));
  else if (segment.id === 'REF' && segment.element(1) === 'FJ') line.control = segment.element(2);
}

/** STC01, STC10 and STC11 each hold category, status and entity; STC12 is free text. */
function statuses(segment: Segment): ClaimStatus[] {
  const message = segment.element(12) || null;
  return [1, 10, 11].flatMap((n): ClaimStatus[] => {
    const [category = '', status = '', entity = ''] = segment.components(n);
    if (category === '') return [];
    return [
      {
        category: { code: category, says: CLAIM_CATEGORIES[category]?.says ?? null },
        status: told(status, CLAIM_STATUSES),
        entity: entity === '' ? null : told(entity, ENTITIES),
        message: n === 1 ? message : null,
      },
    ];
  });
}

/** One refusal refuses the claim; else what its first status says. */
function decide(claim: Open<ClaimAnswer>): ClaimAnswer {
  const all = [...claim.statuses, ...claim.lines.flatMap((line) => line.statuses)].flatMap(
    ({ category }) => CLAIM_CATEGORIES[category.code] ?? [],
  );
  const decisive = all.find(({ result }) => result === 'rejected') ?? all[0];
  return {
    ...claim,
    result: decisive?.result ?? 'unknown',
    how: decisive?.how ?? 'Ask the one who sent this answer what its codes mean.',
  };
}

function told(code: string, words: Readonly<Record<string, string>>): Told {
  return { code, says: entryOf(words, code) ?? null };
}

function numberAt(segment: Segment, n: number): number | null {
  const text = segment.element(n);
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
