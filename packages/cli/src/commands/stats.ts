import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';

/** Each command is a file of its own, loaded when it is asked for. */
const COMMANDS = {
  tabulate: () => import('../stats/tabulate.ts').then((each) => each.tabulate),
  rates: () => import('../stats/rates.ts').then((each) => each.rates),
  smr: () => import('../stats/smr.ts').then((each) => each.smr),
  compare: () => import('../stats/compare.ts').then((each) => each.compare),
  funnel: () => import('../stats/funnel.ts').then((each) => each.funnel),
  inequality: () => import('../stats/inequality.ts').then((each) => each.inequality),
  burden: () => import('../stats/burden.ts').then((each) => each.burden),
  quality: () => import('../stats/quality.ts').then((each) => each.quality),
  life: () => import('../stats/life.ts').then((each) => each.life),
  trend: () => import('../stats/trend.ts').then((each) => each.trend),
  births: () => import('../stats/births.ts').then((each) => each.births),
  drugs: () => import('../stats/drugs.ts').then((each) => each.drugs),
  utilisation: () => import('../stats/utilisation.ts').then((each) => each.utilisation),
};
const ACTIONS = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

const command: Command = {
  name: 'stats',
  usage: `${ACTIONS.join('|')} FILE… | -`,
  says: 'Statistics by ICD: tabulate, standardise, compare, measure burden, judge the data',
  flags: [
    { name: 'by', takes: 'text', value: 'COLUMN,…', says: 'Columns to keep apart, for example place,sex,year' },
    {
      name: 'map',
      takes: 'text',
      value: 'ROLE=COLUMN,…',
      says: 'Columns that are not guessed right: age, sex, cause, count, population, …',
    },
    { name: 'cause', takes: 'text', value: 'CODES', says: 'Only deaths by these codes, for example J40-J44,J47' },
    { name: 'population', takes: 'text', value: 'FILE', says: 'People at risk by age; left out when FILE holds them' },
    { name: 'standard', takes: 'text', value: 'NAME|FILE', says: 'who2000 (default), esp2013, us2000, segi, or a file with age, weight' },
    { name: 'ci', takes: 'text', value: 'METHOD', says: 'dobson (default), fay-feuer, tiwari, gamma, normal, lognormal; smr: exact, byar' },
    { name: 'per', takes: 'text', value: 'N', says: 'Rates for each N people; 100000 when left out' },
    { name: 'confidence', takes: 'text', value: 'SHARE', says: '0.95 when left out' },
    {
      name: 'unknown-age',
      takes: 'text',
      value: 'spread|leave-out',
      says: 'Deaths of unknown age: spread as the known ones are, or left out',
    },
    { name: 'age-rates', takes: 'switch', says: 'rates: also the rate of each age band' },
    { name: 'reference', takes: 'text', value: 'FILE', says: 'smr: the population to compare with (age, deaths, population)' },
    { name: 'against', takes: 'text', value: 'VALUE', says: 'compare: the value all others are held against; the largest when left out' },
    {
      name: 'list',
      takes: 'text',
      value: 'LIST|FILE',
      says: 'tabulate: icd10-chapters or -blocks, who-1 to who-4, who-morbidity, nchs-113, nchs-39, ue1, icd10cm-chapters or -blocks, ccsr-inpatient or -outpatient, icd11-chapters, or a file',
    },
    { name: 'on', takes: 'day', value: 'DATE', says: 'tabulate: the ICD-10-CM edition of this day; today when left out' },
    { name: 'ages', takes: 'text', value: '5|STARTS', says: 'tabulate --by age: five-year bands, or bands from these ages' },
    { name: 'mentions', takes: 'switch', says: 'tabulate: also count deaths that mention the group anywhere (column contributing)' },
    { name: 'leading', takes: 'switch', says: 'tabulate: only ranked causes, in their order' },
    { name: 'zeros', takes: 'switch', says: 'Also groups without deaths' },
    { name: 'suppress', takes: 'text', value: 'N', says: 'tabulate: hide counts below N and what would give them away' },
    { name: 'life', takes: 'text', value: 'who-ghe|FILE', says: 'burden: years still to live (age, years)' },
    { name: 'until', takes: 'text', value: 'AGE', says: 'burden: potential years lost before this age; 75 when left out' },
    { name: 'discount', takes: 'text', value: 'RATE', says: 'burden: yearly discount such as 0.03; none when left out' },
    { name: 'age-weights', takes: 'switch', says: 'burden: the age weights of Murray (1994)' },
    { name: 'expected', takes: 'text', value: 'N', says: 'quality: deaths that should have been registered' },
    { name: 'unlikely', takes: 'text', value: 'FILE', says: 'quality: codes unlikely to cause death (column code)' },
    { name: 'garbage', takes: 'text', value: 'FILE', says: 'quality: garbage codes of your own list (columns class, codes)' },
    { name: 'layout', takes: 'text', value: 'NAME|FILE', says: 'Deaths of fixed width: nchs-mortality, or a file with name, start, end' },
    { name: 'codes', takes: 'text', value: 'CODES', says: 'utilisation: only these, for example 99202-99215,G0438' },
    {
      name: 'kind',
      takes: 'text',
      value: 'KIND',
      says: 'funnel: rate (crude, default), standardised, proportion, ratio (columns observed, expected)',
    },
    { name: 'overdispersion', takes: 'text', value: 'none|auto|always', says: 'funnel: limits widened where places differ beyond chance' },
    { name: 'scale', takes: 'text', value: 'none|log|logit', says: 'inequality: the scale of the line; log for rates, logit for shares' },
    { name: 'values', takes: 'text', value: 'even|rate|share', says: 'inequality: how the intervals of the values are spread' },
    { name: 'plot', takes: 'text', value: 'FILE.svg|.png', says: 'rates, tabulate, compare, quality, trend, funnel: also a figure' },
    { name: 'figure', takes: 'text', value: 'NAME', says: 'rates: rates, caterpillar, before-after, pyramid; compare: ratios, structure' },
    { name: 'report', takes: 'text', value: 'FILE.html', says: 'Also a page with figures, table, methods and sources' },
    { name: 'out', takes: 'text', value: 'FILE', says: 'Also the rows as .csv, .json, .ndjson or .parquet' },
    { name: 'classes', takes: 'text', value: 'N', says: 'rates: the class of each rate among N equal ones, for maps' },
    { name: 'sql', takes: 'switch', says: 'tabulate: only print the aggregation as SQL for another engine' },
  ],
  examples: [
    [
      'cleanclaim stats rates deaths.csv --population people.csv --standard who2000 --by place',
      'Crude and standardised rates of each place',
    ],
    ['cleanclaim stats tabulate deaths.parquet --list who-1 --by sex,year', 'Deaths by the WHO mortality list'],
    ['cleanclaim stats smr town.csv --reference country.csv', 'A town against its country'],
    ['cleanclaim stats compare deaths.csv --population people.csv --by place', 'Two places: how much is age, how much is risk'],
    ['cleanclaim stats burden deaths.csv --by sex', 'Years of life lost'],
    ['cleanclaim stats life deaths.csv --population people.csv --by sex --cause I00-I99', 'Life expectancy, and without one cause'],
    ['cleanclaim stats funnel deaths.csv --population people.csv --by place --kind standardised', 'Which places lie beyond chance'],
    ['cleanclaim stats inequality fifths.csv --by sex', 'Slope and relative index of inequality (quantile, population, value, low, high)'],
    ['cleanclaim stats births births.csv --by year', 'Infant, perinatal and maternal mortality'],
    ['cleanclaim stats drugs deaths.csv --by year', 'Drug poisoning, opioids, intent'],
    ['cleanclaim stats utilisation claims.837 --by code,payer', 'Services on claims: lines, units, exact charges'],
    ['cleanclaim stats tabulate claims.837 --list icd10cm-chapters', 'Claims as visits, by first-listed diagnosis'],
    ['cleanclaim stats trend deaths.csv --population people.csv --by place', 'Per cent a year'],
    ['cleanclaim stats quality deaths.csv --expected 51000', 'Ill-defined causes, impossible codes, a grade'],
  ],
  csv: true,
  atLeast: 2,
  async run(given, output) {
    const [word = ''] = given.words;
    const action = ACTIONS.find((each) => each === word);
    if (!action) throw new CleanclaimError('usage/unknown-command', `stats knows ${ACTIONS.join(', ')}, not ${quote(word)}.`);
    const context = { data: openData(given), today: given.today };
    const perform = await COMMANDS[action]();
    return perform(given, output, context);
  },
};
export default command;
