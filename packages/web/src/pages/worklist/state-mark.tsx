import { Icon, type IconName } from '../../parts/icon.tsx';
import { type State, STATES } from '../../state/worklist/model.ts';
import { t } from '../../text/text.ts';

const LOOKS: Readonly<Record<State, readonly [icon: IconName, kind: string]>> = {
  draft: ['edit', 'k-nod'],
  ready: ['check', 'k-info'],
  sent: ['upload', 'k-byp'],
  rejected: ['warning', 'k-warn'],
  paid: ['pay', 'k-ok'],
  denied: ['error', 'k-err'],
};

/** Where a claim stands, with its icon, word and colour, and the choice to move it. */
export function StateChoice({ state, label, onChoose }: { state: State; label: string; onChoose: (state: State) => void }) {
  const [icon, kind] = LOOKS[state];
  return (
    <span className={`st ${kind} statechoice`}>
      <Icon name={icon} />
      <select
        aria-label={label}
        value={state}
        onChange={(event) => onChoose(STATES.find((each) => each === event.currentTarget.value) ?? state)}
      >
        {STATES.map((each) => (
          <option key={each} value={each}>
            {t.worklist.states[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
