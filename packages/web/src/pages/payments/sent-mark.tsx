import type { SentAnswer } from '../../data/sent-claims.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';

/** How a claim of a payment stands to the claim sent, in a word. */
export function SentMark({ answer }: { answer: SentAnswer | null }) {
  const [kind, icon, says]: readonly [string, IconName, string] =
    answer === null
      ? ['k-unk', 'unknown', t.sent.notFound]
      : answer.differences.length > 0
        ? ['k-warn', 'warning', t.sent.differs(answer.differences.length)]
        : ['k-ok', 'check', t.sent.same];
  return (
    <span className={`st sm wrap ${kind}`}>
      <Icon name={icon} />
      {says}
    </span>
  );
}
