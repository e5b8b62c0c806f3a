import { type Claim, isCleanclaimError } from '@cleanclaim/core';
import { useState } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import type { Written837 } from '../../data/x12-file.ts';
import { Icon } from '../../parts/icon.tsx';
import { ModalDialog } from '../../parts/modal-dialog.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { sender, type Sender } from '../../state/sender.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { Field } from './field.tsx';

/** Errors shown; the file itself tells the rest when it is checked. */
const SHOWN = 20;
/** ISA13 has nine digits. */
const MOST_CONTROL = 999_999_999;

type Made =
  | { readonly is: 'none' }
  | { readonly is: 'written'; readonly file: Written837 }
  | { readonly is: 'failed'; readonly says: string };

/** The claim as an 837: asks who sends it to whom, checks the file as its receiver would, and gives it. */
export function SendDialog({ claim, name, onClose }: { claim: Claim; name: string; onClose: () => void }) {
  const { data } = useToolkit();
  const who = useStore(sender);
  const [made, setMade] = useState<Made>({ is: 'none' });
  const field = (key: 'id' | 'name' | 'contact' | 'phone' | 'receiverId' | 'receiverName') => (
    <Field label={t.send.fields[key]} value={who[key]} onCommit={(value) => sender.set({ ...sender.get(), [key]: value })} />
  );
  const make = async (): Promise<void> => {
    const { write837 } = await import('../../data/x12-file.ts');
    try {
      setMade({ is: 'written', file: write837(claim, envelopeOf(sender.get(), new Date()), data) });
    } catch (error) {
      if (!isCleanclaimError(error)) throw error;
      setMade({ is: 'failed', says: `${error.failure.message} ${error.failure.recovery}` });
    }
  };
  const give = (text: string): void => {
    saveFile(`${name}.837`, text, 'text/plain');
    const now = sender.get();
    sender.set({ ...now, control: now.control >= MOST_CONTROL ? 1 : now.control + 1 });
    onClose();
  };
  const ready = [who.id, who.name, who.contact, who.phone, who.receiverId, who.receiverName].every((text) => text !== '');
  return (
    <ModalDialog title={t.send.title(claim.type)} onClose={onClose}>
      <div className="in stack">
        <p>{t.send.lead}</p>
        <fieldset className="plainset">
          <legend>{t.send.from}</legend>
          <div className="meta">
            {field('id')}
            {field('name')}
            {field('contact')}
            {field('phone')}
          </div>
        </fieldset>
        <fieldset className="plainset">
          <legend>{t.send.to}</legend>
          <div className="meta">
            {field('receiverId')}
            {field('receiverName')}
            <Field
              label={t.send.control}
              value={String(who.control)}
              numeric
              tidy={(text) => (/^[1-9]\d{0,8}$/.test(text) ? text : String(who.control))}
              onCommit={(value) => sender.set({ ...sender.get(), control: Number(value) })}
            />
          </div>
        </fieldset>
        <label className="check">
          <input type="checkbox" checked={who.isTest} onChange={(event) => sender.set({ ...who, isTest: event.currentTarget.checked })} />
          {t.send.test}
        </label>
        {made.is === 'failed' && (
          <p className="note-row banner k-err" role="alert">
            <Icon name="error" />
            {made.says}
          </p>
        )}
        {made.is === 'written' && <Checked file={made.file} />}
        <div className="bar">
          <button type="button" className={made.is === 'written' ? 'btn' : 'btn pri'} disabled={!ready} onClick={() => void make()}>
            {made.is === 'written' ? t.send.again : t.send.make}
          </button>
          {made.is === 'written' && (
            <button type="button" className={made.file.errors > 0 ? 'btn' : 'btn pri'} onClick={() => give(made.file.text)}>
              <Icon name="download" />
              {made.file.errors > 0 ? t.send.giveAnyway : t.send.give}
            </button>
          )}
        </div>
        {!ready && <p className="small muted">{t.send.fillAll}</p>}
        <p className="small muted">{t.send.declared}</p>
      </div>
    </ModalDialog>
  );
}

function Checked({ file }: { file: Written837 }) {
  const errors = file.findings.filter(({ severity }) => severity === 'error');
  if (file.errors === 0)
    return (
      <p className="note-row banner k-ok" role="status">
        <Icon name="check" />
        {t.send.noErrors}
      </p>
    );
  return (
    <div className="note-row banner k-err" role="alert">
      <Icon name="error" />
      <div>
        <p>
          <b>{t.send.errors(file.errors)}</b>
        </p>
        <ul className="small">
          {errors.slice(0, SHOWN).map(({ rule, message, fix, where }) => (
            <li key={`${rule} ${where.byte} ${where.element ?? ''} ${message}`}>
              {t.payments.segment(where.segmentNumber)}: {message} {fix}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function envelopeOf(who: Sender, now: Date) {
  const iso = now.toISOString();
  return {
    sender: { id: who.id, name: who.name, contact: who.contact, phone: who.phone.replace(/\D/g, '') },
    receiver: { id: who.receiverId, name: who.receiverName },
    moment: { date: iso.slice(0, 10).replaceAll('-', ''), time: iso.slice(11, 16).replace(':', '') },
    control: who.control,
    usage: who.isTest ? ('T' as const) : ('P' as const),
  };
}
