import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { amountOf } from './amounts.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { placeName, shown } from './report.ts';

/** Numbers of teeth in the universal system: permanent, supernumerary, primary, supernumerary primary. */
const TOOTH = /^(?:0?[1-9]|[12]\d|3[0-2]|5[1-9]|[67]\d|8[0-2]|[A-T]S?)$/;
const REVENUE = /^\d{4}$/;
const TAX_KINDS: ReadonlySet<string> = new Set(['EI', 'SY']);
const PHONE_KINDS: ReadonlySet<string> = new Set(['TE', 'FX', 'HP', 'WP']);
const PHONE = /^\d{10}$/;
/** Predetermination (dental) and the answer to one: nothing was done yet. */
const PREDETERMINATION: ReadonlySet<string> = new Set(['PB', '08']);
/** Charge and units by line segment. */
const LINE_NUMBERS: Readonly<Record<string, readonly [charge: number, units: number]>> = { SV1: [2, 4], SV2: [3, 5], SV3: [2, 6] };

/** What a claim's numbers must look like beyond their type: line numbers in order, tax numbers, phones, teeth, nothing below zero. */
export class ClaimValues implements Observer {
  readonly #context: ObserverContext;
  readonly #dental: boolean;
  #line = 0;
  #claimAt: X12Place | undefined;
  #claim = '';
  #dated = false;
  #undated: X12Place | undefined;
  #lineAt: X12Place | undefined;
  #lineDated = false;

  constructor(context: ObserverContext, dental: boolean) {
    this.#context = context;
    this.#dental = dental;
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    switch (spec.id) {
      case 'CLM':
        this.#begin(segment);
        break;
      case 'LX':
        if (loop.id === '2400') this.#number(segment);
        break;
      case 'SV1':
      case 'SV2':
      case 'SV3':
        this.#amounts(segment, spec.id);
        break;
      case 'SBR':
        this.#payer(segment, loop);
        break;
      case 'REF':
        if (TAX_KINDS.has(segment.element(1))) this.#tax(segment);
        break;
      case 'PER':
        this.#phones(segment);
        break;
      case 'TOO':
        this.#tooth(segment);
        break;
      case 'DTP':
        if (segment.element(1) !== '472') break;
        if (loop.id === '2400') this.#lineDated = true;
        else if (loop.id === '2300') this.#dated = true;
        break;
    }
  }

  close(loop: LoopNode): void {
    if (loop.id === '2400' && !this.#lineDated) this.#undated ??= this.#lineAt;
    if (loop.id !== '2300' || !this.#claimAt) return;
    if (this.#dental && !this.#dated && this.#undated) {
      this.#context.findings.add('x12/service-date', {
        message: `Claim ${this.#claim} has a line without a date of service, and none for the claim.`,
        at: { ...this.#undated, segment: 'DTP' },
      });
    }
    this.#claimAt = undefined;
  }

  #begin(segment: Segment): void {
    this.#claimAt = this.#context.findings.place();
    this.#claim = segment.element(1);
    this.#line = 0;
    this.#dated = PREDETERMINATION.has(segment.element(19));
    this.#undated = undefined;
    this.#below(segment, 2);
  }

  #number(segment: Segment): void {
    this.#line++;
    this.#lineAt = this.#context.findings.place();
    this.#lineDated = false;
    const number = segment.element(1);
    if (number === '' || !/^\d+$/.test(number) || Number(number) === this.#line) return;
    this.#context.findings.add('x12/line-number', {
      message: `LX01 is ${shown(number)}; this is line ${this.#line} of claim ${this.#claim}.`,
      element: 1,
      value: number,
    });
  }

  #amounts(segment: Segment, id: string): void {
    const [charge, units] = LINE_NUMBERS[id] ?? [0, 0];
    this.#below(segment, charge);
    this.#below(segment, units);
    const revenue = id === 'SV2' ? segment.element(1) : '';
    if (revenue !== '' && !REVENUE.test(revenue)) {
      this.#context.findings.add('x12/revenue-code', {
        message: `SV201 is ${shown(revenue)}; a revenue code has four digits.`,
        element: 1,
        value: revenue,
      });
    }
  }

  #below(segment: Segment, element: number): void {
    const text = segment.element(element);
    if (!text.startsWith('-') || amountOf(text) === 0) return;
    this.#context.findings.add('x12/below-zero', {
      message: `${placeName(segment.id, element)} is ${shown(text)}.`,
      element,
      value: text,
    });
  }

  #payer(segment: Segment, loop: LoopNode): void {
    if (segment.element(9) !== '' || (loop.id !== '2000B' && loop.id !== '2320')) return;
    this.#context.findings.add('x12/filing-indicator', { message: `SBR09 is empty in loop ${loop.id}.`, element: 9 });
  }

  #tax(segment: Segment): void {
    const number = segment.element(2);
    if (number === '' || /^\d{9}$/.test(number)) return;
    this.#context.findings.add('x12/tax-number', {
      message: `REF02 is ${shown(number)}; a tax number is written with nine digits alone.`,
      element: 2,
      value: number,
    });
  }

  #phones(segment: Segment): void {
    for (let n = 3; n <= 7 && n < segment.count + 1; n += 2) {
      const kind = segment.element(n);
      const number = segment.element(n + 1);
      if (number === '') continue;
      if (PHONE_KINDS.has(kind) && !PHONE.test(number)) {
        this.#context.findings.add('x12/phone-number', {
          message: `${placeName('PER', n + 1)} is ${shown(number)}, no phone number of ten digits.`,
          element: n + 1,
          value: number,
        });
      } else if (kind === 'EX' && segment.element(n - 2) !== 'TE') {
        this.#context.findings.add('x12/phone-number', {
          message: `${placeName('PER', n)} is an extension, but no phone number stands before it.`,
          element: n,
        });
      }
    }
  }

  #tooth(segment: Segment): void {
    const tooth = segment.element(2);
    if (segment.element(1) !== 'JP' || tooth === '' || TOOTH.test(tooth)) return;
    this.#context.findings.add('x12/tooth-number', {
      message: `TOO02 is ${shown(tooth)}, no tooth of the universal numbering.`,
      element: 2,
      value: tooth,
    });
  }
}
