import { joinPlans, type PayerPlan, readPlans } from '@cleanclaim/core';
import commercial from './commercial.json' with { type: 'json' };
import medicaid from './medicaid.json' with { type: 'json' };
import medicareInstitutional from './medicare-institutional.json' with { type: 'json' };
import medicarePartB from './medicare-part-b.json' with { type: 'json' };

/** The plans that come with Cleanclaim; they are read as strictly as a user's own. */
export const PLANS: readonly PayerPlan[] = joinPlans([], readPlans([medicarePartB, medicareInstitutional, medicaid, commercial]));
