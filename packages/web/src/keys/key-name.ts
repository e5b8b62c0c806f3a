import { singleKeys } from '../state/settings.ts';

/**
 * The name of a key press as the key map writes it: `Ctrl+Enter`, `Alt+ArrowUp`, `Escape`, `c`, `Shift+C`, `?`.
 * A single letter or sign never counts in a text field, and only with Alt when single keys are switched off; with
 * Alt it always counts. Undefined for presses that mean nothing here. Command on a Mac is Ctrl.
 */
export function keyName(event: KeyboardEvent): string | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (event.isComposing || event.key === 'Dead' || event.getModifierState('AltGraph')) return undefined;
  const letter = letterOf(event);
  if (letter !== undefined && !control) {
    if (!event.altKey && (isTyping(event.target) || !singleKeys.get())) return undefined;
    return event.shiftKey && /[a-z]/.test(letter) ? `Shift+${letter.toUpperCase()}` : letter;
  }
  const name = letter ?? event.key;
  return `${control ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${name}`;
}

/** With Alt some keyboards write other signs, so there the place of the key counts. */
function letterOf(event: KeyboardEvent): string | undefined {
  if (event.altKey) {
    const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(event.code);
    if (place) return (place[1] ?? place[2] ?? '').toLowerCase();
    if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  }
  return event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : undefined;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])');
}
