/** Made-up people of two countries by five-year age bands, an old and a young one; no real country is behind them. */
const AGES = [
  '0-4',
  '5-9',
  '10-14',
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50-54',
  '55-59',
  '60-64',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85+',
];
const PEOPLE: Readonly<Record<string, readonly number[]>> = {
  Oldland: [210, 220, 230, 240, 260, 280, 300, 310, 320, 340, 370, 390, 380, 350, 310, 240, 170, 130].map((thousands) => 1_000 * thousands),
  Youngland: [900, 780, 660, 560, 470, 390, 320, 260, 210, 170, 135, 105, 80, 60, 40, 25, 13, 7].map((thousands) => 1_000 * thousands),
};

/** Deaths of 100,000 people a year at an age, as a curve: the same risk of lungs and hearts in both, malaria in one. */
const CAUSES: readonly { readonly code: string; readonly rate: (age: number, place: string) => number }[] = [
  { code: 'J44.9', rate: (age) => 0.05 * Math.exp(0.105 * age) },
  { code: 'I25.9', rate: (age) => 0.12 * Math.exp(0.108 * age) },
  { code: 'C34.9', rate: (age, place) => (place === 'Oldland' ? 0.05 : 0.03) * Math.exp(0.09 * age) },
  { code: 'B50.9', rate: (age, place) => (place === 'Youngland' ? (age < 5 ? 120 : 9) : 0) },
];

/** Deaths and people as the page takes them. */
export const SAMPLE: Readonly<Record<'deaths' | 'people', string>> = {
  deaths: lines(['country,cause,age,deaths'], (place, age, people, middle) =>
    CAUSES.flatMap(({ code, rate }) => {
      const deaths = Math.round((people * rate(middle, place)) / 100_000);
      return deaths === 0 ? [] : [`${place},${code},${age},${deaths}`];
    }),
  ),
  people: lines(['country,age,population'], (place, age, people) => [`${place},${age},${people}`]),
};

function lines(
  heading: readonly string[],
  rowsOf: (place: string, age: string, people: number, middle: number) => readonly string[],
): string {
  const rows = Object.entries(PEOPLE).flatMap(([place, people]) =>
    AGES.flatMap((age, at) => rowsOf(place, age, people[at] ?? 0, at === AGES.length - 1 ? 88 : 5 * at + 2.5)),
  );
  return [...heading, ...rows].join('\n');
}
