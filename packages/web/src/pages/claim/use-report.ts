import { type Claim, isFailure, readClaim, type Report } from '@cleanclaim/core';
import { useMemo } from 'react';
import { engineOf } from '../../data/engine.ts';
import type { Toolkit } from '../../data/load-data.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { today } from '../../state/day.ts';

/** The report on the claim as it stands, asked of the same engine as everywhere; received today. */
export function useReport(claim: Claim): Report {
  const toolkit = useToolkit();
  return useMemo(() => reportOn(claim, toolkit), [claim, toolkit]);
}

export function reportOn(claim: Claim, { data }: Toolkit): Report {
  const read = readClaim(claim);
  return engineOf(data).check(claim, { received: today(), assumed: true, unknown: isFailure(read) ? [] : read.unknown });
}
