import { useContext, useEffect, useRef, useState } from 'react';
import { ToolkitContext } from '../data/toolkit.ts';
import { Icon } from '../parts/icon.tsx';
import { readDayText } from '../state/day-text.ts';
import { setDay, today, useDay } from '../state/day.ts';
import { t } from '../text/text.ts';

/** The date of service that governs the page, with the edition it picks. Typed freely, or picked from the browser's calendar. */
export function DayPicker() {
  const on = useDay();
  const toolkit = useContext(ToolkitContext);
  const [text, setText] = useState<string>(on);
  const [wrong, setWrong] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setText(on);
    setWrong(false);
  }, [on]);

  const accept = (): void => {
    const read = readDayText(text, today());
    setWrong(read === undefined);
    if (read === undefined) return;
    setText(read);
    if (read !== on) setDay(read);
  };
  const edition = toolkit?.data.icd10cm(on)?.edition;
  return (
    <div className={`dos${toolkit && !edition ? ' k-need' : ''}${wrong ? ' k-err' : ''}`}>
      <label className="lb" htmlFor="day">
        {t.day.label}
      </label>
      <input
        id="day"
        className="v"
        value={text}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby="day-says"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={accept}
        onKeyDown={(event) => {
          if (event.key === 'Enter') accept();
          if (event.key === 'Escape') {
            setText(on);
            setWrong(false);
          }
        }}
      />
      <input
        ref={calendar}
        className="calendar"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={on}
        onChange={(event) => {
          const read = readDayText(event.currentTarget.value, today());
          if (read) setDay(read);
        }}
      />
      <button type="button" className="ib sm" aria-label={t.day.calendar} onClick={() => calendar.current?.showPicker()}>
        <Icon name="down" />
      </button>
      <span className="ed" id="day-says" role="status">
        {wrong ? t.day.wrong : edition ? t.day.edition(edition.title) : toolkit ? t.day.none(on) : t.day.loading}
      </span>
    </div>
  );
}
