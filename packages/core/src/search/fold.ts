/**
 * Writing made plain before words are compared: letter case, accents, full-width forms and invisible characters are
 * forgiven, British spelling becomes American, as the classification is written.
 */

const ASCII = /^[\x20-\x7e]*$/;
const MARKS = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Lower case, no accents, ASCII where a plain form exists. Anything else becomes a space. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return (
    text
      .toLowerCase()
      .replace(/[\u2019\u2018\u02bc`´]/g, "'")
      .replace(/ß/g, 'ss')
      .replace(/[æ]/g, 'ae')
      .replace(/[œ]/g, 'oe')
      .normalize('NFKD')
      .replace(MARKS, '')
      // oxlint-disable-next-line no-control-regex
      .replace(/[^\x20-\x7e]/g, ' ')
  );
}

const OUR_KEPT = new Set(['hour', 'four', 'your', 'pour', 'sour', 'flour', 'tour', 'scour', 'our']);

const SPELLINGS: Readonly<Record<string, string>> = {
  mould: 'mold',
  moulds: 'mold',
  grey: 'gray',
  tyre: 'tire',
  foetid: 'fetid',
  plough: 'plow',
  gaol: 'jail',
  sulphur: 'sulfur',
  pyjamas: 'pajamas',
  artefact: 'artifact',
  aluminium: 'aluminum',
  ageing: 'aging',
  programme: 'program',
  cheque: 'check',
  practise: 'practice',
  defence: 'defense',
  offence: 'offense',
};

/** The American spelling of a folded word. The same change is made to the classification's own words, so it need not be perfect. */
export function american(word: string): string {
  if (word.length < 4) return word;
  let plain = written.get(word);
  if (plain === undefined) {
    if (written.size >= KEPT) written.clear();
    written.set(word, (plain = respell(word)));
  }
  return plain;
}

const written = new Map<string, string>();
const KEPT = 20_000;

function respell(word: string): string {
  const known = Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined;
  if (known !== undefined) return known;
  let plain = word;
  if (plain.includes('ae')) plain = plain.replace(/ae(?=[b-df-hj-np-tv-z])/g, 'e');
  if (plain.includes('oe')) plain = plain.replace(/oe(?=[a-rt-z]|s[a-z])/g, 'e');
  if (plain.includes('our') && !OUR_KEPT.has(plain)) plain = plain.replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|less$)/, 'or');
  if (plain.endsWith('re')) plain = plain.replace(/([btv])re$/, '$1er');
  if (plain.includes('ph')) plain = plain.replace(/^sulph/, 'sulf');
  if (plain.includes('is'))
    plain = plain.replace(/is(e|ed|es|ing|ation|ations)$/, (whole, end: string) => (plain.length > 7 ? `iz${end}` : whole));
  if (plain.includes('ys')) plain = plain.replace(/lys(e|ed|ing)$/, 'lyz$1');
  return plain;
}
