import { type Context, day, type DiagnosisView, namesPartOfLevel, type NoteLine, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: 'icd10cm/excludes1',
  title: 'Two diagnoses that an Excludes1 note keeps apart',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) => icd.references(row, 'excludes1').runs.length > 0,
  cites: [guidelines('I.A.12.a Excludes1')],

  on: 'diagnosis-pair',
  check(first, second, context) {
    const found = strictest(first, second, context) ?? strictest(second, first, context);
    if (!found) return undefined;
    const other = found.part ? strictest(second, first, context) : undefined;
    const { holder, named, line, part } = other && !other.part ? other : found;
    const apart = onOppositeSides(first, second, context);
    const review = apart || part || isResidual(first, context) || isResidual(second, context);
    const level = line.holder.level === 'chapter' ? `chapter ${line.holder.id}` : line.holder.id;
    return {
      at: second.path,
      codes: [first.code, second.code],
      severity: apart ? 'info' : review ? 'warning' : 'error',
      status: review ? 'review' : 'fail',
      message: `${first.code} and ${second.code} are not coded together: the Excludes1 note at ${level} names "${line.text}".`,
      why: `An Excludes1 note means that the condition ${named.code} stands for cannot be present as part of what ${holder.code} stands for.`,
      fix: 'Keep the code the record supports. Keep both only if the record shows that the two conditions are unrelated to each other.',
      note: line.id,
    };
  },

  examples: [
    { name: 'type 1 and type 2 diabetes', claim: visit('2026-03-04', ['E10.9', 'E11.9']), finds: 1, codes: ['E10.9', 'E11.9'] },
    { name: 'the note stands at the second code', claim: visit('2026-03-04', ['N30.00', 'N39.0']), finds: 1 },
    { name: 'an Excludes2 note lets both stand', claim: visit('2026-03-04', ['J45.909', 'J44.9']), finds: 0 },
    { name: 'a residual code may hold an unrelated condition', claim: visit('2026-03-04', ['F45.8', 'G47.63']), finds: 1 },
    { name: 'a note at chapter level', claim: visit('2026-03-04', ['O10.012', 'Z34.02']), finds: 1 },
    { name: 'a list of restricted characters', claim: visit('2026-03-04', ['G63', 'E11.42']), finds: 1 },
    { name: 'the same list does not hold another complication', claim: visit('2026-03-04', ['E11.22', 'G63']), finds: 0 },
    { name: 'an unspecified adverse effect beside other conditions', claim: visit('2026-03-04', ['T88.7XXA', 'I10', 'E11.9']), finds: 0 },
    { name: 'the same throat by two names', claim: visit('2026-03-04', ['J02.0', 'J03.00']), finds: 1 },
    { name: 'a coma that may have another cause', claim: visit('2026-03-04', ['R40.20', 'E11.9']), finds: 1 },
  ],
});

interface Named {
  readonly holder: DiagnosisView;
  readonly named: DiagnosisView;
  readonly line: NoteLine;
  /** The line's words are only part of what the code it gives stands for. */
  readonly part: boolean;
}

/** Of the lines at `holder` that name the other code, one that means all of it; else one that means part. */
function strictest(holder: DiagnosisView, named: DiagnosisView, context: Context): Named | undefined {
  const { icd } = context;
  const { runs } = icd.references(holder.row, 'excludes1');
  let found: Named | undefined;
  for (let at = 0; at < runs.length; at += 3) {
    const first = runs[at] ?? 0;
    const after = runs[at + 1] ?? 0;
    if (named.row < first || named.row >= after) continue;
    const line = icd.note(runs[at + 2] ?? 0);
    if (spansChapters(line)) continue;
    // A line that gives the code itself means it, whatever words it uses; one that gives a wider range is read closely.
    const itself = first === named.row || after - first === 1;
    const part = namesPartOfLevel(line.text) || (!itself && speaksOfPart(line, named, context));
    if (!part) return { holder, named, line, part };
    found ??= { holder, named, line, part };
  }
  return found;
}

/** "Specified adverse effects (A00-R94 and …)" names every disease there is: it asks for a better code, and forbids none. */
function spansChapters({ text }: NoteLine): boolean {
  return text.includes('(A00-R94');
}

/** An "Other …" code that gathers several conditions: the note may be about another of them (Guidelines I.A.12.a names F45.8). */
function isResidual(diagnosis: DiagnosisView, { icd }: Context): boolean {
  const title = icd.display(diagnosis.row) ?? '';
  if (!/^other\b/i.test(title)) return false;
  return GATHERING.test(title) || icd.notes(diagnosis.row, ['inclusionTerm']).length > 1;
}

const GATHERING =
  /^other (?:specified )?(?:abnormal|general|symptoms|signs|disorders|diseases|conditions|problems|complications|congenital malformations)\b/i;

/** The words of the note are only part of what the code it gives stands for. */
function speaksOfPart({ text }: NoteLine, named: DiagnosisView, context: Context): boolean {
  if (/\bunless\b/.test(text)) return true;
  if (/\bNOS\b/.test(text)) return false;
  const titles = titlesOf(named, context);
  const sides = text.replace(/[([][^()[\]]*[)\]]/g, ' ').split(LINKING);
  let all = 0;
  let met = 0;
  for (const side of sides) {
    const words = wordsOf(side);
    const held = words.filter((word) => titles.includes(word)).length;
    // "Coma in diabetes (E08-E13)": the code given has diabetes and no coma, so the coma may well come from elsewhere.
    if (words.length > 0 && held === 0) return true;
    all += words.length;
    met += held;
  }
  return 2 * met < all;
}

const LINKING = /\b(?:in|due to|with|complicating|following|associated with|secondary to|resulting from|attributable to|caused by)\b/i;
const SAYS_LITTLE = /^(?:disea|disor|condi|other|speci|unspe|type|codes?|state|form|encou|class|diagn|exami)/;

/** Beginnings of the words that tell something, so that "hypertensive" meets "hypertension". */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, 5)).filter((word) => !SAYS_LITTLE.test(word));
}

/** Titles of the code and of all levels above it; an inclusion term only where it is the only one, and so means the whole. */
function titlesOf({ row }: DiagnosisView, { icd }: Context): string {
  const titles = [icd.chapter(row)?.title ?? '', ...icd.blocks(row).map((block) => block.title)];
  for (const each of [...icd.ancestors(row), row]) titles.push(icd.display(each) ?? '');
  const terms = icd.notes(row, ['inclusionTerm', 'includes']);
  const levels = new Set(terms.map((term) => term.holder.id));
  for (const level of levels) {
    const own = terms.filter((term) => term.holder.id === level);
    if (own.length === 1) titles.push(own[0]?.text ?? '');
  }
  return titles.join(' ').toLowerCase();
}

/** One code says right and not left, the other left and not right: the conditions are at different places. */
function onOppositeSides(first: DiagnosisView, second: DiagnosisView, { icd }: Context): boolean {
  const one = sideOf(icd.display(first.row));
  return one !== 0 && one + sideOf(icd.display(second.row)) === 0;
}

function sideOf(title: string | null): number {
  const right = /\bright\b/i.test(title ?? '');
  const left = /\bleft\b/i.test(title ?? '');
  return right === left ? 0 : right ? 1 : -1;
}
