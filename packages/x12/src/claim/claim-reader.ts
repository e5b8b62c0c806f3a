import {
  type Attachment,
  type Claim,
  type Diagnosis,
  type InpatientProcedure,
  type Line,
  type Patient,
  type Payer,
  type Provider,
  type Subscriber,
  withDot,
} from '@cleanclaim/core';
import type { Follower } from '../check/checker.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';
import { ACCIDENTS, DIAGNOSIS_KINDS, firstFreeOrder, lineControl, orderOf, payerOfFiling, RELATION_CODES } from './codes.ts';
import { decide, type OpenDecision, OtherPayerReader } from './other-payer-reader.ts';
import { address, days, declared, demographics, money, named, nameOf, type Open, present } from './read-parts.ts';
import { entryOf } from '../text/entry-of.ts';

type OpenLine = Open<Omit<Line, 'teeth' | 'attachments' | 'decisions'>> & {
  teeth: { tooth?: string; surfaces?: string }[];
  attachments: Attachment[];
  decisions: OpenDecision[];
};
type OpenClaim = Open<Omit<Claim, 'diagnoses' | 'lines' | 'procedures' | 'attachments'>> & {
  diagnoses: Diagnosis[];
  lines: OpenLine[];
  procedures: InpatientProcedure[];
  attachments: Attachment[];
};

/** Where a claim stood in its file. */
export interface ClaimPlace {
  readonly byte: number;
  readonly segmentNumber: number;
}

const TYPES: Readonly<Record<string, Claim['type']>> = {
  '837P': 'professional',
  '837P-X291': 'professional',
  '837I': 'institutional',
  '837I-X292': 'institutional',
  '837D': 'dental',
};

type ProviderField =
  | 'rendering'
  | 'referring'
  | 'attending'
  | 'operating'
  | 'otherOperating'
  | 'supervising'
  | 'assistant'
  | 'facility'
  | 'ordering';
/** Provider loops → the claim's own provider fields. 2310 letters differ between guides, NM101 does not. */
const PROVIDERS: Readonly<Record<string, ProviderField>> = {
  '82': 'rendering',
  DN: 'referring',
  '71': 'attending',
  '72': 'operating',
  ZZ: 'otherOperating',
  DQ: 'supervising',
  DD: 'assistant',
  '77': 'facility',
  DK: 'ordering',
};

/**
 * Reads the claims of an 837 as Cleanclaim JSON while it is checked; each is handed over when its loop ends. What the
 * claim model has no field for (contract and repricing data, certifications, secondary numbers) is not carried over.
 */
export class ClaimReader implements Follower {
  readonly #take: (claim: Claim, place: ClaimPlace) => void;
  #type: Claim['type'] | undefined;
  #billing: Open<Provider> = {};
  #payer: Open<Payer> = {};
  #order = 0;
  /** Group and, where the subscriber is another, relation and person. */
  #cover: Open<Subscriber> = {};
  #subscriber: Open<Patient> = {};
  #patient: Open<Patient> | undefined;
  #claim: OpenClaim | undefined;
  #others: OtherPayerReader | undefined;
  #place: ClaimPlace = { byte: 0, segmentNumber: 0 };
  #provider: Open<Provider> | undefined;
  #placeOfService = '';

  constructor(take: (claim: Claim, place: ClaimPlace) => void) {
    this.#take = take;
  }

  transaction(transaction: TransactionCheck): void {
    this.#type = TYPES[transaction.guideId ?? ''];
    if (!this.#type) return;
    const before = transaction.onLoop;
    transaction.onLoop = {
      open: (loop) => before?.open(loop),
      close: (loop) => {
        before?.close(loop);
        // What was cut off is no whole claim; the check says so.
        if (loop.id === '2300' && !transaction.cut) this.#finish();
      },
    };
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    const placed = transaction?.placed;
    if (!this.#type || !placed || placed.segment.id !== segment.id) return;
    const loop = placed.at.id;
    if (!this.#claim || /^20[01]/.test(loop)) this.#above(segment, loop);
    else if (loop === '2300') this.#head(segment, this.#claim);
    else if (loop.startsWith('2310')) this.#claimProvider(segment, this.#claim);
    // Providers under another payer are known to that payer alone.
    else if (loop.startsWith('23')) this.#others?.segment(segment, loop);
    else this.#line(segment, loop, this.#claim);
    if (segment.id === 'CLM') this.#begin(segment);
  }

  /** Levels above the claim. */
  #above(segment: Segment, loop: string): void {
    const text = (n: number): string => segment.element(n);
    switch (`${loop} ${segment.id}`) {
      case '2000A HL':
        this.#billing = {};
        break;
      case '2000A PRV':
        this.#billing.taxonomy = text(3);
        break;
      case '2010AA NM1':
        Object.assign(this.#billing, named(segment));
        break;
      case '2010AA N3':
      case '2010AA N4':
        this.#billing.address = address(this.#billing.address, segment);
        break;
      case '2010AA REF':
        if (text(1) === 'EI' || text(1) === 'SY') this.#billing.taxId = text(2);
        if (text(1) === 'SY') this.#billing.taxIdKind = 'ssn';
        break;
      case '2000B HL':
        this.#subscriber = {};
        this.#patient = undefined;
        this.#payer = {};
        this.#cover = {};
        break;
      case '2000B SBR':
        this.#order = orderOf(text(1));
        this.#payer = { ...payerOfFiling(text(9), this.#type ?? 'professional'), ...present({ insuranceType: text(5) }) };
        this.#cover = present({ group: text(3), groupName: text(4) });
        break;
      case '2000B PAT':
        died(this.#subscriber, segment);
        break;
      case '2010BA NM1':
        this.#subscriber = { ...this.#subscriber, name: nameOf(segment), ...present({ memberId: text(9) }) };
        break;
      case '2010BB NM1':
        Object.assign(this.#payer, present({ id: text(9), name: text(3) }));
        break;
      case '2010BB N3':
      case '2010BB N4':
        this.#payer.address = address(this.#payer.address, segment);
        break;
      case '2000C HL':
        this.#patient = {};
        break;
      case '2000C PAT':
        this.#cover = { ...this.#cover, ...present({ relation: RELATION_CODES.word(text(1)) }) };
        if (this.#patient) died(this.#patient, segment);
        break;
      case '2010CA NM1':
        this.#patient = { ...this.#patient, name: nameOf(segment), ...present({ memberId: this.#subscriber.memberId ?? '' }) };
        break;
      case '2010BA DMG':
        demographics(this.#subscriber, segment);
        break;
      case '2010CA DMG':
        if (this.#patient) demographics(this.#patient, segment);
        break;
      case '2010BA N3':
      case '2010BA N4':
        this.#subscriber.address = address(this.#subscriber.address, segment);
        break;
      case '2010CA N3':
      case '2010CA N4':
        if (this.#patient) this.#patient.address = address(this.#patient.address, segment);
        break;
    }
  }

  #begin(segment: Segment): void {
    const type = this.#type ?? 'professional';
    this.#place = { byte: segment.offset, segmentNumber: segment.number };
    this.#provider = undefined;
    this.#others = new OtherPayerReader(type);
    const [facility = '', , frequency = ''] = segment.components(5);
    const claim: OpenClaim = {
      type,
      id: segment.element(1),
      ...(Object.keys(this.#payer).length === 0 ? {} : { payer: { ...this.#payer } }),
      patient: { ...(this.#patient ?? this.#subscriber) },
      ...this.#coverOf(),
      billing: { ...this.#billing },
      diagnoses: [],
      procedures: [],
      lines: [],
      attachments: [],
      total: money(segment.element(2)),
      ...declared(type === 'institutional' ? 'Y' : segment.element(6), segment.element(7), segment.element(8), segment.element(9)),
    };
    if (frequency !== '') claim.frequency = frequency;
    if (type === 'institutional') claim.billType = `0${facility}${frequency}`;
    this.#placeOfService = type === 'institutional' ? '' : facility;
    const causes = segment.components(11);
    const kind = causes
      .slice(0, 3)
      .map((each) => ACCIDENTS.word(each))
      .find((each) => each !== undefined);
    if (type !== 'institutional' && kind !== undefined) claim.accident = { kind, ...(causes[3] ? { state: causes[3] } : {}) };
    this.#claim = claim;
  }

  /** The subscriber where it is not the patient, and the group in either case. */
  #coverOf(): { subscriber?: Subscriber } {
    const { name, address: home, birthDate, sex } = this.#subscriber;
    const person = this.#patient ? present({ name, address: home, birthDate, sex }) : {};
    const cover = { ...this.#cover, ...person };
    return Object.keys(cover).length === 0 ? {} : { subscriber: cover };
  }

  #head(segment: Segment, claim: OpenClaim): void {
    const text = (n: number): string => segment.element(n);
    switch (segment.id) {
      case 'DTP':
        this.#claimDate(text(1), text(3), claim);
        break;
      case 'CL1':
        Object.assign(claim, present({ admissionType: text(1), admissionSource: text(2), dischargeStatus: text(3) }));
        break;
      case 'REF': {
        const field = entryOf(NUMBERS, text(1));
        if (field !== undefined) claim[field] = text(2);
        break;
      }
      case 'AMT':
        if (text(1) === 'F5') claim.patientPaid = money(text(2));
        break;
      case 'NTE':
        if (text(1) === 'ADD') claim.note ??= text(2);
        break;
      case 'PWK':
        claim.attachments.push(attachment(segment));
        break;
      case 'DN1':
        claim.orthodontics = { ...count('months', text(1)), ...count('monthsLeft', text(2)) };
        break;
      case 'DN2':
        if (text(2) === 'M') claim.missingTeeth = [...(claim.missingTeeth ?? []), text(1)];
        break;
      case 'HI':
        for (let n = 1; n <= segment.count; n++) this.#code(segment.components(n), claim);
        break;
    }
  }

  #claimDate(kind: string, period: string, claim: OpenClaim): void {
    const [from, to] = days(period);
    switch (kind) {
      case '431':
        claim.onset = from;
        break;
      case '439':
        claim.accident = { ...claim.accident, on: from };
        break;
      case '435':
        claim.admission = from;
        if (/^\d{12}$/.test(period)) claim.admissionTime = period.slice(8);
        break;
      case '096':
        // For an institution this is the hour alone.
        if (/^\d{8}/.test(period)) claim.discharge = from;
        else claim.dischargeTime = period;
        break;
      case '472':
        // A dental claim may have one day for all its lines.
        if (claim.type === 'dental') claim.statement = { from, to };
        break;
      case '434':
        claim.statement = { from, to };
        break;
    }
  }

  #code(parts: readonly string[], claim: OpenClaim): void {
    const [list = '', code = '', , period = '', amount = ''] = parts;
    const kind = DIAGNOSIS_KINDS.word(list);
    if (kind !== undefined) {
      const institutional = claim.type === 'institutional';
      const poa = parts[8] ?? '';
      claim.diagnoses.push({
        code: list.startsWith('A') ? withDot(code) : code,
        ...(institutional ? { kind } : {}),
        ...(poa === '' ? {} : { poa }),
      });
      return;
    }
    const [from, to] = days(period);
    switch (list) {
      case 'BBR':
      case 'BBQ':
        claim.procedures.push({ code, ...(period === '' ? {} : { on: from }) });
        break;
      case 'BG':
        claim.conditionCodes = [...(claim.conditionCodes ?? []), code];
        break;
      case 'BH':
        claim.occurrences = [...(claim.occurrences ?? []), { code, on: from }];
        break;
      case 'BI':
        claim.occurrences = [...(claim.occurrences ?? []), { code, from, to }];
        break;
      case 'BE':
        claim.values = [...(claim.values ?? []), { code, amount: money(amount) }];
        break;
      case 'DR':
        claim.drg = code;
        break;
    }
  }

  #claimProvider(segment: Segment, claim: OpenClaim): void {
    if (segment.id === 'NM1') {
      const field = entryOf(PROVIDERS, segment.element(1));
      this.#provider = field === undefined || claim[field] !== undefined ? undefined : { ...named(segment) };
      if (field !== undefined && this.#provider) claim[field] = this.#provider;
    } else this.#detail(segment);
  }

  #detail(segment: Segment): void {
    const provider = this.#provider;
    if (!provider) return;
    if (segment.id === 'PRV') provider.taxonomy = segment.element(3);
    else if (segment.id === 'N3' || segment.id === 'N4') provider.address = address(provider.address, segment);
  }

  #line(segment: Segment, loop: string, claim: OpenClaim): void {
    if (segment.id === 'LX') {
      claim.lines.push({ teeth: [], attachments: [], decisions: [] });
      this.#provider = undefined;
      return;
    }
    const line = claim.lines.at(-1);
    if (!line || loop === '2440') return;
    if (loop === '2430') decide(line.decisions, segment, sent(line));
    else if (loop === '2410') drug(line, segment);
    else if (loop !== '2400') this.#lineProvider(segment, line, claim);
    else this.#lineFacts(segment, line, claim);
  }

  #lineProvider(segment: Segment, line: OpenLine, claim: OpenClaim): void {
    if (segment.id !== 'NM1') {
      this.#detail(segment);
      return;
    }
    this.#provider = undefined;
    if (segment.element(1) === '82') line.rendering = this.#provider = { ...named(segment) };
    else if (segment.element(1) === 'DK' && claim.ordering === undefined) claim.ordering = named(segment);
  }

  #lineFacts(segment: Segment, line: OpenLine, claim: OpenClaim): void {
    const text = (n: number): string => segment.element(n);
    switch (segment.id) {
      case 'SV1':
        this.#service(line, segment.components(1), text(2));
        this.#units(line, text(3), text(4));
        this.#setPlace(line, text(5));
        pointers(line, segment, 7);
        break;
      case 'SV2':
        line.revenue = text(1);
        this.#service(line, segment.components(2), text(3));
        this.#units(line, text(4), text(5));
        if (text(7) !== '') line.nonCovered = money(text(7));
        break;
      case 'SV3':
        this.#service(line, segment.components(1), text(2));
        this.#setPlace(line, text(3));
        if (text(4) !== '') line.areas = segment.components(4);
        if (text(5) !== '') line.prosthesis = text(5) === 'I' ? 'initial' : 'replacement';
        line.units = Number(text(6) || '1');
        pointers(line, segment, 11);
        break;
      case 'TOO':
        if (text(1) === 'JP') line.teeth.push(present({ tooth: text(2), surfaces: segment.components(3).join('') }));
        break;
      case 'DTP':
        if (text(1) === '472') {
          const [from, to] = days(text(3));
          line.from = from;
          if (to !== from) line.to = to;
        }
        break;
      case 'REF':
        // A number that says no more than claim and line is none of the claim's own.
        if (text(1) === '6R' && text(2) !== lineControl(claim.id, claim.lines.length)) line.control = text(2);
        break;
      case 'NTE':
        if (text(1) === 'ADD') line.note = text(2);
        break;
      case 'PWK':
        line.attachments.push(attachment(segment));
        break;
    }
  }

  #service(line: OpenLine, parts: readonly string[], charge: string): void {
    const [, code = '', ...rest] = parts;
    if (code !== '') line.code = code;
    line.modifiers = rest.slice(0, 4).filter((each) => each !== '');
    if (rest[4]) line.description = rest[4];
    line.charge = money(charge);
  }

  #units(line: OpenLine, unit: string, count: string): void {
    if (unit === 'MJ') {
      line.minutes = Number(count);
      line.units = 1;
    } else line.units = Number(count);
    if (unit === 'DA') line.unit = 'days';
  }

  #setPlace(line: OpenLine, own: string): void {
    const place = own === '' ? this.#placeOfService : own;
    if (place !== '') line.pos = place;
  }

  #finish(): void {
    const claim = this.#claim;
    this.#claim = undefined;
    if (!claim) return;
    const otherPayers = this.#others?.payers ?? [];
    const { procedures, attachments, lines, ...rest } = claim;
    if (this.#order !== firstFreeOrder({ otherPayers })) rest.payer = { ...rest.payer, order: this.#order };
    this.#take(
      {
        ...rest,
        ...filled({ procedures, attachments, otherPayers }),
        lines: lines.map(closeLine),
      },
      this.#place,
    );
  }
}

/** REF qualifier → the field with that number. */
const NUMBERS: Readonly<Record<string, 'priorAuthorization' | 'referral' | 'originalClaim' | 'medicalRecord' | 'clia'>> = {
  G1: 'priorAuthorization',
  '9F': 'referral',
  F8: 'originalClaim',
  EA: 'medicalRecord',
  X4: 'clia',
};

/** Lists that have something in them. */
function filled<Lists extends Readonly<Record<string, readonly unknown[]>>>(lists: Lists): Partial<Lists> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<Lists>;
}

function closeLine({ teeth, attachments, decisions, ...line }: OpenLine): Line {
  return { ...line, ...(teeth.length === 1 ? teeth[0] : filled({ teeth })), ...filled({ attachments, decisions }) };
}

/** What a decision of another payer repeats when it changes nothing. */
function sent(line: OpenLine): { readonly code: string; readonly modifiers: readonly string[]; readonly units: number } {
  return { code: line.code ?? '', modifiers: line.modifiers ?? [], units: line.minutes ?? line.units ?? 1 };
}

function drug(line: OpenLine, segment: Segment): void {
  if (segment.id === 'LIN' && segment.element(2) === 'N4') line.ndc = { code: segment.element(3) };
  else if (segment.id === 'CTP') line.ndc = { ...line.ndc, quantity: segment.element(4), unit: segment.component(5, 1) };
  else if (segment.id === 'REF' && segment.element(1) === 'XZ') line.ndc = { ...line.ndc, prescription: segment.element(2) };
}

function attachment(segment: Segment): Attachment {
  return present({ report: segment.element(1), by: segment.element(2), control: segment.element(6) });
}

function died(patient: Open<Patient>, segment: Segment): void {
  if (segment.element(6) !== '') [patient.deathDate] = days(segment.element(6));
}

function count<Name extends string>(name: Name, text: string): { readonly [Key in Name]?: number } {
  return text === '' ? {} : ({ [name]: Number(text) } as { readonly [Key in Name]?: number });
}

function pointers(line: OpenLine, segment: Segment, element: number): void {
  line.pointers = segment
    .components(element)
    .filter((each) => /^\d{1,2}$/.test(each))
    .map(Number);
}
