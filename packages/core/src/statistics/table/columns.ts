import { CleanclaimError, quote } from '../../errors.ts';

/** What a column of a table of deaths or people can be. */
export type Role =
  | 'age'
  | 'sex'
  | 'cause'
  | 'contributing'
  | 'count'
  | 'population'
  | 'place'
  | 'year'
  | 'weight'
  | 'disabilityWeight'
  | 'rate'
  | 'years'
  | 'codes'
  | 'group'
  | 'title'
  | 'kind'
  | 'cases'
  | 'duration'
  | 'class'
  | 'liveBirths'
  | 'stillbirths'
  | 'infant'
  | 'neonatal'
  | 'earlyNeonatal'
  | 'postneonatal'
  | 'maternal'
  | 'rank'
  | 'value'
  | 'low'
  | 'high'
  | 'standardError'
  | 'expected'
  | 'start'
  | 'end';

/** Headings by which a column is guessed, compared without case, spaces and signs; the first one that is there wins. */
const HEADINGS: Readonly<Record<Role, readonly string[]>> = {
  age: [
    'age',
    'agegroup',
    'ageband',
    'agegrp',
    'agecat',
    'startage',
    'agestart',
    'agerange',
    'ageyears',
    'ageatdeath',
    'exactage',
    'ages',
    'agegroupyears',
  ],
  sex: ['sex', 'gender', 'sexcode'],
  cause: [
    'cause',
    'underlyingcause',
    'underlying',
    'ucod',
    'cod',
    'icd10',
    'icd',
    'icdcode',
    'icd10code',
    'causeofdeath',
    'code',
    'diagnosis',
    'ucause',
    'underlyingcauseofdeath',
    'icd10underlyingcause',
  ],
  contributing: ['contributing', 'contributingcauses', 'mentions', 'recordaxis', 'multiplecauses', 'allcauses', 'secondary'],
  count: ['deaths', 'count', 'cases', 'events', 'n', 'number', 'numerator', 'observed', 'obs', 'ndeaths', 'freq', 'refcount'],
  population: [
    'population',
    'pop',
    'personyears',
    'pyears',
    'pyrs',
    'py',
    'denominator',
    'persons',
    'stdpop',
    'midyearpopulation',
    'refpop',
  ],
  place: ['place', 'country', 'area', 'region', 'state', 'county', 'location', 'areacode', 'areaname', 'geocode', 'district'],
  year: ['year', 'period', 'yearofdeath', 'deathyear', 'calendaryear'],
  weight: ['weight', 'weights', 'stdpop', 'population', 'pop', 'percent', 'standard', 'share'],
  disabilityWeight: ['disabilityweight', 'dw', 'weight'],
  rate: ['rate', 'refrate'],
  years: ['years', 'lifeexpectancy', 'remaininglifeexpectancy', 'ex', 'expectancy', 'le'],
  codes: ['codes', 'ranges', 'range', 'icd10', 'icd', 'code', 'detailedlistnumbers', 'detailedcodes'],
  group: ['group', 'id', 'name', 'category', 'list', 'cause', 'code'],
  title: ['title', 'label', 'description', 'cause', 'name'],
  kind: ['kind', 'type', 'total'],
  cases: ['cases', 'prevalence', 'incidence'],
  duration: ['duration'],
  class: ['class', 'level', 'severity', 'type'],
  liveBirths: ['livebirths', 'births', 'lb'],
  stillbirths: ['stillbirths', 'fetaldeaths', 'foetaldeaths', 'latefetaldeaths'],
  infant: ['infantdeaths', 'infant', 'deathsunder1', 'infantdeaths0'],
  neonatal: ['neonataldeaths', 'neonatal'],
  earlyNeonatal: ['earlyneonataldeaths', 'earlyneonatal'],
  postneonatal: ['postneonataldeaths', 'postneonatal'],
  maternal: ['maternaldeaths', 'maternal'],
  rank: ['rank', 'quantile', 'decile', 'quintile', 'quartile', 'fifth', 'tenth', 'deprivation'],
  value: ['value', 'rate', 'lifeexpectancy', 'lifeexp', 'share', 'estimate'],
  low: ['low', 'lower', 'lowercl', 'lcl', 'lowerci', 'lowerlimit'],
  high: ['high', 'upper', 'uppercl', 'ucl', 'upperci', 'upperlimit'],
  standardError: ['standarderror', 'se', 'stderr'],
  start: ['start', 'from', 'first', 'begin'],
  end: ['end', 'to', 'last'],
  expected: ['expected', 'expectedevents', 'e', 'exp'],
};

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');

export type Mapping = Partial<Record<string, string>>;

/**
 * The column for a role or a column of the user's choice: as `--map` says, by its very name, else by the usual headings.
 * Undefined when there is none. Throws `table/no-column` when `--map` names a column that is not there.
 */
export function findColumn(
  columns: readonly string[],
  name: string,
  map: Mapping,
  taken: ReadonlySet<string> = new Set(),
): string | undefined {
  const named = map[name];
  if (named !== undefined) {
    const found = columns.find((column) => column === named) ?? columns.find((column) => plain(column) === plain(named));
    if (found === undefined) throw noColumn(`--map ${name}=${named}`, columns);
    return found;
  }
  const exact =
    columns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? columns.find((column) => plain(column) === plain(name));
  if (exact !== undefined && !taken.has(exact)) return exact;
  const headings = Object.hasOwn(HEADINGS, name) ? HEADINGS[name as Role] : [];
  for (const heading of headings) {
    const found = columns.find((column) => plain(column) === heading && !taken.has(column));
    if (found !== undefined) return found;
  }
  return undefined;
}

export function noColumn(what: string, columns: readonly string[]): CleanclaimError {
  const shown = columns
    .slice(0, 20)
    .map((column) => quote(column))
    .join(', ');
  return new CleanclaimError('table/no-column', `There is no column for ${what}; the columns are ${shown === '' ? 'none' : shown}.`);
}

/** Reads `age=AgeGroup,count=N`. Throws `input/invalid` for what is no such pair. */
export function readMapping(text: string | undefined): Mapping {
  const map: Record<string, string> = {};
  for (const part of (text ?? '').split(',')) {
    if (part.trim() === '') continue;
    const [role = '', column = '', ...more] = part.split('=');
    if (role.trim() === '' || column.trim() === '' || more.length > 0)
      throw new CleanclaimError('input/invalid', `--map takes ROLE=COLUMN pairs with commas between; ${quote(part)} is none.`);
    map[role.trim()] = column.trim();
  }
  return map;
}
