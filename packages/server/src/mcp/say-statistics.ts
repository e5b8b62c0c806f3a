import type {
  BirthRow,
  BurdenRow,
  CompareRow,
  DrugRow,
  FunnelRow,
  InequalityRow,
  LifeRow,
  QualityRow,
  RateRow,
  SmrRow,
  TabulateRow,
  TrendRow,
  UtilisationRow,
} from '@cleanclaim/core/statistics';

// The short text beside the rows of statistics: a line a row for the first of them, then method and standard, then what was wrong.

/** Rows that a text shows; the structured answer has them all. */
const SHOWN = 12;

interface Row {
  readonly by: Readonly<Record<string, string>>;
  readonly problems?: readonly { readonly severity: string; readonly what: string }[] | undefined;
}

function said<Each extends Row>(rows: readonly Each[], line: (row: Each) => string, method: (row: Each) => string): string {
  const [first] = rows;
  if (!first) return 'No rows.';
  const problems = [...new Set(rows.flatMap((row) => (row.problems ?? []).map(({ severity, what }) => `${severity}: ${what}`)))];
  return [
    ...rows.slice(0, SHOWN).map((row) => `${Object.values(row.by).join(', ') || 'all'}: ${line(row)}`),
    rows.length > SHOWN ? `… and ${rows.length - SHOWN} more rows in the structured answer.` : '',
    method(first),
    ...problems,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const number = (value: number | null, digits = 1): string => (value === null ? 'none' : value.toFixed(digits));
const limits = (pair: readonly number[] | null, digits = 1): string =>
  pair === null ? 'no interval' : pair.map((each) => each.toFixed(digits)).join(' to ');

type Rows<Each> = { readonly rows: readonly Each[] };

export const births = ({ rows }: Rows<BirthRow>): string =>
  said(
    rows,
    (row) => `${row.title}: ${number(row.rate, 2)} (${limits(row.rateCi, 2)}) for each ${row.per} ${row.below}`,
    () => 'Limits: exact Poisson below 10 deaths, Byar from there on.',
  );

export const burden = ({ rows }: Rows<BurdenRow>): string =>
  said(
    rows,
    (row) => `${row.deaths} deaths, YLL ${number(row.yll)}, DALY ${number(row.daly)}, PYLL before ${row.until} ${number(row.pyll)}`,
    (row) => `Life standard ${row.standard}; ${row.method}.`,
  );

export const compare = ({ rows }: Rows<CompareRow>): string =>
  said(
    rows,
    ({ one, other, ratio, ratioCi, flag, decomposition: parts }) =>
      `${one.value} ${number(one.rate)} (crude ${number(one.crude)}) against ${other.value} ${number(other.rate)} (crude ${number(other.crude)}): ratio ${number(ratio, 2)} (${limits(ratioCi, 2)}), ${flag}${parts ? `; of the crude difference ${number(parts.difference)}, age structure makes ${number(parts.structure)}` : ''}`,
    (row) => `For each ${row.per}; standard ${row.standardTitle}; intervals ${row.method}, ${100 * row.confidence} %.`,
  );

export const drugs = ({ rows }: Rows<DrugRow>): string =>
  said(
    rows,
    (row) =>
      `${row.drugPoisoning} drug poisonings of ${row.deaths} deaths; drug named ${number(row.drugNamed, 0)}, opioid ${number(row.opioid, 0)}`,
    (row) => row.method,
  );

export const funnel = ({ rows }: Rows<FunnelRow>): string =>
  said(
    rows.filter(({ flag }) => flag !== 'within').length > 0 ? rows.filter(({ flag }) => flag !== 'within') : rows,
    (row) =>
      `${number(row.value, 2)}, ${row.flag} (99.8 % limits ${limits(row.outer, 2)}; p adjusted ${number(row.pBenjaminiHochberg, 4)})`,
    (row) =>
      `${rows.length} places, ${rows.filter(({ flag }) => flag === 'within').length} within their limits; average ${number(row.average, 2)}; overdispersion ${number(row.phi, 2)} (1 is chance alone); ${row.method}.`,
  );

export const inequality = ({ rows }: Rows<InequalityRow>): string =>
  said(
    rows,
    (row) =>
      `slope index ${number(row.slopeIndex, 2)} (${limits(row.slopeCi, 2)}), relative index ${number(row.relativeIndex, 3)} (${limits(row.relativeCi, 3)})`,
    (row) => row.method,
  );

export const life = ({ rows }: Rows<LifeRow>): string =>
  said(
    rows.filter((row) => /^0(?:-|$)/.test(row.age) || row.age.startsWith('65')),
    (row) =>
      `at ${row.age}: ${number(row.expectancy, 2)} more years (${limits(row.expectancyCi, 2)})${row.withoutCause ? `, ${number(row.withoutCause, 2)} without the cause` : ''}${row.withheld ? `; withheld: ${row.withheld}` : ''}`,
    (row) => row.method,
  );

export const quality = ({ rows }: Rows<QualityRow>): string =>
  said(
    rows,
    (row) =>
      `${row.deaths} deaths, grade ${row.grade ?? 'open'} (${row.gradeWhy}); ill-defined ${number(row.illDefined.share === null ? null : 100 * row.illDefined.share)} %; ${row.checks
        .filter(({ count }) => count > 0)
        .map(({ check, count }) => `${check} ${count}`)
        .join(', ')}${row.notChecked.length > 0 ? `; not checked: ${row.notChecked.map(({ check }) => check).join(', ')}` : ''}`,
    (row) => row.illDefined.source,
  );

export const rates = ({ rows }: Rows<RateRow>): string =>
  said(
    rows,
    (row) =>
      `crude ${number(row.crude)} (${limits(row.crudeCi)}), standardised ${number(row.rate)} (${limits(row.rateCi)}), ${row.count} events`,
    (row) => `For each ${row.per}; standard ${row.standardTitle}; interval ${row.method}, ${100 * row.confidence} %.`,
  );

export const smr = ({ rows }: Rows<SmrRow>): string =>
  said(
    rows,
    (row) => `SMR ${number(row.smr, 3)} (${limits(row.ci, 3)}), ${row.observed} observed, ${number(row.expected)} expected`,
    (row) => `Limits: ${row.method}, ${100 * row.confidence} %.`,
  );

export const tabulate = ({ rows }: Rows<TabulateRow>): string =>
  said(
    rows.some(({ rank }) => rank !== null)
      ? rows.filter(({ rank }) => rank !== null).toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
      : rows,
    (row) =>
      `${row.rank === null ? '' : `${row.rank}. `}${row.title}: ${row.count ?? 'withheld'}${row.share === null ? '' : ` (${number(100 * row.share)} %)`}`,
    (row) =>
      `List ${row.list}; ${rows.find(({ group }) => group === 'all')?.count ?? 'withheld'} in all of the first group. Ranked causes are shown; sums and remainders are in the structured answer.`,
  );

export const trend = ({ rows }: Rows<TrendRow>): string =>
  said(
    rows,
    (row) =>
      `${number(row.annualPercentChange, 2)} % a year (${limits(row.annualPercentChangeCi, 2)}), ${row.direction}, ${row.from} to ${row.to}`,
    (row) => `${row.method}; standard ${row.standard}.`,
  );

export const utilisation = ({ rows }: Rows<UtilisationRow>): string =>
  said(
    rows,
    (row) =>
      `${row.lines} lines on ${row.claims} claims, ${row.units} units, $${row.charges}${row.withoutCharge > 0 ? ` (${row.withoutCharge} lines without a charge)` : ''}${row.rate === null ? '' : `, ${number(row.rate)} for each ${row.per}`}`,
    (row) => `${row.method}.`,
  );
