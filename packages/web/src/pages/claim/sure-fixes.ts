import { applySureFixes as fix, type Claim, type Report } from '@cleanclaim/core';
import type { Toolkit } from '../../data/load-data.ts';
import { reportOn } from './use-report.ts';

/**
 * All fixes that are certain and change no diagnosis or procedure, as `check --fix` makes them: those of the report that is
 * shown, which may be the server's, then what they bring to light here.
 */
export function applySureFixes(claim: Claim, report: Report, toolkit: Toolkit): Claim {
  return fix(claim, (each) => (each === claim ? report : reportOn(each, toolkit))).claim;
}
