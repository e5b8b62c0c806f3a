import { type Claim, where } from '@cleanclaim/core';
import { useToolkit } from '../../data/toolkit.ts';
import { tell } from '../../data/tell.ts';
import { Icon } from '../../parts/icon.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, undo } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { learnMode } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { ClaimField, tidyDay, tidyUpper } from './claim-field.tsx';
import { setField, setText, textAt, valueAt } from './edit.ts';
import { EntryRefs } from './entry-refs.tsx';
import { Field } from './field.tsx';
import { fieldsOn, type ListSpec, STAY_FIELDS } from './fields.ts';
import { entriesAt, type Entry } from './findings.ts';

interface Props {
  readonly claim: Claim;
  readonly entries: readonly Entry[];
  readonly onOpen: (key: string) => void;
}

/** What only a hospital bill has: the kind of bill, the stay, its condition codes. */
export function StayCard({ claim }: { claim: Claim }) {
  const learning = useStore(learnMode);
  return (
    <section className="card" aria-label={t.claim.stay} data-pane tabIndex={-1}>
      <header>
        <h2>{t.claim.stay}</h2>
        <span className="small muted">{t.claim.ub04}</span>
      </header>
      <div className="meta">
        {fieldsOn(STAY_FIELDS, claim).map((spec) => (
          <ClaimField key={spec.path} claim={claim} spec={spec} />
        ))}
        <Field
          label={t.fields.conditionCodes.name}
          box={where('/conditionCodes', claim).box ?? ''}
          {...(learning ? { learn: t.fields.conditionCodes.learn } : {})}
          value={(claim.conditionCodes ?? []).join(' ')}
          tidy={tidyUpper}
          onCommit={(value) => editClaim((now) => setField(now, '/conditionCodes', value === '' ? '' : value.split(/[\s,]+/)))}
        />
      </div>
    </section>
  );
}

/** A list of the bill: procedures, occurrences or values, a row each. */
export function ListCard({ claim, spec, entries, onOpen }: Props & { spec: ListSpec }) {
  const learning = useStore(learnMode);
  const { path, columns } = spec;
  const { name, learn } = t.fields[spec.name];
  const rows = valueAt(claim, path);
  const count = Array.isArray(rows) ? rows.length : 0;
  const add = (): void => {
    editClaim((now) => setField(now, `${path}/${count}`, { code: '' }));
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`[data-list="${path}/${count}"] input`)?.focus());
  };
  const remove = (at: number): void => {
    editClaim((now) => setField(now, `${path}/${at}`, undefined));
    announce(t.claim.rowRemoved(name, at + 1), { label: t.claim.undo, run: undo });
  };
  return (
    <section className="card" aria-label={name} data-pane tabIndex={-1}>
      <header>
        {path === '/procedures' && <span className="tag what">{t.what}</span>}
        <h2>{name}</h2>
        <span className="box">{where(path, claim).box}</span>
        {learning && <span className="small muted">{learn}</span>}
        <span className="grow" />
        <button type="button" className="btn sm" aria-label={t.claim.addRow(name)} onClick={add}>
          <Icon name="plus" />
          {t.claim.row}
        </button>
      </header>
      {count > 0 && (
        <ul className="listrows">
          {Array.from({ length: count }, (_, at) => (
            <li key={at} data-list={`${path}/${at}`}>
              <span className="let">{at + 1}</span>
              {columns.map(({ field, name: column, kind }) => (
                <Field
                  key={field}
                  label={t.fields[column].name}
                  spoken={t.claim.rowField(name, at + 1, t.fields[column].name)}
                  className={kind === 'money' ? 'money' : 'mono'}
                  numeric={kind === 'money'}
                  value={textAt(claim, `${path}/${at}/${field}`)}
                  {...(kind === 'day' ? { tidy: tidyDay } : kind === 'upper' ? { tidy: tidyUpper } : {})}
                  onCommit={(value) => editClaim((now) => (field === 'code' ? setText : setField)(now, `${path}/${at}/${field}`, value))}
                />
              ))}
              {path === '/procedures' && <ProcedureTitle code={textAt(claim, `${path}/${at}/code`)} />}
              <span className="grow" />
              <EntryRefs entries={entriesAt(entries, `${path}/${at}`)} onOpen={onOpen} />
              <button type="button" className="ib sm" aria-label={t.claim.removeRow(name, at + 1)} onClick={() => remove(at)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ProcedureTitle({ code }: { code: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const known = code === '' ? undefined : tell(code, { data, on }).candidates[0];
  return known ? <span className="small muted">{known.display ?? t.claim.procedureClass(known.system, known.category)}</span> : null;
}
