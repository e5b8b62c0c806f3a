import type { PcsAnswer } from '@cleanclaim/core';
import { t } from '../../text/text.ts';

interface Props {
  readonly axes: PcsAnswer['axes'];
  /** The axis whose letters act from the keyboard. */
  readonly active: number;
  readonly onPick: (axis: number, value: string) => void;
}

/** One group an axis: what is chosen, or what remains possible beside the other choices. A press on the choice takes it back. */
export function PcsAxes({ axes, active, onPick }: Props) {
  return (
    <div className="axes">
      {axes.map(({ position, name, chosen, values }, axis) => {
        const shown = chosen && axis !== active ? [chosen] : values;
        const title = t.pcs.axis(position, name);
        return (
          <div key={position} role="group" aria-label={title} className={axis === active ? 'axis active' : 'axis'}>
            <h3>{title}</h3>
            {values.length === 0 && <p className="small muted">{t.pcs.notYet}</p>}
            <div className="stack picks">
              {shown.map(({ value, label }) => (
                <button
                  type="button"
                  key={value}
                  className="pick"
                  aria-pressed={chosen?.value === value}
                  {...(chosen?.value === value ? { title: t.pcs.change(label) } : {})}
                  onClick={() => onPick(axis, value)}
                >
                  <b>{value}</b>
                  <span>{label}</span>
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
