import { stem } from './stem.ts';

/** Kinds of codes that answer a query only when it asks for them. */
export const KIND = { plain: 0, obstetric: 1, perinatal: 2, external: 3, sequela: 4, history: 5, otherDiabetes: 6 } as const;
const KINDS = 7;

const ASKING: readonly (readonly [kind: number, words: string])[] = [
  [
    KIND.obstetric,
    'pregnancy pregnant maternal mother obstetric delivery labor trimester puerperium puerperal postpartum antepartum antenatal prenatal gestation gestational fetus fetal placenta placental miscarriage abortion ectopic childbirth eclampsia preeclampsia birth lactation breastfeeding amniotic membranes cesarean gravida gravidarum hyperemesis weeks twin twins molar stillbirth perineal',
  ],
  [
    KIND.perinatal,
    'newborn neonatal neonate perinatal baby infant birth premature prematurity preterm meconium fetus fetal congenital jaundice birthweight cradle',
  ],
  [
    KIND.external,
    'accident fall fell struck hit crash collision vehicle car motorcycle bicycle pedestrian driver passenger assault attack bitten contact exposure activity place occurrence injured war legal terrorism drowning fire firearm gun gunshot shot stabbed knife caught slipped tripped occurred occupant collided bite dog bike stairs ladder weapon',
  ],
  [KIND.sequela, 'sequela sequelae late residual residuals after old following due'],
  // Guidelines I.C.4.a.2: diabetes is type 2 unless the record says otherwise.
  [KIND.otherDiabetes, '1 juvenile secondary drug induced steroid underlying pancreatogenic iddm 3c ketosis monogenic other'],
  [
    KIND.history,
    'history personal family hx status screening encounter aftercare presence absence acquired carrier long-term term exam examination vaccination',
  ],
];

const ASKED: ReadonlyMap<string, number> = askedBy();

function askedBy(): Map<string, number> {
  const asked = new Map<string, number>();
  for (const [kind, words] of ASKING)
    for (const word of words.split(' ')) asked.set(stem(word), (asked.get(stem(word)) ?? 0) | (1 << kind));
  return asked;
}

const UNASKED = [1, 0.72, 0.75, 0.7, 0.75, 0.85, 0.85];

/** What a code of each kind is worth for a query, in order of KIND. `stems` are those of the query and of what it is read as. */
export function priorsFor(stems: Iterable<string>): Float64Array {
  let asked = 0;
  for (const each of stems) asked |= ASKED.get(each) ?? 0;
  return Float64Array.from({ length: KINDS }, (_, kind) => (asked & (1 << kind) ? 1 : (UNASKED[kind] ?? 1)));
}

const LETTER = 37 ** 6;
const CATEGORY = 37 ** 4;

/** The kind of a code by its key. */
export function kindOf(key: number): number {
  const letter = Math.floor(key / LETTER) - 11;
  if (letter === 14) return KIND.obstetric;
  if (letter === 15) return KIND.perinatal;
  if (letter >= 21 && letter <= 24) return KIND.external;
  const category = Math.floor(key / CATEGORY);
  if (SEQUELA.has(category)) return KIND.sequela;
  if (OTHER_DIABETES.has(category)) return KIND.otherDiabetes;
  return letter === 25 ? KIND.history : KIND.plain;
}

const SEQUELA: ReadonlySet<number> = new Set(['I69', 'B90', 'B91', 'B92', 'B94', 'E64', 'E68', 'G09', 'O94'].map(categoryNumber));
const OTHER_DIABETES: ReadonlySet<number> = new Set(['E08', 'E09', 'E10', 'E13'].map(categoryNumber));

function categoryNumber(code: string): number {
  const [letter = 0, tens = 0, ones = 0] = [code.charCodeAt(0) - 54, code.charCodeAt(1) - 47, code.charCodeAt(2) - 47];
  return (letter * 37 + tens) * 37 + ones;
}
