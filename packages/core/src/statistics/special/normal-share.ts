import { gammaTails } from './gamma.ts';

/** Share of the standard normal distribution below `z`; exact in the lower tail too, by the incomplete gamma function of z²/2. */
export function normalShare(z: number): number {
  if (z === 0) return 0.5;
  const outside = gammaTails((z * z) / 2, 0.5).upper / 2;
  return z < 0 ? outside : 1 - outside;
}
