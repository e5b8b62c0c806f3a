import { type Claim, type ClaimType, where } from '@cleanclaim/core';
import { editClaim } from '../../state/claim-store.ts';
import { readDayText } from '../../state/day-text.ts';
import { today } from '../../state/day.ts';
import { learnMode } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';
import { t } from '../../text/text.ts';
import { setField, textAt, valueAt } from './edit.ts';
import { Choice, Field } from './field.tsx';
import type { FieldSpec } from './fields.ts';
import { nameText, readName } from './names.ts';

/** A day as people type it; what is none stays as typed, for the rules to report. */
export function tidyDay(text: string): string {
  return readDayText(text, today()) ?? text;
}

export function tidyUpper(text: string): string {
  return text.toUpperCase();
}

/** One field of the claim with its box; in learn mode with what it is for. */
export function ClaimField({ claim, spec }: { claim: Claim; spec: FieldSpec }) {
  const learning = useStore(learnMode);
  const { name, kind } = spec;
  const { name: label, learn } = t.fields[name];
  const path = readPath(claim, spec.path);
  const box = where(spec.path, claim).box ?? undefined;
  const set = (value: unknown): void => editClaim((now) => setField(now, path, value));
  const shared = { label, ...(box === undefined ? {} : { box }), ...(learning && learn !== '' ? { learn } : {}) };
  switch (kind) {
    case 'types':
      return (
        <Choice
          {...shared}
          value={claim.type}
          choices={t.claim.choices.types}
          onCommit={(value) => editClaim((now) => ({ ...now, type: value as ClaimType }))}
        />
      );
    case 'media':
      return (
        <Choice
          {...shared}
          value={textAt(claim, path) || 'electronic'}
          choices={t.claim.choices.media}
          onCommit={(value) => set(value === 'electronic' ? '' : value)}
        />
      );
    case 'sexes':
    case 'payerKinds':
    case 'accidents':
      return <Choice {...shared} value={textAt(claim, path)} choices={t.claim.choices[kind]} onCommit={set} />;
    case 'name':
      return <Field {...shared} value={nameText(valueAt(claim, path))} onCommit={(value) => set(readName(value))} />;
    default:
      return (
        <Field
          {...shared}
          value={textAt(claim, path)}
          onCommit={set}
          {...(kind === 'day' ? { tidy: tidyDay } : kind === 'upper' ? { tidy: tidyUpper } : {})}
        />
      );
  }
}

/** An address that was read from X12 holds its street as a list. */
function readPath(claim: Claim, path: string): string {
  const lines = path.replace(/\/line1$/, '/lines');
  return lines !== path && Array.isArray(valueAt(claim, lines)) ? `${lines}/0` : path;
}
