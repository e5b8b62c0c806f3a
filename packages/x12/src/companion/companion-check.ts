import type { Day } from '@cleanclaim/core';
import type { X12Place } from '../check/finding.ts';
import type { Observer, ObserverContext } from '../check/observer.ts';
import { dayOf } from '../check/diagnoses.ts';
import { placeName, shown } from '../check/report.ts';
import type { Detail } from '../check/report.ts';
import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { type Companion, type CompanionRule, hasShape } from './model.ts';

/** A loop that is open, and the rules that ask for a segment in it. */
interface OpenLoop {
  readonly id: string;
  readonly at: X12Place;
  readonly seen: Set<CompanionRule>;
}

/** Where the payer is named, by guide: what it is said of is known only then. */
const PAYER_LOOPS: ReadonlySet<string> = new Set(['2010BB', '2100A', '2010A', '1000A']);
/** A new one of these may be for another payer. */
const PAYER_SCOPES: ReadonlySet<string> = new Set(['2000A', '2000B', 'ST']);

/** The rules of one companion guide (SNIP type 7). What comes before the payer's name waits for it. */
export class CompanionCheck implements Observer {
  readonly #context: ObserverContext;
  readonly #companion: Companion;
  readonly #open: OpenLoop[] = [];
  #waiting: Detail[] = [];
  #payer: string | undefined;
  #filing = '';
  #made: Day | undefined;

  constructor(context: ObserverContext, companion: Companion) {
    this.#context = context;
    this.#companion = companion;
  }

  open(loop: LoopNode): void {
    if (PAYER_SCOPES.has(loop.id) && loop.level) {
      this.#settle();
      this.#payer = undefined;
    }
    this.#open.push({ id: loop.id, at: this.#context.findings.place(), seen: new Set() });
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    if (spec.id === 'SBR' && loop.id === '2000B') this.#filing = segment.element(9);
    if (spec.id === 'BHT') this.#made = dayOf(segment.element(4));
    if (PAYER_LOOPS.has(loop.id) && (spec.id === 'NM1' || spec.id === 'N1')) {
      this.#payer = segment.element(spec.id === 'N1' ? 4 : 9);
      this.#settle();
    }
    for (const rule of this.#companion.rules) {
      if (rule.loop !== loop.id || !isOf(segment, rule.segment)) continue;
      this.#open.findLast(({ id }) => id === loop.id)?.seen.add(rule);
      this.#judge(segment, rule);
    }
  }

  close(loop: LoopNode): void {
    const open = this.#open.pop();
    if (!open) return;
    for (const rule of this.#companion.rules) {
      if (rule.loop !== loop.id || rule.use !== 'required' || open.seen.has(rule)) continue;
      const [id = ''] = rule.segment.split('.');
      this.#say(rule, `${rule.segment} is missing in loop ${loop.id}`, { at: { ...open.at, loop: loop.id }, segment: id });
    }
  }

  end(): void {
    this.#settle();
  }

  #judge(segment: Segment, rule: CompanionRule): void {
    const { element, component = 0, use } = rule;
    if (element === undefined) {
      if (use === 'not-used') this.#say(rule, `${rule.segment} is there`, {});
      return;
    }
    const value = component === 0 ? segment.element(element) : segment.component(element, component);
    const name = placeName(segment.id, element, component);
    const where = { element, ...(component > 0 ? { component } : {}), value };
    if (value === '') {
      if (use === 'required') this.#say(rule, `${name} is empty`, where);
      return;
    }
    const wrong =
      use === 'not-used' ||
      (rule.in && !rule.in.includes(value)) ||
      rule.notIn?.includes(value) ||
      (rule.shapes && !rule.shapes.some((shape) => hasShape(value, shape))) ||
      (rule.maxLength !== undefined && value.length > rule.maxLength);
    if (wrong) this.#say(rule, `${name} is ${shown(value)}`, where);
  }

  #say(rule: CompanionRule, what: string, where: Omit<Detail, 'message'>): void {
    this.#waiting.push({
      at: this.#context.findings.place(),
      ...where,
      message: `${what}. ${rule.says}`,
      why: `${this.#companion.name}, rule ${rule.id} (${this.#companion.source}).`,
      fix: rule.fix,
      severity: rule.severity ?? 'warning',
    });
    if (this.#payer !== undefined) this.#settle();
  }

  /** Tells what waited, when it is of this payer and of the time of the guide. */
  #settle(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const { payers, filings, from, to } = this.#companion;
    if (filings && !filings.includes(this.#filing)) return;
    if (payers && (this.#payer === undefined || !payers.includes(this.#payer))) return;
    if (this.#made !== undefined && (this.#made < from || (to !== undefined && this.#made > to))) return;
    for (const detail of waiting) this.#context.findings.add('x12/companion', detail);
  }
}

/** `REF.G1` is a REF whose first element is G1. */
function isOf(segment: Segment, wanted: string): boolean {
  const [id = '', first] = wanted.split('.');
  return segment.id === id && (first === undefined || segment.element(1) === first);
}
