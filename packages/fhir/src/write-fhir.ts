import {
  type Claim,
  CleanclaimError,
  type Day,
  type Diagnosis,
  type Line,
  type OtherPayer,
  type Payer,
  type Provider,
  type Subscriber,
} from '@cleanclaim/core';
import { lostFields } from './lost-fields.ts';
import { readFhirValue } from './read-fhir.ts';
import { CLAIM_TYPES, DIAGNOSIS_TYPES, RELATION_CODES, SYSTEM, TEAM_ROLES, type TeamRole } from './systems.ts';
import { uuidOf } from './uuid.ts';
import { itemOf } from './write-item.ts';
import { addressOf, concept, type JsonObject, listed, money, personName, present, telecomOf } from './write-parts.ts';
import { accidentOf, supportingInfoOf } from './write-supporting-info.ts';

export type { Json } from './write-parts.ts';
export type FhirVersion = 'r4' | 'r5';

export interface WrittenFhir {
  /** A Bundle of type collection: the Claim and the resources it refers to. */
  readonly bundle: JsonObject;
  /** JSON paths of the claim's fields that FHIR has no place for, or that would read differently: they are not in the Bundle. */
  readonly lost: readonly string[];
}

/**
 * A claim as a FHIR Claim in a Bundle. `created` is the day it is made, which FHIR asks for. What is written is read
 * back and compared, so that nothing is lost in silence: see `lost`.
 */
export function writeFhir(claim: Claim, version: FhirVersion, created: Day): WrittenFhir {
  const bundle = new Writer(claim, version, created).bundle();
  const [entry] = readFhirValue(bundle);
  if (!entry || 'failure' in entry) {
    const why = entry?.failure;
    throw new CleanclaimError(
      why?.code ?? 'claim/wrong-shape',
      `The claim cannot be written as FHIR. ${why?.message ?? ''}`.trim(),
      why?.path ?? '',
    );
  }
  return { bundle, lost: lostFields(claim, entry.read.claim) };
}

class Writer {
  readonly #claim: Claim;
  readonly #r5: boolean;
  readonly #created: Day;
  readonly #entries: JsonObject[] = [];
  readonly #team: JsonObject[] = [];

  constructor(claim: Claim, version: FhirVersion, created: Day) {
    this.#claim = claim;
    this.#r5 = version === 'r5';
    this.#created = created;
  }

  bundle(): JsonObject {
    const resource = this.#resource();
    const self = { fullUrl: this.#url('claim'), resource };
    return { resourceType: 'Bundle', type: 'collection', entry: [self, ...this.#entries] };
  }

  #resource(): JsonObject {
    const claim = this.#claim;
    const patient = this.#patient();
    const payer = this.#add('payer', this.#payer(claim.payer ?? {}));
    const billing = this.#party('billing', claim.billing ?? {}, 'Organization');
    const facility = claim.facility && this.#party('facility', claim.facility, 'Location');
    const memberId = claim.subscriber?.memberId ?? claim.patient?.memberId;
    const coverage = this.#coverage(
      '',
      claim.payer ?? {},
      { ...claim.subscriber, ...(memberId === undefined ? {} : { memberId }) },
      patient,
      payer,
    );
    // The team is numbered as roles and then lines meet it.
    this.#roles();
    const items = claim.lines.map((line, at) => itemOf(line, at, { type: claim.type, r5: this.#r5, team: this.#rendered(line, at) }));
    return present({
      resourceType: 'Claim',
      identifier: claim.id === undefined ? undefined : [{ value: claim.id }],
      status: 'active',
      type: concept(SYSTEM.claimType, CLAIM_TYPES[claim.type]),
      subType: claim.billType === undefined ? undefined : concept(SYSTEM.typeOfBill, claim.billType),
      use: 'claim',
      patient,
      billablePeriod: claim.statement && present({ start: claim.statement.from, end: claim.statement.to }),
      created: this.#created,
      insurer: payer,
      provider: billing,
      priority: concept(SYSTEM.priority, 'normal'),
      related:
        claim.originalClaim === undefined
          ? undefined
          : [{ relationship: concept(SYSTEM.related, 'prior'), reference: { value: claim.originalClaim } }],
      referral: claim.referral === undefined ? undefined : { identifier: { value: claim.referral } },
      facility,
      careTeam: listed(this.#team),
      supportingInfo: listed(supportingInfoOf(claim)),
      diagnosis: listed((claim.diagnoses ?? []).map((diagnosis, at) => writeDiagnosis(diagnosis, at))),
      procedure: listed(
        (claim.procedures ?? []).map(({ code, on, date }, at) =>
          present({ sequence: at + 1, date: on ?? date, procedureCodeableConcept: concept(SYSTEM.icd10pcs, code) }),
        ),
      ),
      insurance: [
        present({
          sequence: 1,
          focal: true,
          coverage,
          preAuthRef: claim.priorAuthorization === undefined ? undefined : [claim.priorAuthorization],
        }),
        ...(claim.otherPayers ?? []).map((other, at) => this.#otherInsurance(other, at + 2, patient)),
      ],
      accident: accidentOf(claim),
      item: listed(items),
      total: money(claim.total),
    });
  }

  /** A resource of its own in the Bundle; the reference to it. */
  #add(name: string, resource: JsonObject): JsonObject {
    const fullUrl = this.#url(name);
    this.#entries.push({ fullUrl, resource });
    return { reference: fullUrl };
  }

  #url(name: string): string {
    return `urn:uuid:${uuidOf(`${this.#claim.type} ${this.#claim.id ?? ''} ${name}`)}`;
  }

  #patient(): JsonObject {
    const { patient = {} } = this.#claim;
    return this.#add(
      'patient',
      present({
        resourceType: 'Patient',
        identifier: patient.memberId === undefined ? undefined : [{ type: concept(SYSTEM.identifierType, 'MB'), value: patient.memberId }],
        name: personName(patient.name),
        telecom: telecomOf(patient.phone),
        gender: patient.sex,
        birthDate: patient.birthDate,
        deceasedDateTime: patient.deathDate,
        address: addressOf(patient.address),
      }),
    );
  }

  #otherInsurance({ payer = {}, subscriber = {} }: OtherPayer, sequence: number, patient: JsonObject): JsonObject {
    const name = `insurance ${sequence} `;
    const insurer = this.#add(`${name}payer`, this.#payer(payer));
    return { sequence, focal: false, coverage: this.#coverage(name, payer, subscriber, patient, insurer) };
  }

  #payer(payer: Payer): JsonObject {
    const address = addressOf(payer.address);
    return present({
      resourceType: 'Organization',
      identifier: payer.id === undefined ? undefined : [{ value: payer.id }],
      name: payer.name,
      // R5 keeps an organization's address with its contacts.
      ...(this.#r5 ? { contact: address && [present({ address: address[0] })] } : { address }),
    });
  }

  /** `name` tells the coverages of several payers apart. */
  #coverage(name: string, { kind, filing, order }: Payer, subscriber: Subscriber, patient: JsonObject, payer: JsonObject): JsonObject {
    const { memberId } = subscriber;
    const relation = subscriber.relation === undefined ? undefined : RELATION_CODES[subscriber.relation];
    const about = present({
      name: personName(subscriber.name),
      telecom: telecomOf(subscriber.phone),
      gender: subscriber.sex,
      birthDate: subscriber.birthDate,
      address: addressOf(subscriber.address),
    });
    const holder =
      Object.keys(about).length === 0 ? undefined : this.#add(`${name}subscriber`, { resourceType: 'RelatedPerson', patient, ...about });
    return this.#add(
      `${name}coverage`,
      present({
        resourceType: 'Coverage',
        status: 'active',
        ...(this.#r5 ? { kind: 'insurance' } : {}),
        type:
          kind === undefined && filing === undefined
            ? undefined
            : present({ coding: filing === undefined ? undefined : [{ system: SYSTEM.x12Filing, code: filing }], text: kind }),
        subscriber: holder,
        subscriberId: memberId === undefined ? undefined : this.#r5 ? [{ value: memberId }] : memberId,
        beneficiary: patient,
        relationship: relation && {
          coding: [
            { system: SYSTEM.x12Relation, code: relation[0] },
            { system: SYSTEM.relation, code: relation[1] },
          ],
        },
        ...(this.#r5 ? { insurer: payer } : { payor: [payer] }),
        class: this.#group(subscriber),
        order: order !== undefined && order > 0 ? order : undefined,
      }),
    );
  }

  /** The group by its number; by its name alone it is a plan, as a class needs a value. */
  #group({ group, groupName }: Subscriber): readonly JsonObject[] | undefined {
    const value = group ?? groupName;
    if (value === undefined) return undefined;
    const type = concept(SYSTEM.coverageClass, group === undefined ? 'plan' : 'group');
    return [present({ type, value: this.#r5 ? { value } : value, name: groupName })];
  }

  /** A provider as the resource its name fits: a person is a Practitioner. `usual` is for one without a name. */
  #party(name: string, provider: Provider, usual: 'Organization' | 'Practitioner' | 'Location'): JsonObject {
    const person = typeof provider.name === 'object' && provider.name !== null;
    const resourceType = person ? 'Practitioner' : provider.name === undefined || usual === 'Location' ? usual : 'Organization';
    const address = addressOf(provider.address);
    const telecom = telecomOf(provider.phone);
    const taxonomy = provider.taxonomy === undefined ? undefined : concept(SYSTEM.taxonomy, provider.taxonomy);
    const identifier = [
      ...(provider.npi === undefined ? [] : [{ system: SYSTEM.npi, value: provider.npi }]),
      ...(provider.taxId === undefined ? [] : [{ system: provider.taxIdKind === 'ssn' ? SYSTEM.ssn : SYSTEM.ein, value: provider.taxId }]),
    ];
    const practitioner = resourceType === 'Practitioner';
    const organization = resourceType === 'Organization';
    return this.#add(
      name,
      present({
        resourceType,
        identifier: listed(identifier),
        ...(practitioner
          ? { name: personName(provider.name), address, telecom, qualification: taxonomy && [{ code: taxonomy }] }
          : { name: provider.name as string | undefined, type: taxonomy && [taxonomy] }),
        // R5 keeps how to reach an organization or a place with its contacts.
        ...(practitioner
          ? {}
          : this.#r5
            ? {
                ...(organization ? {} : { address: address?.[0] }),
                contact: address || telecom ? [present({ address: organization ? address?.[0] : undefined, telecom })] : undefined,
              }
            : { address: organization ? address : address?.[0], telecom }),
      }),
    );
  }

  #roles(): void {
    for (const role of Object.keys(TEAM_ROLES) as TeamRole[]) {
      const provider = this.#claim[role];
      if (provider) this.#join(role, role, provider, role === 'rendering');
    }
  }

  #rendered({ rendering }: Line, at: number): number | undefined {
    return rendering && this.#join(`line ${at + 1} rendering`, 'rendering', rendering, false);
  }

  /** The sequence of a new member of the care team. */
  #join(name: string, role: TeamRole, provider: Provider, responsible: boolean): number {
    const [x12, system, code] = TEAM_ROLES[role];
    const sequence = this.#team.length + 1;
    this.#team.push(
      present({
        sequence,
        provider: this.#party(name, provider, 'Practitioner'),
        responsible: responsible ? true : undefined,
        role: { coding: [{ system: SYSTEM.x12Entity, code: x12 }, ...(system === undefined ? [] : [{ system, code }])] },
      }),
    );
    return sequence;
  }
}

function writeDiagnosis({ code, codeSystem, kind, poa }: Diagnosis, at: number): JsonObject {
  const type = kind === undefined ? undefined : DIAGNOSIS_TYPES[kind];
  return present({
    sequence: at + 1,
    diagnosisCodeableConcept: concept(SYSTEM[codeSystem ?? 'icd10cm'], code),
    type: type && [concept(type[0], type[1])],
    onAdmission: poa === undefined ? undefined : concept(SYSTEM.presentOnAdmission, poa),
  });
}
