import type { Claim } from '../claim/model.ts';
import type { Day } from '../day.ts';
import { CleanclaimError } from '../errors.ts';
import { fillCms1500 } from './cms1500.ts';
import type { FilledForm } from './form.ts';
import { fillUb04 } from './ub04.ts';

/** The claim on the paper form of its type; `on` is the day the form is made. Throws CleanclaimError for a dental claim, which has a form of the ADA's that this version does not fill. */
export function fillForm(claim: Claim, on?: Day): FilledForm {
  if (claim.type === 'dental') throw new CleanclaimError('form/no-form', 'This version fills no form for dental claims.', '/type');
  return claim.type === 'institutional' ? fillUb04(claim, on) : fillCms1500(claim, on);
}
