import type { Patient, Provider, Subscriber } from '@cleanclaim/core';
import { codingsOf, type Cursor, take } from './cursor.ts';
import type { Open } from './open-claim.ts';
import type { Resources } from './resources.ts';
import { SYSTEM } from './systems.ts';

/** Types of resources a provider of a claim can be. */
const PROVIDERS = ['Organization', 'Practitioner', 'PractitionerRole', 'Location'];
const SEXES = ['female', 'male', 'unknown'] as const;

/** Patient or RelatedPerson: what a claim says of a person. */
export function readPerson(at: Cursor): Open<Patient & Subscriber> {
  const person: Open<Patient & Subscriber> = {};
  const name = readName(at);
  if (name !== undefined) person.name = name;
  const birthDate = at.text('birthDate');
  if (birthDate !== undefined) person.birthDate = birthDate;
  const gender = at.get('gender');
  if (gender && typeof gender.value !== 'string') throw gender.wrong('text');
  const sex = SEXES.find((each) => each === gender?.value);
  if (gender && sex) {
    gender.use();
    person.sex = sex;
  }
  const address = readAddress(at);
  if (address !== undefined) person.address = address;
  const phone = readPhone(at);
  if (phone !== undefined) person.phone = phone;
  return person;
}

/** The provider a reference leads to; by its identifier and display alone where it leads nowhere in the file. Undefined without either. */
export function readProvider(reference: Cursor | undefined, resources: Resources): Open<Provider> | undefined {
  if (!reference) return undefined;
  const at = resources.follow(reference, PROVIDERS);
  if (!at) {
    const identifier = reference.get('identifier');
    const provider = readIdentifiers(identifier ? [identifier] : []);
    const name = reference.text('display');
    if (name !== undefined) provider.name = name;
    return Object.keys(provider).length === 0 ? undefined : provider;
  }
  if (at.text('resourceType') !== 'PractitionerRole') return readParty(at);
  const practitioner = resources.follow(at.get('practitioner'), ['Practitioner']);
  const organization = practitioner ? undefined : resources.follow(at.get('organization'), ['Organization']);
  const party = practitioner ?? organization;
  const provider = { ...(party ? readParty(party) : {}), ...readIdentifiers(at.list('identifier')) };
  const taxonomy = readTaxonomy(at.list('specialty')) ?? readTaxonomy(at.list('code'));
  return { ...provider, ...(taxonomy === undefined ? {} : { taxonomy }) };
}

function readParty(at: Cursor): Open<Provider> {
  const provider = readIdentifiers(at.list('identifier'));
  const name = at.get('name');
  if (name && typeof name.value === 'string') {
    name.use();
    provider.name = name.value;
  } else if (name) provider.name = readName(at);
  const address = readAddress(at);
  if (address !== undefined) provider.address = address;
  const phone = readPhone(at);
  if (phone !== undefined) provider.phone = phone;
  const taxonomy = readTaxonomy(at.oneOrMany('type')) ?? readTaxonomy(at.list('qualification').flatMap((each) => each.get('code') ?? []));
  if (taxonomy !== undefined) provider.taxonomy = taxonomy;
  at.use('active');
  return provider;
}

function readIdentifiers(identifiers: readonly Cursor[]): Open<Provider> {
  const provider: Open<Provider> = {};
  for (const identifier of identifiers) {
    const system = identifier.get('system')?.value;
    const value = identifier.get('value');
    if (!value) continue;
    if (typeof value.value !== 'string') throw value.wrong('text');
    if (system === SYSTEM.npi && provider.npi === undefined) provider.npi = value.value;
    else if ((system === SYSTEM.ein || system === SYSTEM.ssn) && provider.taxId === undefined) {
      provider.taxId = value.value;
      if (system === SYSTEM.ssn) provider.taxIdKind = 'ssn';
    } else continue;
    identifier.use('value', 'system', 'use', 'type');
  }
  return provider;
}

/** The number of a payer: its first identifier, whatever its system. */
export function readPayerId(at: Cursor): string | undefined {
  const [identifier] = at.list('identifier');
  return identifier?.text('value');
}

export function readTaxonomy(concepts: readonly Cursor[]): string | undefined {
  const coding = concepts.flatMap(codingsOf).find(({ system }) => system === SYSTEM.taxonomy);
  return coding && take(coding);
}

/** `{last, first, middle, suffix}`, or text where the resource has only that. The official name, else the first. */
function readName(at: Cursor): unknown {
  const names = at.list('name');
  const name = names.find((each) => each.get('use')?.value === 'official') ?? names[0];
  if (!name) return undefined;
  const last = name.text('family');
  if (last === undefined) return name.text('text');
  name.use('use', 'text');
  const [first, middle] = readTexts(name, 'given', 2);
  const [suffix] = readTexts(name, 'suffix', 1);
  return {
    last,
    ...(first === undefined ? {} : { first }),
    ...(middle === undefined ? {} : { middle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** The first texts of a list; those after `most` stay unread. */
function readTexts(at: Cursor, name: string, most: number): readonly string[] {
  return at
    .list(name)
    .slice(0, most)
    .map((each) => {
      if (typeof each.value !== 'string') throw each.wrong('text');
      each.use();
      return each.value;
    });
}

export function readAddress(at: Cursor): unknown {
  // R5 keeps an organization's address with its contacts.
  const [address] = [...at.oneOrMany('address'), ...at.oneOrMany('contact').flatMap((each) => each.oneOrMany('address'))];
  if (!address) return undefined;
  const lines = readTexts(address, 'line', 10);
  address.use('use', 'type', 'text');
  const parts = {
    city: address.text('city'),
    state: address.text('state'),
    zip: address.text('postalCode'),
    country: address.text('country'),
  };
  return {
    ...(lines.length === 0 ? {} : { lines }),
    ...Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined)),
  };
}

function readPhone(at: Cursor): string | undefined {
  const ways = [...at.list('telecom'), ...at.oneOrMany('contact').flatMap((each) => each.list('telecom'))];
  const phone = ways.find((each) => each.get('system')?.value === 'phone');
  phone?.use('system', 'use', 'rank');
  return phone?.text('value');
}
