/**
 * Preventive services of Medicare Part B that have a code of HCPCS Level II: wellness visits, screenings and counselling.
 * Made from the titles of the codes; CMS's own list was not at hand.
 */
const PREVENTIVE: ReadonlySet<string> = new Set(
  'G0101 G0102 G0103 G0104 G0105 G0106 G0117 G0118 G0120 G0121 G0123 G0124 G0130 G0136 G0141 G0143 G0144 G0145 G0147 G0148 G0270 G0271 G0296 G0328 G0402 G0403 G0404 G0405 G0432 G0433 G0435 G0438 G0439 G0442 G0443 G0444 G0445 G0446 G0447 G0468 G0472 G0473 G0475 G0476 G0499 G0513 G0514 P3000 P3001 Q0091'.split(
    ' ',
  ),
);

export function isPreventiveService(code: string): boolean {
  return PREVENTIVE.has(code);
}
