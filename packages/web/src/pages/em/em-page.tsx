import {
  dataLevel,
  type DataReviewed,
  perform,
  VISIT_LEVELS,
  VISIT_SETTINGS,
  visitLevel,
  type VisitLevelAnswer,
  type VisitPartLevel,
  type VisitSetting,
} from '@cleanclaim/core';
import { useId, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { editClaim } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
const NO_DATA: DataReviewed = { notes: 0, results: 0, orders: 0, historian: false, interpreted: false, discussed: false };
/** A day has no more minutes. */
const MOST_MINUTES = 1_440;

/** Which level a visit has, by medical decision making or time, with the reason. */
export function EmPage() {
  const on = useDay();
  const id = useId();
  const [setting, setSetting] = useState<VisitSetting>('office-established');
  const [problems, setProblems] = useState<VisitPartLevel>();
  const [risk, setRisk] = useState<VisitPartLevel>();
  const [data, setData] = useState(NO_DATA);
  const [minutes, setMinutes] = useState('');
  const toolkit = useToolkit();
  const answer = perform(
    visitLevel,
    {
      setting,
      on,
      ...(problems && { problems }),
      ...(risk && { risk }),
      ...data,
      ...(minutes !== '' && { minutes: Math.min(Number(minutes), MOST_MINUTES) }),
    },
    { data: toolkit.data, today: on },
  );
  const levelled = answer.codes.some(({ levels }) => levels.length > 0);
  const timed = answer.codes.some(({ least }) => least !== null);
  useTitle(t.em.title);
  return (
    <>
      <h1 className="gap-b">{t.em.title}</h1>
      <p className="lead gap-b">{t.em.lead}</p>
      <div className="bar gap-b">
        <label htmlFor={`${id}-setting`}>{t.em.setting}</label>
        <select
          id={`${id}-setting`}
          className="field"
          value={setting}
          onChange={(event) => setSetting(VISIT_SETTINGS.find((each) => each === event.currentTarget.value) ?? setting)}
        >
          {VISIT_SETTINGS.map((each) => (
            <option key={each} value={each}>
              {t.em.settings[each]}
            </option>
          ))}
        </select>
      </div>
      {answer.status === 'no-criteria' ? (
        <section className="card empty">
          <NoData says={t.em.none(on)} />
          <p>{t.em.noneWhy}</p>
        </section>
      ) : (
        <div className="bench pay">
          <div className="stack">
            {levelled && (
              <>
                <Part name={t.em.problems} ask={t.em.problemsAsk} texts={t.em.problemsOf} chosen={problems} onChoose={setProblems} />
                <DataPart data={data} onChange={setData} />
                <Part name={t.em.risk} ask={t.em.riskAsk} texts={t.em.riskOf} chosen={risk} onChoose={setRisk} />
              </>
            )}
            <section className="card" aria-label={t.em.time} data-pane tabIndex={-1}>
              <header>
                <h2>{t.em.time}</h2>
                <span className="small muted">{timed ? t.em.timeAsk : t.em.noTime}</span>
              </header>
              {timed && (
                <div className="in bar">
                  <label htmlFor={`${id}-minutes`}>{t.em.minutes}</label>
                  <input
                    id={`${id}-minutes`}
                    className="field units minutes"
                    inputMode="numeric"
                    value={minutes}
                    onChange={(event) => setMinutes(event.currentTarget.value.replace(/\D/g, '').slice(0, 4))}
                  />
                </div>
              )}
            </section>
          </div>
          <Answer answer={answer} />
        </div>
      )}
    </>
  );
}

interface PartProps {
  readonly name: string;
  readonly ask: string;
  readonly texts: Readonly<Record<VisitPartLevel, string>>;
  readonly chosen: VisitPartLevel | undefined;
  readonly onChoose: (level: VisitPartLevel) => void;
}

function Part({ name, ask, texts, chosen, onChoose }: PartProps) {
  const group = useId();
  return (
    <section className="card" aria-label={name} data-pane tabIndex={-1}>
      <header>
        <h2>{name}</h2>
        <span className="small muted">{ask}</span>
      </header>
      <fieldset className="in choices">
        <legend className="sr">{name}</legend>
        {VISIT_LEVELS.map((level) => (
          <label key={level}>
            <input type="radio" name={group} checked={chosen === level} onChange={() => onChoose(level)} />
            <span>
              <b>{t.em.levels[level]}.</b> {texts[level]}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}

function DataPart({ data, onChange }: { data: DataReviewed; onChange: (data: DataReviewed) => void }) {
  const id = useId();
  const number = (key: 'notes' | 'results' | 'orders') => (
    <div className="labelled">
      <label htmlFor={`${id}-${key}`}>{t.em[key]}</label>
      <input
        id={`${id}-${key}`}
        className="field minutes"
        inputMode="numeric"
        value={data[key] === 0 ? '' : String(data[key])}
        onChange={(event) => onChange({ ...data, [key]: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 2)) })}
      />
    </div>
  );
  const check = (key: 'historian' | 'interpreted' | 'discussed') => (
    <label className="check">
      <input type="checkbox" checked={data[key]} onChange={(event) => onChange({ ...data, [key]: event.currentTarget.checked })} />
      {t.em[key]}
    </label>
  );
  return (
    <section className="card" aria-label={t.em.data} data-pane tabIndex={-1}>
      <header>
        <h2>{t.em.data}</h2>
        <span className="small muted">{t.em.dataAsk}</span>
      </header>
      <div className="in stack tight">
        <div className="bar">
          {number('notes')}
          {number('results')}
          {number('orders')}
        </div>
        {check('historian')}
        {check('interpreted')}
        {check('discussed')}
        <p className="small">
          <b>{t.em.dataIs(t.em.levels[dataLevel(data)])}</b>
        </p>
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: VisitLevelAnswer }) {
  const { code: best, codes, decision, time, cautions, on } = answer;
  const add = (code: string): void => {
    editClaim((claim) => ({
      ...claim,
      lines: [...claim.lines, { code, from: on, units: 1, pointers: (claim.diagnoses?.length ?? 0) > 0 ? [1] : [] }],
    }));
    announce(t.em.added(code), { label: t.openClaim, run: () => navigate(hrefTo('/claim')) });
  };
  const words = t.em.levels;
  return (
    <aside className="card" aria-label={t.em.answer} data-pane tabIndex={-1}>
      <header>
        <h2>{t.em.answer}</h2>
      </header>
      <div className="in stack" aria-live="polite">
        {codes.some(({ levels }) => levels.length > 0) && (
          <div>
            <h3>{t.em.byDecision}</h3>
            <ByDecision decision={decision} />
          </div>
        )}
        {codes.some(({ least }) => least !== null) && (
          <div>
            <h3>{t.em.byTime}</h3>
            <ByTime time={time} codes={codes} />
          </div>
        )}
        {best !== null && (
          <button type="button" className="btn pri" onClick={() => add(best)}>
            <Icon name="plus" />
            {t.em.add(best)}
          </button>
        )}
        <details>
          <summary>{t.em.table}</summary>
          <ScrollBox label={t.em.table}>
            <table className="t">
              <thead>
                <tr>
                  {t.em.tableColumns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {codes.map(({ code, levels, least, most }) => (
                  <tr key={code} className={best === code ? 'on' : undefined}>
                    <td className="c">{code}</td>
                    <td>{levels.map((each) => words[each]).join(', ') || '–'}</td>
                    <td className="nw">{least === null ? '–' : most === null ? t.em.atLeast(least) : t.em.range(least, most)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
        {cautions.map((each) => (
          <p className="small muted" key={each}>
            {each}
          </p>
        ))}
        <p className="tiny muted">{t.em.source}</p>
      </div>
    </aside>
  );
}

function ByDecision({ decision }: { decision: VisitLevelAnswer['decision'] }) {
  const words = t.em.levels;
  const { problems = null, data = null, risk = null } = decision?.parts ?? {};
  if (!decision || (problems === null && risk === null)) return <p className="muted">{t.em.notGiven}</p>;
  const { least, most, code } = decision;
  if (code === null) return <p className="muted">{t.em.between(words[least], words[most])}</p>;
  const said = (part: VisitPartLevel | null) => (part === null ? t.em.notGiven : words[part]);
  return (
    <>
      <p>
        <b className="c">{code}</b> {least === most ? words[least] : `${words[least]}, ${words[most]}`}
      </p>
      <p className="small muted">{t.em.why(said(problems), said(data), said(risk), words[least])}</p>
    </>
  );
}

function ByTime({ time, codes }: { time: VisitLevelAnswer['time']; codes: VisitLevelAnswer['codes'] }) {
  if (!time) return <p className="muted">{t.em.notGiven}</p>;
  const reached = codes.find(({ code }) => code === time.code);
  if (!reached) return <p className="muted">{t.em.tooShort(codes[0]?.least ?? 0)}</p>;
  const { code, levels, least, most } = reached;
  const within = most !== null && time.minutes <= most ? most : undefined;
  return (
    <>
      <p>
        <b className="c">{code}</b> {levels.map((each) => t.em.levels[each]).join(', ')}
      </p>
      <p className="small muted">{t.em.whyTime(time.minutes, least ?? 0, within)}</p>
    </>
  );
}
