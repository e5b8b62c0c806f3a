import { CompanionCheck } from '../companion/companion-check.ts';
import { type GuideId, guide } from '../map/guides.ts';
import type { LoopNode } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { LoopBrackets } from './brackets.ts';
import { ClaimCheck } from './claims.ts';
import { checkElements, type Trust } from './elements.ts';
import type { TransactionSummary } from './finding.ts';
import { GroupResult } from './group-result.ts';
import { NamesAndAddresses } from './names.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { COMPANION, NOT_CHECKED } from './not-checked.ts';
import { PaymentBalance } from './payments.ts';
import { PremiumBalance } from './premiums.ts';
import { ReasonCodes } from './reasons.ts';
import type { Findings } from './report.ts';
import { SpecialtyCheck } from './specialty.ts';
import { ClaimValues } from './values.ts';
import { type Placed, Walker } from './walker.ts';

/** BHT02 of an answer: such a 278 is a response. */
const ANSWER = '11';

/** One transaction set on its way through its guide. */
export class TransactionCheck {
  readonly set: string;
  readonly control: string;
  readonly version: string;
  /** Segments so far, ST being the first. */
  segments = 0;
  guideId: GuideId | undefined;
  /** Where the guide has put the segment at hand. */
  placed: Placed;
  /** It ended without its SE: what is open was cut off. */
  cut = false;
  /** Told when loops open and close. */
  onLoop: { open(loop: LoopNode): void; close(loop: LoopNode): void } | undefined;

  readonly #findings: Findings;
  readonly #errorsBefore: number;
  readonly #warningsBefore: number;
  readonly #context: ObserverContext;
  #walker: Walker | undefined;
  #observers: readonly Observer[] = [];
  #trust: Trust = 'sure';

  constructor(set: string, control: string, version: string, id: GuideId | undefined, context: ObserverContext) {
    const { findings } = context;
    this.set = set;
    this.control = control;
    this.version = version;
    this.#findings = findings;
    this.#errorsBefore = findings.errors;
    this.#warningsBefore = findings.warnings;
    this.#context = context;
    if (id) this.#follow(id);
  }

  /** Takes the ST. */
  begin(segment: Segment): void {
    this.segments = 1;
    const first = this.#walker?.guide.root.children[0];
    if (!this.#walker || !first) return;
    this.#findings.loop = this.#walker.guide.root.id;
    this.placed = first;
    checkElements(segment, first.segment, this.#findings, this.#trust);
  }

  /** Takes a segment inside the set, SE included. */
  segment(segment: Segment): void {
    this.segments++;
    if (this.segments === 2 && this.guideId === '278Q' && segment.id === 'BHT' && segment.element(2) === ANSWER) this.#follow('278R');
    const walker = this.#walker;
    if (!walker) return;
    this.#findings.loop = walker.loop.id;
    const placed = walker.place(segment);
    this.placed = placed;
    if (!placed) return;
    const spec = placed.segment;
    this.#findings.loop = placed.at.id;
    checkElements(segment, spec, this.#findings, this.#trust);
    for (const observer of this.#observers) observer.segment(segment, spec, placed.at);
  }

  /** Ends the set after its SE. */
  finish(): void {
    this.#walker?.finish();
    for (const observer of this.#observers) observer.end?.();
  }

  /** Ends a set that was cut off. */
  abandon(): void {
    this.#observers = [];
    this.cut = true;
    this.#walker?.abandon();
  }

  summary(): TransactionSummary {
    return {
      set: this.set,
      control: this.control,
      version: this.version,
      guide: this.guideId ?? null,
      segments: this.segments,
      errors: this.#findings.errors - this.#errorsBefore,
      warnings: this.#findings.warnings - this.#warningsBefore,
      claims: this.#claims,
    };
  }

  #claims = 0;

  #follow(id: GuideId): void {
    this.guideId = id;
    this.#trust = TRUST[id] ?? 'sure';
    const companions = this.#context.companions.filter(({ guides }) => guides.includes(id));
    for (const entry of NOT_CHECKED[id]) if (entry !== COMPANION || companions.length === 0) this.#context.note(entry);
    const own = [...observersFor(id, this.#context), ...companions.map((each) => new CompanionCheck(this.#context, each))];
    this.#observers = own;
    this.#walker = new Walker(
      guide(id),
      this.#findings,
      {
        open: (loop) => {
          if (loop.id === CLAIM_LOOP[id]) this.#claims++;
          for (const observer of own) observer.open?.(loop);
          this.onLoop?.open(loop);
        },
        close: (loop) => {
          for (const observer of this.#observers) observer.close?.(loop);
          this.onLoop?.close(loop);
        },
      },
      this.#trust,
    );
  }
}

/**
 * Guides whose facts were put together without the guide at hand. Predeterminations may differ from the claim guides they
 * were made from in their segments and orders; what an element of a segment may hold does not.
 */
const TRUST: Partial<Record<GuideId, Trust>> = {
  '278Q': 'unsure',
  '278R': 'unsure',
  '837P-X291': 'elements',
  '837I-X292': 'elements',
  '820': 'unsure',
  '820-X306': 'unsure',
  '834': 'unsure',
};

/** The loop that is one claim. */
const CLAIM_LOOP: Partial<Record<GuideId, string>> = {
  '837P': '2300',
  '837I': '2300',
  '837D': '2300',
  '837P-X291': '2300',
  '837I-X292': '2300',
  '835': '2100',
  '277CA': '2200D',
};

function observersFor(id: GuideId, context: ObserverContext): readonly Observer[] {
  const names = new NamesAndAddresses(context);
  switch (id) {
    case '837P':
    case '837P-X291':
    case '837D':
      return [
        names,
        new ClaimCheck(context, false),
        new SpecialtyCheck(context),
        new ClaimValues(context, id === '837D'),
        new ReasonCodes(context),
      ];
    case '837I':
    case '837I-X292':
      return [names, new ClaimCheck(context, true), new SpecialtyCheck(context), new ClaimValues(context, false), new ReasonCodes(context)];
    case '271':
    case '834':
      return [names, new LoopBrackets(context)];
    case '997':
    case '999':
      return [new GroupResult(context)];
    case '820':
    case '820-X306':
      return [names, new PremiumBalance(context)];
    case '835':
      return [names, new PaymentBalance(context), new ReasonCodes(context)];
    default:
      return [names];
  }
}
