import { t } from '../text/text.ts';
import { hrefTo, navigate } from '../route/location.ts';
import { announce } from './announce.ts';
import { addCodes } from './claim-store.ts';

/** Puts codes on the claim and says where they stand, with the way there. */
export function addToClaim(codes: readonly string[]): void {
  const letters = addCodes(codes);
  announce(t.added(codes, letters), { label: t.openClaim, run: () => navigate(hrefTo('/claim')) });
}
