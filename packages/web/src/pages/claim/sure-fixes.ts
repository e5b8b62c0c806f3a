import { applySureFixes as fix, type Claim } from '@cleanclaim/core';
import type { Toolkit } from '../../data/load-data.ts';
import { reportOn } from './use-report.ts';

/** All fixes that are certain and change no diagnosis or procedure, as `check --fix` makes them. */
export function applySureFixes(claim: Claim, toolkit: Toolkit): Claim {
  return fix(claim, (each) => reportOn(each, toolkit)).claim;
}
