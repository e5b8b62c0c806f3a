import type { Claim, Report } from '@cleanclaim/core';
import { hrefTo, navigate } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { currentOrigin, setOrigin } from '../../state/claim-store.ts';
import { today } from '../../state/day.ts';
import { checkedFrom, WorklistTrouble } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';

/** Keeps the claim where the user said; one that was opened from there is changed, not kept twice. */
export async function keepClaim(claim: Claim, report: Report, list: 'local' | 'office'): Promise<void> {
  const worklist =
    list === 'local'
      ? (await import('../../state/worklist/local.ts')).localWorklist
      : (await import('../../state/worklist/office.ts')).officeWorklist;
  const checked = checkedFrom(report, today());
  const known = currentOrigin();
  try {
    const { id, version } =
      known?.list === list ? await worklist.change(known.id, known.version, { claim, checked }) : await worklist.add(claim, checked);
    setOrigin({ list, id, version });
    announce(known?.list === list ? t.worklist.keptAgain : t.worklist.kept, {
      label: t.worklist.toList,
      run: () => navigate(hrefTo('/worklist')),
    });
  } catch (error) {
    if (!(error instanceof WorklistTrouble)) throw error;
    announce(`${t.worklist.trouble[error.kind]} ${error.message}`.trim());
  }
}
