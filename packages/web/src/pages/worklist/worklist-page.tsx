import { useEffect, useState } from 'react';
import { FileButton } from '../../parts/file-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { ServerDoor } from '../../parts/server-door.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { hrefTo, navigate } from '../../route/location.ts';
import { serverToken, setServerToken } from '../../server/send.ts';
import { announce } from '../../state/announce.ts';
import { NEW_CLAIM, putClaim } from '../../state/claim-store.ts';
import { today } from '../../state/day.ts';
import { localWorklist } from '../../state/worklist/local.ts';
import { type MonthRate, readFileText, type Summary, writeFileText } from '../../state/worklist/model.ts';
import { officeWorklist } from '../../state/worklist/office.ts';
import { t } from '../../text/text.ts';
import { ClaimTable } from './claim-table.tsx';
import { RateCard } from './rate-card.tsx';
import { troubleText } from './trouble-text.ts';

type ListName = 'local' | 'office';
const LISTS = { local: localWorklist, office: officeWorklist } as const;
const MOST_FILE_BYTES = 100_000_000;

type Loaded =
  | { readonly is: 'loading' | 'closed' }
  | { readonly is: 'failed'; readonly says: string }
  | { readonly is: 'ready'; readonly claims: readonly Summary[]; readonly rates: readonly MonthRate[] };

/** Kept claims by where they stand, with what is next, and how many were clean at the first check. */
export function WorklistPage() {
  const [name, setName] = useState<ListName>('local');
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' });
  const [round, setRound] = useState(0);
  const [wrong, setWrong] = useState<string>();
  useTitle(t.worklist.title);
  const list = LISTS[name];
  useEffect(() => {
    let current = true;
    Promise.all([list.list(), list.rates()]).then(
      ([claims, rates]) => current && setLoaded({ is: 'ready', claims, rates }),
      (error: unknown) => current && setLoaded({ is: 'failed', says: troubleText(error) }),
    );
    return () => {
      current = false;
    };
  }, [list, round]);
  const again = (): void => setRound((now) => now + 1);
  const choose = (next: ListName): void => {
    if (next === name) return;
    setName(next);
    setLoaded({ is: 'loading' });
    setWrong(undefined);
  };
  const takeFile = async (file: File): Promise<void> => {
    setWrong(undefined);
    if (file.size > MOST_FILE_BYTES) return setWrong(t.worklist.file.tooLarge);
    const read = readFileText(await file.text());
    if ('wrong' in read) {
      const says = t.worklist.file[read.wrong];
      return setWrong(typeof says === 'string' ? says : says(read.at));
    }
    try {
      announce(t.worklist.taken(await localWorklist.merge(read.kept)));
    } catch (error) {
      setWrong(troubleText(error));
    }
    again();
  };
  const save = async (): Promise<void> => {
    saveFile(t.worklist.fileName(today()), writeFileText(await localWorklist.all()), 'application/json');
  };
  const connect = (token: string): void => {
    setServerToken(token);
    setLoaded({ is: 'loading' });
    again();
  };
  return (
    <>
      <div className="bar gap-b">
        <h1>{t.worklist.title}</h1>
        <div className="seg" role="group" aria-label={t.worklist.where}>
          {(['local', 'office'] as const).map((each) => (
            <button type="button" key={each} aria-pressed={each === name} onClick={() => choose(each)}>
              {t.worklist[each]}
            </button>
          ))}
        </div>
        <span className="grow" />
        {name === 'local' && (
          <>
            <FileButton accept=".json,application/json" onFiles={([file]) => file && void takeFile(file)}>
              <Icon name="upload" />
              {t.worklist.openFile}
            </FileButton>
            <button
              type="button"
              className="btn"
              disabled={loaded.is !== 'ready' || loaded.claims.length === 0}
              onClick={() => void save()}
            >
              <Icon name="download" />
              {t.worklist.saveFile}
            </button>
          </>
        )}
        <button
          type="button"
          className="btn pri"
          onClick={() => {
            putClaim(NEW_CLAIM);
            navigate(hrefTo('/claim'));
          }}
        >
          <Icon name="plus" />
          {t.worklist.newClaim}
        </button>
      </div>
      <p className="small muted gap-b">{name === 'local' ? t.worklist.localSays : t.worklist.officeSays}</p>
      {wrong !== undefined && (
        <p className="note-row banner k-err" role="alert">
          <Icon name="error" />
          {wrong}
        </p>
      )}
      {name === 'office' && <ServerDoor token={serverToken()} isOpen={loaded.is === 'ready'} onToken={connect} />}
      {loaded.is === 'loading' && (
        <p className="card in muted" role="status" aria-busy="true">
          {t.worklist.loading}
        </p>
      )}
      {loaded.is === 'failed' && (
        <section className="card empty" role="alert">
          <span className="st k-err">
            <Icon name="error" />
            {t.trouble.title}
          </span>
          <p>{loaded.says}</p>
          <button type="button" className="btn" onClick={again}>
            {t.worklist.again}
          </button>
        </section>
      )}
      {loaded.is === 'ready' && (
        <div className="stack">
          <ClaimTable list={list} name={name} claims={loaded.claims} onChanged={again} onTrouble={setWrong} />
          <RateCard rates={loaded.rates} />
        </div>
      )}
    </>
  );
}
