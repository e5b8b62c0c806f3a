import { useState } from 'react';
import { looksLikeX12, MOST_X12_BYTES } from '../../data/looks-like-x12.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { announce } from '../../state/announce.ts';
import { closeFile, keepOpened, useOpenedFiles } from '../../state/opened-files.ts';
import { t } from '../../text/text.ts';
import { OpenedFileView } from './opened-file.tsx';

/** What X12 files are called where they come from. */
export const X12_ENDINGS = '.835,.277,.999,.ta1,.837,.edi,.x12,.txt,.dat,text/plain';

type State = { readonly is: 'idle' } | { readonly is: 'reading'; readonly name: string } | { readonly is: 'failed'; readonly says: string };

/** Payments (835) and answers (277CA, 999, TA1) in plain words: read here, kept nowhere. */
export function PaymentsPage() {
  const toolkit = useToolkit();
  const files = useOpenedFiles();
  const [chosen, setChosen] = useState<number>();
  const [state, setState] = useState<State>({ is: 'idle' });
  useTitle(t.payments.title);
  const open = async (file: File): Promise<void> => {
    if (file.size > MOST_X12_BYTES) return setState({ is: 'failed', says: t.payments.tooLarge((file.size / 1e6).toFixed(1)) });
    setState({ is: 'reading', name: file.name });
    try {
      if (!looksLikeX12(await file.slice(0, 400).text())) return setState({ is: 'failed', says: t.payments.notX12(file.name) });
      const { readX12File } = await import('../../data/x12-file.ts');
      keepOpened(file.name, await readX12File(file, toolkit.data));
      setChosen(undefined);
      setState({ is: 'idle' });
      announce(t.payments.read(file.name));
    } catch {
      setState({ is: 'failed', says: t.payments.unread });
    }
  };
  const trySample = async (kind: '835' | '277CA'): Promise<void> => {
    const { sample277CA, sample835 } = await import('./sample-files.ts');
    await open(new File([kind === '835' ? sample835() : sample277CA()], t.payments.sampleName(kind)));
  };
  const shown = files.find(({ id }) => id === chosen) ?? files[0];
  return (
    <DropZone onFile={(file) => void open(file)} says={t.payments.drop}>
      <div className="bar gap-b">
        <h1>{t.payments.title}</h1>
        <span className="grow" />
        <FileButton accept={X12_ENDINGS} className={shown ? 'btn' : 'btn pri'} onFile={(file) => void open(file)}>
          <Icon name="upload" />
          {shown ? t.payments.openAnother : t.payments.open}
        </FileButton>
      </div>
      {state.is === 'reading' && (
        <p className="note-row banner k-info" role="status">
          <Icon name="info" />
          {t.payments.reading(state.name)}
        </p>
      )}
      {state.is === 'failed' && (
        <p className="note-row banner k-err" role="alert">
          <Icon name="error" />
          {state.says}
        </p>
      )}
      {!shown && (
        <section className="card empty" aria-label={t.payments.title}>
          <h2>{t.payments.open}</h2>
          <p className="lead">{t.payments.lead}</p>
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
