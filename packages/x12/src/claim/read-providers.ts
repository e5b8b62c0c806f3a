import type { Provider } from '@cleanclaim/core';
import type { Open } from '../open.ts';
import type { Segment } from '../reader/segment.ts';
import { type ClaimState, type OpenClaim, ofClaim, ofLine, type Read } from './open-claim.ts';
import { ambulancePlace } from './read-certifications.ts';
import { readContact, readIdentifier } from './read-numbers.ts';
import { address, providerOf } from './read-parts.ts';

type ProviderField =
  | 'rendering'
  | 'referring'
  | 'primaryCare'
  | 'attending'
  | 'operating'
  | 'otherOperating'
  | 'supervising'
  | 'assistant'
  | 'facility'
  | 'ordering';

/** NM101 → field: the letters of loops 2310 and 2420 differ between guides, these do not. */
const CLAIM_FIELDS: ReadonlyMap<string, ProviderField> = new Map([
  ['82', 'rendering'],
  ['DN', 'referring'],
  ['P3', 'primaryCare'],
  ['71', 'attending'],
  ['72', 'operating'],
  ['ZZ', 'otherOperating'],
  ['DQ', 'supervising'],
  ['DD', 'assistant'],
  ['77', 'facility'],
  ['DK', 'ordering'],
]);
type LineField = Exclude<ProviderField, 'attending'>;
const LINE_FIELDS: ReadonlyMap<string, LineField> = new Map(
  [...CLAIM_FIELDS].filter((entry): entry is [string, LineField] => entry[1] !== 'attending'),
);
/** NM101 of who did a service that was bought. */
const PURCHASED = 'QB';

/** What follows the name of a provider of the claim or of a line. */
const DETAILS: Readonly<Record<string, Read>> = {
  PRV: ofProvider((provider, segment) => {
    provider.taxonomy = segment.element(3);
  }),
  N3: ofProvider(readAddress),
  N4: ofProvider(readAddress),
  REF: ofProvider(readIdentifier),
  PER: ofProvider(readContact),
};

/** Loops 2310: the claim's own providers. */
export const CLAIM_PROVIDERS: Readonly<Record<string, Read>> = {
  ...DETAILS,
  NM1: ofClaim((claim, segment, state) => {
    const field = CLAIM_FIELDS.get(segment.element(1));
    state.provider = ambulancePlace(claim, segment, state) ?? (field === undefined ? undefined : begin(claim, field, segment, state));
    if (!state.provider) state.passOver(segment);
  }),
};

/** Loops 2420: the providers of a line. */
export const LINE_PROVIDERS: Readonly<Record<string, Read>> = {
  ...DETAILS,
  NM1: ofLine((line, segment, _claim, state) => {
    const role = segment.element(1);
    const field = LINE_FIELDS.get(role);
    state.provider = ambulancePlace(line, segment, state);
    if (role === PURCHASED && line.purchased?.provider === undefined) {
      state.provider = providerOf(segment, state, 'organization');
      line.purchased = { ...line.purchased, provider: state.provider };
    } else if (field !== undefined) state.provider = begin(line, field, segment, state);
    if (!state.provider) state.passOver(segment);
  }),
};

/** Undefined where there is one already. */
function begin<Field extends LineField | ProviderField>(
  of: { [Key in Field]?: Provider },
  field: Field,
  segment: Segment,
  state: ClaimState,
): Open<Provider> | undefined {
  if (of[field] !== undefined) return undefined;
  const provider = providerOf(segment, state, field === 'facility' ? 'organization' : 'person');
  of[field] = provider;
  return provider;
}

function ofProvider(read: (provider: Open<Provider>, segment: Segment, state: ClaimState) => void): Read {
  return (state, segment) => {
    if (state.claim && state.provider) read(state.provider, segment, state);
    else state.passOver(segment);
  };
}

function readAddress(provider: Open<Provider>, segment: Segment): void {
  provider.address = address(provider.address, segment);
}

/** Who ordered is the claim's where all lines have the same; else each line has his own. */
export function shareOrdering(claim: OpenClaim): void {
  const ordering = claim.lines[0]?.ordering;
  if (ordering === undefined || claim.ordering !== undefined) return;
  const others = claim.lines.slice(1);
  const said = others.length === 0 ? '' : JSON.stringify(ordering);
  if (others.some((line) => line.ordering === undefined || JSON.stringify(line.ordering) !== said)) return;
  claim.ordering = ordering;
  for (const line of claim.lines) delete line.ordering;
}
