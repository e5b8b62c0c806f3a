import { formatMoney } from '@cleanclaim/core';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';
import type { ClaimResult } from './money-parts.ts';

const LOOKS: Readonly<Record<ClaimResult['kind'], readonly [IconName, string]>> = {
  paid: ['check', 'k-ok'],
  unpaid: ['info', 'k-info'],
  denied: ['error', 'k-err'],
  reversed: ['undo', 'k-info'],
  unbalanced: ['error', 'k-err'],
  lines: ['error', 'k-err'],
  short: ['warning', 'k-warn'],
};

/** What became of a claim, in a word. */
export function Result({ result }: { result: ClaimResult }) {
  const [icon, kind] = LOOKS[result.kind];
  const { results } = t.payments;
  return (
    <span className={`st ${kind} sm`}>
      <Icon name={icon} />
      {result.kind === 'lines'
        ? results.lines(result.lines)
        : result.kind === 'short'
          ? results.short(formatMoney(result.amount))
          : results[result.kind]}
    </span>
  );
}
