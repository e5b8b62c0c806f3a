import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { anyDay, PROCEDURE } from '../support/cells.ts';

/**
 * Tables of the Medicare Coverage Database export (current_article.zip, all_article.zip or all_data.zip): billing and
 * coding articles, the procedures and diagnoses they list, and whose they are. No export could be had here: columns are
 * those that programs which load it name, one of them from the headings of its files (October 2026); rows of the samples
 * are made up.
 */
const COMMON = {
  publisher: 'Centers for Medicare & Medicaid Services',
  page: 'https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx',
  licence: 'bring-your-own',
  terms: 'US government work; the procedure codes in it are CPT, © American Medical Association: you accept its terms on the page',
  cadence: 'weekly',
} as const;

/** Articles change at any time: an export is asked about services up to this many days after it was made. */
const GOOD_FOR_DAYS = 31;

function mcd<Field extends string>(source: Omit<TableSource<Field>, keyof typeof COMMON | 'files' | 'edition'>): TableSource {
  const name = source.sample.file.replace(/^[\d-]{10}_/, '');
  return tableSource<Field>({
    ...COMMON,
    ...source,
    files: [new RegExp(`^(?:20\\d{2}-\\d{2}-\\d{2}[ _-])?${name.replace('.', '\\.')}$`, 'i')],
    edition({ path, modified }) {
      const made = modified ?? /(20\d{2}-\d{2}-\d{2})/.exec(path)?.[1];
      if (made === undefined)
        return 'only the archive it came in says which day it is of: add the zip as it is, or name it like 2026-11-20_article.csv.';
      const all = /all_article/i.test(path);
      return {
        id: all ? `${made}-all` : made,
        title: `${source.title}, export of ${made}`,
        // Each article has its own first day.
        from: '2015-10-01',
        to: daysAfter(made, GOOD_FOR_DAYS),
        ownFrom: made,
        published: made,
      };
    },
  });
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** A day of the export, which may carry a time. */
function dayIn(text: string): string | null | undefined {
  return anyDay(text.replace(/[T ]\d{1,2}:\d{2}.*$/, ''));
}

/** Codes that stand for "none" in a list begin with XX. */
function isNone(code: string): boolean {
  return code === '' || code.startsWith('XX');
}

const ARTICLE = { article: ['article id'], version: ['article version'] } as const;

/** Number of an article and its version. */
function badId({ article, version }: { readonly article: string; readonly version: string }): RowProblem | undefined {
  return /^\d{1,9}$/.test(article) && /^\d{1,5}$/.test(version)
    ? undefined
    : new RowProblem('article', 'the article has no number or version');
}

export const mcdArticles: TableSource = mcd({
  id: 'mcd-articles',
  title: 'Medicare Coverage Database: articles',
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: {
        ...ARTICLE,
        title: ['title'],
        effective: ['article eff date'],
        ended: ['article end date'],
        revisionEnded: ['article rev end date'],
        retired: ['date retired'],
        display: ['display id'],
        status: ['status'],
      },
      optional: ['display', 'revisionEnded', 'ended', 'status'],
    },
  ],
  row(cells) {
    const bad = badId(cells);
    if (bad) return bad;
    const { article, version, title, effective, display, status } = cells;
    const from = dayIn(effective);
    if (from === undefined) return new RowProblem('effective', 'it is not a day');
    const ends = [cells.ended, cells.revisionEnded, cells.retired].map(dayIn);
    if (ends.includes(undefined)) return new RowProblem('ended', 'it is not a day');
    const to = ends.filter((each) => typeof each === 'string').toSorted()[0] ?? null;
    return { article, version, number: display || `A${article}`, title, status, from, to };
  },
  store: {
    kind: 'table',
    key: ['article', 'version'],
    columns: {
      number: { kind: 'text' },
      title: { kind: 'text' },
      status: { kind: 'text' },
      from: { kind: 'day' },
      to: { kind: 'day' },
    },
  },
  checks: { rows: [500, 100_000] },
  sample: {
    file: '2026-11-20_article.csv',
    rows: 2,
    has: [{ article: '190001', version: '3', number: 'A190001', from: '2025-10-01', title: 'Billing and Coding: made-up service' }],
  },
});

export const mcdArticleCodes: TableSource = mcd({
  id: 'mcd-article-codes',
  title: 'Medicare Coverage Database: procedures of articles',
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: { ...ARTICLE, code: ['hcpc code id'], group: ['hcpc code group'] },
    },
  ],
  row(cells) {
    const code = cells.code.toUpperCase();
    if (isNone(code)) return undefined;
    if (!PROCEDURE.test(code)) return new RowProblem('code', 'it is no procedure code');
    return badId(cells) ?? { code, article: cells.article, version: cells.version, group: cells.group };
  },
  store: { kind: 'table', key: ['code'], columns: { article: { kind: 'text' }, version: { kind: 'text' }, group: { kind: 'text' } } },
  checks: { rows: [5_000, 500_000] },
  sample: { file: '2026-11-20_article_x_hcpc_code.csv', rows: 2, has: [{ code: 'G0108', article: '190001', version: '3', group: '1' }] },
});

function diagnoses(list: 'covered' | 'noncovered', sample: TableSource['sample']): TableSource {
  return mcd({
    id: `mcd-article-${list}`,
    title: `Medicare Coverage Database: diagnoses that articles list as ${list === 'covered' ? 'supporting' : 'not supporting'}`,
    layouts: [
      {
        kind: 'columns',
        formats: ['csv'],
        columns: { ...ARTICLE, code: ['icd10 code id'], group: [`icd10 ${list} group`], asterisk: ['asterisk'] },
        optional: ['asterisk'],
      },
    ],
    row(cells) {
      const code = cells.code.toUpperCase().replace('.', '');
      if (isNone(code)) return undefined;
      if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)) return new RowProblem('code', 'it is no ICD-10-CM code');
      const asterisk = /^(?:y|yes|1|\*)$/i.test(cells.asterisk) ? '1' : '';
      return badId(cells) ?? { article: cells.article, version: cells.version, code, group: cells.group, asterisk };
    },
    store: { kind: 'table', key: ['article', 'version', 'code'], columns: { group: { kind: 'text' }, asterisk: { kind: 'text' } } },
    checks: { rows: [1_000, 20_000_000] },
    sample,
  });
}

export const mcdArticleCovered: TableSource = diagnoses('covered', {
  file: '2026-11-20_article_x_icd10_covered.csv',
  rows: 3,
  has: [{ article: '190001', version: '3', code: 'E119', group: '1', asterisk: '' }],
});
export const mcdArticleNoncovered: TableSource = diagnoses('noncovered', {
  file: '2026-11-20_article_x_icd10_noncovered.csv',
  rows: 1,
  has: [{ article: '190001', version: '3', code: 'Z0000', group: '1' }],
});

/** Words by which a paragraph asks for more than one diagnosis, or for an order of them. */
const MORE_THAN_ONE =
  /\b(?:both|dual|two (?:diagnos\w+|icd|codes)|combination|in addition to|along with|together with|in conjunction with|accompanied|paired|primary|secondary|must also|and one of|at least one (?:code )?from (?:each|group))\b/i;

/** Most of a paragraph that is kept to be shown. */
const SHOWN = 300;

export const mcdArticleCoveredGroups: TableSource = mcd({
  id: 'mcd-article-covered-groups',
  title: 'Medicare Coverage Database: what articles say of their groups of supporting diagnoses',
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: { ...ARTICLE, group: ['icd10 covered group'], paragraph: ['paragraph'], footnote: ['icd10 covered ast'] },
      optional: ['footnote'],
    },
  ],
  row(cells) {
    const says = plainText(cells.paragraph);
    const words = `${says} ${plainText(cells.footnote)}`;
    const codes = [...new Set(words.match(/\b(?:[A-Z]\d{4}|\d{4}[0-9AFMTU])\b/g) ?? [])].join(' ');
    // A footnote speaks of the codes with an asterisk, the paragraph of all.
    const several = MORE_THAN_ONE.test(says) ? '1' : MORE_THAN_ONE.test(words) ? '*' : '';
    return (
      badId(cells) ?? { article: cells.article, version: cells.version, group: cells.group, codes, several, says: says.slice(0, SHOWN) }
    );
  },
  store: {
    kind: 'table',
    key: ['article', 'version'],
    columns: { group: { kind: 'text' }, codes: { kind: 'text' }, several: { kind: 'text' }, says: { kind: 'text' } },
  },
  checks: { rows: [200, 200_000] },
  sample: {
    file: '2026-11-20_article_x_icd10_covered_group.csv',
    rows: 2,
    has: [{ article: '190001', version: '3', group: '1', codes: 'G0108', several: '', says: 'For HCPCS code G0108 & the like:' }],
  },
});

/** The words of a paragraph written in HTML. */
function plainText(html: string): string {
  return html
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&rsquo;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

export const mcdArticleModifiers: TableSource = mcd({
  id: 'mcd-article-modifiers',
  title: 'Medicare Coverage Database: modifiers that articles name',
  layouts: [
    {
      kind: 'columns',
      formats: ['csv'],
      columns: { ...ARTICLE, modifier: ['hcpc modifier code id'], group: ['hcpc modifier group'] },
    },
  ],
  row(cells) {
    const modifier = cells.modifier.toUpperCase();
    if (modifier === '') return undefined;
    if (!/^[0-9A-Z]{2}$/.test(modifier)) return new RowProblem('modifier', 'it is no modifier');
    return badId(cells) ?? { article: cells.article, version: cells.version, modifier, group: cells.group };
  },
  store: { kind: 'table', key: ['article', 'version'], columns: { modifier: { kind: 'text' }, group: { kind: 'text' } } },
  checks: { rows: [100, 200_000] },
  sample: {
    file: '2026-11-20_article_x_hcpc_modifier.csv',
    rows: 1,
    has: [{ article: '190001', version: '3', modifier: 'KX', group: '1' }],
  },
});

const CONTRACTOR = { contractor: ['contractor id'], kind: ['contractor type id'], contractorVersion: ['contractor version'] } as const;

export const mcdArticleContractors: TableSource = mcd({
  id: 'mcd-article-contractors',
  title: 'Medicare Coverage Database: contractors of articles',
  layouts: [{ kind: 'columns', formats: ['csv'], columns: { ...ARTICLE, ...CONTRACTOR } }],
  row(cells) {
    return badId(cells) ?? { article: cells.article, version: cells.version, contractor: contractorOf(cells) };
  },
  store: { kind: 'table', key: ['article', 'version'], columns: { contractor: { kind: 'text' } } },
  checks: { rows: [1_000, 1_000_000] },
  sample: { file: '2026-11-20_article_x_contractor.csv', rows: 2, has: [{ article: '190001', version: '3', contractor: '10 12 1' }] },
});

export const mcdContractors: TableSource = mcd({
  id: 'mcd-contractors',
  title: 'Medicare Coverage Database: contractors',
  layouts: [
    { kind: 'columns', formats: ['csv'], columns: { ...CONTRACTOR, number: ['contractor number'], name: ['contractor bus name'] } },
  ],
  row(cells) {
    const { number, name } = cells;
    // Numbers have five digits; a leading 0 may be lost.
    if (!/^\d{1,5}$/.test(number)) return undefined;
    return { number: number.padStart(5, '0'), contractor: contractorOf(cells), name };
  },
  store: { kind: 'table', key: ['number'], columns: { contractor: { kind: 'text' }, name: { kind: 'text' } } },
  checks: { rows: [20, 20_000] },
  sample: { file: '2026-11-20_contractor.csv', rows: 2, has: [{ number: '01302', contractor: '10 12 1', name: 'Example contractor' }] },
});

function contractorOf(cells: { readonly contractor: string; readonly kind: string; readonly contractorVersion: string }): string {
  return `${cells.contractor} ${cells.kind} ${cells.contractorVersion}`;
}
