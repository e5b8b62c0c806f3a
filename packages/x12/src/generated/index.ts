// Made from the maps by `npm run docs`.
import type * as X270 from './270.ts';
import type * as X271 from './271.ts';
import type * as X276 from './276.ts';
import type * as X277 from './277.ts';
import type * as X820 from './820.ts';
import type * as X834 from './834.ts';
import type * as X835 from './835.ts';
import type * as X997 from './997.ts';
import type * as X999 from './999.ts';
import type * as X837P from './837p.ts';
import type * as X837I from './837i.ts';
import type * as X837D from './837d.ts';
import type * as X820X306 from './820-x306.ts';
import type * as X277CA from './277ca.ts';
import type * as X278Q from './278q.ts';
import type * as X278R from './278r.ts';

export type { X270, X271, X276, X277, X820, X834, X835, X997, X999, X837P, X837I, X837D, X820X306, X277CA, X278Q, X278R };

/** The transaction of each guide, as `x12 json` gives it. */
export interface X12Transactions {
  '270': X270.Transaction;
  '271': X271.Transaction;
  '276': X276.Transaction;
  '277': X277.Transaction;
  '820': X820.Transaction;
  '834': X834.Transaction;
  '835': X835.Transaction;
  '997': X997.Transaction;
  '999': X999.Transaction;
  '837P': X837P.Transaction;
  '837I': X837I.Transaction;
  '837D': X837D.Transaction;
  '820-X306': X820X306.Transaction;
  '277CA': X277CA.Transaction;
  '278Q': X278Q.Transaction;
  '278R': X278R.Transaction;
}
