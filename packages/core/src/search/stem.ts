/**
 * Brings the forms of a medical word together: plurals (English and Latin), adjectives (diabetic, diabetes), acts and
 * states (infected, infection). Both the classification and the query go through it, so only consistency matters.
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  feet: 'foot',
  teeth: 'tooth',
  children: 'child',
  women: 'woman',
  men: 'man',
  lice: 'louse',
  abdomen: 'abdomin',
  femur: 'femor',
  femurs: 'femor',
  uterine: 'uter',
  uteri: 'uter',
  ulnar: 'ulna',
  muscular: 'muscl',
  muscle: 'muscl',
  muscles: 'muscl',
  swollen: 'swell',
  broken: 'break',
  broke: 'break',
  bitten: 'bite',
  stung: 'sting',
  burnt: 'burn',
  fallen: 'fall',
  fell: 'fall',
  torn: 'tear',
  anxiety: 'anxi',
  anxious: 'anxi',
  bled: 'bleed',
  died: 'dead',
  primary: 'primary',
  secondary: 'secondary',
  accidental: 'accidental',
  accident: 'accident',
  personal: 'personal',
  person: 'person',
  generalized: 'generalized',
  general: 'general',
  severe: 'severe',
  severity: 'severity',
  mental: 'mental',
  organic: 'organic',
  organ: 'organ',
  organs: 'organ',
  species: 'species',
  diabetes: 'diabet',
  syphilitic: 'syphil',
  herpes: 'herpes',
  rabies: 'rabies',
  caries: 'caries',
  scabies: 'scabies',
  feces: 'feces',
  medical: 'medical',
  medication: 'medication',
};

/** Suffixes that fall, longest first, with what stands in their place. What is left keeps at least four letters. */
const DERIVED: readonly (readonly [string, string])[] = [
  ['matism', 'm'],
  ['matous', 'm'],
  ['ically', ''],
  ['matic', 'm'],
  ['eptic', 'eps'],
  ['lytic', 'lys'],
  ['ional', ''],
  ['ious', ''],
  ['eous', ''],
  ['osing', ''],
  ['osis', ''],
  ['otic', ''],
  ['ical', ''],
  ['ance', ''],
  ['ancy', ''],
  ['ence', ''],
  ['ency', ''],
  ['ness', ''],
  ['ory', ''],
  ['ous', ''],
  ['ive', ''],
  ['ion', ''],
  ['ial', ''],
  ['eal', ''],
  ['ary', ''],
  ['ity', ''],
  ['ant', ''],
  ['ent', ''],
  ['ism', ''],
  ['al', ''],
  ['ac', ''],
  ['ic', ''],
  ['ar', ''],
  ['ia', ''],
  ['is', ''],
  ['us', ''],
  ['um', ''],
  ['yx', 'yc'],
  ['ix', 'ic'],
  ['ax', 'ac'],
  ['nx', 'ng'],
  ['y', ''],
  ['a', ''],
  ['i', ''],
  ['e', ''],
];

const known = new Map<string, string>();
const KEEP = 20_000;

/** The stem of a folded word; equal stems are taken as the same word. */
export function stem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size >= KEEP) known.clear();
    known.set(word, (found = makeStem(word)));
  }
  return found;
}

/** The forms a word may take by number and tense alone: fracture, fractures, fractured. Not words whose stem only happens to be the same. */
export function inflections(word: string): string[] {
  const forms = [`${word}s`, `${word}es`, `${word}ed`, `${word}ing`, `${word}ly`, singular(word)];
  if (word.endsWith('e')) forms.push(`${word}d`, `${word.slice(0, -1)}ing`);
  if (word.endsWith('y')) forms.push(`${word.slice(0, -1)}ies`);
  if (word.endsWith('ed')) forms.push(word.slice(0, -2), word.slice(0, -1), `${word.slice(0, -2)}ing`);
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`, `${word.slice(0, -3)}ed`);
  if (word.endsWith('ly')) forms.push(word.slice(0, -2));
  return forms;
}

function makeStem(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  const last = word.charCodeAt(word.length - 1);
  if (word.length < 4 || last < 97) return word;
  let rest = withoutInflection(word);
  const irregularRest = Object.hasOwn(IRREGULAR, rest) ? IRREGULAR[rest] : undefined;
  if (irregularRest !== undefined) return irregularRest;
  for (const [suffix, instead] of DERIVED) {
    if (rest.length - suffix.length + instead.length >= 4 && rest.endsWith(suffix)) {
      rest = rest.slice(0, rest.length - suffix.length) + instead;
      break;
    }
  }
  if (rest.endsWith('yz')) rest = `${rest.slice(0, -2)}ys`;
  return rest;
}

function withoutInflection(word: string): string {
  let rest = singular(word);
  if (rest.length > 6 && rest.endsWith('ied')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 6 && rest.endsWith('ing')) rest = undoubled(rest.slice(0, -3));
  else if (rest.length > 5 && rest.endsWith('ed') && !rest.endsWith('eed')) rest = undoubled(rest.slice(0, -2));
  else if (rest.length > 6 && rest.endsWith('ly')) rest = rest.slice(0, -2);
  return rest;
}

/** One of a thing: English plurals and the Latin and Greek ones that medicine keeps. */
export function singular(word: string): string {
  const length = word.length;
  if (length < 4 || !PLURAL.test(word)) return word;
  if (word.endsWith('itides')) return `${word.slice(0, -6)}itis`;
  if (word.endsWith('omata')) return word.slice(0, -2);
  if (word.endsWith('ae')) return length > 4 ? word.slice(0, -1) : word;
  if (word.endsWith('ies')) return length > 4 ? `${word.slice(0, -3)}y` : word;
  if (length > 4 && /(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (length > 6 && /(?:os|ys|hes|stas)es$/.test(word)) return `${word.slice(0, -2)}is`;
  return word.endsWith('s') && !/[sui]s$/.test(word) ? word.slice(0, -1) : word;
}
const PLURAL = /s$|ae$|omata$/;

function undoubled(word: string): string {
  const last = word.charAt(word.length - 1);
  if (last !== word.charAt(word.length - 2) || 'aeious'.includes(last)) return word;
  return last === 'l' && word.length < 7 ? word : word.slice(0, -1);
}
