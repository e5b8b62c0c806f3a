import * as z from 'zod/mini';
import { CleanclaimError } from '../errors.ts';
import { readAge } from '../statistics/age.ts';
import { addTo, type Cell, joinValue, readSex, requireCells } from '../statistics/cells.ts';
import { inRanges, otherEdition, plainCode, readRanges } from '../statistics/causes/code-range.ts';
import { hasBlock } from '../statistics/causes/icd10-blocks.ts';
import {
  AGE_LIMITS,
  type CodeClass,
  FEMALE_ONLY,
  GARBAGE_TYPES,
  ILL_DEFINED,
  MALE_ONLY,
  NOT_UNDERLYING,
} from '../statistics/causes/quality-codes.ts';
import { proportion } from '../statistics/proportion.ts';
import { operation } from './operation.ts';
import { byInput, cellsInput, intervalOutput } from './statistics-input.ts';

const input = z.object({
  /** Values: `cause`, and where the file has them `age`, `sex` and the `by` columns. */
  cells: cellsInput,
  by: byInput,
  /** Deaths that should have been registered, for completeness. */
  expected: z.optional(z.number()),
  /** Codes unlikely to cause death, from the user's copy of ICD-10 volume 2. */
  unlikely: z.optional(z.array(z.string()).check(z.maxLength(100_000))),
  /** Classes of garbage codes of the user's own list. */
  garbage: z.optional(z.array(z.object({ class: z.string(), codes: z.string() })).check(z.maxLength(5_000))),
});

const line = z.object({
  check: z.string(),
  what: z.string(),
  count: z.number(),
  share: z.nullable(z.number()),
  shareCi: intervalOutput,
  source: z.string(),
  examples: z.array(z.string()),
});

const row = z.object({
  by: z.record(z.string(), z.string()),
  deaths: z.number(),
  rows: z.number(),
  illDefined: line,
  garbage: z.array(line),
  /** Structure, codes that cannot stand, sex and age conflicts, unlikely causes. */
  checks: z.array(line),
  /** Registered over expected deaths. */
  completeness: z.nullable(z.number()),
  /** Mathers 2005; null without completeness, unless the ill-defined share alone decides. */
  grade: z.nullable(z.enum(['high', 'medium', 'low'])),
  gradeWhy: z.string(),
  notChecked: z.array(z.object({ check: z.string(), reason: z.string(), install: z.string() })),
});
export type QualityRow = z.infer<typeof row>;

/** How far cause-of-death data can be trusted: ill-defined and garbage shares, impossible codes, sex and age conflicts, a grade. */
export const statisticsQuality = operation({
  id: 'statistics.quality',
  title: 'Judge cause-of-death data',
  input,
  output: z.array(row),
  failures: ['input/invalid', 'input/out-of-range', 'input/empty'],
  examples: [
    {
      says: 'Four deaths',
      input: {
        cells: [
          { values: { cause: 'I21.9', sex: 'male', age: '70' }, count: 2, rows: 2 },
          { values: { cause: 'R99', sex: 'female', age: '81' }, count: 1, rows: 1 },
          { values: { cause: 'C61', sex: 'female', age: '60' }, count: 1, rows: 1 },
        ],
      },
    },
  ],
  run(asked): QualityRow[] {
    requireCells(asked.cells, 'The file');
    const by = asked.by ?? [];
    const groups = new Map<string, Cell[]>();
    for (const cell of asked.cells) {
      const key = by.map((column) => joinValue(column, cell.values[column] ?? '')).join('\u0001');
      addTo(groups, key, cell);
    }
    if (asked.expected !== undefined && groups.size > 1)
      throw new CleanclaimError('input/out-of-range', 'One number of expected deaths cannot serve several groups; leave out --by.');
    return [...groups.values()].map((cells) => judge(cells, by, asked));
  },
});

class Tally {
  count = 0;
  readonly examples = new Set<string>();
  readonly check: string;
  readonly what: string;
  readonly source: string;
  constructor(check: string, what: string, source: string) {
    this.check = check;
    this.what = what;
    this.source = source;
  }
  add(count: number, code: string): void {
    this.count += count;
    if (this.examples.size < 10) this.examples.add(code.slice(0, 20));
  }
  line(deaths: number): z.infer<typeof line> {
    const share = proportion(this.count, deaths);
    return {
      check: this.check,
      what: this.what,
      count: this.count,
      share: share?.share ?? null,
      shareCi: share ? [...share.interval] : null,
      source: this.source,
      examples: [...this.examples],
    };
  }
}

const STRUCTURE_SOURCE = 'structure checks in the manner of WHO CoDEdit 2.0';
/** Mathers et al. 2005, table 2: bounds of the grades. */
const GRADE = { highComplete: 0.9, highIllDefined: 0.1, lowComplete: 0.7, lowIllDefined: 0.2 };

function judge(cells: readonly Cell[], by: readonly string[], asked: z.infer<typeof input>): QualityRow {
  const of = (each: CodeClass): Tally => new Tally(each.id, each.title, each.source);
  const illDefined = of(ILL_DEFINED);
  const classes = asked.garbage ? ownClasses(asked.garbage) : GARBAGE_TYPES;
  const garbage = classes.map(of);
  const structure = {
    missing: new Tally('code-missing', 'No cause given', STRUCTURE_SOURCE),
    short: new Tally('code-short', 'A code of one or two characters', STRUCTURE_SOURCE),
    letter: new Tally('code-no-letter', 'A code that does not begin with a letter', STRUCTURE_SOURCE),
    period: new Tally('code-period', 'A period in the wrong place', STRUCTURE_SOURCE),
    asterisk: new Tally('code-asterisk', 'An asterisk code: a manifestation, never an underlying cause', STRUCTURE_SOURCE),
    edition: new Tally(
      'code-edition',
      'A code of another edition (ICD-9 or ICD-11) among those of ICD-10',
      'shapes of ICD-9, ICD-10 and ICD-11',
    ),
    invalid: new Tally('code-invalid', 'No shape of an ICD-10 code', STRUCTURE_SOURCE),
    block: new Tally('code-no-block', 'A category outside every block of ICD-10', 'ICD-10 volume 1, 2019 edition'),
    special: new Tally('code-special', 'A code for special purposes (U): look whether its use was meant', STRUCTURE_SOURCE),
  };
  const notUnderlying = of(NOT_UNDERLYING);
  const sexConflict = new Tally('sex-conflict', 'A cause of the other sex', FEMALE_ONLY.source);
  const ages = AGE_LIMITS.map(of);
  const unlikely = new Tally('unlikely', 'A cause unlikely to lead to death', "ICD-10 volume 2, the user's copy");
  const unlikelyRanges = asked.unlikely?.flatMap((codes) => readRanges(codes));
  const unknownSex = new Tally('sex-unknown', 'Sex not given or not known', 'the file');
  const unknownAge = new Tally('age-unknown', 'Age not given or not known', 'the file');
  const hasSex = cells.some(({ values }) => values['sex'] !== undefined);
  const hasAge = cells.some(({ values }) => values['age'] !== undefined);
  let deaths = 0;
  let rows = 0;
  for (const cell of cells) {
    const { count } = cell;
    deaths += count;
    rows += cell.rows;
    const sex = readSex(cell.values['sex'] ?? '');
    const age = readAge(cell.values['age'] ?? '');
    if (hasSex && sex !== 'male' && sex !== 'female') unknownSex.add(count, cell.values['sex'] ?? '');
    if (hasAge && age.kind !== 'number' && age.kind !== 'band') unknownAge.add(count, cell.values['age'] ?? '');
    const text = (cell.values['cause'] ?? '').trim();
    const code = plainCode(text);
    checkStructure(text, code, count, structure);
    if (code === null) continue;
    if (inRanges(code, ILL_DEFINED.ranges)) illDefined.add(count, text);
    classes.forEach((each, at) => {
      if (inRanges(code, each.ranges)) garbage[at]?.add(count, text);
    });
    if (inRanges(code, NOT_UNDERLYING.ranges)) notUnderlying.add(count, text);
    if ((sex === 'male' && inRanges(code, FEMALE_ONLY.ranges)) || (sex === 'female' && inRanges(code, MALE_ONLY.ranges)))
      sexConflict.add(count, text);
    AGE_LIMITS.forEach((limit, at) => {
      if (inRanges(code, limit.ranges) && outside(age, limit.from, limit.to)) ages[at]?.add(count, text);
    });
    if (unlikelyRanges && inRanges(code, unlikelyRanges)) unlikely.add(count, text);
  }
  const notChecked: QualityRow['notChecked'] = [];
  if (!hasSex)
    notChecked.push({ check: 'sex-conflict', reason: 'the file has no column of sex', install: 'name it with --map sex=COLUMN' });
  if (!hasAge)
    notChecked.push({ check: 'age-conflict', reason: 'the file has no column of age', install: 'name it with --map age=COLUMN' });
  if (!unlikelyRanges)
    notChecked.push({
      check: 'unlikely',
      reason: "the WHO's list of unlikely causes may not be shipped",
      install: 'add it with --unlikely FILE (column code)',
    });
  if (asked.expected === undefined)
    notChecked.push({
      check: 'completeness',
      reason: 'the number of deaths to be expected is not in the file',
      install: 'give it with --expected N',
    });
  if (!asked.garbage)
    notChecked.push({
      check: 'garbage-severity',
      reason: 'levels of severity need the table of GBD or ANACONDA',
      install: 'add it with --garbage FILE (columns class, codes)',
    });
  const completeness = asked.expected === undefined || asked.expected <= 0 ? null : deaths / asked.expected;
  const share = deaths > 0 ? illDefined.count / deaths : 0;
  return {
    by: Object.fromEntries(by.map((column) => [column, (cells[0]?.values[column] ?? '').trim()])),
    deaths,
    rows,
    illDefined: illDefined.line(deaths),
    garbage: garbage.map((each) => each.line(deaths)),
    checks: [
      ...Object.values(structure),
      notUnderlying,
      ...(hasSex ? [sexConflict, unknownSex] : []),
      ...(hasAge ? [...ages, unknownAge] : []),
      ...(unlikelyRanges ? [unlikely] : []),
    ].map((each) => each.line(deaths)),
    completeness,
    ...gradeOf(share, completeness, deaths),
    notChecked,
  };
}

function ownClasses(rows: readonly { readonly class: string; readonly codes: string }[]): CodeClass[] {
  return [...new Set(rows.map((each) => each.class))].map((id) => ({
    id,
    title: id,
    ranges: rows.filter((each) => each.class === id).flatMap(({ codes }) => readRanges(codes)),
    source: "the user's own list",
  }));
}

function checkStructure(
  text: string,
  code: string | null,
  count: number,
  tallies: Record<'missing' | 'short' | 'letter' | 'period' | 'asterisk' | 'edition' | 'invalid' | 'block' | 'special', Tally>,
): void {
  const bare = text.replace(/[.\s]/g, '');
  if (bare === '') {
    tallies.missing.add(count, text);
    return;
  }
  if (text.includes('*')) tallies.asterisk.add(count, text);
  if (/\./.test(text) && text.indexOf('.') !== 3 && !otherEdition(text)) {
    tallies.period.add(count, text);
    return;
  }
  if (code !== null) {
    if (code.startsWith('U')) tallies.special.add(count, text);
    else if (!hasBlock(code.slice(0, 3))) tallies.block.add(count, text);
    return;
  }
  if (otherEdition(text)) tallies.edition.add(count, text);
  else if (bare.length <= 2) tallies.short.add(count, text);
  else if (!/^[A-Za-z]/.test(bare)) tallies.letter.add(count, text);
  else tallies.invalid.add(count, text);
}

/** True when the age surely lies outside the completed years `from`–`to`. */
function outside(age: ReturnType<typeof readAge>, from: number, to: number): boolean {
  if (age.kind === 'number') return Math.floor(age.age) < from || Math.floor(age.age) > to;
  if (age.kind === 'band') return age.band.end <= from || age.band.start > to;
  return false;
}

function gradeOf(illDefined: number, completeness: number | null, deaths: number): Pick<QualityRow, 'grade' | 'gradeWhy'> {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const source = 'Mathers et al., Bull World Health Organ 83 (2005)';
  if (deaths === 0) return { grade: null, gradeWhy: 'There are no deaths to judge.' };
  if (illDefined > GRADE.lowIllDefined) return { grade: 'low', gradeWhy: `${percent(illDefined)} ill-defined, over 20 % (${source}).` };
  if (completeness === null) {
    const best = illDefined < GRADE.highIllDefined ? 'high' : 'medium';
    return { grade: null, gradeWhy: `${percent(illDefined)} ill-defined allows ${best} at best; completeness is not known (${source}).` };
  }
  const facts = `completeness ${percent(completeness)}, ill-defined ${percent(illDefined)} (${source}).`;
  if (completeness < GRADE.lowComplete) return { grade: 'low', gradeWhy: `Under 70 % complete: ${facts}` };
  return completeness > GRADE.highComplete && illDefined < GRADE.highIllDefined
    ? { grade: 'high', gradeWhy: `Over 90 % complete and under 10 % ill-defined: ${facts}` }
    : { grade: 'medium', gradeWhy: `Neither high nor low: ${facts}` };
}
