import type { Follower } from '../check/follower.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import { days, money } from '../claim/read-parts.ts';
import type { Segment } from '../reader/segment.ts';
import { BENEFITS, DECISIONS, FOLLOW_UPS, LEVELS, PERIODS, REJECTIONS, SERVICES, STATUSES } from './words.ts';
import { entryOf } from '../text/entry-of.ts';

/** One thing an answer says. */
export interface Statement {
  readonly code: string;
  /** In our own words; null for a code that is not in our list. */
  readonly says: string | null;
  /** What it is about: service types, a procedure, a claim. */
  readonly about: readonly string[];
  /** Amounts, periods, numbers and days beside it, in words. */
  readonly details: readonly string[];
  /** The payer's own text (MSG). */
  readonly notes: readonly string[];
}

/** What an answer says of one person, or of everyone above. */
export interface Answer {
  readonly transaction: '271' | '277' | '278';
  readonly payer: string;
  readonly person: { readonly name: string; readonly memberId: string | null } | null;
  /** Numbers of the question that come back (TRN). */
  readonly traces: readonly string[];
  readonly statements: readonly Statement[];
}

type OpenStatement = { -readonly [Key in keyof Statement]: Statement[Key] } & { about: string[]; details: string[]; notes: string[] };
interface OpenAnswer {
  readonly transaction: Answer['transaction'];
  readonly payer: string;
  person: Answer['person'];
  readonly traces: string[];
  readonly statements: OpenStatement[];
}

const KINDS: Readonly<Record<string, Answer['transaction']>> = { '271': '271', '277': '277', '277CA': '277', '278R': '278' };
const PEOPLE: ReadonlySet<string> = new Set(['IL', 'QC', '03']);
const PAYERS: ReadonlySet<string> = new Set(['AY', 'PR', 'X3']);

/** Reads a 271, 277, 277CA or 278 response in plain words while it is checked; each answer is handed over when its set or person ends. */
export class AnswerReader implements Follower {
  readonly #take: (answer: Answer) => void;
  #kind: Answer['transaction'] | undefined;
  #payer = '';
  #open: OpenAnswer | undefined;
  /** The line that the next status of a 277 is about. */
  #service: readonly string[] = [];

  constructor(take: (answer: Answer) => void) {
    this.#take = take;
  }

  transaction(): void {
    this.#kind = undefined;
    this.#payer = '';
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    // A 278 is known to be an answer only from its BHT on.
    this.#kind = KINDS[transaction?.guideId ?? ''];
    if (!this.#kind) return;
    const text = (n: number): string => segment.element(n);
    switch (segment.id) {
      case 'HL':
        this.#service = [];
        if (text(3) === '22' || text(3) === '23' || text(3) === 'PT') this.#begin(text(3) === '23');
        // The events and services of a 278 belong to the person above them.
        else if (text(3) !== 'EV' && text(3) !== 'SS') this.#close();
        break;
      case 'NM1':
        this.#name(segment);
        break;
      case 'TRN':
        this.#service = [];
        this.#current().traces.push(text(2));
        break;
      case 'EB':
        this.#benefit(segment);
        break;
      case 'AAA':
        this.#state(text(3), entryOf(REJECTIONS, text(3)) ?? null, [], [entryOf(FOLLOW_UPS, text(4)) ?? text(4)]);
        break;
      case 'STC':
        this.#status(segment);
        break;
      case 'HCR':
        this.#state(
          text(1),
          entryOf(DECISIONS, text(1)) ?? null,
          [],
          [...labelled('number', text(2)), ...labelled('reason code', text(3))],
        );
        break;
      case 'MSG':
        this.#last()?.notes.push(text(1));
        break;
      case 'REF':
        if (text(1) === '1K') this.#last()?.details.push(`payer’s number ${text(2)}`);
        break;
      case 'DTP': {
        const [from, to] = days(text(3));
        this.#last()?.details.push(to === from ? from : `${from} to ${to}`);
        break;
      }
      case 'SVC':
        // The line stands before what is said of it.
        this.#service = procedure(segment);
        break;
      case 'SV1':
        this.#last()?.about.push(...procedure(segment));
        break;
    }
  }

  transactionEnd(): void {
    this.#close();
  }

  /** A dependent of a member about whom nothing was said takes his place, with the member's number. */
  #begin(dependent: boolean): void {
    const before = this.#open;
    this.#close();
    const member = dependent && before?.statements.length === 0 ? before.person : null;
    this.#open = { transaction: this.#kind ?? '271', payer: this.#payer, person: member, traces: [], statements: [] };
  }

  #current(): OpenAnswer {
    return (this.#open ??= { transaction: this.#kind ?? '271', payer: this.#payer, person: null, traces: [], statements: [] });
  }

  #last(): OpenStatement | undefined {
    return this.#open?.statements.at(-1);
  }

  #close(): void {
    if (this.#open && this.#open.statements.length > 0) this.#take(this.#open);
    this.#open = undefined;
  }

  #name(segment: Segment): void {
    const role = segment.element(1);
    const name = [segment.element(4), segment.element(3)].filter(Boolean).join(' ');
    if (PAYERS.has(role) && !this.#open) this.#payer = name;
    else if (PEOPLE.has(role)) {
      const open = this.#current();
      open.person = { name, memberId: segment.element(9) || (open.person?.memberId ?? null) };
    }
  }

  #state(code: string, says: string | null, about: string[], details: string[]): void {
    this.#current().statements.push({ code, says, about, details, notes: [] });
  }

  #benefit(segment: Segment): void {
    const text = (n: number): string => segment.element(n);
    const repetition = String.fromCharCode(segment.delimiters.repetition);
    const services = text(3) === '' ? [] : text(3).split(repetition);
    const share = Number(text(8));
    this.#state(
      text(1),
      entryOf(BENEFITS, text(1)) ?? null,
      services.map((code) => entryOf(SERVICES, code) ?? `service type ${code}`),
      [
        ...worded(LEVELS, text(2)),
        ...(text(5) === '' ? [] : [text(5)]),
        ...(text(7) === '' ? [] : [money(text(7))]),
        // A part of one, rounded only as far as it is shown.
        ...(text(8) === '' || !Number.isFinite(share) ? [] : [`${Math.round(share * 10_000) / 100} %`]),
        ...worded(PERIODS, text(6)),
        ...labelled('quantity', text(10)),
        ...(text(11) === 'Y' ? ['needs approval before'] : []),
        ...(text(12) === 'Y' ? ['in network'] : text(12) === 'N' ? ['out of network'] : []),
      ],
    );
  }

  #status(segment: Segment): void {
    const [category = '', code = ''] = segment.components(1);
    this.#state(
      category,
      entryOf(STATUSES, category) ?? null,
      [...this.#service],
      [
        ...labelled('status code', code),
        ...labelled('on', segment.element(2) === '' ? '' : days(segment.element(2))[0]),
        ...labelled('charged', segment.element(4) === '' ? '' : money(segment.element(4))),
        ...labelled('paid', segment.element(5) === '' ? '' : money(segment.element(5))),
        ...labelled('check', segment.element(9)),
      ],
    );
  }
}

function procedure(segment: Segment): string[] {
  const [, ...code] = segment.components(1);
  return [code.filter((part) => part !== '').join('-')];
}

function worded(words: Readonly<Record<string, string>>, code: string): string[] {
  return code === '' ? [] : [entryOf(words, code) ?? `code ${code}`];
}

function labelled(label: string, value: string): string[] {
  return value === '' ? [] : [`${label} ${value}`];
}
