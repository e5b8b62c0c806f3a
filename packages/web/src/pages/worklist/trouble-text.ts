import { WorklistTrouble } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';

/** What went wrong with a list, in words; what we did not foresee is thrown on. */
export function troubleText(error: unknown): string {
  if (!(error instanceof WorklistTrouble)) throw error;
  return [t.worklist.trouble[error.kind], error.message].filter((part) => part !== '').join(' ');
}
