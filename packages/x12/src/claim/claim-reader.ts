import {
  type Claim,
  type Diagnosis,
  formatMoney,
  type InpatientProcedure,
  type Line,
  type Patient,
  type Provider,
  withDot,
} from '@cleanclaim/core';
import { amountOf } from '../check/amounts.ts';
import type { Follower } from '../check/checker.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';

/** While a claim is read its fields are still open. */
type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type OpenClaim = Open<Omit<Claim, 'diagnoses' | 'lines' | 'procedures'>> & {
  diagnoses: Diagnosis[];
  lines: Open<Line>[];
  procedures: InpatientProcedure[];
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

/** SBR09 → the word our rules ask payers by. */
const PAYER_KINDS: Readonly<Record<string, string>> = {
  MA: 'medicare',
  MB: 'medicare',
  '16': 'medicare',
  MC: 'medicaid',
  CH: 'tricare',
  VA: 'va',
  WC: 'workers-compensation',
  AM: 'auto',
};
const SEXES: Readonly<Record<string, NonNullable<Patient['sex']>>> = { F: 'female', M: 'male', U: 'unknown' };
const DIAGNOSIS_KINDS: Readonly<Record<string, NonNullable<Diagnosis['kind']>>> = {
  ABK: 'principal',
  ABJ: 'admitting',
  APR: 'reason',
  ABN: 'external',
  ABF: 'other',
  BK: 'principal',
  BJ: 'admitting',
  PR: 'reason',
  BN: 'external',
  BF: 'other',
};
const ACCIDENTS: Readonly<Record<string, string>> = { AA: 'auto', EM: 'employment', OA: 'other' };
/** Provider loops → the claim's own provider fields. 2310 letters differ between guides, NM101 does not. */
const PROVIDERS: Readonly<Record<string, 'rendering' | 'referring' | 'attending' | 'operating' | 'facility' | 'ordering'>> = {
  '82': 'rendering',
  DN: 'referring',
  '71': 'attending',
  '72': 'operating',
  '77': 'facility',
  DK: 'ordering',
};

/**
 * Reads the claims of an 837 as Cleanclaim JSON while it is checked; each is handed over when its loop ends. What the
 * claim model has no field for (other payers' decisions, contract and repricing data) is not carried over.
 */
export class ClaimReader implements Follower {
  readonly #take: (claim: Claim, place: ClaimPlace) => void;
  #type: Claim['type'] | undefined;
  #billing: Open<Provider> = {};
  #payer: Open<NonNullable<Claim['payer']>> = {};
  #subscriber: Open<Patient> = {};
  #patient: Open<Patient> | undefined;
  #claim: OpenClaim | undefined;
  #place: ClaimPlace = { byte: 0, segmentNumber: 0 };
  #provider: Open<Provider> | undefined;
  #placeOfService = '';
  #inOtherPayer = false;

  constructor(take: (claim: Claim, place: ClaimPlace) => void) {
    this.#take = take;
  }

  transaction(transaction: TransactionCheck): void {
    this.#type = TYPES[transaction.guideId ?? ''];
    if (!this.#type) return;
    const before = transaction.onLoop;
    transaction.onLoop = {
      open: (loop) => {
        before?.open(loop);
        if (loop.id === '2320') this.#inOtherPayer = true;
        if (loop.id === '2400') this.#inOtherPayer = false;
      },
      close: (loop) => {
        before?.close(loop);
        // What was cut off is no whole claim; the check says so.
        if (loop.id === '2300' && !transaction.cut) this.#finish();
      },
    };
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    const placed = transaction?.placed;
    if (!this.#type || !placed || placed.child.segment.id !== segment.id) return;
    const loop = placed.loop.id;
    if (!this.#claim || /^20[01]/.test(loop)) this.#above(segment, loop);
    else if (loop === '2300') this.#head(segment, this.#claim);
    else if (/^23[12]|^2330/.test(loop)) this.#claimProvider(segment, loop, this.#claim);
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
        break;
      case '2000B HL':
        this.#subscriber = {};
        this.#patient = undefined;
        this.#payer = {};
        break;
      case '2000B SBR': {
        const kind = PAYER_KINDS[text(9)];
        if (kind !== undefined) this.#payer.kind = kind;
        else if (text(9) !== '') this.#payer.kind = 'commercial';
        break;
      }
      case '2010BA NM1':
        this.#subscriber = { ...person(segment), ...(text(9) === '' ? {} : { memberId: text(9) }) };
        break;
      case '2010BB NM1':
        this.#payer = { ...this.#payer, ...(text(9) === '' ? {} : { id: text(9) }), ...(text(3) === '' ? {} : { name: text(3) }) };
        break;
      case '2000C HL':
        this.#patient = {};
        break;
      case '2010CA NM1':
        this.#patient = { ...person(segment), ...(this.#subscriber.memberId === undefined ? {} : { memberId: this.#subscriber.memberId }) };
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
    this.#inOtherPayer = false;
    const [facility = '', , frequency = ''] = segment.components(5);
    const claim: OpenClaim = {
      type,
      id: segment.element(1),
      ...(Object.keys(this.#payer).length === 0 ? {} : { payer: { ...this.#payer } }),
      patient: { ...(this.#patient ?? this.#subscriber) },
      billing: { ...this.#billing },
      diagnoses: [],
      procedures: [],
      lines: [],
      total: money(segment.element(2)),
    };
    if (frequency !== '') claim.frequency = frequency;
    if (type === 'institutional') claim.billType = `0${facility}${frequency}`;
    this.#placeOfService = type === 'institutional' ? '' : facility;
    const causes = segment.components(11);
    const kind = causes
      .slice(0, 3)
      .map((each) => ACCIDENTS[each])
      .find((each) => each !== undefined);
    if (type !== 'institutional' && kind !== undefined) claim.accident = { kind, ...(causes[3] ? { state: causes[3] } : {}) };
    this.#claim = claim;
  }

  #head(segment: Segment, claim: OpenClaim): void {
    const text = (n: number): string => segment.element(n);
    switch (segment.id) {
      case 'DTP':
        this.#claimDate(text(1), text(3), claim);
        break;
      case 'CL1':
        claim.admissionType = text(1);
        if (text(2) !== '') claim.admissionSource = text(2);
        if (text(3) !== '') claim.dischargeStatus = text(3);
        break;
      case 'REF':
        if (text(1) === 'G1') claim.priorAuthorization = text(2);
        else if (text(1) === '9F') claim.referral = text(2);
        else if (text(1) === 'F8') claim.originalClaim = text(2);
        else if (text(1) === 'X4') claim.clia = text(2);
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
        break;
      case '096':
        // For an institution this is the hour alone.
        if (/^\d{8}/.test(period)) claim.discharge = from;
        break;
      case '434':
        claim.statement = { from, to };
        break;
    }
  }

  #code(parts: readonly string[], claim: OpenClaim): void {
    const [list = '', code = '', , period = '', amount = ''] = parts;
    const kind = DIAGNOSIS_KINDS[list];
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

  #claimProvider(segment: Segment, loop: string, claim: OpenClaim): void {
    // Providers under another payer are known to that payer alone.
    if (this.#inOtherPayer || !loop.startsWith('2310')) return;
    if (segment.id === 'NM1') {
      const field = PROVIDERS[segment.element(1)];
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
      claim.lines.push({});
      this.#provider = undefined;
      return;
    }
    const line = claim.lines.at(-1);
    if (!line || loop === '2430' || loop === '2440') return;
    switch (segment.id) {
      case 'SV1':
        this.#service(line, segment.components(1), segment.element(2));
        this.#units(line, segment.element(3), segment.element(4));
        this.#setPlace(line, segment.element(5));
        pointers(line, segment, 7);
        break;
      case 'SV2':
        line.revenue = segment.element(1);
        this.#service(line, segment.components(2), segment.element(3));
        this.#units(line, segment.element(4), segment.element(5));
        break;
      case 'SV3':
        this.#service(line, segment.components(1), segment.element(2));
        this.#setPlace(line, segment.element(3));
        line.units = Number(segment.element(6) || '1');
        pointers(line, segment, 11);
        break;
      case 'TOO':
        if (segment.element(1) === 'JP') line.tooth = segment.element(2);
        if (segment.element(3) !== '') line.surfaces = segment.components(3).join('');
        break;
      case 'DTP':
        if (segment.element(1) === '472') {
          const [from, to] = days(segment.element(3));
          line.from = from;
          if (to !== from) line.to = to;
        }
        break;
      case 'LIN':
        if (segment.element(2) === 'N4') line.ndc = { code: segment.element(3) };
        break;
      case 'CTP':
        line.ndc = { ...line.ndc, quantity: segment.element(4), unit: segment.component(5, 1) };
        break;
      case 'NM1':
        this.#provider = undefined;
        if (segment.element(1) === '82') line.rendering = this.#provider = { ...named(segment) };
        else if (segment.element(1) === 'DK' && claim.ordering === undefined) claim.ordering = named(segment);
        break;
      default:
        this.#detail(segment);
    }
  }

  #service(line: Open<Line>, parts: readonly string[], charge: string): void {
    const [, code = '', ...rest] = parts;
    if (code !== '') line.code = code;
    line.modifiers = rest.slice(0, 4).filter((each) => each !== '');
    if (rest[4]) line.description = rest[4];
    line.charge = money(charge);
  }

  #units(line: Open<Line>, unit: string, count: string): void {
    if (unit === 'MJ') {
      line.minutes = Number(count);
      line.units = 1;
    } else line.units = Number(count);
  }

  #setPlace(line: Open<Line>, own: string): void {
    const place = own === '' ? this.#placeOfService : own;
    if (place !== '') line.pos = place;
  }

  #finish(): void {
    const claim = this.#claim;
    this.#claim = undefined;
    if (!claim) return;
    const { procedures, ...rest } = claim;
    this.#take(procedures.length === 0 ? rest : claim, this.#place);
  }
}

function named(segment: Segment): Open<Provider> {
  const number = segment.element(9);
  return {
    ...(segment.element(8) === 'XX' && number !== '' ? { npi: number } : {}),
    ...(segment.element(3) === '' ? {} : { name: nameOf(segment) }),
  };
}

function person(segment: Segment): Open<Patient> {
  return { name: nameOf(segment) };
}

/** A person as last and first name; an organization as its name. */
function nameOf(segment: Segment): unknown {
  const last = segment.element(3);
  if (segment.element(2) !== '1') return last;
  return {
    last,
    first: segment.element(4),
    ...(segment.element(5) === '' ? {} : { middle: segment.element(5) }),
    ...(segment.element(7) === '' ? {} : { suffix: segment.element(7) }),
  };
}

function address(before: unknown, segment: Segment): unknown {
  const known = typeof before === 'object' && before !== null ? before : {};
  const text = (n: number): string => segment.element(n);
  if (segment.id === 'N3') return { ...known, lines: [text(1), text(2)].filter((line) => line !== '') };
  return { ...known, city: text(1), state: text(2), zip: text(3), ...(text(4) === '' ? {} : { country: text(4) }) };
}

function demographics(patient: Open<Patient>, segment: Segment): void {
  const [birth] = days(segment.element(2));
  patient.birthDate = birth;
  const sex = SEXES[segment.element(3)];
  if (sex) patient.sex = sex;
}

function pointers(line: Open<Line>, segment: Segment, element: number): void {
  line.pointers = segment
    .components(element)
    .filter((each) => /^\d{1,2}$/.test(each))
    .map(Number);
}

/** CCYYMMDD or CCYYMMDD-CCYYMMDD as the first and last day, `YYYY-MM-DD`; what is not so written stays as it is, for the rules to judge. */
function days(text: string): [from: string, to: string] {
  const written = (day: string): string => (/^\d{8}/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}` : day);
  const [from = '', to = from] = text.split('-');
  return [written(from), written(to)];
}

/** An amount of X12 as the decimal text of the claim model; what is no amount stays as it is. */
function money(text: string): string {
  const units = amountOf(text);
  return units === undefined ? text : formatMoney(units);
}
