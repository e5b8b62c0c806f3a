import { CleanclaimError, type Fields, quote, RELATIONS, readFields } from '@cleanclaim/core';

/** Someone in a request: a person `{last, first}`, or text for an organization. */
interface Named {
  readonly name?: unknown;
}
export interface RequestPayer extends Named {
  readonly id?: string;
}
export interface RequestProvider extends Named {
  readonly npi?: string;
  readonly taxonomy?: string;
}
export interface RequestPerson extends Named {
  readonly memberId?: string;
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male' | 'unknown';
}
export interface RequestDependent extends RequestPerson {
  readonly relation?: (typeof RELATIONS)[number];
}

interface Asked {
  readonly payer?: RequestPayer;
  readonly provider?: RequestProvider;
  readonly subscriber?: RequestPerson;
  /** The patient, when not the subscriber. */
  readonly dependent?: RequestDependent;
}

/** Is the patient covered, and for what? */
export interface EligibilityRequest extends Asked {
  readonly transaction: '270';
  readonly from?: string;
  readonly to?: string;
  /** Service type codes; `30` (the plan in general) when left out. */
  readonly serviceTypes?: readonly string[];
}

/** What has become of a claim? */
export interface StatusRequest extends Asked {
  readonly transaction: '276';
  /** The number that comes back with the answer; made of the file's own when left out. */
  readonly trace?: string;
  readonly claim?: {
    readonly id?: string;
    readonly payerControl?: string;
    readonly charge?: string;
    readonly billType?: string;
    readonly from?: string;
    readonly to?: string;
  };
}

/** May it be done? */
export interface ReviewRequest extends Asked {
  readonly transaction: '278';
  readonly event?: {
    readonly kind?: 'admission' | 'services' | 'specialist';
    readonly action?: 'initial' | 'extend' | 'renew' | 'cancel' | 'revise';
    /** The number of an earlier authorization. */
    readonly earlier?: string;
    readonly serviceType?: string;
    readonly place?: string;
    readonly from?: string;
    readonly to?: string;
    readonly diagnoses?: readonly string[];
    readonly note?: string;
  };
  readonly services?: readonly {
    readonly code?: string;
    readonly modifiers?: readonly string[];
    readonly units?: number;
    readonly from?: string;
    readonly to?: string;
  }[];
  /** Who is to do it, when another than the provider who asks. */
  readonly performing?: RequestProvider;
}

export type Request = EligibilityRequest | StatusRequest | ReviewRequest;

const PERSON = { name: 'any', memberId: 'text', birthDate: 'text', sex: { oneOf: ['female', 'male', 'unknown'] } } as const;
const PROVIDER: Fields = { fields: { name: 'any', npi: 'text', taxonomy: 'text' } };
const ASKED = {
  transaction: { oneOf: ['270', '276', '278'] },
  payer: { fields: { id: 'text', name: 'any' } },
  provider: PROVIDER,
  subscriber: { fields: PERSON },
  dependent: { fields: { ...PERSON, relation: { oneOf: RELATIONS } } },
} as const;
const NEEDS = ['transaction', 'payer', 'provider', 'subscriber'];

const FORMS: Readonly<Record<Request['transaction'], Fields>> = {
  '270': { needs: NEEDS, fields: { ...ASKED, from: 'text', to: 'text', serviceTypes: ['text'] } },
  '276': {
    needs: [...NEEDS, 'claim'],
    fields: {
      ...ASKED,
      trace: 'text',
      claim: { fields: { id: 'text', payerControl: 'text', charge: 'text', billType: 'text', from: 'text', to: 'text' } },
    },
  },
  '278': {
    needs: [...NEEDS, 'event'],
    fields: {
      ...ASKED,
      event: {
        fields: {
          kind: { oneOf: ['admission', 'services', 'specialist'] },
          action: { oneOf: ['initial', 'extend', 'renew', 'cancel', 'revise'] },
          earlier: 'text',
          serviceType: 'text',
          place: 'text',
          from: 'text',
          to: 'text',
          diagnoses: ['text'],
          note: 'text',
        },
      },
      services: [{ fields: { code: 'text', modifiers: ['text'], units: 'number', from: 'text', to: 'text' } }],
      performing: PROVIDER,
    },
  },
};

/** True for JSON that asks to be read as a request. */
export function isRequest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'transaction' in value;
}

/** Reads a request; throws CleanclaimError with the path of what is wrong, also for a field that no form has. */
export function readRequest(value: unknown, path: string): Request {
  const kind = isRequest(value) ? (value as { transaction: unknown }).transaction : undefined;
  const form = typeof kind === 'string' && Object.hasOwn(FORMS, kind) ? FORMS[kind as Request['transaction']] : undefined;
  if (!form) throw new CleanclaimError('input/invalid', 'A request is for a 270, 276 or 278.', `${path}/transaction`);
  const read = readFields(value, form);
  if ('recovery' in read) throw new CleanclaimError(read.code, read.message, `${path}${read.path}`);
  const [unknown] = read;
  if (unknown)
    throw new CleanclaimError('input/invalid', `A ${String(kind)} has no field ${quote(unknown.name)}.`, `${path}${unknown.path}`);
  return value as Request;
}
