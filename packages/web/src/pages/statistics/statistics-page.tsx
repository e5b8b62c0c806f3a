import { isCleanclaimError } from '@cleanclaim/core';
import {
  CAUSE_LISTS,
  type CauseListId,
  DIRECT_METHODS,
  type DirectMethod,
  STANDARD_IDS,
  type StandardId,
} from '@cleanclaim/core/statistics';
import { useDeferredValue, useMemo, useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';
import { ask, headingsOf, type Question } from './ask.ts';
import { Results } from './results.tsx';
import { SAMPLE } from './sample.ts';
import { TableInput } from './table-input.tsx';

/** Lists that need no installed file of the user. */
const LISTS = CAUSE_LISTS.filter((list) => !list.startsWith('ccsr') && list !== 'ue1');
/** Columns that are no places, years or the like to compare. */
const NO_GROUP = /^(?:age.*|deaths|counts?|n|number|events|population|pop|person.?years|.*cause.*|codes?|icd.*|contributing)$/i;

const NOTHING: Question = {
  deaths: '',
  people: '',
  by: '',
  codes: '',
  list: 'icd10-chapters',
  standard: 'who2000',
  ci: 'dobson',
  confidence: 0.95,
};

/** Deaths and people in, honest rates out: crude beside standardised, compared, drawn, with the methods said. Nothing leaves the browser. */
export function StatisticsPage() {
  const { data } = useToolkit();
  const on = useDay();
  const [question, setQuestion] = useState(NOTHING);
  const set = (part: Partial<Question>): void => setQuestion((before) => ({ ...before, ...part }));
  const asked = useDeferredValue(question);
  const columns = useMemo(() => headingsOf(question.deaths).filter((name) => name !== '' && !NO_GROUP.test(name)), [question.deaths]);
  const answer = useMemo(() => (asked.deaths.trim() === '' ? undefined : ask(asked, data, on)), [asked, data, on]);
  const by = columns.includes(question.by) ? question.by : '';
  if (by !== question.by) set({ by });
  useTitle(t.statistics.title);
  const sample = (): void => set({ ...SAMPLE, by: 'country', codes: 'J40-J47' });
  return (
    <>
      <div className="bar gap-b">
        <h1>{t.statistics.title}</h1>
        <span className="grow" />
        <button type="button" className="btn" onClick={sample}>
          {t.statistics.sample}
        </button>
        {question.deaths !== '' && (
          <button type="button" className="btn quiet" onClick={() => setQuestion(NOTHING)}>
            <Icon name="close" />
            {t.statistics.clear}
          </button>
        )}
      </div>
      <div className="statistics">
        <section className="card" aria-label={t.statistics.input} data-pane tabIndex={-1}>
          <div className="in stack">
            <TableInput
              label={t.statistics.deathsTable}
              hint={t.statistics.deathsHint}
              value={question.deaths}
              onValue={(deaths) => set({ deaths, by: firstGroup(deaths) })}
            />
            <TableInput
              label={t.statistics.peopleTable}
              hint={t.statistics.peopleHint}
              value={question.people}
              onValue={(people) => set({ people })}
            />
            <div className="stat-choices">
              <Choice
                label={t.statistics.by}
                value={by}
                values={['', ...columns]}
                name={(each) => each || t.statistics.all}
                onValue={(each) => set({ by: each })}
              />
              <label>
                {t.statistics.codes}
                <input
                  className="field mono"
                  value={question.codes}
                  placeholder="J40-J47"
                  spellCheck={false}
                  onChange={(event) => set({ codes: event.currentTarget.value })}
                />
              </label>
              <Choice<StandardId>
                label={t.statistics.standard}
                value={question.standard}
                values={STANDARD_IDS}
                name={(each) => t.statistics.standards[each]}
                onValue={(standard) => set({ standard })}
              />
              <Choice<DirectMethod>
                label={t.statistics.ci}
                value={question.ci}
                values={DIRECT_METHODS}
                name={(each) => t.statistics.methodNames[each]}
                onValue={(ci) => set({ ci })}
              />
              <Choice
                label={t.statistics.confidence}
                value={String(question.confidence)}
                values={['0.95', '0.99', '0.998']}
                name={(each) => `${Number(each) * 100} %`}
                onValue={(each) => set({ confidence: Number(each) })}
              />
              <Choice<CauseListId>
                label={t.statistics.list}
                value={question.list}
                values={LISTS}
                name={(each) => t.statistics.lists[each] ?? each}
                onValue={(list) => set({ list })}
              />
            </div>
            <p className="small muted">{t.statistics.stays}</p>
          </div>
        </section>
        <div role="status" aria-label={t.statistics.result} aria-busy={asked !== question}>
          {answer === undefined ? (
            <section className="card empty">
              <h2>{t.statistics.emptyTitle}</h2>
              <p>{t.statistics.empty}</p>
              <button type="button" className="btn pri" onClick={sample}>
                {t.statistics.sample}
              </button>
            </section>
          ) : isCleanclaimError(answer) ? (
            <section className="card empty" role="alert">
              <span className="st k-err">
                <Icon name="error" />
                {t.statistics.trouble}
              </span>
              <p>{answer.failure.message}</p>
              <p className="muted">{t.statistics.troubleFix}</p>
            </section>
          ) : (
            <Results answer={answer} by={by} list={asked.list} />
          )}
        </div>
      </div>
    </>
  );
}

function firstGroup(deaths: string): string {
  return headingsOf(deaths).find((name) => /^(?:country|place|area|region|state|sex|year)$/i.test(name)) ?? '';
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onValue: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, values, name, onValue }: ChoiceProps<Value>) {
  return (
    <label>
      {label}
      <select
        className="field"
        value={value}
        onChange={(event) => {
          const chosen = values.find((each) => each === event.currentTarget.value);
          if (chosen !== undefined) onValue(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {name(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
