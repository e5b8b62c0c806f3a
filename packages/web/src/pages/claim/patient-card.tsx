import type { Claim } from '@cleanclaim/core';
import { t } from '../../text/text.ts';
import { ClaimField } from './claim-field.tsx';
import { fieldsOn, MORE_FIELDS, PATIENT_FIELDS } from './fields.ts';

/** Patient, payer and providers: the boxes rules ask about most; the rest is folded. What has no field here is kept and shown as JSON. */
export function PatientCard({ claim }: { claim: Claim }) {
  return (
    <section className="card" aria-label={t.claim.patient} data-pane tabIndex={-1}>
      <div className="meta">
        {fieldsOn(PATIENT_FIELDS, claim).map((spec) => (
          <ClaimField key={spec.path} claim={claim} spec={spec} />
        ))}
      </div>
      <details className="morefields">
        <summary>{t.claim.moreFields}</summary>
        <div className="meta">
          {fieldsOn(MORE_FIELDS, claim).map((spec) => (
            <ClaimField key={spec.path} claim={claim} spec={spec} />
          ))}
        </div>
      </details>
    </section>
  );
}
