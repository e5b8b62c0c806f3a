import type { Day } from '@cleanclaim/core';
import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import { dayOf } from './diagnoses.ts';
import type { X12Place } from './finding.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { shown } from './report.ts';
import type { RuleId } from './rules.ts';

/** HCPCS Level II: ground and air transport and its miles. */
const TRANSPORT = /^A04(?:2[5-9]|3[0-6])$/;
/** Where anesthesia codes lie, by number. */
const ANESTHESIA = /^0[01]\d{3}$/;
/** HCPCS Level II: drugs given other than by mouth, and chemotherapy drugs. */
const DRUG = /^J\d{4}$/;
const MAMMOGRAM = /^(?:7706[3567]|G0279)$/;
const ORTHODONTICS = /^D8\d{3}$/;
/** Manipulation of the spine, by its number of regions. */
const SPINE = /^9894[012]$/;
const PROFESSIONAL_PART = '26';
const WAIVED_TEST = 'QW';
/** Certificates of medical necessity are refused for services from this day on. */
const CERTIFICATES_END = '2023-01-01';
/** Types of bill of a Medicare home health claim for payment: admission to discharge, and its replacement. */
const HOME_HEALTH = new Set(['32A9', '32A7']);
const HOME_HEALTH_GROUP = '0023';

/** What a claim or one of its lines may carry that other segments call for, a bit each. */
const CARRIED = {
  CR1: 1,
  CR2: 2,
  CR3: 4,
  DN1: 8,
  'pick-up': 16,
  'drop-off': 32,
  EW: 64,
  X4: 128,
  'CRC ZZ': 256,
  LIN: 512,
  '441': 1_024,
  '2420B': 2_048,
  '2440': 4_096,
} as const;
type Carried = keyof typeof CARRIED;

const NONE: readonly string[] = [];

interface OpenLine {
  readonly at: X12Place;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly unit: string;
  has: number;
  on: Day | undefined;
  readonly epsdt: boolean;
  readonly replaces: boolean;
  purchased: boolean;
}

/**
 * Rules of single specialties (SNIP type 6): what a line of service calls for elsewhere in the claim. They are told from
 * codes alone, so each is a warning; payers differ.
 */
export class SpecialtyCheck implements Observer {
  readonly #context: ObserverContext;
  #payer = '';
  #at: X12Place | undefined;
  #id = '';
  #bill = '';
  #claim = 0;
  #revenues = new Set<string>();
  #lines: OpenLine[] = [];

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  open(loop: LoopNode): void {
    if (loop.id === '2310E' || loop.id === '2420G') this.#stop(loop);
    else if (loop.id === '2310F' || loop.id === '2420H') this.#stop(loop);
    else if (loop.id === '2420B') this.#carry('2420B');
    else if (loop.id === '2440') this.#carry('2440');
    else if (loop.id === '2410') this.#carry('LIN');
  }

  /** The line at hand has it, or the claim before its first line. */
  #carry(what: Carried): void {
    const line = this.#lines.at(-1);
    if (line) line.has |= CARRIED[what];
    else this.#claim |= CARRIED[what];
  }

  /** The same loop name is another provider in another guide. */
  #stop({ label }: LoopNode): void {
    if (label.endsWith('pick-up')) this.#carry('pick-up');
    else if (label.endsWith('drop-off')) this.#carry('drop-off');
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    switch (spec.id) {
      case 'SBR':
        if (loop.id === '2000B') this.#payer = segment.element(9);
        break;
      case 'CLM':
        this.#begin(segment);
        break;
      case 'SV1':
        this.#line(segment, 1, segment.element(3), segment.is(11, 'Y'), false);
        break;
      case 'SV2':
        this.#revenues.add(segment.element(1));
        this.#line(segment, 2, segment.element(4), false, false);
        break;
      case 'SV3':
        this.#line(segment, 1, '', false, segment.is(5, 'R'));
        break;
      case 'CR1':
      case 'CR2':
      case 'CR3':
      case 'DN1':
        this.#carry(spec.id);
        break;
      case 'CRC':
        if (segment.element(1) === 'ZZ') this.#carry('CRC ZZ');
        break;
      case 'REF':
        if (segment.element(1) === 'EW') this.#carry('EW');
        else if (segment.element(1) === 'X4') this.#carry('X4');
        break;
      case 'DTP':
        this.#date(segment, loop);
        break;
      case 'LIN':
        this.#drug(segment);
        break;
      case 'PS1': {
        const line = this.#lines.at(-1);
        if (line) line.purchased = true;
        break;
      }
    }
  }

  close(loop: LoopNode): void {
    if (loop.id !== '2300' || !this.#at) return;
    for (const line of this.#lines) this.#judge(line);
    if (carries(this.#claim, 'CR2') && !this.#lines.some(({ code }) => SPINE.test(code)))
      this.#say('x12/chiropractic', this.#at, `Claim ${this.#id} has CR2, but no line is a manipulation of the spine.`);
    if (HOME_HEALTH.has(this.#bill) && this.#payer === 'MA' && !this.#revenues.has(HOME_HEALTH_GROUP))
      this.#say('x12/home-health-group', this.#at, `Claim ${this.#id} is of home health, but no line has revenue code 0023.`);
    this.#at = undefined;
    this.#lines = [];
  }

  #begin(segment: Segment): void {
    this.#at = this.#context.findings.place();
    this.#id = segment.element(1);
    this.#bill = segment.components(5).join('');
    this.#claim = 0;
    this.#revenues.clear();
    this.#lines = [];
  }

  #line(segment: Segment, procedure: number, unit: string, epsdt: boolean, replaces: boolean): void {
    const code = segment.component(procedure, 2);
    const at = this.#context.findings.place();
    const modifiers = modifiersOf(segment, procedure);
    this.#lines.push({ at, code, modifiers, unit, has: 0, on: undefined, epsdt, replaces, purchased: false });
  }

  #date(segment: Segment, loop: LoopNode): void {
    const line = this.#lines.at(-1);
    if (line && loop.id === '2400' && segment.element(1) === '472') line.on = dayOf(segment.element(3));
    else if (segment.element(1) === '441') this.#carry('441');
  }

  #drug(segment: Segment): void {
    const code = segment.element(3);
    if (segment.element(2) === 'N4' && !/^\d{11}$/.test(code)) {
      this.#context.findings.add('x12/drug-number', {
        message: `LIN03 is ${shown(code)}; an NDC has 11 digits without hyphens.`,
        element: 3,
        value: code,
      });
    }
  }

  #judge(line: OpenLine): void {
    const either = line.has | this.#claim;
    const has = (what: Carried): boolean => carries(either, what);
    const { code, modifiers, at } = line;
    const named = `Claim ${this.#id}: ${code}`;
    const medicare = this.#payer === 'MA' || this.#payer === 'MB';
    if (line.unit === 'MJ' && !ANESTHESIA.test(code))
      this.#say('x12/anesthesia-time', at, `${named} is told in minutes (MJ), but is no anesthesia code.`);
    if (TRANSPORT.test(code) && hasPlace(this.#bill)) this.#transport(line, has, named);
    if (DRUG.test(code) && this.#payer === 'MC' && !carries(line.has, 'LIN'))
      this.#say('x12/drug-number-missing', at, `${named} is a drug billed to Medicaid, but has no NDC (LIN).`);
    if (MAMMOGRAM.test(code) && hasPlace(this.#bill) && !modifiers.includes(PROFESSIONAL_PART) && !has('EW'))
      this.#say('x12/mammography-number', at, `${named} is a mammogram, but REF*EW is missing.`);
    if (modifiers.includes(WAIVED_TEST) && hasPlace(this.#bill) && !has('X4'))
      this.#say('x12/clia-number', at, `${named} is a test waived under CLIA (QW), but REF*X4 is missing.`);
    if (line.epsdt && !has('CRC ZZ')) this.#say('x12/epsdt', at, `${named} is of EPSDT (SV111), but the claim has no CRC*ZZ.`);
    if (ORTHODONTICS.test(code) && !has('DN1')) this.#say('x12/orthodontics', at, `${named} is orthodontic, but the claim has no DN1.`);
    if (line.replaces && !carries(line.has, '441'))
      this.#say('x12/prior-placement', at, `${named} replaces a prosthesis (SV305 R), but DTP*441 is missing.`);
    if (line.purchased && !carries(line.has, '2420B'))
      this.#say('x12/purchased-service', at, `${named} was purchased (PS1), but loop 2420B does not say from whom.`);
    const certified = carries(line.has, 'CR3') || carries(line.has, '2440');
    if (certified && medicare && line.on !== undefined && line.on >= CERTIFICATES_END)
      this.#say('x12/certificate-ended', at, `${named} has a certificate of medical necessity for a service on ${line.on}.`);
  }

  #transport({ at }: OpenLine, has: (what: Carried) => boolean, named: string): void {
    const missing = [
      ...(has('CR1') ? [] : ['CR1']),
      ...(has('pick-up') ? [] : ['the pick-up address (2310E)']),
      ...(has('drop-off') ? [] : ['the drop-off address (2310F)']),
    ];
    if (missing.length > 0) this.#say('x12/ambulance', at, `${named} is ambulance transport, but ${missing.join(' and ')} is missing.`);
  }

  #say(rule: RuleId, at: X12Place, message: string): void {
    this.#context.findings.add(rule, { message, at });
  }
}

function carries(has: number, what: Carried): boolean {
  return (has & CARRIED[what]) !== 0;
}

/** Components 3 to 6 of the procedure; most have none of them. */
function modifiersOf(segment: Segment, procedure: number): readonly string[] {
  for (let c = 3; c <= 6; c++) if (segment.component(procedure, c) !== '') return segment.components(procedure).slice(2, 6);
  return NONE;
}

/** CLM05 of a claim with a place of service (professional, dental), its parts joined: place, B, frequency. */
function hasPlace(bill: string): boolean {
  return bill.charAt(2) === 'B';
}
