import { useId, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { NoData } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate } from '../../route/location.ts';
import { announce } from '../../state/announce.ts';
import { editClaim } from '../../state/claim-store.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import {
  codeByLevel,
  codeByTime,
  type Criteria,
  criteriaOn,
  dataLevel,
  type DataReviewed,
  decisionLevel,
  type Level,
  LEVELS,
  type Setting,
  SETTINGS,
  type VisitCode,
} from './criteria.ts';

const NO_DATA: DataReviewed = { notes: 0, results: 0, orders: 0, historian: false, interpreted: false, discussed: false };
/** A day has no more minutes. */
const MOST_MINUTES = 1_440;

/** Which level a visit has, by medical decision making or time, with the reason. */
export function EmPage() {
  const on = useDay();
  const id = useId();
  const [setting, setSetting] = useState<Setting>('officeKnown');
  const [problems, setProblems] = useState<Level>();
  const [risk, setRisk] = useState<Level>();
  const [data, setData] = useState(NO_DATA);
  const [minutes, setMinutes] = useState('');
  const criteria = criteriaOn(setting, on);
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
          onChange={(event) => setSetting(SETTINGS.find((each) => each === event.currentTarget.value) ?? setting)}
        >
          {SETTINGS.map((each) => (
            <option key={each} value={each}>
              {t.em.settings[each]}
            </option>
          ))}
        </select>
      </div>
      {!criteria ? (
        <section className="card empty">
          <NoData says={t.em.none(on)} />
          <p>{t.em.noneWhy}</p>
        </section>
      ) : (
        <div className="bench pay">
          <div className="stack">
            <Part name={t.em.problems} ask={t.em.problemsAsk} texts={t.em.problemsOf} chosen={problems} onChoose={setProblems} />
            <DataPart data={data} onChange={setData} />
            <Part name={t.em.risk} ask={t.em.riskAsk} texts={t.em.riskOf} chosen={risk} onChoose={setRisk} />
            <section className="card" aria-label={t.em.time} data-pane tabIndex={-1}>
              <header>
                <h2>{t.em.time}</h2>
                <span className="small muted">{setting === 'emergency' ? t.em.noTime : t.em.timeAsk}</span>
              </header>
              {setting !== 'emergency' && (
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
          <Answer
            criteria={criteria}
            problems={problems}
            risk={risk}
            data={data}
            minutes={Math.min(Number(minutes), MOST_MINUTES)}
            on={on}
          />
        </div>
      )}
    </>
  );
}

interface PartProps {
  readonly name: string;
  readonly ask: string;
  readonly texts: Readonly<Record<Level, string>>;
  readonly chosen: Level | undefined;
  readonly onChoose: (level: Level) => void;
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
        {LEVELS.map((level) => (
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

interface AnswerProps {
  readonly criteria: Criteria;
  readonly problems: Level | undefined;
  readonly risk: Level | undefined;
  readonly data: DataReviewed;
  readonly minutes: number;
  readonly on: string;
}

function Answer({ criteria, problems, risk, data, minutes, on }: AnswerProps) {
  const { codes } = criteria;
  const level = problems && risk ? decisionLevel(problems, dataLevel(data), risk) : undefined;
  const decided = level && codeByLevel(criteria, level);
  const timed = minutes > 0 ? codeByTime(criteria, minutes) : undefined;
  const best = [decided, timed].filter((each) => each !== undefined).toSorted((one, other) => codes.indexOf(other) - codes.indexOf(one))[0];
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
        <div>
          <h3>{t.em.byDecision}</h3>
          {problems && risk && level && decided ? (
            <>
              <p>
                <b className="c">{decided.code}</b> {words[level]}
              </p>
              <p className="small muted">{t.em.why(words[problems], words[dataLevel(data)], words[risk], words[level])}</p>
            </>
          ) : (
            <p className="muted">{t.em.notGiven}</p>
          )}
        </div>
        {codes[0]?.least !== undefined && (
          <div>
            <h3>{t.em.byTime}</h3>
            <ByTime minutes={minutes} timed={timed} least={codes[0].least} />
          </div>
        )}
        {best && (
          <button type="button" className="btn pri" onClick={() => add(best.code)}>
            <Icon name="plus" />
            {t.em.add(best.code)}
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
                  <tr key={code} className={best?.code === code ? 'on' : undefined}>
                    <td className="c">{code}</td>
                    <td>{levels.map((each) => words[each]).join(', ')}</td>
                    <td className="nw">{least === undefined ? '–' : most === undefined ? t.em.atLeast(least) : t.em.range(least, most)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
        <p className="tiny muted">{t.em.source}</p>
      </div>
    </aside>
  );
}

function ByTime({ minutes, timed, least }: { minutes: number; timed: VisitCode | undefined; least: number }) {
  if (minutes === 0) return <p className="muted">{t.em.notGiven}</p>;
  if (!timed) return <p className="muted">{t.em.tooShort(least)}</p>;
  const { most } = timed;
  return (
    <>
      <p>
        <b className="c">{timed.code}</b> {timed.levels.map((each) => t.em.levels[each]).join(', ')}
      </p>
      <p className="small muted">
        {most !== undefined && minutes > most ? t.em.beyond(most) : t.em.whyTime(minutes, timed.least ?? 0, most)}
      </p>
    </>
  );
}
