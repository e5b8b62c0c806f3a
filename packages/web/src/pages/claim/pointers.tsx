import type { Claim, Line } from '@cleanclaim/core';
import { type KeyboardEvent, useRef } from 'react';
import { keyName } from '../../keys/key-name.ts';
import { announce } from '../../state/announce.ts';
import { editClaim, letterOf } from '../../state/claim-store.ts';
import { t } from '../../text/text.ts';
import { pointerNumber, togglePointer } from './edit.ts';

/** The letters of box 24E as toggles; the small figure is the order. One stop for the Tab key, arrows inside, letters toggle. */
export function Pointers({ claim, line, at }: { claim: Claim; line: Line; at: number }) {
  const group = useRef<HTMLSpanElement>(null);
  const count = Math.min(claim.diagnoses?.length ?? 0, 12);
  const pointers = (line.pointers ?? []).map(pointerNumber);
  const toggle = (number: number): void => {
    const changed = togglePointer(line, number);
    if (changed) editClaim((now) => ({ ...now, lines: now.lines.with(at, changed) }));
    else announce(t.claim.fourPointers(at + 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    if (!event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      buttons[here + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
      return;
    }
    const name = keyName(event.nativeEvent);
    const number = name !== undefined && /^[a-l]$/.test(name) ? name.charCodeAt(0) - 96 : 0;
    if (number === 0) return;
    // On a line C is a pointer, not "copy", also when there is no such diagnosis.
    event.preventDefault();
    if (number <= count) {
      toggle(number);
      buttons[number - 1]?.focus();
    }
  };
  if (count === 0) return <span className="small muted">{t.claim.noLetters}</span>;
  const beyond = pointers.filter((number) => number < 1 || number > count);
  return (
    <span
      className={`ptr${pointers.length === 0 ? ' bad' : ''}`}
      role="group"
      ref={group}
      aria-label={t.claim.pointersOf(at + 1)}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: count }, (_, index) => {
        const order = pointers.indexOf(index + 1) + 1;
        return (
          <button
            type="button"
            key={letterOf(index)}
            aria-pressed={order > 0}
            aria-label={t.claim.pointer(letterOf(index), claim.diagnoses?.[index]?.code ?? '', order)}
            tabIndex={index === Math.max(0, (pointers[0] ?? 1) - 1) || (pointers[0] ?? 0) > count ? 0 : -1}
            onClick={() => toggle(index + 1)}
          >
            {letterOf(index)}
            {order > 0 && <sup>{order}</sup>}
          </button>
        );
      })}
      {beyond.map((number) => (
        <span className="st k-err sm" key={number}>
          {t.claim.beyond(letterOf(number - 1))}
        </span>
      ))}
    </span>
  );
}
