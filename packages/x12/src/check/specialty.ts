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

/** What a claim or one of its lines carries, by name: segments that other ones call for. */
type Carried = Set<'CR1' | 'CR2' | 'pick-up' | 'drop-off' | 'EW' | 'X4' | 'CRC ZZ' | 'DN1' | 'LIN' | '441' | '2420B' | '2440' | 'CR3'>;

interface OpenLine {
  readonly at: X12Place;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly unit: string;
  readonly has: Carried;
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
  #claim: Carried = new Set();
  #revenues = new Set<string>();
  #lines: OpenLine[] = [];

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  open(loop: LoopNode): void {
    const has = this.#lines.at(-1)?.has ?? this.#claim;
    if (loop.id === '2310E' || loop.id === '2420G') this.#stop(loop, has);
    else if (loop.id === '2310F' || loop.id === '2420H') this.#stop(loop, has);
    else if (loop.id === '2420B') has.add('2420B');
    else if (loop.id === '2440') has.add('2440');
    else if (loop.id === '2410') has.add('LIN');
  }

  /** The same loop name is another provider in another guide. */
  #stop({ label }: LoopNode, has: Carried): void {
    if (label.endsWith('pick-up')) has.add('pick-up');
    else if (label.endsWith('drop-off')) has.add('drop-off');
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    const has = this.#lines.at(-1)?.has ?? this.#claim;
    switch (spec.id) {
      case 'SBR':
        if (loop.id === '2000B') this.#payer = segment.element(9);
        break;
      case 'CLM':
        this.#begin(segment);
        break;
      case 'SV1':
        this.#line(segment.components(1), segment.element(3), segment.element(11) === 'Y', false);
        break;
      case 'SV2':
        this.#revenues.add(segment.element(1));
        this.#line(segment.components(2), segment.element(4), false, false);
        break;
      case 'SV3':
        this.#line(segment.components(1), '', false, segment.element(5) === 'R');
        break;
      case 'CR1':
      case 'CR2':
      case 'CR3':
      case 'DN1':
        has.add(spec.id);
        break;
      case 'CRC':
        if (segment.element(1) === 'ZZ') has.add('CRC ZZ');
        break;
      case 'REF':
        if (segment.element(1) === 'EW') has.add('EW');
        else if (segment.element(1) === 'X4') has.add('X4');
        break;
      case 'DTP':
        this.#date(segment, loop, has);
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
    if (this.#claim.has('CR2') && !this.#lines.some(({ code }) => SPINE.test(code)))
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
    this.#claim = new Set();
    this.#revenues.clear();
    this.#lines = [];
  }

  #line(parts: readonly string[], unit: string, epsdt: boolean, replaces: boolean): void {
    const [, code = '', ...rest] = parts;
    const at = this.#context.findings.place();
    const modifiers = rest.slice(0, 4);
    this.#lines.push({ at, code, modifiers, unit, has: new Set(), on: undefined, epsdt, replaces, purchased: false });
  }

  #date(segment: Segment, loop: LoopNode, has: Carried): void {
    const line = this.#lines.at(-1);
    if (line && loop.id === '2400' && segment.element(1) === '472') line.on = dayOf(segment.element(3));
    else if (segment.element(1) === '441') has.add('441');
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
    const has = (what: 'CR1' | 'pick-up' | 'drop-off' | 'EW' | 'X4' | 'CRC ZZ' | 'DN1'): boolean =>
      line.has.has(what) || this.#claim.has(what);
    const { code, modifiers, at } = line;
    const named = `Claim ${this.#id}: ${code}`;
    const medicare = this.#payer === 'MA' || this.#payer === 'MB';
    if (line.unit === 'MJ' && !ANESTHESIA.test(code))
      this.#say('x12/anesthesia-time', at, `${named} is told in minutes (MJ), but is no anesthesia code.`);
    if (TRANSPORT.test(code) && hasPlace(this.#bill)) this.#transport(line, has, named);
    if (DRUG.test(code) && this.#payer === 'MC' && !line.has.has('LIN'))
      this.#say('x12/drug-number-missing', at, `${named} is a drug billed to Medicaid, but has no NDC (LIN).`);
    if (MAMMOGRAM.test(code) && hasPlace(this.#bill) && !modifiers.includes(PROFESSIONAL_PART) && !has('EW'))
      this.#say('x12/mammography-number', at, `${named} is a mammogram, but REF*EW is missing.`);
    if (modifiers.includes(WAIVED_TEST) && hasPlace(this.#bill) && !has('X4'))
      this.#say('x12/clia-number', at, `${named} is a test waived under CLIA (QW), but REF*X4 is missing.`);
    if (line.epsdt && !has('CRC ZZ')) this.#say('x12/epsdt', at, `${named} is of EPSDT (SV111), but the claim has no CRC*ZZ.`);
    if (ORTHODONTICS.test(code) && !has('DN1')) this.#say('x12/orthodontics', at, `${named} is orthodontic, but the claim has no DN1.`);
    if (line.replaces && !line.has.has('441'))
      this.#say('x12/prior-placement', at, `${named} replaces a prosthesis (SV305 R), but DTP*441 is missing.`);
    if (line.purchased && !line.has.has('2420B'))
      this.#say('x12/purchased-service', at, `${named} was purchased (PS1), but loop 2420B does not say from whom.`);
    const certified = line.has.has('CR3') || line.has.has('2440');
    if (certified && medicare && line.on !== undefined && line.on >= CERTIFICATES_END)
      this.#say('x12/certificate-ended', at, `${named} has a certificate of medical necessity for a service on ${line.on}.`);
  }

  #transport({ at }: OpenLine, has: (what: 'CR1' | 'pick-up' | 'drop-off') => boolean, named: string): void {
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

/** CLM05 of a claim with a place of service (professional, dental), its parts joined: place, B, frequency. */
function hasPlace(bill: string): boolean {
  return bill.charAt(2) === 'B';
}
