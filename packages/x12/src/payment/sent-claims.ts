import {
  addMoney,
  type Claim,
  type Failure,
  formatMoney,
  isFailure,
  type Line,
  parseClaims,
  parseMoney,
  ZERO_MONEY,
} from '@cleanclaim/core';
import { lineControl } from '../claim/codes.ts';
import type { PaidClaim, PaidLine } from './payment.ts';

/** How a payment differs from what was sent. */
export interface Difference {
  /** `charge`, `code`, `modifiers`, `units`, `line-missing` (sent, not in the payment) or `line-added` (in the payment, not sent). */
  readonly what: 'charge' | 'code' | 'modifiers' | 'units' | 'line-missing' | 'line-added';
  /** 1-based number of the line sent; null for the claim as a whole or a line that was not sent. */
  readonly line: number | null;
  readonly sent: string | null;
  readonly paid: string | null;
}

/** The claim a payment belongs to. */
export interface SentMatch {
  readonly claim: string;
  /** `control`: by the number the claim bears (CLM01 = CLP01); `member-date-charge` when no claim has that number. */
  readonly by: 'control' | 'member-date-charge';
  readonly charged: string;
  /** 1-based number of the line sent, for each line of the payment; null where none is found. */
  readonly lines: readonly (number | null)[];
  readonly differences: readonly Difference[];
}

/** The claims that were sent, to find the one a payment is for. Holds every claim in memory. */
export class SentClaims {
  readonly #byControl = new Map<string, Claim[]>();
  readonly #byFacts = new Map<string, Claim[]>();
  count = 0;

  add(claim: Claim): void {
    this.count++;
    put(this.#byControl, claim.id ?? '', claim);
    put(this.#byFacts, facts(claim.patient?.memberId, firstDay(claim.lines), chargeOf(claim)), claim);
  }

  /** Adds the claims of a JSON text: one, a list, or one a line. A failure, which names the line, leaves all of them out. */
  addJson(text: string): Failure | undefined {
    const claims: Claim[] = [];
    for (const read of readJsonClaims(text.replace(/^\ufeff/, ''))) {
      if (isFailure(read)) return read;
      claims.push(read.claim);
    }
    for (const claim of claims) this.add(claim);
    return undefined;
  }

  /** How a payment's claim differs from the one sent; null when none of those sent is it. */
  find(paid: PaidClaim): SentMatch | null {
    return this.lookUp(paid)?.match ?? null;
  }

  /**
   * The claim sent beside the match. By the claim's number, the charge telling claims of one number apart; else by member,
   * first day and charge where only one claim has them.
   */
  lookUp(paid: PaidClaim): { readonly claim: Claim; readonly match: SentMatch } | null {
    const numbered = paid.claim === '' ? undefined : this.#byControl.get(paid.claim);
    if (numbered) {
      const charged = paid.charged.replace(/^-/, '');
      const claim = numbered.find((each) => chargeOf(each) === charged) ?? numbered.at(-1);
      if (claim) return { claim, match: match(claim, paid, 'control') };
    }
    const { patient, from } = paid;
    if (!patient?.memberId || from === null) return null;
    const [claim, other] = this.#byFacts.get(facts(patient.memberId, from, paid.charged.replace(/^-/, ''))) ?? [];
    return claim && !other ? { claim, match: match(claim, paid, 'member-date-charge') } : null;
  }
}

/** The claims of a JSON text that is one value, or where its first line is one by itself, of a value a line. */
function readJsonClaims(text: string): ReturnType<typeof readValue> {
  const whole = readValue(text);
  if (!whole.some((read) => isFailure(read) && read.code === 'input/not-json')) return whole;
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ number: at + 1, reads: readValue(line) }]));
  if (lines.length < 2 || lines[0]?.reads.some((read) => isFailure(read) && read.code === 'input/not-json')) return whole;
  return lines.flatMap(({ number, reads }) =>
    reads.map((read) => (isFailure(read) ? { ...read, message: `Line ${number}: ${read.message}` } : read)),
  );
}

function readValue(text: string) {
  const entries = parseClaims(text);
  return isFailure(entries) ? [entries] : entries.map(({ read }) => read);
}

function put(into: Map<string, Claim[]>, key: string, claim: Claim): void {
  const same = into.get(key);
  if (same) same.push(claim);
  else into.set(key, [claim]);
}

function facts(member: string | undefined, from: string | undefined, charged: string): string {
  return `${member ?? ''}|${from ?? ''}|${charged}`;
}

function firstDay(lines: readonly Line[]): string | undefined {
  return lines.flatMap(({ from }) => (from === undefined ? [] : [from])).toSorted()[0];
}

function chargeOf(claim: Claim): string {
  const total = parseMoney(claim.total ?? '');
  return formatMoney(total ?? claim.lines.reduce((sum, { charge }) => addMoney(sum, parseMoney(charge ?? '') ?? ZERO_MONEY), ZERO_MONEY));
}

function match(claim: Claim, paid: PaidClaim, by: SentMatch['by']): SentMatch {
  const lines = pairLines(claim, paid);
  const charged = chargeOf(claim);
  const differences: Difference[] = [];
  if (paid.charged.replace(/^-/, '') !== charged) differences.push({ what: 'charge', line: null, sent: charged, paid: paid.charged });
  // A payer that decided the claim as a whole sends no lines.
  if (paid.lines.length > 0) {
    claim.lines.forEach((line, at) => {
      const own = paid.lines.filter((_, place) => lines[place] === at + 1);
      if (own.length === 0) differences.push({ what: 'line-missing', line: at + 1, sent: line.code ?? line.revenue ?? '', paid: null });
      else if (own.length === 1 && own[0]) differences.push(...compare(line, own[0], at + 1));
    });
    paid.lines.forEach((line, place) => {
      if (lines[place] === null) differences.push({ what: 'line-added', line: null, sent: null, paid: line.code });
    });
  }
  return { claim: claim.id ?? '', by, charged, lines, differences };
}

/** By the line's own number; else by code, day and charge; each line sent is taken once by the second way. */
function pairLines(claim: Claim, paid: PaidClaim): (number | null)[] {
  const controls = new Map(claim.lines.map((line, at) => [line.control ?? lineControl(claim.id, at + 1), at + 1]));
  const pairs = paid.lines.map((line) => (line.control === null ? null : (controls.get(line.control) ?? null)));
  const taken = new Set(pairs);
  return pairs.map((known, place) => {
    const line = paid.lines[place];
    if (known !== null || !line) return known;
    const at = claim.lines.findIndex((each, index) => !taken.has(index + 1) && alike(each, line));
    if (at < 0) return null;
    taken.add(at + 1);
    return at + 1;
  });
}

function alike(sent: Line, paid: PaidLine): boolean {
  const code = sent.code ?? sent.revenue;
  return (
    (code === paid.code || code === paid.sentAs) &&
    (paid.from === null || sent.from === undefined || sent.from === paid.from) &&
    sameMoney(sent.charge, paid.charged)
  );
}

function compare(sent: Line, paid: PaidLine, number: number): Difference[] {
  const found: Difference[] = [];
  const say = (what: Difference['what'], one: string, other: string): void => {
    if (one !== other) found.push({ what, line: number, sent: one, paid: other });
  };
  if (!sameMoney(sent.charge, paid.charged)) say('charge', sent.charge ?? '', paid.charged);
  if (sent.code !== undefined) {
    say('code', sent.code, paid.code);
    if (sent.code === paid.code) say('modifiers', (sent.modifiers ?? []).join(' '), paid.modifiers.join(' '));
  }
  const units = String(sent.minutes ?? sent.units ?? 1);
  // A line that was denied has no units paid: that is the denial, no other count than was sent.
  const isDenied = Number(paid.unitsPaid) === 0 && parseMoney(paid.paid) === ZERO_MONEY;
  if (!isDenied && Number(units) !== Number(paid.unitsPaid)) say('units', units, paid.unitsPaid);
  return found;
}

/** The same amount, the sign of a reversal left aside. */
function sameMoney(sent: string | undefined, paid: string): boolean {
  return parseMoney(sent ?? '') === parseMoney(paid.replace(/^-/, ''));
}
