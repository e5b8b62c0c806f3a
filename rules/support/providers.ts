import type { Claim, ClaimView, Provider } from '@cleanclaim/core';

const ROLES = [
  'billing',
  'rendering',
  'referring',
  'ordering',
  'attending',
  'operating',
  'facility',
] as const satisfies readonly (keyof Claim)[];

const ROLE_NAMES: Readonly<Record<(typeof ROLES)[number], string>> = {
  billing: 'billing provider',
  rendering: 'rendering provider',
  referring: 'referring provider',
  ordering: 'ordering provider',
  attending: 'attending provider',
  operating: 'operating provider',
  facility: 'service facility',
};

/** Where each stands and what it is called, made once: every claim has providers, and few have anything wrong with them. */
const PLACES = ROLES.map((role) => ({ role, path: `/${role}`, who: () => `the ${ROLE_NAMES[role]}` }));

/** Calls `visit` for every provider on the claim and its lines. `who` names it in a sentence; only called when needed. */
export function eachProvider(claim: ClaimView, visit: (provider: Provider, path: string, who: () => string) => void): void {
  for (const { role, path, who } of PLACES) {
    const provider = claim.claim[role];
    if (provider) visit(provider, path, who);
  }
  for (const { line, n, path } of claim.lines) {
    if (line.rendering) visit(line.rendering, `${path}/rendering`, () => `the rendering provider of line ${n}`);
  }
}
