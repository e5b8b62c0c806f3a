import { useToolkit } from '../../data/toolkit.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { type SlotSet, slotsOf } from './slots.ts';

export function Anatomy({ code }: { code: string }) {
  const icd = useToolkit().data.icd10cm(useDay());
  if (!icd) return null;
  const row = icd.row(code);
  const says = icd.billable(row) ? t.code.complete(code.replace('.', '').length, icd.seventhCharacters(row).length > 0) : t.code.incomplete;
  return (
    <section className="card" aria-label={t.code.anatomy} data-pane tabIndex={-1}>
      <header>
        <h2>{t.code.anatomy}</h2>
        <span className="small muted">{says}</span>
      </header>
      <div className="in">
        <Slots sets={slotsOf(icd, code)} />
      </div>
    </section>
  );
}

/** A slot a character, the dot after the third; under each set what it adds. */
export function Slots({
  sets,
  wanted = 0,
  chosen,
}: {
  sets: readonly SlotSet[];
  wanted?: number;
  chosen?: { character: string; meaning: string } | undefined;
}) {
  const next = (sets.at(-1)?.place ?? 0) + 1;
  return (
    <div className="anat stackable">
      {sets.map((set) => (
        <div className="slotset" key={set.place}>
          <div className="slots" aria-hidden="true">
            {[...set.characters].map((character, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <span className={`slot${set.filler ? ' filler' : ''}`} key={at}>
                {character}
              </span>
            ))}
            {set.place === 3 && (sets.length > 1 || wanted > 0 || chosen) && <span className="dot">.</span>}
          </div>
          <p className="slotlab">
            <b>{set.place === 3 ? t.code.category : t.code.place_(set.place)}</b>
            {set.filler ? t.code.filler : (set.adds ?? t.code.noTitle)}
          </p>
        </div>
      ))}
      {Array.from({ length: wanted }, (_, at) => (
        <div className="slotset" key={next + at}>
          <div className="slots" aria-hidden="true">
            <span className="slot filler">X</span>
          </div>
          <p className="slotlab">
            <b>{t.code.place_(next + at)}</b>
            {t.code.filler}
          </p>
        </div>
      ))}
      {chosen && (
        <div className="slotset">
          <div className="slots" aria-hidden="true">
            <span className={`slot ${chosen.character === '' ? 'want' : 'got'}`}>{chosen.character === '' ? '?' : chosen.character}</span>
          </div>
          <p className="slotlab">
            <b>{t.code.seventh}</b>
            {chosen.meaning}
          </p>
        </div>
      )}
    </div>
  );
}
