import { map, type MapAnswer, type MapTarget } from '@cleanclaim/core';
import { ServerSwitch } from '../../parts/server-switch.tsx';
import { ServerTroubleNote } from '../../parts/server-trouble.tsx';
import { NoData } from '../../parts/status.tsx';
import { useServerAnswer } from '../../server/use-answer.ts';
import { useDay } from '../../state/day.ts';
import { askingServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';

/** Systems that ICD-10-CM codes are mapped to. */
const TARGETS = ['icd9cm', 'icd11'] as const;

/** What the code is in other systems, by the maps installed on the server. */
export function Maps({ code }: { code: string }) {
  const isOn = useStore(askingServer);
  return (
    <section className="card" aria-label={t.server.maps.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.server.maps.title}</h2>
      </header>
      <div className="in small stack tight">
        {!isOn && (
          <>
            <p>
              <NoData /> {t.server.maps.installedOnly}
            </p>
            <ServerSwitch />
          </>
        )}
        {isOn && TARGETS.map((to) => <MapTo key={to} code={code} to={to} />)}
      </div>
    </section>
  );
}

function MapTo({ code, to }: { code: string; to: (typeof TARGETS)[number] }) {
  const on = useDay();
  const asked = useServerAnswer(map, { code, from: 'icd10cm', to, on }, { isOn: true });
  return (
    <div>
      <h3>{t.server.systems[to]}</h3>
      {asked.is === 'waiting' && <p role="status">{t.server.asking}</p>}
      {asked.is === 'trouble' && <ServerTroubleNote trouble={asked.trouble} again={asked.again} />}
      {asked.is === 'answered' && <Answer answer={asked.answer} />}
    </div>
  );
}

function Answer({ answer: { status, maps, why, fix } }: { answer: MapAnswer }) {
  if (status !== 'found' && status !== 'no-map')
    return (
      <p>
        <NoData /> {why} {fix}
      </p>
    );
  return maps.map(({ from, through, status: found, options, source, edition, note }) => (
    <div key={`${source}${from.code}`} className="stack tight">
      {found === 'no-map' && <p>{t.server.maps.noMap}</p>}
      {options.map(({ lists }, option) => (
        // An option has no name of its own.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={option}>
          {lists.map((list, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at}>
              {at > 0 && <i>{t.server.maps.together}</i>} {list.length > 1 && <span className="muted">{t.server.maps.oneOf}</span>}
              <ul>
                {list.map((target) => (
                  <Target key={`${target.code}${target.when ?? ''}`} target={target} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      ))}
      <p className="muted">
        {through && <>{t.server.maps.through(through.code)}. </>}
        {note} {t.server.maps.source(source, edition)}
      </p>
    </div>
  ));
}

function Target({ target: { code, display, approximate, when, advice } }: { target: MapTarget }) {
  const near = approximate === null ? t.server.maps.unsaid : approximate ? t.server.maps.alike : t.server.maps.same;
  return (
    <li>
      <span className="c">{code}</span> {display} <span className="tag">{near}</span> {when} {advice}
    </li>
  );
}
