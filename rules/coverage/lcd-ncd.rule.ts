import {
  type ClaimView,
  type Context,
  day,
  type Day,
  type DiagnosisView,
  type Found,
  type LineView,
  type NotChecked,
  type Outcome,
  rule,
} from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { type Article, COVERAGE_SOURCES, type CoveredGroup, CoverageTables } from '../support/medicare-coverage.ts';
import { firstOf } from '../support/modifiers.ts';
import { notInstalled } from '../support/not-installed.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay } from '../support/service-line.ts';

/** Who pays is settled otherwise: a signed notice, none signed, never covered, a voluntary notice. */
const NOTICES: ReadonlySet<string> = new Set(['GA', 'GZ', 'GY', 'GX']);

export default rule({
  id: 'coverage/lcd-ncd',
  title: 'A procedure whose diagnosis the article of the Medicare contractor does not list',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['professional', 'institutional'],
  from: day('2015-10-01'),
  outpatient: true,
  withCodes: true,
  needs: COVERAGE_SOURCES.map((source) => `table:${source}` as const),
  cites: [
    {
      title: 'Medicare Coverage Database: billing and coding articles',
      url: 'https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx',
      checked: '2026-11-24',
      read: 'digest',
      note: 'the layout of the export as programs that load it name it; no export and no article was read',
    },
  ],

  on: 'claim',
  check(claim, context) {
    let outcomes: Outcome[] | undefined;
    const asked = new Set<string>();
    for (const line of claim.lines) {
      const on = lineDay(line, claim);
      if (line.code === '' || on === undefined || isRateLine(line)) continue;
      for (const outcome of judgeLine(line, on, claim, context)) {
        // What keeps every line of a day from being checked is said once.
        if ('notChecked' in outcome) {
          if (asked.has(outcome.notChecked)) continue;
          asked.add(outcome.notChecked);
        }
        (outcomes ??= []).push(outcome);
      }
    }
    return outcomes;
  },

  exampleTables: {
    'mcd-contractors': [{ number: '12302', contractor: '10 12 1', name: 'Made up' }],
    'mcd-article-contractors': ['1', '2', '3', '4', '5'].map((article) => ({
      article,
      version: '1',
      contractor: article === '4' ? '11 12 1' : '10 12 1',
    })),
    'mcd-articles': [
      { article: '1', version: '1', number: 'A1', title: 'Made up', status: 'A', from: '2025-01-01', to: null },
      { article: '2', version: '1', number: 'A2', title: 'Made up', status: 'A', from: '2025-01-01', to: '2026-01-31' },
      { article: '3', version: '1', number: 'A3', title: 'Made up', status: 'A', from: '2025-01-01', to: null },
      { article: '4', version: '1', number: 'A4', title: 'Made up', status: 'A', from: '2025-01-01', to: null },
      { article: '5', version: '1', number: 'A5', title: 'Made up', status: 'A', from: '2025-01-01', to: null },
    ],
    'mcd-article-codes': [
      { code: 'G0108', article: '1', version: '1', group: '1' },
      { code: 'G0109', article: '1', version: '1', group: '2' },
      { code: 'G0270', article: '2', version: '1', group: '1' },
      { code: 'G0271', article: '3', version: '1', group: '1' },
      { code: 'G0283', article: '4', version: '1', group: '1' },
      { code: 'G0447', article: '5', version: '1', group: '1' },
    ],
    'mcd-article-covered': [
      { article: '1', version: '1', code: 'E119', group: '1', asterisk: '' },
      { article: '1', version: '1', code: 'N1831', group: '2', asterisk: '' },
      { article: '1', version: '1', code: 'I120', group: '2', asterisk: '' },
      { article: '1', version: '1', code: 'E785', group: '3', asterisk: '' },
      { article: '5', version: '1', code: 'E119', group: '1', asterisk: '1' },
      { article: '5', version: '1', code: 'E785', group: '1', asterisk: '' },
      { article: '2', version: '1', code: 'E119', group: '1', asterisk: '' },
    ],
    'mcd-article-covered-groups': [
      { article: '1', version: '1', group: '1', codes: '', several: '', says: '' },
      { article: '1', version: '1', group: '2', codes: '', several: '1', says: '' },
      { article: '1', version: '1', group: '3', codes: 'G0109', several: '', says: '' },
      { article: '2', version: '1', group: '1', codes: '', several: '', says: '' },
      { article: '5', version: '1', group: '1', codes: '', several: '*', says: '' },
    ],
    'mcd-article-noncovered': [{ article: '3', version: '1', code: 'I10', group: '1', asterisk: '' }],
    'mcd-article-modifiers': [{ article: '1', version: '1', modifier: 'KX', group: '1' }],
  },
  examples: [
    { name: 'a listed diagnosis', claim: toMedicare(['E11.9'], 'G0108'), finds: 0 },
    { name: 'none that is listed', claim: toMedicare(['I10'], 'G0108'), finds: 1, codes: ['G0108', 'I10'] },
    { name: 'listed, but the line does not point to it', claim: toMedicare(['I10', 'E11.9'], 'G0108', { pointers: [1] }), finds: 1 },
    { name: 'one of those it points to', claim: toMedicare(['I10', 'E11.9'], 'G0108'), finds: 0 },
    { name: 'a group that is for another procedure', claim: toMedicare(['E78.5'], 'G0108'), finds: 1 },
    { name: 'the procedure that the group is for', claim: toMedicare(['E78.5'], 'G0109'), finds: 0 },
    {
      name: 'one diagnosis of a group that asks for several',
      claim: toMedicare(['N18.31'], 'G0108'),
      finds: 1,
      codes: ['G0108', 'N18.31'],
    },
    {
      name: 'two of them, for a person to read',
      claim: toMedicare(['I12.0', 'N18.31'], 'G0108'),
      finds: 1,
      codes: ['G0108', 'I12.0', 'N18.31'],
    },
    { name: 'one of them, and one that is enough alone', claim: toMedicare(['N18.31', 'E11.9'], 'G0108'), finds: 0 },
    { name: 'one of them, with a signed notice', claim: toMedicare(['N18.31'], 'G0108', { modifiers: ['GA'] }), finds: 0 },
    { name: 'a footnote asks for several with a diagnosis that it marks', claim: toMedicare(['E11.9'], 'G0447'), finds: 1 },
    { name: 'a diagnosis of that group without the mark', claim: toMedicare(['E78.5'], 'G0447'), finds: 0 },
    { name: 'listed as not supporting', claim: toMedicare(['I10'], 'G0271'), finds: 1 },
    { name: 'an article with a list of those only', claim: toMedicare(['E11.9'], 'G0271'), finds: 0 },
    { name: 'an article that ended', claim: toMedicare(['I10'], 'G0270'), finds: 0 },
    { name: 'an article of another contractor', claim: toMedicare(['I10'], 'G0283'), finds: 0 },
    { name: 'a signed notice', claim: toMedicare(['I10'], 'G0108', { modifiers: ['GA'] }), finds: 0 },
    { name: 'another payer', claim: { ...toMedicare(['I10'], 'G0108'), payer: { id: '12302', kind: 'commercial' } }, finds: 0 },
    { name: 'a contractor nobody knows', claim: { ...toMedicare(['I10'], 'G0108'), payer: { id: '99999', kind: 'medicare' } }, finds: 0 },
  ],
});

function* judgeLine(line: LineView, on: Day, claim: ClaimView, { data }: Context): Generator<Outcome> {
  const tables = CoverageTables.on(data, on);
  if (typeof tables === 'string') {
    yield notInstalled(data, tables, on);
    return;
  }
  const number = claim.claim.payer?.id?.trim() ?? '';
  const contractors = tables.contractors(number);
  if (contractors.size === 0) {
    yield noContractor(number);
    return;
  }
  const all = tables.articles(line.code, contractors);
  const articles = all.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));
  if (articles.length === 0) {
    yield noArticle(line.code, number, on, all);
    return;
  }
  for (const article of articles) {
    const outcome = judge(article, line, on, claim, tables);
    if (outcome) yield outcome;
  }
}

function noContractor(number: string): NotChecked {
  return {
    notChecked:
      number === ''
        ? 'The claim does not name its Medicare contractor, whose articles decide.'
        : `The payer's id ${number.slice(0, 20)} is no contractor number of the installed Medicare Coverage Database.`,
    install: 'Give the five-digit contractor number as "payer": {"id": "…"}.',
  };
}

function noArticle(code: string, number: string, on: Day, all: readonly Article[]): NotChecked {
  const later = all.find(({ from }) => from !== null && from > on);
  return later
    ? {
        notChecked: `The installed version of article ${later.number} on ${code} begins on ${later.from}, after ${on}.`,
        install: 'cleanclaim data add FILE (all_article.zip, which has earlier versions)',
      }
    : {
        notChecked: `No article of contractor ${number} on ${on} lists ${code}: whether the diagnosis supports it is decided case by case.`,
        install: 'Look for a national coverage determination in the Medicare Coverage Database.',
      };
}

function judge(article: Article, line: LineView, on: Day, claim: ClaimView, tables: CoverageTables): Outcome | undefined {
  const diagnoses = claim.type === 'institutional' ? claim.sequence : line.diagnoses;
  if (diagnoses.length === 0) return undefined;
  const groups = tables.coveredGroups(article);
  const listed = listing(article, line, diagnoses, groups, tables);
  const notice = firstOf(line, NOTICES);
  if (listed === 'yes') return undefined;
  if (typeof listed === 'object') {
    const codes = [line.code, ...listed];
    return notice !== undefined && listed.length === 1
      ? { bypassed: `modifier ${notice} on line ${line.n}`, codes }
      : together(article, line, codes);
  }
  const against = diagnoses.filter(({ code }) => tables.groupsOf(article, 'noncovered', code).length > 0);
  if (groups.length === 0 && against.length < diagnoses.length) return undefined;
  const codes = [line.code, ...diagnoses.map(({ code }) => code)];
  if (notice !== undefined) return { bypassed: `modifier ${notice} on line ${line.n}`, codes };
  return unsupported(article, line, on, { codes, listed, against, modifiers: tables.modifiers(article) });
}

/**
 * Whether one of the diagnoses stands in a group that is for the procedure. Where every such group asks in words for more
 * than one diagnosis, or for an order of them, those that it lists.
 */
function listing(
  article: Article,
  { code }: LineView,
  diagnoses: readonly DiagnosisView[],
  groups: readonly CoveredGroup[],
  tables: CoverageTables,
): 'yes' | 'for others' | 'no' | readonly string[] {
  let forOthers = false;
  const together = new Set<string>();
  for (const diagnosis of diagnoses) {
    for (const { group: number, starred } of tables.groupsOf(article, 'covered', diagnosis.code)) {
      const group = groups.find((each) => each.group === number);
      const others = group !== undefined && group.codes.length > 0 && !group.codes.includes(code);
      if (others) forOthers = true;
      else if (group?.several === 'all' || (group?.several === 'starred' && starred)) together.add(diagnosis.code);
      else return 'yes';
    }
  }
  if (together.size > 0) return [...together];
  return forOthers ? 'for others' : 'no';
}

/** A group that asks for several diagnoses says so in words, which a person has to read; whether there are several is told. */
function together(article: Article, line: LineView, codes: readonly string[]): Found {
  const [, first = '', second] = codes;
  const asks = `in a group that asks in words for more than one diagnosis, or for an order of them`;
  return {
    at: `${line.path}/code`,
    codes,
    status: 'review',
    severity: second === undefined ? 'warning' : 'info',
    message:
      second === undefined
        ? `Article ${article.number} lists ${first} ${asks}, and line ${line.n} has no other diagnosis that it lists so.`
        : `Article ${article.number} lists ${codes.slice(1).join(' and ')} ${asks}: whether they are those it means for line ${line.n} is for you to read.`,
    why: `With one of two diagnoses that the contractor asks for together it denies the service as not medically necessary (CARC 50), by its article "${article.title.slice(0, 120)}".`,
    fix: `Read the group's paragraph in article ${article.number} of the Medicare Coverage Database; point the line to each diagnosis it asks for, if the record has them.`,
    edition: article.edition,
  };
}

interface Why {
  readonly codes: readonly string[];
  readonly listed: 'for others' | 'no';
  readonly against: readonly DiagnosisView[];
  readonly modifiers: readonly string[];
}

function unsupported(article: Article, line: LineView, on: Day, { codes, listed, against, modifiers }: Why): Found {
  const own = modifiers.filter((each) => line.modifiers.includes(each));
  const [first] = against;
  return {
    at: `${line.path}/code`,
    codes,
    status: 'review',
    message: first
      ? `Article ${article.number} lists ${first.code} as not supporting ${line.code}.`
      : listed === 'for others'
        ? `Article ${article.number} lists the diagnosis of line ${line.n} for other procedures, not for ${line.code}.`
        : `Article ${article.number} lists none of the diagnoses of line ${line.n} as supporting ${line.code} on ${on}.`,
    why: `The contractor denies it as not medically necessary (CARC 50) by its article "${article.title.slice(0, 120)}".`,
    fix: `If the record has a diagnosis that the article lists, point the line to it; else have a notice signed before the service and bill with GA.${own.length > 0 ? ` The article speaks of modifier ${own.join(' and ')}: read what it says.` : ''}`,
    edition: article.edition,
  };
}

function toMedicare(codes: readonly string[], code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  const lines = [exampleLine('2026-03-04', codes.length, { code, ...changes })];
  return visit('2026-03-04', codes, { payer: { id: '12302', kind: 'medicare' }, lines });
}
