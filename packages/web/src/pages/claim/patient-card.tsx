import type { Claim } from '@cleanclaim/core';
import { editClaim } from '../../state/claim-store.ts';
import { readDayText } from '../../state/day-text.ts';
import { today } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { setField, textAt } from './edit.ts';
import { Choice, Field } from './field.tsx';

/** Patient, payer and providers: the boxes rules ask about. Everything else a claim holds is kept and shown as JSON. */
export function PatientCard({ claim }: { claim: Claim }) {
  const field = (path: string, label: string, box?: string) => (
    <Field
      label={label}
      {...(box === undefined ? {} : { box })}
      value={textAt(claim, path)}
      onCommit={(value) => editClaim((now) => setField(now, path, value))}
    />
  );
  const labels = t.claim.fields;
  return (
    <section className="card" aria-label={t.claim.patient} data-pane tabIndex={-1}>
      <div className="meta">
        {field('/patient/name', labels.name, '2')}
        <Field
          label={labels.born}
          box="3"
          value={textAt(claim, '/patient/birthDate')}
          tidy={(text) => readDayText(text, today()) ?? text}
          onCommit={(value) => editClaim((now) => setField(now, '/patient/birthDate', value))}
        />
        <Choice
          label={labels.sex}
          box="3"
          value={textAt(claim, '/patient/sex')}
          choices={t.claim.sexes}
          onCommit={(value) => editClaim((now) => setField(now, '/patient/sex', value))}
        />
        {field('/patient/memberId', labels.member, '1a')}
        {field('/payer/name', labels.payer)}
        <Choice
          label={labels.payerKind}
          box="1"
          value={textAt(claim, '/payer/kind')}
          choices={t.claim.payerKinds}
          onCommit={(value) => editClaim((now) => setField(now, '/payer/kind', value))}
        />
        {field('/billing/npi', labels.billingNpi, '33a')}
        {field('/billing/taxId', labels.taxId, '25')}
        {field('/rendering/npi', labels.renderingNpi, '24J')}
        <Choice
          label={labels.medium}
          value={textAt(claim, '/medium') || 'electronic'}
          choices={t.claim.media}
          onCommit={(value) => editClaim((now) => setField(now, '/medium', value === 'electronic' ? '' : value))}
        />
      </div>
    </section>
  );
}
