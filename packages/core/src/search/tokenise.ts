import { american, fold } from './fold.ts';
import { stem } from './stem.ts';

/** Words that never decide between codes. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'of the in and or to by for a an at on from as is are was were be been being this that these those with due his her my your our their its it ' +
    'into has have had having who which when while than then also any all some i me we he she they them am do does did s et al but if so very really ' +
    'pt patient patients c/o w/ d/t'
  ).split(' '),
);

/** Words that a title carries by default: they may match, but a query need not say them. */
const DEFAULT_WORDS: ReadonlySet<string> = new Set([
  'unspecified',
  'uncomplicated',
  'nos',
  'nec',
  'accidental',
  'classified',
  'elsewhere',
  'not',
]);

/** What titles call unspecified without having been asked: "of unspecified site". */
const LEFT_OPEN: ReadonlySet<string> = new Set(
  'site eye ear side limb organism type part severity episode laterality duration level degree cause stage nature quadrant trimester fetus place'.split(
    ' ',
  ),
);

const ROMAN: Readonly<Record<string, string>> = {
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
  '5th': 'fifth',
  '6th': 'sixth',
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  xi: '11',
  xii: '12',
};
const ROMAN_AFTER: ReadonlySet<string> = new Set([
  'type',
  'stage',
  'grade',
  'class',
  'bipolar',
  'group',
  'factor',
  'degree',
  'zone',
  'category',
  'level',
]);

export interface Token {
  /** The folded word as written. */
  readonly word: string;
  /** What is compared: the stem, with `!` before it when the text denies it ("without …"). */
  readonly term: string;
  /** True when the word may match but a query need not say it. */
  readonly exempt: boolean;
}

/** Folded words, stop words too. `non-x` is one word; a possessive 's falls away. */
export function wordsOf(text: string): string[] {
  const plain = fold(text)
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .replace(/\bnon-(?=[a-z])/g, 'non')
    .replace(/\bx-(?=ray)/g, 'x');
  const words = plain.match(/[a-z0-9]+/g);
  return words ? words.map(american) : [];
}

const LETTERED = /^(i{1,3}|iv)([abc])$/;

/** Roman numerals as digits: `ii` always, `i` and `v` only after type, stage and their like. */
export function numeral(word: string, before: string): string {
  const roman = Object.hasOwn(ROMAN, word) ? ROMAN[word] : undefined;
  if (roman !== undefined) return roman;
  const lettered = word.charCodeAt(0) === 105 && word.length < 5 ? LETTERED.exec(word) : null;
  if (lettered) return `${ROMAN[lettered[1] ?? ''] ?? '1'}${lettered[2]}`;
  if ((word === 'i' || word === 'v') && ROMAN_AFTER.has(before)) return word === 'i' ? '1' : '5';
  return word;
}

/** The tokens of a title or term of the classification. Text in brackets and clauses that deny or leave open are exempt. */
export function documentTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let clause: 'none' | 'denied' | 'open' = 'none';
  let before = '';
  let afterComma = false;
  for (const piece of pieces(text)) {
    if (piece === '(' || piece === '[') depth++;
    else if (piece === ')' || piece === ']') depth = Math.max(0, depth - 1);
    if (!isWord(piece)) {
      if (piece !== '(' && piece !== '[') clause = 'none';
      afterComma = piece === ',';
      continue;
    }
    const word = numeral(american(piece), before);
    const previous = before;
    before = word;
    if (word === 'with' || word === 'but') clause = 'none';
    else if (word === 'without' || word === 'not' || word === 'no') {
      clause = 'denied';
      continue;
    } else if (clause === 'denied' && previous === 'not' && (word === 'specified' || word === 'elsewhere')) clause = 'open';
    else if (previous === 'unspecified' && (word === 'as' || word === 'whether')) clause = 'open';
    else if (afterComma && word === 'unspecified') clause = 'open';
    const left = previous === 'unspecified' && LEFT_OPEN.has(word);
    afterComma = false;
    if (STOP_WORDS.has(word)) continue;
    const denied = clause === 'denied';
    tokens.push({
      word,
      term: denied ? `!${stem(word)}` : stem(word),
      exempt: left || depth > 0 || clause !== 'none' || DEFAULT_WORDS.has(word),
    });
  }
  return tokens;
}

function isWord(piece: string): boolean {
  const unit = piece.charCodeAt(0);
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

function pieces(text: string): string[] {
  const plain = fold(text)
    .replace(/'s\b/g, '')
    .replace(/'/g, '')
    .replace(/\bnon-(?=[a-z])/g, 'non')
    .replace(/\bx-(?=ray)/g, 'x');
  return plain.match(/[a-z0-9]+|[()[\],;:]/g) ?? [];
}
