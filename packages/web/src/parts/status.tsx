import type { LookupAnswer } from '@cleanclaim/core';
import { t } from '../text/text.ts';
import { Icon, type IconName } from './icon.tsx';

/** What a code may do on the day: always an icon, a word and a colour, the three together. */
export type CodeStatus = LookupAnswer['status'];

const LOOKS: Readonly<Record<CodeStatus, { readonly icon: IconName; readonly kind: string }>> = {
  billable: { icon: 'check', kind: 'k-ok' },
  header: { icon: 'slots', kind: 'k-need' },
  'not-in-force': { icon: 'gone', kind: 'k-gone' },
  unknown: { icon: 'unknown', kind: 'k-unk' },
  'no-data': { icon: 'nodata', kind: 'k-nod' },
};

interface Props {
  readonly status: CodeStatus;
  /** How many characters a header lacks, fewest and most, where known. */
  readonly missing?: { readonly least: number; readonly most: number } | undefined;
  readonly small?: boolean;
}

export function Status({ status, missing, small = false }: Props) {
  const { icon, kind } = LOOKS[status];
  return (
    <span className={`st ${kind}${small ? ' sm' : ''}`}>
      <Icon name={icon} />
      {status === 'header' && missing ? t.status.needs(missing.least, missing.most) : t.status[status]}
    </span>
  );
}

/** Something that cannot be told for want of data: never looks like a pass. */
export function NoData({ says = t.status['no-data'] }: { says?: string }) {
  return (
    <span className="st k-nod sm">
      <Icon name="nodata" />
      {says}
    </span>
  );
}
