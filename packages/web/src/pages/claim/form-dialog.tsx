import { type Claim, fillForm, type FormTrouble, isGrave } from '@cleanclaim/core';
import type { PdfOptions } from '@cleanclaim/forms';
import { useMemo, useState } from 'react';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ModalDialog } from '../../parts/modal-dialog.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { today } from '../../state/day.ts';
import { t } from '../../text/text.ts';

const LAYOUTS = ['labelled', 'preprinted'] as const satisfies readonly PdfOptions['layout'][];
const SHOWN = 8;

type Making = 'no' | 'busy' | 'failed';

/** The paper form of the claim as a PDF; what the paper would not say as the claim says it is named before the file is given. */
export function FormDialog({ claim, name, onClose }: { claim: Claim; name: string; onClose: () => void }) {
  const [layout, setLayout] = useState<PdfOptions['layout']>('labelled');
  const [making, setMaking] = useState<Making>('no');
  const filled = useMemo(() => fillForm(claim, today()), [claim]);
  const grave = filled.troubles.filter(isGrave);
  const light = filled.troubles.filter((trouble) => !isGrave(trouble));
  const save = async (): Promise<void> => {
    setMaking('busy');
    try {
      const { formPdf } = await import('@cleanclaim/forms');
      const bytes = await formPdf([filled], { layout, madeOn: today() });
      saveFile(`${name}.pdf`, new Uint8Array(bytes), 'application/pdf');
      onClose();
    } catch {
      // The part that draws is fetched when it is first needed, which fails without the server when it is not kept yet.
      setMaking('failed');
    }
  };
  return (
    <ModalDialog title={t.files.form.title(claim.type === 'institutional')} onClose={onClose}>
      <div className="in stack">
        <p>
          {t.files.form.lead} {t.files.form.pages(filled.pages.length)}.
        </p>
        <fieldset className="choices">
          <legend>{t.files.form.layout}</legend>
          {LAYOUTS.map((each) => (
            <label key={each}>
              <input type="radio" name="layout" checked={layout === each} onChange={() => setLayout(each)} />
              {t.files.form.layouts[each]}
            </label>
          ))}
        </fieldset>
        {filled.troubles.length === 0 && (
          <p className="note-row banner k-ok" role="status">
            <Icon name="check" />
            {t.files.form.nothing}
          </p>
        )}
        <Troubles kind="k-err" icon="error" says={t.files.form.grave(grave.length)} troubles={grave} />
        <Troubles kind="k-warn" icon="warning" says={t.files.form.light(light.length)} troubles={light} />
        {making === 'failed' && (
          <p className="note-row banner k-err" role="alert">
            <Icon name="error" />
            {t.files.form.failed}
          </p>
        )}
        <div className="bar">
          <BusyButton className={grave.length > 0 ? 'btn' : 'btn pri'} busy={making === 'busy'} onPress={() => void save()}>
            <Icon name="download" />
            {making === 'busy' ? t.files.form.making : grave.length > 0 ? t.files.form.saveAnyway : t.files.form.save}
          </BusyButton>
        </div>
        {layout === 'labelled' && <p className="small muted">{t.files.form.notOfficial}</p>}
      </div>
    </ModalDialog>
  );
}

interface TroublesProps {
  readonly kind: string;
  readonly icon: 'error' | 'warning';
  readonly says: string;
  readonly troubles: readonly FormTrouble[];
}

function Troubles({ kind, icon, says, troubles }: TroublesProps) {
  if (troubles.length === 0) return null;
  return (
    <div className={`note-row banner ${kind}`} role="status">
      <Icon name={icon} />
      <div>
        <p>
          <b>{says}</b>
        </p>
        <ul className="small">
          {troubles.slice(0, SHOWN).map(({ box, path, message, fix }) => (
            <li key={`${box} ${path} ${message}`}>
              {t.files.form.box(box)}: {message} {fix}
            </li>
          ))}
        </ul>
        {troubles.length > SHOWN && <p className="small">{t.files.form.more(troubles.length - SHOWN)}</p>}
      </div>
    </div>
  );
}
