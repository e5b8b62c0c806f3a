/**
 * Made-up claims of all three kinds, the same for the same seed: dependents, other payers with balanced decisions,
 * attachments, drugs, anesthesia minutes, replacements. Names and numbers are invented; codes are HCPCS Level II,
 * ICD-10, or shapes that stand for licensed codes.
 */
import {
  addMoney,
  type Ambulance,
  type Claim,
  type ClaimAdjustment,
  type EquipmentCertification,
  formatMoney,
  type Line,
  type LineDecision,
  type Money,
  type OtherPayer,
  type Provider,
  type Repricing,
  type Subscriber,
  ZERO_MONEY,
} from '@cleanclaim/core';
import { seeded } from '../../bench/measure.ts';

const FIRST = ['ANNA', 'BEN', 'CLARA', 'DAVID', 'ELLA', 'FRANK'];
const LAST = ['ARCHER', 'BAKER', 'CARTER', 'DYER', 'FLETCHER', 'MASON'];
const DIAGNOSES = ['I10', 'E78.5', 'E11.9', 'J44.9', 'K21.9', 'N39.0'];
const HCPCS = ['G0108', 'A4253', 'G0439', 'Q0091'];
const DENTAL = ['D0120', 'D1110', 'D2391'];
const RELATIONS = ['spouse', 'child', 'life-partner', 'other'] as const;
const NPIS = ['1558598797', '1245319599', '1679576722'];
const BILLING: Provider = {
  npi: '1234567893',
  taxonomy: '207Q00000X',
  taxId: '123456789',
  name: 'MADE CLINIC',
  address: { lines: ['1 MAIN STREET'], city: 'ALBANY', state: 'NY', zip: '122070001' },
};

/** One claim; `n` is its number and its seed. */
export function makeClaim(n: number): Claim {
  return new Maker(n).claim();
}

class Maker {
  readonly #random: () => number;
  readonly #n: number;

  constructor(n: number) {
    this.#n = n;
    this.#random = seeded(n + 1);
  }

  claim(): Claim {
    const type = this.#pick(['professional', 'institutional', 'dental'] as const);
    const others = this.#chance(0.4) ? this.#payers(1 + this.#below(2)) : [];
    const lines = Array.from({ length: 1 + this.#below(4) }, (_, at) => this.#line(type, others, at));
    const total = sum(lines.map(({ charge = '' }) => cents(charge)));
    const dependent = this.#chance(0.4);
    const diagnoses = this.#diagnoses(type);
    return {
      type,
      id: `N${this.#n}`,
      payer: {
        id: '12302',
        name: 'MADE PAYER',
        ...this.#pick([{ kind: 'medicaid' }, { kind: 'commercial' }, { kind: 'commercial', filing: 'BL' }, { kind: 'tricare' }]),
      },
      patient: { ...this.#person(), memberId: `W${this.#n}` },
      ...(dependent
        ? { subscriber: { relation: this.#pick(RELATIONS), ...this.#person(), ...this.#group() } }
        : this.#some(0.5, () => ({ subscriber: this.#group() }))),
      billing: BILLING,
      diagnoses,
      ...this.#some(0.3, () => this.#declared()),
      ...this.#some(0.3, () => ({ attachments: [this.#attachment(type)] })),
      ...this.#some(0.3, () => ({ referring: this.#provider() })),
      ...this.#some(0.2, () => ({ note: 'SEE THE RECORD' })),
      ...this.#some(0.2, () => ({ priorAuthorization: `PA${this.#n}` })),
      ...this.#replacement(type),
      ...EXTRA[type](this),
      ...this.#some(0.2, () => ({ repricing: { ...this.#repricing(), received: '2026-02-10', adjustedNumber: 'RP2' } })),
      ...(others.length > 0 ? { otherPayers: others.map((other) => settle(other, lines, total)) } : {}),
      lines,
      total: formatMoney(total),
    };
  }

  professional(): Partial<Claim> {
    return {
      rendering: { ...this.#provider(), taxonomy: '207R00000X' },
      ...this.#some(0.3, () => ({ facility: { npi: NPIS[2] ?? '', name: 'OTHER PLACE', address: this.#address('122070002') } })),
      ...this.#some(0.2, () => ({ supervising: this.#provider() })),
      ...this.#some(0.2, () => ({ ordering: this.#provider() })),
      ...this.#some(0.2, () => ({ onset: '2026-01-02' })),
      ...this.#some(0.2, () => ({ accident: { kind: 'auto', state: 'NY', on: '2026-01-03' } })),
      ...this.#some(0.2, () => ({ patientPaid: '10.00' })),
      ...this.#some(0.2, () => ({ clia: '33D0000000' })),
      ...this.#some(0.2, () => ({ medicalRecord: `M${this.#n}` })),
      ...this.#some(0.2, () => ({ ambulance: this.#ambulance() })),
    };
  }

  institutional(): Partial<Claim> {
    const inpatient = this.#chance(0.5);
    return {
      statement: { from: '2026-02-02', to: '2026-02-04' },
      admissionType: '1',
      admissionSource: '1',
      dischargeStatus: '01',
      attending: { ...this.#provider(), taxonomy: '207R00000X' },
      ...(inpatient
        ? {
            admission: '2026-02-02',
            admissionTime: '1430',
            dischargeTime: '1100',
            drg: '281',
            procedures: [
              { code: '4A023N7', on: '2026-02-03' },
              { code: '02HV33Z', on: '2026-02-03' },
            ],
          }
        : {}),
      ...this.#some(0.3, () => ({ operating: this.#provider(), otherOperating: this.#provider() })),
      conditionCodes: ['C1'],
      occurrences: [
        { code: '74', from: '2026-02-02', to: '2026-02-03' },
        { code: '11', on: '2026-02-02' },
      ],
      values: [{ code: '80', amount: '2.00' }],
    };
  }

  dental(): Partial<Claim> {
    return {
      rendering: { ...this.#provider(), taxonomy: '1223G0001X' },
      ...this.#some(0.3, () => ({ missingTeeth: ['1', '16'] })),
      ...this.#some(0.3, () => ({ orthodontics: { months: 24, monthsLeft: 12 } })),
      ...this.#some(0.2, () => ({ assistant: { ...this.#provider(), taxonomy: '1223G0001X' } })),
    };
  }

  #diagnoses(type: Claim['type']): NonNullable<Claim['diagnoses']> {
    const codes = DIAGNOSES.slice(this.#below(3)).slice(0, 3);
    if (type !== 'institutional') return codes.map((code) => ({ code }));
    const [first = 'I10', ...rest] = codes;
    return [
      { code: first, kind: 'principal', poa: 'Y' },
      { code: 'R07.9', kind: 'admitting' },
      ...rest.map((code) => ({ code, kind: 'other', poa: 'N' }) as const),
    ];
  }

  #replacement(type: Claim['type']): Partial<Claim> {
    const frequency = this.#chance(0.2) ? '7' : this.#chance(0.1) ? '8' : '1';
    return {
      frequency,
      ...(frequency === '1' ? {} : { originalClaim: `ICN${this.#n}` }),
      ...(type === 'institutional' ? { billType: `011${frequency}` } : {}),
    };
  }

  #line(type: Claim['type'], others: readonly OtherPayer[], at: number): Line {
    const charge = (20 + this.#below(400)) as number;
    const anesthesia = type === 'professional' && this.#chance(0.2);
    const units = anesthesia ? 1 : 1 + this.#below(3);
    const decisions = others.map((other) => this.#decision(other, charge));
    const common = {
      modifiers: anesthesia ? ['AA', 'QS'] : this.#chance(0.5) ? ['25'] : [],
      charge: `${charge}.00`,
      ...this.#some(0.3, () => ({ control: `L${this.#n}-${at}` })),
      ...(decisions.length > 0 ? { decisions } : {}),
      ...this.#some(0.1, () => ({ repricing: { ...this.#repricing(), ...REPRICED[type] } })),
      units,
    };
    if (type === 'institutional')
      return {
        ...common,
        revenue: '0300',
        code: this.#pick(HCPCS),
        from: '2026-02-02',
        ...this.#some(0.3, () => ({ nonCovered: '5.00' })),
        ...this.#some(0.3, () => ({ unit: 'days' as const })),
      };
    if (type === 'dental')
      return {
        ...common,
        code: this.#pick(DENTAL),
        pos: '11',
        pointers: [1],
        from: '2026-02-02',
        ...this.#pick([{}, { tooth: '3', surfaces: 'MOD' }, { teeth: [{ tooth: '3', surfaces: 'M' }, { tooth: '4' }] }, { areas: ['10'] }]),
        ...this.#some(0.2, () => ({ prosthesis: 'initial' as const })),
      };
    return {
      ...common,
      code: anesthesia ? '00100' : this.#pick(HCPCS),
      ...(anesthesia ? { minutes: 45 } : {}),
      pos: at === 0 ? '11' : this.#pick(['11', '22']),
      pointers: [1, 2],
      from: '2026-02-02',
      ...this.#some(0.2, () => ({ to: '2026-02-03' })),
      ...this.#some(0.2, () => ({ ndc: { code: '00000000001', quantity: '2', unit: 'ML', prescription: `RX${this.#n}` } })),
      ...this.#some(0.2, () => ({ rendering: { ...this.#provider(), taxonomy: '207R00000X' } })),
      ...this.#some(0.2, () => ({ attachments: [this.#attachment(type)] })),
      ...this.#some(0.2, () => ({ note: 'NOT OTHERWISE LISTED' })),
      ...this.#some(0.2, () => ({ description: 'AS DESCRIBED' })),
      ...this.#some(0.1, () => ({ ambulance: { ...this.#ambulance(), patients: 2 } })),
      ...this.#some(0.2, () => ({ equipmentCertification: this.#equipment() })),
    };
  }

  #ambulance(): Ambulance {
    return {
      ...this.#some(0.7, () => ({ patientWeight: 150 + this.#below(100) })),
      reason: this.#pick(['A', 'D']),
      miles: this.#pick([7, 12.5]),
      ...this.#some(0.3, () => ({ roundTripPurpose: 'THERE AND BACK' })),
      ...this.#some(0.3, () => ({ stretcherPurpose: 'CANNOT SIT' })),
      ...this.#some(0.6, () => ({
        conditions: [
          { answer: 'yes' as const, codes: ['04', '06', '09'] },
          { answer: 'no' as const, codes: ['05'] },
        ],
      })),
      pickUp: { address: this.#address('122070003') },
      dropOff: { ...this.#some(0.5, () => ({ name: 'MADE HOSPITAL' })), address: this.#address('122070004') },
    };
  }

  #repricing(): Repricing {
    const rejected = { rejection: 'T1', compliance: '1', exception: '1' };
    return { number: `RP${this.#n}`, method: '03', allowed: '45.82', savings: '13.68', ...rejected };
  }

  #equipment(): EquipmentCertification {
    return {
      kind: this.#pick(['initial', 'renewal', 'revised'] as const),
      months: this.#pick([12, 99]),
      ...this.#some(0.7, () => ({ conditions: { answer: 'yes' as const, codes: ['38', 'ZV'] } })),
      ...this.#some(0.3, () => ({ revised: '2026-01-20' })),
      ...this.#some(0.6, () => ({ therapyBegan: '2026-01-05' })),
      ...this.#some(0.3, () => ({ lastCertified: '2026-01-10' })),
    };
  }

  /** Pays half; the rest is the contract's and the patient's. */
  #decision(other: OtherPayer, charge: number): LineDecision {
    const paid = Math.floor(charge / 2);
    const written = Math.floor((charge - paid) / 2);
    return {
      payer: other.payer?.id ?? '',
      paid: `${paid}.00`,
      on: '2026-03-01',
      adjustments: [
        { group: 'CO', reason: '45', amount: `${written}.00` },
        { group: 'PR', reason: '2', amount: `${charge - paid - written}.00`, ...this.#some(0.3, () => ({ quantity: 1 })) },
      ],
      ...this.#some(0.3, () => ({ units: 9, code: 'G0109', modifiers: ['59'] })),
    };
  }

  /** Payers before the one the claim goes to. */
  #payers(count: number): OtherPayer[] {
    return Array.from({ length: count }, (_, at) => ({
      payer: { order: at + 1, id: `PAYER${at}`, name: `PAYER NUMBER ${at}`, kind: 'medicare' },
      subscriber: { relation: this.#pick(['self', 'spouse'] as const), name: this.#name(), memberId: `X${at}${this.#n}`, ...this.#group() },
      ...this.#some(0.3, () => ({ declared: { benefits: 'no', release: 'informed' } as const })),
      ...this.#some(0.5, () => ({ claimNumber: `ICN${at}` })),
    }));
  }

  #declared(): Partial<Claim> {
    return { declared: { assignment: 'not-accepted', benefits: 'no', release: 'informed' } };
  }

  #attachment(type: Claim['type']): NonNullable<Claim['attachments']>[number] {
    const report = type === 'dental' ? 'RB' : 'OZ';
    return this.#chance(0.5) ? { report, by: 'AA' } : { report, by: 'FX', control: `A${this.#n}` };
  }

  #person(): { name: unknown; birthDate: string; sex: 'female' | 'male' | 'unknown'; address: unknown } {
    return {
      name: this.#name(),
      birthDate: `19${50 + this.#below(49)}-06-15`,
      sex: this.#pick(['female', 'male', 'unknown'] as const),
      address: this.#address('12207'),
    };
  }

  #group(): Subscriber {
    return this.#chance(0.5) ? { group: `G${this.#n}` } : { groupName: 'MADE EMPLOYER' };
  }

  #address(zip: string): unknown {
    return { lines: [`${1 + this.#below(900)} OAK AVENUE`, ...(this.#chance(0.2) ? ['FLOOR 2'] : [])], city: 'ALBANY', state: 'NY', zip };
  }

  #name(): unknown {
    return {
      last: this.#pick(LAST),
      first: this.#pick(FIRST),
      ...this.#some(0.2, () => ({ middle: 'Q' })),
      ...this.#some(0.1, () => ({ suffix: 'JR' })),
    };
  }

  #provider(): Provider {
    return { npi: this.#pick(NPIS), name: { last: this.#pick(LAST), first: this.#pick(FIRST) } };
  }

  #some<Value extends object>(share: number, make: () => Value): Value | Record<never, never> {
    return this.#chance(share) ? make() : {};
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #pick<const Each>(list: readonly Each[]): Each {
    return list[this.#below(list.length)] as Each;
  }
}

/** What was approved of a line, which the dental guide requires. */
const REPRICED: Readonly<Record<Claim['type'], Repricing>> = {
  professional: { codeList: 'HC', code: 'G0108', unit: 'UN', units: 1 },
  institutional: { revenue: '0300' },
  dental: { codeList: 'AD', code: 'D0120', unit: 'UN', units: 1 },
};

const EXTRA: Readonly<Record<Claim['type'], (maker: Maker) => Partial<Claim>>> = {
  professional: (maker) => maker.professional(),
  institutional: (maker) => maker.institutional(),
  dental: (maker) => maker.dental(),
};

/** What a payer paid in all, so that claim and lines agree. */
function settle(other: OtherPayer, lines: readonly Line[], total: Money): OtherPayer {
  const own = lines.flatMap(({ decisions = [] }) => decisions.filter(({ payer }) => payer === other.payer?.id));
  const adjusted = sum(own.flatMap(({ adjustments = [] }) => adjustments.map(({ amount = '' }: ClaimAdjustment) => cents(amount))));
  return { ...other, paid: formatMoney((total - adjusted) as Money) };
}

function cents(text: string): Money {
  return (Number(text) * 10_000) as Money;
}

function sum(list: readonly Money[]): Money {
  return list.reduce((all, each) => addMoney(all, each), ZERO_MONEY);
}
