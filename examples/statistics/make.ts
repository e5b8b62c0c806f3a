/**
 * Makes the data of docs/statistics.md: two invented countries, one old and one young, in which people of the same age run nearly
 * the same risk. No real person and no real country is behind them. `node examples/statistics/make.ts` writes the files again.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

let state = 20_260_301;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state + 0.5) / 2 ** 32;
}

function poisson(mean: number): number {
  let sum = -Math.log(random());
  let count = 0;
  while (sum < mean) {
    sum -= Math.log(random());
    count++;
  }
  return count;
}

const BANDS = ['0-4', '5-14', '15-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75-84', '85+'];
const STARTS = [0, 5, 15, 25, 35, 45, 55, 65, 75, 85];
const PEOPLE: Readonly<Record<string, readonly number[]>> = {
  Oldland: [2400, 5200, 5600, 6000, 6200, 6600, 6500, 5200, 3300, 1500],
  Youngland: [9800, 17_000, 13_200, 9600, 6200, 3900, 2300, 1100, 420, 90],
};
/** Deaths of each 100,000 at each band, the same in both countries but for malaria and the roads. */
const RISKS: readonly (readonly [code: string, rates: readonly number[], only?: { country?: string; sex?: string }])[] = [
  ['J44.9', [0, 0, 0, 1, 3, 18, 90, 260, 560, 1100]],
  ['I21.9', [0, 0, 1, 6, 25, 80, 190, 420, 900, 2200]],
  ['I64', [1, 0, 1, 3, 10, 30, 85, 260, 800, 2400]],
  ['C34.9', [0, 0, 0, 1, 8, 45, 140, 260, 330, 300]],
  ['C50.9', [0, 0, 0, 4, 16, 38, 70, 100, 150, 250], { sex: '2' }],
  ['C61', [0, 0, 0, 0, 1, 6, 35, 130, 380, 900], { sex: '1' }],
  ['E11.9', [0, 0, 1, 2, 6, 18, 50, 110, 230, 480]],
  ['J18.9', [60, 2, 2, 4, 8, 18, 40, 100, 320, 1300]],
  ['V89.2', [8, 6, 18, 18, 15, 15, 15, 18, 24, 30]],
  ['X70', [0, 1, 10, 13, 15, 18, 16, 15, 18, 18]],
  ['P07.3', [220, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['B50.9', [180, 30, 18, 16, 16, 18, 20, 24, 30, 40], { country: 'Youngland' }],
  ['R99', [10, 1, 4, 6, 10, 18, 30, 60, 160, 600]],
];

const deaths: string[] = [];
const people: string[] = [];
for (const [country, sizes] of Object.entries(PEOPLE))
  sizes.forEach((size, band) => {
    for (const sex of ['1', '2']) {
      const population = Math.round(size * (sex === '1' ? 0.98 - band * 0.02 : 1.02 + band * 0.02) * 5);
      people.push(`${country},${sex},${BANDS[band]},${population}`);
      for (const [code, rates, only] of RISKS) {
        if ((only?.country ?? country) !== country || (only?.sex ?? sex) !== sex) continue;
        const cases = poisson(((rates[band] ?? 0) * population) / 100_000);
        for (let at = 0; at < cases; at++) {
          const start = STARTS[band] ?? 0;
          const age = start + Math.floor(random() * ((STARTS[band + 1] ?? 97) - start));
          // P07.3 is a cause of newborns.
          deaths.push(`${country},2026,${sex},${code === 'P07.3' ? 0 : age},${code}`);
        }
      }
    }
  });
// What real files also hold.
deaths.push(
  'Oldland,2026,1,71,C56',
  'Oldland,2026,2,80,',
  'Youngland,2026,2,34,1A00',
  'Youngland,2026,1,,J44.9',
  'Youngland,2026,2,,I64',
  'Youngland,2026,1,41,S72.0',
);

// A third, large country to hold the others against: exactly the risks above, without malaria.
const reference = ['1', '2'].flatMap((sex) =>
  BANDS.map((band, at) => {
    const of = RISKS.filter(([, , only]) => only?.country === undefined && (only?.sex ?? sex) === sex);
    return `${sex},${band},${of.reduce((sum, [, rates]) => sum + (rates[at] ?? 0), 0)},100000`;
  }),
);

writeFileSync(`${folder}reference.csv`, `sex,age,deaths,population\n${reference.join('\n')}\n`);
writeFileSync(`${folder}deaths.csv`, `country,year,sex,age,cause\n${deaths.join('\n')}\n`);
writeFileSync(`${folder}people.csv`, `country,sex,age,population\n${people.join('\n')}\n`);
