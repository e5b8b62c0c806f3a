import type { Day } from '@cleanclaim/core';
import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { addMoney, amount, amountOf, casSum, formatMoney, type Money, ZERO_MONEY } from './amounts.ts';
import { type ClaimDiagnosis, DiagnosisCheck, dayOf } from './diagnoses.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { placeName, shown } from './report.ts';

/** First day on which ICD-10-CM counts (45 CFR 162.1002(c)). */
const ICD10_FROM = '2015-10-01';
const ICD10_LISTS: ReadonlySet<string> = new Set(['ABK', 'ABF', 'ABJ', 'APR', 'ABN']);
const ICD9_LISTS: ReadonlySet<string> = new Set(['BK', 'BF', 'BJ', 'PR', 'BN']);
/** Ways of sending an attachment by which it is found again by a control number. */
const SENT_APART: ReadonlySet<string> = new Set(['BM', 'EL', 'EM', 'FT', 'FX']);
/** Element of the line charge by line segment. */
const CHARGE_AT: Readonly<Record<string, number>> = { SV1: 2, SV2: 3, SV3: 2 };

/** What another payer decided: the amount it paid, if said, and its adjustments. */
interface OtherPayer {
  readonly at: X12Place;
  readonly order: string;
  id: string;
  paid: Money | undefined;
  adjusted: Money;
}

interface LineDecision {
  readonly payer: string;
  readonly at: X12Place;
  readonly paid: Money;
  adjusted: Money;
}

/** Sums and dependencies of an 837 claim, and its diagnoses by date. */
export class ClaimCheck implements Observer {
  claims = 0;
  readonly #context: ObserverContext;
  readonly #diagnosisCheck: DiagnosisCheck;
  readonly #institutional: boolean;

  // The subscriber level.
  #subscriberIsPatient = false;
  #relation = '';
  #order = '';
  #subscriberAt: X12Place | undefined;
  #subscriberHas = { address: false, details: false, named: false };
  #birth: Day | undefined;

  // The claim.
  #at: X12Place | undefined;
  #id = '';
  #total: Money = ZERO_MONEY;
  #lines: Money = ZERO_MONEY;
  #diagnoses: ClaimDiagnosis[] = [];
  #diagnosisCount = 0;
  #icd9: X12Place | undefined;
  #icd10 = false;
  #frequency = '';
  #hasOriginal = false;
  #accident = '';
  #hasAccidentDate = false;
  #first: Day | undefined;
  #statementEnd: Day | undefined;
  #otherPayers: OtherPayer[] = [];
  readonly #lineDecided = new Map<string, Money>();

  // The line.
  #lineCharge: Money = ZERO_MONEY;
  #decisions: LineDecision[] = [];

  constructor(context: ObserverContext, institutional: boolean) {
    this.#context = context;
    this.#institutional = institutional;
    this.#diagnosisCheck = new DiagnosisCheck(context);
  }

  open(loop: LoopNode): void {
    if (loop.id === '2000C') {
      this.#birth = undefined;
      if (this.#subscriberIsPatient) {
        this.#context.findings.add('x12/subscriber-patient', {
          message: 'The subscriber is the patient (SBR02 18), but a patient level follows.',
          element: 3,
        });
      }
    }
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    switch (spec.id) {
      case 'SBR':
        this.#payerLevel(segment, loop);
        break;
      case 'N3':
        if (loop.id === '2010BA') this.#subscriberHas.address = true;
        break;
      case 'NM1':
        if (loop.id === '2010BA') this.#subscriberHas.named = segment.element(2) === '1';
        else if (loop.id === '2330B') this.#nameOtherPayer(segment);
        break;
      case 'DMG':
        this.#demographics(segment, loop);
        break;
      case 'CLM':
        this.#claim(segment, loop);
        break;
      case 'HI':
        if (loop.id === '2300') this.#codes(segment);
        break;
      case 'REF':
        if (segment.element(1) === 'F8' && loop.id === '2300') this.#hasOriginal = true;
        break;
      case 'DTP':
        this.#dates(segment, loop);
        break;
      case 'PWK':
        this.#attachment(segment);
        break;
      case 'AMT':
        if (loop.id === '2320' && segment.element(1) === 'D') {
          const payer = this.#otherPayers.at(-1);
          if (payer) payer.paid = amount(segment, 2);
        }
        break;
      case 'CAS':
        this.#adjusted(segment, loop);
        break;
      case 'SVD':
        this.#decision(segment);
        break;
      case 'SV1':
      case 'SV2':
      case 'SV3':
        this.#line(segment, spec.id);
        break;
    }
  }

  close(loop: LoopNode): void {
    if (loop.id === '2300') this.#closeClaim();
    else if (loop.id === '2400') this.#closeLine();
    else if (loop.id === '2010BA') this.#closeSubscriber();
  }

  #payerLevel(segment: Segment, loop: LoopNode): void {
    if (loop.id === '2320') {
      const order = segment.element(1);
      if (order !== 'U' && (order === this.#order || this.#otherPayers.some((payer) => payer.order === order))) {
        this.#context.findings.add('x12/payer-order', {
          message: `Claim ${this.#id}: two payers have the order ${shown(order)}.`,
          element: 1,
          value: order,
        });
      }
      this.#otherPayers.push({ at: this.#context.findings.place(), order, id: '', paid: undefined, adjusted: ZERO_MONEY });
      return;
    }
    this.#subscriberIsPatient = segment.element(2) === '18';
    this.#relation = segment.element(2);
    this.#order = segment.element(1);
    this.#subscriberAt = this.#context.findings.place();
    this.#subscriberHas = { address: false, details: false, named: false };
    this.#birth = undefined;
  }

  #closeSubscriber(): void {
    if (!this.#subscriberIsPatient || !this.#subscriberHas.named || !this.#subscriberAt) return;
    const missing = [...(this.#subscriberHas.address ? [] : ['N3']), ...(this.#subscriberHas.details ? [] : ['DMG'])];
    for (const segment of missing) {
      this.#context.findings.add('x12/subscriber-details', {
        message: `The subscriber is the patient (SBR02 18), but loop 2010BA has no ${segment}.`,
        segment,
        loop: '2010BA',
      });
    }
  }

  #demographics(segment: Segment, loop: LoopNode): void {
    if (loop.id === '2010BA') this.#subscriberHas.details = true;
    if (loop.id === '2010CA' || (loop.id === '2010BA' && this.#subscriberIsPatient)) this.#birth = dayOf(segment.element(2));
  }

  #claim(segment: Segment, loop: LoopNode): void {
    this.claims++;
    this.#at = this.#context.findings.place();
    this.#id = segment.element(1);
    this.#total = amount(segment, 2);
    this.#lines = ZERO_MONEY;
    this.#diagnoses = [];
    this.#diagnosisCount = 0;
    this.#icd9 = undefined;
    this.#icd10 = false;
    this.#frequency = segment.component(5, 3);
    this.#hasOriginal = false;
    this.#accident = this.#institutional ? '' : segment.element(11);
    this.#hasAccidentDate = false;
    this.#first = undefined;
    this.#statementEnd = undefined;
    this.#otherPayers = [];
    this.#lineDecided.clear();
    if (loop.parent?.id === '2000B' && !this.#subscriberIsPatient) {
      this.#context.findings.add('x12/subscriber-patient', {
        message: `Claim ${this.#id} stands under the subscriber, but SBR02 is ${shown(this.#relation)}, not 18.`,
        element: 1,
      });
    }
    if (!this.#institutional) this.#place(segment, 5, segment.component(5, 1));
  }

  #place(segment: Segment, element: number, code: string): void {
    const places = this.#context.data?.placeOfService();
    if (code === '') return;
    if (!places) {
      this.#context.note({
        rule: 'x12/place-of-service',
        reason: 'No list of places of service was given.',
        install: 'It comes with Cleanclaim: reinstall the package.',
      });
    } else if (!places.find(code)) {
      this.#context.findings.add('x12/place-of-service', {
        message: `${placeName(segment.id, element)}: ${shown(code)} is no place of service.`,
        element,
        value: code,
      });
    }
  }

  #codes(segment: Segment): void {
    const at = this.#context.findings.place();
    for (let n = 1; n <= segment.count; n++) {
      const list = segment.component(n, 1);
      const icd10 = ICD10_LISTS.has(list);
      if (!icd10 && !ICD9_LISTS.has(list)) {
        if (list !== '') this.#otherList(list);
        continue;
      }
      this.#diagnosisCount++;
      if (icd10) {
        this.#icd10 = true;
        this.#diagnoses.push({ code: segment.component(n, 2), at, element: n });
      } else this.#icd9 ??= { ...at, element: n, component: 2 };
    }
  }

  #otherList(list: string): void {
    this.#context.note({
      rule: 'x12/code-list',
      reason: `Codes of HI list ${list.slice(0, 3)} were not looked up: the list is not bundled.`,
      install: 'Later versions will read it from installed data.',
    });
  }

  #dates(segment: Segment, loop: LoopNode): void {
    const kind = segment.element(1);
    const text = segment.element(3);
    const from = dayOf(text);
    const to = segment.element(2) === 'RD8' ? dayOf(text.slice(9)) : from;
    if (from && to && to < from)
      this.#context.findings.add('x12/date-order', { message: `DTP*${kind}: ${to} is before ${from}.`, element: 3, value: text });
    if (kind === '439') this.#hasAccidentDate = true;
    const service = (kind === '472' && (loop.id === '2400' || loop.id === '2300')) || kind === '434';
    if (!service || !from) return;
    if (this.#first === undefined || from < this.#first) this.#first = from;
    if (kind === '434') this.#statementEnd = to;
    if (this.#birth !== undefined && from < this.#birth) {
      this.#context.findings.add('x12/date-before-birth', {
        message: `The service of ${from} is before the patient’s birth on ${this.#birth}.`,
        element: 3,
        value: text,
      });
    }
  }

  #attachment(segment: Segment): void {
    if (!SENT_APART.has(segment.element(2)) || (segment.element(5) === 'AC' && segment.element(6) !== '')) return;
    this.#context.findings.add('x12/attachment-number', {
      message: 'The attachment is sent apart, but has no control number in PWK06.',
      element: 6,
    });
  }

  #nameOtherPayer(segment: Segment): void {
    const payer = this.#otherPayers.at(-1);
    if (payer) payer.id = segment.element(9);
  }

  #adjusted(segment: Segment, loop: LoopNode): void {
    const sum = casSum(segment);
    if (loop.id === '2320') {
      const payer = this.#otherPayers.at(-1);
      if (payer) payer.adjusted = addMoney(payer.adjusted, sum);
      return;
    }
    const decision = this.#decisions.at(-1);
    if (decision) decision.adjusted = addMoney(decision.adjusted, sum);
  }

  #decision(segment: Segment): void {
    this.#decisions.push({ payer: segment.element(1), at: this.#context.findings.place(), paid: amount(segment, 2), adjusted: ZERO_MONEY });
  }

  #line(segment: Segment, id: string): void {
    this.#lineCharge = amountOf(segment.element(CHARGE_AT[id] ?? 2)) ?? ZERO_MONEY;
    this.#lines = addMoney(this.#lines, this.#lineCharge);
    this.#decisions = [];
    if (id === 'SV1') this.#pointers(segment, 7);
    if (id === 'SV3') this.#pointers(segment, 11);
    if (id === 'SV1') this.#place(segment, 5, segment.element(5));
  }

  #pointers(segment: Segment, element: number): void {
    if (segment.lengthOf(element) <= 0) return;
    for (const pointer of segment.components(element)) {
      if (/^\d+$/.test(pointer) && (Number(pointer) < 1 || Number(pointer) > this.#diagnosisCount)) {
        this.#context.findings.add('x12/pointer', {
          message: `${placeName(segment.id, element)} points to diagnosis ${pointer}; the claim has ${this.#diagnosisCount}.`,
          element,
          value: pointer,
        });
      }
    }
  }

  #closeLine(): void {
    for (const decision of this.#decisions) {
      const accounted = addMoney(decision.paid, decision.adjusted);
      this.#lineDecided.set(decision.payer, addMoney(this.#lineDecided.get(decision.payer) ?? ZERO_MONEY, decision.adjusted));
      if (accounted !== this.#lineCharge) {
        this.#context.findings.add('x12/cob-line', {
          message: `Claim ${this.#id}: a line charges ${formatMoney(this.#lineCharge)}, but payer ${decision.payer} paid and adjusted ${formatMoney(accounted)}.`,
          at: { ...decision.at, element: 2 },
        });
      }
      if (!this.#otherPayers.some((payer) => payer.id === decision.payer)) {
        this.#context.findings.add('x12/payer-unknown', {
          message: `SVD01 names payer ${shown(decision.payer)}, which no loop 2330B of the claim does.`,
          at: { ...decision.at, element: 1 },
        });
      }
    }
    this.#decisions = [];
  }

  #closeClaim(): void {
    const at = this.#at;
    if (!at) return;
    this.#at = undefined;
    this.#balance(at);
    this.#dependencies(at);
    const on = this.#statementEnd ?? this.#first;
    this.#diagnosisCheck.check(this.#diagnoses, on);
    if (this.#icd9 && this.#icd10) {
      this.#context.findings.add('x12/mixed-diagnosis-versions', {
        message: `Claim ${this.#id} has diagnoses of ICD-9-CM and ICD-10-CM.`,
        at: this.#icd9,
      });
    } else if (this.#icd9 && on !== undefined && on >= ICD10_FROM) {
      this.#context.findings.add('x12/icd9-after-2015', {
        message: `Claim ${this.#id} has ICD-9-CM codes for services on ${on}.`,
        at: this.#icd9,
      });
    }
  }

  #balance(at: X12Place): void {
    if (this.#lines !== this.#total) {
      this.#context.findings.add('x12/claim-total', {
        message: `Claim ${this.#id}: CLM02 is ${formatMoney(this.#total)}, the lines add up to ${formatMoney(this.#lines)}.`,
        at: { ...at, element: 2 },
        value: formatMoney(this.#total),
      });
    }
    for (const payer of this.#otherPayers) {
      if (payer.paid === undefined) continue;
      const accounted = addMoney(addMoney(payer.paid, payer.adjusted), this.#lineDecided.get(payer.id) ?? ZERO_MONEY);
      if (accounted !== this.#total) {
        this.#context.findings.add('x12/cob-claim', {
          message: `Claim ${this.#id}: the charge is ${formatMoney(this.#total)}, but payer ${payer.id} paid and adjusted ${formatMoney(accounted)}.`,
          at: payer.at,
        });
      }
    }
  }

  #dependencies(at: X12Place): void {
    const { findings } = this.#context;
    if ((this.#frequency === '7' || this.#frequency === '8') && !this.#hasOriginal) {
      findings.add('x12/original-claim', {
        message: `Claim ${this.#id} replaces or voids another (CLM05-3 ${this.#frequency}), but REF*F8 is missing.`,
        at: { ...at, segment: 'REF' },
      });
    }
    if (/\b(?:AA|EM|OA)\b/.test(this.#accident)) {
      if (!this.#hasAccidentDate)
        findings.add('x12/accident', {
          message: `Claim ${this.#id} tells of an accident, but has no DTP*439.`,
          at: { ...at, segment: 'DTP' },
          severity: 'warning',
        });
      if (/\bAA\b/.test(this.#accident) && !/[A-Z]{2}$/.test(this.#accident.slice(3))) {
        findings.add('x12/accident', {
          message: `Claim ${this.#id} tells of an auto accident without its state (CLM11-4).`,
          at: { ...at, element: 11, component: 4 },
        });
      }
    }
  }
}
