/** What JSON.parse does not tell: a key given twice, and where broken JSON breaks. Only run when something is wrong. */

/**
 * True when a well-formed JSON text has as many keys as the value read from it: none was given twice. Colons are searched
 * first, wherever they stand; only where strings hold some too is the text walked.
 */
export function hasAllKeys(text: string, keys: number): boolean {
  let colons = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) colons++;
  return colons === keys || countColons(text) === keys;
}

/** Colons outside strings: one a key in a JSON text. */
function countColons(text: string): number {
  let count = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 92) at++;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 58) count++;
  }
  return count;
}

/** Place of the quote that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

interface Open {
  readonly keys: Set<string> | undefined;
  step: string | number;
}

/** JSON path of the first key that its object already has; undefined when there is none. The text must be well-formed JSON. */
export function keyTrouble(text: string): string | undefined {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const inside = open.at(-1);
    if (character === '{') open.push({ keys: new Set(), step: '' });
    else if (character === '[') open.push({ keys: undefined, step: 0 });
    else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && inside && typeof inside.step === 'number') inside.step++;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (inside?.keys && /^\s*:/.test(text.slice(end + 1, end + 200))) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        inside.step = key;
        if (inside.keys.has(key))
          return open.map(({ step }) => `/${String(step).slice(0, 100).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
        inside.keys.add(key);
      }
      at = end;
    }
  }
  return undefined;
}

const SPACE = /[ \t\n\r]*/y;
const PLAIN_VALUE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** Place after the string that begins at `start`; -1 when it is broken or does not end. A loop: a pattern would run out of stack on a text of megabytes. */
function afterString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) return at + 1;
    if (unit < 32) return -1;
    if (unit !== 92) continue;
    ESCAPE.lastIndex = at + 1;
    if (!ESCAPE.test(text)) return -1;
    at = ESCAPE.lastIndex - 1;
  }
  return -1;
}

/** Offset of the first character that breaks the JSON grammar; the length of the text when it ends too early. */
export function jsonErrorAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expect: 'value' | 'key' | 'colon' | 'after' = 'value';
  /** True right after an opening bracket, where the closing one may follow. */
  let empty = false;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const matchString = (): boolean => {
    const after = afterString(text, at);
    if (after >= 0) at = after;
    return after >= 0;
  };
  for (;;) {
    match(SPACE);
    const character = text[at];
    const closes = character !== undefined && character === (open.at(-1) === '{' ? '}' : open.length > 0 ? ']' : undefined);
    if (closes && (empty || expect === 'after')) {
      open.pop();
      at++;
      expect = 'after';
    } else if (expect === 'after') {
      if (character !== ',' || open.length === 0) return at;
      at++;
      expect = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expect === 'colon') {
      if (character !== ':') return at;
      at++;
      expect = 'value';
    } else if (expect === 'key') {
      if (character !== '"' || !matchString()) return at;
      expect = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at++;
      expect = character === '{' ? 'key' : 'value';
      empty = true;
      continue;
    } else {
      if (!(character === '"' ? matchString() : match(PLAIN_VALUE))) return at;
      expect = 'after';
    }
    empty = false;
  }
}
