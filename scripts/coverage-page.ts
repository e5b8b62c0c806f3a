import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const STATUSES = ['complete', 'partial', 'planned'] as const;
type Status = (typeof STATUSES)[number];

interface Covered {
  readonly name: string;
  readonly status: Status;
  readonly editions?: string;
  readonly note?: string;
  /** Day a person last held the line against the program, as YYYY-MM-DD; what is planned has none. */
  readonly checked?: string;
}

/** coverage.yaml as a page for people. Throws where a line has a field or status that the page does not know. */
export function coveragePage(file: URL, footer: string): string {
  const sections = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>[]>;
  const parts = Object.entries(sections).flatMap(([section, lines]) => [
    `## ${title(section)}`,
    '',
    '| | | What is there, and what is missing | Last looked at |',
    '|---|---|---|---|',
    ...lines.map((line) => row(read(section, line))),
    '',
  ]);
  return [
    '# What is covered',
    '',
    'Complete: what its line says is there, all of it. Partial: the line says what is missing. Planned: not there. A report names',
    'under `notChecked` whatever of this it could not check on the claim at hand.',
    '',
    ...parts,
    footer,
    '',
  ].join('\n');
}

function read(section: string, { name, status, editions, note, 'checked-on': checked, ...others }: Record<string, unknown>): Covered {
  const unknown = Object.keys(others)[0];
  const known = STATUSES.find((each) => each === status);
  if (typeof name !== 'string' || !known || unknown !== undefined)
    throw new Error(`coverage.yaml, ${section}: ${String(name)} has ${unknown ?? `the status ${String(status)}`}`);
  if (known !== 'planned' && typeof checked !== 'string') throw new Error(`coverage.yaml, ${section}: ${name} has no day of a look`);
  if (known === 'partial' && typeof note !== 'string') throw new Error(`coverage.yaml, ${section}: ${name} does not say what is missing`);
  return {
    name,
    status: known,
    ...(typeof editions === 'string' ? { editions } : {}),
    ...(typeof note === 'string' ? { note } : {}),
    ...(typeof checked === 'string' ? { checked } : {}),
  };
}

function row({ name, status, editions, note, checked }: Covered): string {
  return `| ${name} | ${status} | ${[editions, note].filter((each) => each !== undefined).join('; ')} | ${checked ?? ''} |`;
}

function title(section: string): string {
  const words = section.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
