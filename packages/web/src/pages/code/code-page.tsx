import { type LookupAnswer, lookup, notes, perform } from '@cleanclaim/core';
import { useEffect, useMemo } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useDay } from '../../state/day.ts';
import { rememberCode } from '../../state/kept-codes.ts';
import { t } from '../../text/text.ts';
import { Anatomy } from './anatomy.tsx';
import { CodeHead } from './code-head.tsx';
import { Expects } from './expects.tsx';
import { Facts } from './facts-card.tsx';
import { Family } from './family.tsx';
import { FinerCodes } from './finer-codes.tsx';
import { History } from './history.tsx';
import { Maps } from './maps-card.tsx';
import { NamedBy } from './named-by.tsx';
import { NotesCard } from './notes-card.tsx';
import { NotUsable } from './not-usable.tsx';
import { SeventhBuilder } from './seventh-builder.tsx';
import { Source } from './source.tsx';

/** Everything one can know of a code on the day: answer first, then what it is made of, what binds it, where it stands. */
export function CodePage({ code }: { code: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const answer = useMemo(() => safeLookup(code, on, data), [code, on, data]);
  const known = answer.status === 'billable' || answer.status === 'header';
  useTitle(`${answer.code} ${answer.display ?? t.status[answer.status]}`);
  useEffect(() => {
    if (known) rememberCode(answer.code);
  }, [known, answer.code]);

  if (answer.system !== 'icd10cm' || !known) return <NotUsable answer={answer} />;
  return <Known answer={answer} key={answer.code} />;
}

/** A hand-written address can hold anything: text too long for a code is simply unknown. */
function safeLookup(code: string, on: ReturnType<typeof useDay>, data: ReturnType<typeof useToolkit>['data']): LookupAnswer {
  return perform(lookup, { code: code.slice(0, 40), on }, { data, today: on });
}

function Known({ answer }: { answer: LookupAnswer }) {
  const { data } = useToolkit();
  const on = useDay();
  const { notes: lines } = useMemo(() => perform(notes, { code: answer.code, on }, { data, today: on }), [answer.code, on, data]);
  const needs = answer.needs;
  return (
    <>
      <CodeHead answer={answer} />
      <div className="code3">
        <Family code={answer.code} />
        <div className="stack">
          {needs?.what === 'seventh-character' ? <SeventhBuilder answer={answer} lines={lines} /> : <Anatomy code={answer.code} />}
          {needs?.what === 'finer-code' && <FinerCodes choices={needs.choices} />}
          <NotesCard code={answer.code} lines={lines} />
          <NamedBy code={answer.code} />
        </div>
        <div className="stack side">
          <Expects code={answer.code} lines={lines} />
          <Facts answer={answer} />
          <Maps code={answer.code} />
          <History code={answer.code} />
          <Source code={answer.code} />
        </div>
      </div>
    </>
  );
}
