import { type CheckOptions, X12Checker } from '../check/checker.ts';
import type { Follower } from '../check/follower.ts';
import type { X12Report } from '../check/finding.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { LoopNode } from '../map/model.ts';
import type { Delimiters } from '../reader/delimiters.ts';
import { latin1, type Segment } from '../reader/segment.ts';
import type { X12Branch, X12File, X12Leaf, X12Marks, X12Node, X12Value } from './model.ts';
import { renderSegment } from './to-x12.ts';

type Level = 'file' | 'interchange' | 'group' | 'transaction' | 'loop';
const RANK: Readonly<Record<Level, number>> = { file: 0, interchange: 1, group: 2, transaction: 3, loop: 4 };

/** Builds the tree while a file is checked. Holds the whole file: for files of a size one wants as JSON. */
export class TreeBuilder implements Follower {
  readonly file: X12File = { x12: 1, content: [] };
  readonly #open: { level: Level; content: X12Node[] }[] = [{ level: 'file', content: this.file.content }];
  #marks: X12Marks = { element: '*', component: ':', repetition: '^', segment: '~' };
  #interchange: X12Branch | undefined;
  #inInterchange = 0;
  #transaction: TransactionCheck | undefined;
  #branch: X12Branch | undefined;
  #cut = false;

  transaction(transaction: TransactionCheck): void {
    this.#transaction = transaction;
    transaction.onLoop = {
      open: (loop) => this.#openLoop(loop),
      close: (loop) => {
        if (loop.parent && this.#open.at(-1)?.level === 'loop') this.#open.pop();
      },
    };
  }

  delimiters(delimiters: Delimiters): void {
    const mark = (byte: number): string => String.fromCharCode(byte);
    this.#marks = {
      element: mark(delimiters.element),
      component: mark(delimiters.component),
      repetition: delimiters.repetition === 0 ? null : mark(delimiters.repetition),
      segment: mark(delimiters.terminator),
    };
  }

  problem(code: string): void {
    if (code === 'unterminated') this.#cut = true;
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    switch (segment.id) {
      case 'ISA':
        this.#closeTo('file');
        this.#interchange = { interchange: segment.element(13), delimiters: this.#marks, content: [] };
        this.#inInterchange = 0;
        this.#push('interchange', this.#interchange);
        break;
      case 'GS':
        this.#closeTo('interchange');
        this.#push('group', { group: segment.element(6), content: [] });
        break;
      case 'ST': {
        this.#closeTo('group');
        const guide = transaction?.guideId;
        this.#branch = { transaction: segment.element(1), ...(guide ? { guide } : {}), content: [] };
        this.#push('transaction', this.#branch);
        break;
      }
      case 'SE':
        this.#closeTo('transaction');
        break;
      case 'GE':
        this.#closeTo('group');
        break;
      case 'IEA':
        this.#closeTo('interchange');
        break;
    }
    // A 278 is known to be a response only from its BHT on.
    if (transaction?.guideId && this.#branch?.guide !== undefined && transaction === this.#transaction)
      this.#branch.guide = transaction.guideId;
    this.#open.at(-1)?.content.push(this.#leaf(segment, transaction));
    if (segment.id === 'SE' || segment.id === 'GE' || segment.id === 'IEA') this.#closeOne(segment.id);
  }

  end(rest: string): void {
    if (rest !== '') this.file.rest = rest;
  }

  #openLoop(loop: LoopNode): void {
    if (loop.parent) this.#push('loop', { loop: loop.id, name: loop.label, content: [] });
  }

  #push(level: Level, branch: X12Branch): void {
    this.#open.at(-1)?.content.push(branch);
    this.#open.push({ level, content: branch.content });
  }

  #closeTo(level: Level): void {
    while (this.#open.length > 1 && RANK[this.#open.at(-1)?.level ?? 'file'] > RANK[level]) this.#open.pop();
  }

  #closeOne(id: 'SE' | 'GE' | 'IEA'): void {
    const level = { SE: 'transaction', GE: 'group', IEA: 'interchange' }[id];
    if (this.#open.at(-1)?.level === level) this.#open.pop();
    if (id === 'SE') this.#branch = undefined;
  }

  #leaf(segment: Segment, transaction: TransactionCheck | undefined): X12Leaf {
    const header = segment.id === 'ISA';
    const elements = Array.from({ length: segment.count }, (_, at) =>
      header ? segment.element(at + 1) : this.#value(segment.element(at + 1)),
    );
    const spec = transaction?.placed?.segment;
    const lead = this.#lead(segment);
    const leaf = {
      segment: segment.id,
      ...(spec && spec.id === segment.id ? { name: spec.label } : {}),
      elements,
      ...(lead === undefined ? {} : { lead }),
      ...(this.#cut ? { cut: true as const } : {}),
    };
    this.#cut = false;
    const bytes = segment.raw();
    const same = equal(renderSegment(leaf, this.#marks), bytes);
    return same ? leaf : { ...leaf, raw: latin1(bytes) };
  }

  /** The break after the ISA is taken for the interchange's own; what differs is told. */
  #lead(segment: Segment): string | undefined {
    const at = ++this.#inInterchange;
    if (at === 2 && this.#interchange) this.#interchange.lead = segment.lead;
    const usual = at === 1 ? '' : (this.#interchange?.lead ?? '');
    return segment.lead === usual ? undefined : segment.lead;
  }

  #value(text: string): X12Value {
    const { repetition, component } = this.#marks;
    const split = (part: string): string | string[] => (part.includes(component) ? part.split(component) : part);
    if (repetition !== null && text.includes(repetition)) return { repeat: text.split(repetition).map(split) };
    return split(text);
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Reads a file as JSON, with what checking it found. */
export function x12ToJson(bytes: Uint8Array, options: CheckOptions = {}): { file: X12File; report: X12Report } {
  const builder = new TreeBuilder();
  const checker = new X12Checker({ ...options, follow: builder });
  checker.push(bytes);
  const report = checker.report();
  return { file: builder.file, report };
}
