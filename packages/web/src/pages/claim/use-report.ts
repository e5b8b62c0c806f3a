import type { Claim, Report } from '@cleanclaim/core';
import { useMemo } from 'react';
import { askRules } from '../../data/ask-rules.ts';
import type { Toolkit } from '../../data/load-data.ts';
import { useRules } from '../../data/use-rules.ts';
import { today } from '../../state/day.ts';

/** What the rules said of the claim last, of which state of it they said it, and whether that is how it stands now. */
export interface LocalReport {
  readonly said: { readonly claim: Claim; readonly report: Report } | undefined;
  readonly isFresh: boolean;
  readonly isBroken: boolean;
}

/** The report on the claim as it stands, asked of the same engine as everywhere; received today. Until it is there, the one before. */
export function useReport(claim: Claim): LocalReport {
  const question = useMemo(() => ({ ask: 'check', claims: [claim], received: today() }) as const, [claim]);
  const { last, isFresh, isBroken } = useRules(question);
  const [before] = last?.question.claims ?? [];
  const [report] = last?.answer ?? [];
  // Another claim's findings are not shown beside this one, not for a moment.
  const said = before && report && before.id === claim.id ? { claim: before, report } : undefined;
  return { said, isFresh, isBroken };
}

export async function reportOn(claim: Claim, toolkit: Toolkit): Promise<Report> {
  const [report] = await askRules(toolkit, { ask: 'check', claims: [claim], received: today() });
  if (!report) throw new Error('no report on the claim');
  return report;
}
