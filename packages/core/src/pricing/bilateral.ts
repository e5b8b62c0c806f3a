import { exact } from './exact.ts';
import { adjust, type Service } from './service.ts';

/**
 * Both sides of a procedure, by the bilateral indicator (RVU25D, attachment A, October 2025): 1 pays 150 % of one
 * side's fee, 3 each side in full, 0 and 2 no more than one fee. Before multiple procedures are ranked.
 */
export function payBothSides(service: Service): void {
  const how = bothSides(service);
  if (how === undefined) return;
  const { bilateral } = service.row;
  const share = SHARES[bilateral];
  if (share === undefined) {
    service.warnings.push(
      `Billed for both sides, which does not apply to ${service.row.code} (bilateral indicator ${bilateral}); priced without it.`,
    );
    return;
  }
  // Each side in full is one service twice, so that reductions of several services see both.
  service.count = bilateral === '3' ? 2 : 1;
  service.sides = exact(bilateral === '3' ? 1 : share);
  service.each = service.fee.fee.times(service.sides);
  adjust(
    service,
    service.each.times(service.count),
    `both sides (${how}; bilateral indicator ${bilateral}): ${exact(share).times(100).toFixed()} % of one fee`,
  );
}

const SHARES: Readonly<Record<string, string>> = { '0': '1', '1': '1.5', '2': '1', '3': '2' };

function bothSides({ lines, row }: Service): string | undefined {
  if (lines.length > 1) return 'RT and LT on two lines';
  const [{ modifiers, line }] = lines;
  if (modifiers.includes('50')) return 'modifier 50';
  if (modifiers.includes('RT') && modifiers.includes('LT')) return 'RT and LT';
  // "Reported twice by any other means": two units count as two sides where the indicator says so.
  return (row.bilateral === '1' || row.bilateral === '2') && line.units === 2 ? 'two units' : undefined;
}
