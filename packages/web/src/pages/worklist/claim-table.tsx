import { useDeferredValue, useState } from 'react';
import { FindInList, hasWords } from '../../parts/find-in-list.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../parts/link.tsx';
import { LongTable } from '../../parts/long-table.tsx';
import { hrefTo, navigate } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { putClaim } from '../../state/claim-store.ts';
import { localWorklist } from '../../state/worklist/local.ts';
import { type Checked, type State, STATES, type Summary, type Worklist } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';
import { StateChoice } from './state-mark.tsx';
import { troubleText } from './trouble-text.ts';

interface Props {
  readonly list: Worklist;
  readonly name: 'local' | 'office';
  readonly claims: readonly Summary[];
  readonly onChanged: () => void;
  readonly onTrouble: (says: string | undefined) => void;
}

export function ClaimTable({ list, name, claims, onChanged, onTrouble }: Props) {
  const [only, setOnly] = useState<State>();
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const words = t.worklist;
  const inState = only === undefined ? claims : claims.filter(({ state }) => state === only);
  const found = inState.filter(({ number, payer, serviceOn, total, next }) => hasWords(searched, [number, payer, serviceOn, total, next]));
  const run = (work: () => Promise<void>): void => {
    onTrouble(undefined);
    work().catch((error: unknown) => onTrouble(troubleText(error)));
  };
  const open = (claim: Summary): void =>
    run(async () => {
      const kept = await list.read(claim.id);
      putClaim(kept.claim, { list: name, id: kept.id, version: kept.version });
      navigate(hrefTo('/claim'));
    });
  const move = (claim: Summary, state: State): void =>
    run(async () => {
      await list.change(claim.id, claim.version, { state });
      announce(words.moved(nameOf(claim), words.states[state]));
      onChanged();
    });
  const remove = (claim: Summary): void =>
    run(async () => {
      const kept = name === 'local' ? await localWorklist.read(claim.id) : undefined;
      await list.remove(claim.id);
      announce(
        words.removed(nameOf(claim)),
        kept && { label: t.claim.undo, run: () => run(async () => void (await localWorklist.merge([kept]), onChanged())) },
      );
      onChanged();
    });
  return (
    <section className="card clip" aria-label={words.title} data-pane tabIndex={-1}>
      <header>
        <div className="seg wrap" role="group" aria-label={words.show}>
          <button type="button" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>
            {words.filter(words.all, claims.length)}
          </button>
          {STATES.map((state) => (
            <button type="button" key={state} aria-pressed={only === state} onClick={() => setOnly(state)}>
              {words.filter(words.states[state], claims.filter((each) => each.state === state).length)}
            </button>
          ))}
        </div>
        <span className="grow" />
        <FindInList of={inState.length} text={text} found={found.length} onText={setText} />
      </header>
      {found.length === 0 && text !== '' ? (
        <p className="in muted">{t.find.found(0)}</p>
      ) : found.length === 0 ? (
        <div className="empty">
          <h2>{only === undefined ? words.emptyTitle : words.noneInState(words.states[only])}</h2>
          {only === undefined && (
            <p>
              {words.emptyHow} <Link href={hrefTo('/claim')}>{words.toBench}</Link>
            </p>
          )}
        </div>
      ) : (
        <LongTable
          label={words.title}
          rows={found}
          columns={8}
          className="t kept"
          head={
            <>
              <th scope="col">{words.columns.claim}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.payer}</th>
              <th scope="col">{words.columns.on}</th>
              <th scope="col" className="num">
                {words.columns.total}
              </th>
              <th scope="col">{words.columns.check}</th>
              <th scope="col">{words.columns.next}</th>
              <th scope="col">
                <span className="sr">{t.claim.remove}</span>
              </th>
            </>
          }
          cells={(claim) => (
            <>
              <td>
                <button type="button" className="rowlink mono" onClick={() => open(claim)}>
                  {nameOf(claim)}
                </button>
              </td>
              <td>
                <StateChoice state={claim.state} label={words.stateOf(nameOf(claim))} onChoose={(state) => move(claim, state)} />
                <DeniedLines claim={claim} />
              </td>
              <td>{claim.payer}</td>
              <td className="nw">{claim.serviceOn}</td>
              <td className="num">{claim.total}</td>
              <td>
                <LastCheck checked={claim.last} />
              </td>
              <td className="small">{claim.next}</td>
              <td>
                <button type="button" className="ib sm" aria-label={words.remove(nameOf(claim))} onClick={() => remove(claim)}>
                  <Icon name="close" />
                </button>
              </td>
            </>
          )}
        />
      )}
    </section>
  );
}

function nameOf({ number }: Summary): string {
  return number ?? t.worklist.noNumber;
}

/** A claim paid but for some lines is not simply paid. */
function DeniedLines({ claim: { state, deniedLines = 0 } }: { claim: Summary }) {
  if (state !== 'paid' || deniedLines === 0) return null;
  return (
    <span className="st k-err sm">
      <Icon name="error" />
      {t.worklist.linesDenied(deniedLines)}
    </span>
  );
}

function LastCheck({ checked }: { checked: Checked | null }) {
  const { check } = t.worklist;
  if (!checked) return <span className="small muted">{check.none}</span>;
  if (checked.status === 'clean')
    return (
      <span className="st k-ok sm">
        <Icon name="check" />
        {check.clean}
      </span>
    );
  const failed = checked.status === 'findings';
  return (
    <span className={`st sm wrap ${failed ? (checked.errors > 0 ? 'k-err' : 'k-warn') : 'k-nch'}`}>
      <Icon name={failed ? (checked.errors > 0 ? 'error' : 'warning') : 'notchecked'} />
      {failed ? check.findings(checked.errors, checked.warnings) : check.incomplete(checked.notChecked)}
    </span>
  );
}
