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
  several: 'several',
  severe: 'severe',
  severity: 'severity',
  mental: 'mental',
  organic: 'organic',
  organ: 'organ',
  organs: 'organ',
  species: 'species',
  diabetes: 'diabet',
  herpes: 'herpes',
  rabies: 'rabies',
  caries: 'caries',
  scabies: 'scabies',
  feces: 'feces',
  united: 'united',
  medical: 'medical',
  medication: 'medication',
  united_: 'united',
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
  ['otic', 'os'],
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

/** True when one word is the other with only an ending of number or tense: migraine and migraines, but not migrane and migrans. */
export function sameButForEnding(one: string, other: string): boolean {
  return withoutInflection(one) === withoutInflection(other);
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
  let rest = word;
  if (rest.endsWith('itides')) rest = `${rest.slice(0, -6)}itis`;
  else if (rest.endsWith('omata')) rest = rest.slice(0, -2);
  else if (rest.length > 4 && rest.endsWith('ae')) rest = rest.slice(0, -1);
  else if (rest.length > 4 && rest.endsWith('ies')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 4 && /(?:ss|x|ch|sh|zz)es$/.test(rest)) rest = rest.slice(0, -2);
  else if (rest.length > 5 && /[os][i]?ses$/.test(rest)) rest = rest.slice(0, -2);
  else if (rest.length > 3 && rest.endsWith('s') && !/[sui]s$/.test(rest)) rest = rest.slice(0, -1);
  if (rest.length > 6 && rest.endsWith('ied')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 6 && rest.endsWith('ing')) rest = undoubled(rest.slice(0, -3));
  else if (rest.length > 5 && rest.endsWith('ed') && !rest.endsWith('eed')) rest = undoubled(rest.slice(0, -2));
  else if (rest.length > 6 && rest.endsWith('ly')) rest = rest.slice(0, -2);
  return rest.length > 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest;
}

function undoubled(word: string): string {
  const last = word.charAt(word.length - 1);
  if (last !== word.charAt(word.length - 2) || 'aeious'.includes(last)) return word;
  return last === 'l' && word.length < 7 ? word : word.slice(0, -1);
}
