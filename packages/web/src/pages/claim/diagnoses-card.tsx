import { type Claim, type Day, type Diagnosis as ClaimDiagnosis, lookup, moveDiagnosis, perform, removeDiagnosis } from '@cleanclaim/core';
import { type KeyboardEvent, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { missingCharacters } from '../../data/missing-characters.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { CodeLink } from '../../parts/code-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Status } from '../../parts/status.tsx';
import { announce } from '../../state/announce.ts';
import { editClaim, letterOf, undo } from '../../state/claim-store.ts';
import { learnMode } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { AddDiagnosis } from './add-diagnosis.tsx';
import { diagnosisLabel, setField } from './edit.ts';
import { EntryRefs } from './entry-refs.tsx';
import { Choice } from './field.tsx';
import { entriesOfDiagnosis, type Entry } from './findings.ts';

interface Props {
  readonly claim: Claim;
  readonly on: Day;
  readonly entries: readonly Entry[];
  readonly onOpen: (key: string) => void;
}

/** Box 21, or 66 to 72 of a hospital bill: drag, Alt with the arrows, or the menu of the grip; the pointers of every line follow the diagnosis. */
export function DiagnosesCard({ claim, on, entries, onOpen }: Props) {
  const { diagnoses = [] } = claim;
  const isStay = claim.type === 'institutional';
  const box = isStay ? '66-72' : claim.type === 'dental' ? null : '21';
  const learning = useStore(learnMode);
  const [dragged, setDragged] = useState<number>();
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= diagnoses.length || from === to) return;
    editClaim((now) => moveDiagnosis(now, from, to));
    announce(t.claim.moved(diagnoses[from]?.code ?? '', letterOf(to)));
    requestAnimationFrame(() => document.getElementById(`grip-${to}`)?.focus());
  };
  return (
    <section className="card" aria-label={t.claim.diagnoses} data-pane tabIndex={-1}>
      <header>
        <span className="tag why">{t.why}</span>
        <h2>{t.claim.diagnoses}</h2>
        {box !== null && <span className="box">{box}</span>}
        <span className="small muted">
          {t.claim.ofMost(diagnoses.length, MOST[claim.type])}
          <span className="kh">
            . <kbd>Alt ↑</kbd> <kbd>Alt ↓</kbd> {t.claim.moveKeys}
          </span>
        </span>
        {learning && <span className="small muted">{t.fields.diagnoses.learn}</span>}
        <span className="grow" />
        <AddDiagnosis />
      </header>
      {diagnoses.length === 0 ? (
        <p className="in muted">{t.claim.noDiagnoses}</p>
      ) : (
        <ol className={isStay ? 'dx stay' : 'dx'}>
          {diagnoses.map((diagnosis, at) => (
            <li
              // A code may stand twice on an imported claim.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${diagnosis.code}-${at}`}
              draggable
              data-dragged={dragged === at || undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', diagnosis.code);
                setDragged(at);
              }}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => {
                if (dragged !== undefined) event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== undefined) move(dragged, at);
                setDragged(undefined);
              }}
              // Before the grip's menu, which would open on an arrow.
              onKeyDownCapture={(event: KeyboardEvent) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                event.stopPropagation();
                move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
              }}
            >
              <Grip at={at} count={diagnoses.length} code={diagnosis.code} onMove={move} />
              <span className="let">{diagnosisLabel(claim, at)}</span>
              <Diagnosis code={diagnosis.code} on={on} />
              {isStay && <StayFields diagnosis={diagnosis} at={at} />}
              <EntryRefs entries={entriesOfDiagnosis(entries, claim, at)} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** How many a form takes: box 21 has 12 letters, UB-04 the principal and 24 others, the dental form 4. */
const MOST = { professional: 12, institutional: 25, dental: 4 } as const;

/** What a diagnosis is on a hospital bill, and whether it was there at admission. A bill has one principal diagnosis: naming another makes the first one other. */
function StayFields({ diagnosis: { code, kind, poa }, at }: { diagnosis: ClaimDiagnosis; at: number }) {
  const setKind = (value: string): void =>
    editClaim((now) => ({
      ...now,
      diagnoses: (now.diagnoses ?? []).map((each, place) =>
        place === at
          ? { ...each, kind: value as NonNullable<ClaimDiagnosis['kind']> }
          : value === 'principal' && each.kind === 'principal'
            ? { ...each, kind: 'other' as const }
            : each,
      ),
    }));
  return (
    <span className="stayfields">
      <Choice
        isBare
        label={t.claim.kindOf(code)}
        value={kind ?? (at === 0 ? 'principal' : 'other')}
        choices={t.claim.choices.diagnosisKinds}
        onCommit={setKind}
      />
      <Choice
        isBare
        label={t.claim.poaOf(code)}
        value={poa ?? ''}
        choices={t.claim.choices.poa}
        onCommit={(value) => editClaim((now) => setField(now, `/diagnoses/${at}/poa`, value))}
      />
    </span>
  );
}

function Diagnosis({ code, on }: { code: string; on: Day }) {
  const { data } = useToolkit();
  const answer = perform(lookup, { code: code.slice(0, 40), on }, { data, today: on });
  const icd = data.icd10cm(on);
  return (
    <>
      <CodeLink code={code} />
      <span className="ttl">{answer.display ?? t.code.noTitle}</span>
      <Status
        status={answer.status}
        missing={icd && answer.status === 'header' ? missingCharacters(icd, icd.row(answer.code)) : undefined}
        small
      />
    </>
  );
}

function Grip({ at, count, code, onMove }: { at: number; count: number; code: string; onMove: (from: number, to: number) => void }) {
  const remove = (): void => {
    editClaim((claim) => removeDiagnosis(claim, at));
    announce(t.claim.removed(code), { label: t.claim.undo, run: undo });
  };
  return (
    <MenuTrigger>
      <Button id={`grip-${at}`} className="ib sm grip" aria-label={t.claim.grip(letterOf(at), code)}>
        <Icon name="grip" />
      </Button>
      <Popover className="pop menu" placement="bottom start">
        <Menu>
          <MenuItem className="pop-item" isDisabled={at === 0} onAction={() => onMove(at, at - 1)}>
            {t.claim.up} <kbd>Alt ↑</kbd>
          </MenuItem>
          <MenuItem className="pop-item" isDisabled={at === count - 1} onAction={() => onMove(at, at + 1)}>
            {t.claim.down} <kbd>Alt ↓</kbd>
          </MenuItem>
          <MenuItem className="pop-item" isDisabled={at === 0} onAction={() => onMove(at, 0)}>
            {t.claim.first}
          </MenuItem>
          <MenuItem className="pop-item" onAction={remove}>
            {t.claim.remove}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
