import { useState } from 'react';
import { DropZone } from '../../parts/drop-zone.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { closeFile, useOpenedFiles } from '../../state/opened-files.ts';
import { t } from '../../text/text.ts';
import type { SampleKind } from './sample-files.ts';
import { useOpenFiles } from './open-files.ts';
import { OpenedFileView } from './opened-file.tsx';
import { SentFiles } from './sent-files.tsx';

/** What X12 files are called where they come from. */
export const X12_ENDINGS = '.835,.277,.999,.ta1,.837,.edi,.x12,.txt,.dat,text/plain';

/** Claims that were sent come as X12 or JSON. */
const SENT_ENDINGS = '.837,.edi,.x12,.txt,.dat,.json,.ndjson,.jsonl,text/plain,application/json';

/** Payments (835) and answers (277CA, 999, TA1) in plain words, beside the claims sent: read here, kept nowhere. */
export function PaymentsPage() {
  const files = useOpenedFiles();
  const [chosen, setChosen] = useState<number>();
  const { state, open } = useOpenFiles(() => setChosen(undefined));
  useTitle(t.payments.title);
  const trySample = async (...kinds: readonly SampleKind[]): Promise<void> => {
    const { SAMPLES } = await import('./sample-files.ts');
    await open(kinds.map((kind) => new File([SAMPLES[kind]()], t.payments.sampleName(kind))));
  };
  const shown = files.find(({ id }) => id === chosen) ?? files[0];
  return (
    <DropZone onFiles={(dropped) => void open(dropped)} says={t.payments.drop}>
      <div className="bar gap-b">
        <h1>{t.payments.title}</h1>
        <span className="grow" />
        <div className="bar">
          <FileButton accept={SENT_ENDINGS} multiple onFiles={(picked) => void open(picked)}>
            <Icon name="claim" />
            {t.sent.open}
          </FileButton>
          <FileButton accept={X12_ENDINGS} multiple className={shown ? 'btn' : 'btn pri'} onFiles={(picked) => void open(picked)}>
            <Icon name="upload" />
            {shown ? t.payments.openAnother : t.payments.open}
          </FileButton>
        </div>
      </div>
      <SentFiles hasPayment={files.some(({ content }) => content.payments.length > 0)} />
      {state.is === 'reading' && (
        <p className="note-row banner k-info" role="status">
          <Icon name="info" />
          {t.payments.reading(state.name)}
        </p>
      )}
      {state.is === 'failed' && (
        <div className="note-row banner k-err" role="alert">
          <Icon name="error" />
          <div>
            {state.says.map((says) => (
              <p key={says} className="wrap">
                {says}
              </p>
            ))}
          </div>
        </div>
      )}
      {!shown && (
        <section className="card empty" aria-label={t.payments.title}>
          <h2>{t.payments.open}</h2>
          <p className="lead">{t.payments.lead}</p>
          <p className="lead">{t.sent.lead}</p>
          <p className="muted hide-s">{t.payments.dropHint}</p>
          <p>{t.payments.samples}</p>
          <div className="bar">
            <button type="button" className="btn" onClick={() => void trySample('835')}>
              <Icon name="pay" />
              {t.payments.samplePayment}
            </button>
            <button type="button" className="btn" onClick={() => void trySample('277CA')}>
              <Icon name="list" />
              {t.payments.sampleAnswer}
            </button>
            <button type="button" className="btn" onClick={() => void trySample('claims', '835')}>
              <Icon name="claim" />
              {t.sent.sample}
            </button>
          </div>
        </section>
      )}
      {files.length > 1 && (
        <ul className="bar gap-b" aria-label={t.payments.files}>
          {files.map(({ id, name }) => (
            <li key={id} className="seg">
              <button type="button" aria-pressed={id === shown?.id} onClick={() => setChosen(id)}>
                <span className="wrap">{name}</span>
              </button>
              <button type="button" aria-label={t.payments.close(name)} onClick={() => closeFile(id)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown && <OpenedFileView key={shown.id} file={shown} />}
    </DropZone>
  );
}
