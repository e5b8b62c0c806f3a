import type { Claim, Line, Provider } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { saysTheSame } from '../text/says-the-same.ts';
import { writeAmbulancePlaces } from './write-certifications.ts';
import { writeContacts, writeIdentifiers } from './write-numbers.ts';
import { writeAddress, writeName } from './write-parts.ts';

/** Loops 2310. */
export function writeClaimProviders(out: SegmentText, claim: Claim): void {
  PROVIDERS[claim.type](out, claim);
}

/** Loops 2420. */
export function writeLineProviders(out: SegmentText, { type, ordering }: Claim, line: Line): void {
  const professional = type === 'professional';
  const institutional = type === 'institutional';
  writeProvider(out, '72', line.operating);
  writeProvider(out, 'ZZ', line.otherOperating);
  writeProvider(out, '82', line.rendering, institutional ? undefined : 'PE');
  writeProvider(out, 'DD', line.assistant, 'AS');
  writeProvider(out, 'QB', line.purchased?.provider);
  writeProvider(out, '77', line.facility);
  writeProvider(out, 'DQ', line.supervising);
  writeProvider(out, 'DK', line.ordering ?? (professional ? ordering : undefined));
  writeProvider(out, 'DN', line.referring);
  writeProvider(out, 'P3', line.primaryCare);
  if (professional) writeAmbulancePlaces(out, line.ambulance);
}

const PROVIDERS: Readonly<Record<Claim['type'], (out: SegmentText, claim: Claim) => void>> = {
  professional(out, claim) {
    writeProvider(out, 'DN', claim.referring);
    writeProvider(out, 'P3', claim.primaryCare);
    // Rendering provider and facility are only named when they are others than the billing provider.
    if (!isBilling(claim.rendering, claim)) writeProvider(out, '82', claim.rendering, 'PE');
    if (!isBilling(claim.facility, claim)) writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DQ', claim.supervising);
    writeAmbulancePlaces(out, claim.ambulance);
  },
  institutional(out, claim) {
    writeProvider(out, '71', claim.attending, 'AT');
    writeProvider(out, '72', claim.operating);
    writeProvider(out, 'ZZ', claim.otherOperating);
    writeProvider(out, '82', claim.rendering);
    writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DN', claim.referring);
  },
  dental(out, claim) {
    writeProvider(out, 'DN', claim.referring, 'RF');
    writeProvider(out, 'P3', claim.primaryCare, 'RF');
    if (!isBilling(claim.rendering, claim)) writeProvider(out, '82', claim.rendering, 'PE');
    if (!isBilling(claim.facility, claim)) writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DD', claim.assistant, 'AS');
    writeProvider(out, 'DQ', claim.supervising);
  },
};

/** True for who says nothing more than the billing provider: the guide wants such a one left out. */
function isBilling(provider: Provider | undefined, { billing }: Claim): boolean {
  if (provider?.npi === undefined || provider.npi !== billing?.npi) return false;
  const { identifiers = [], contacts = [], taxonomy = billing.taxonomy, address } = provider;
  if (identifiers.length > 0 || contacts.length > 0 || taxonomy !== billing.taxonomy) return false;
  return address === undefined || saysTheSame(address, billing.address);
}

/** A provider: role, name, NPI, taxonomy where the loop has a place for it, address of a facility or of who ordered, other numbers, contacts. */
function writeProvider(out: SegmentText, role: string, provider: Provider | undefined, taxonomyRole?: string): void {
  if (!provider) return;
  writeName(out, role, provider.name, provider.npi === undefined ? [] : ['XX', provider.npi], entityCode(role, provider));
  if (taxonomyRole !== undefined && provider.taxonomy !== undefined) out.add('PRV', taxonomyRole, 'PXC', provider.taxonomy);
  if (role === '77' || role === 'DK') writeAddress(out, provider.address);
  writeIdentifiers(out, provider.identifiers);
  if (role === '77' || role === 'DK') writeContacts(out, provider.contacts);
}

/** Roles that an organization may have; the others are persons'. */
const MAY_BE_ORGANIZATION: ReadonlySet<string> = new Set(['77', '82', 'QB']);

/** NM102. A text that parts last and first name is a person's. */
function entityCode(role: string, { entity, name }: Provider): '1' | '2' {
  if (entity !== undefined) return entity === 'person' ? '1' : '2';
  if (name === undefined) return role === '77' || role === 'QB' ? '2' : '1';
  if (role === '77') return '2';
  return MAY_BE_ORGANIZATION.has(role) && typeof name === 'string' && !name.includes(',') ? '2' : '1';
}
