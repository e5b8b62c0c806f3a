/**
 * Writes the pages that come from code: a page a rule, the list of rules, the operations, the files that can be added, what is covered. `--check` fails when a page
 * differs from what the code says, so that neither can drift.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Claim, type Rule } from '@cleanclaim/core';
import * as core from '@cleanclaim/core';
import * as statistics from '@cleanclaim/core/statistics';
import { bundledData } from '@cleanclaim/data';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { TABLE_SOURCES } from '@cleanclaim/sources';
import { X12_RULES } from '@cleanclaim/x12';
import { coveragePage } from './coverage-page.ts';
import { typeFiles } from './x12-types.ts';
import { exampleChecks } from '../tests/support/made-data.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const GENERATED = 'This page is made from the code by `npm run docs`.';

const COVERAGE_FOOTER =
  'This page is made from `coverage.yaml` by `npm run docs`; each line there has the day on which somebody last looked.';

const checkExample = exampleChecks(bundledData());

function rulePage(rule: Rule): string {
  const facts: [string, string][] = [
    ['Severity', rule.severity],
    ['Stage', rule.stage === 'draft' ? 'draft: not borne out by its source yet, so it only warns' : 'stable'],
    ['Looks at', rule.on],
    ['Holds for services', `from ${rule.from}${rule.to ? ` to ${rule.to}` : ''}`],
    [
      'Claims',
      `${rule.types?.join(', ') ?? 'all types'}${rule.hospitalStay ? ', hospital stays only' : rule.outpatient ? ', not inpatient' : ''}${onlyWith(rule)}`,
    ],
    ['Payers', rule.payers?.join(', ') ?? 'all'],
    ['Needs', rule.needs.length > 0 ? rule.needs.map((need) => [need].flat().join(' or ')).join(', ') : 'only the claim'],
    ...(rule.seesMore ? ([['Sees more with', rule.seesMore.with]] as [string, string][]) : []),
  ];
  const cites = rule.cites.map(citeLine);
  const examples = rule.examples.flatMap((example) => exampleLines(rule, example));
  return [
    `# ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    '| | |',
    '|---|---|',
    ...facts.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    '## Says who',
    '',
    ...cites,
    '',
    '## Examples',
    '',
    ...(rule.exampleTables ? ['The examples are held against made-up tables, not against published rows.', ''] : []),
    ...examples,
    GENERATED,
    '',
  ].join('\n');
}

function onlyWith({ withCodes, withModifiers }: Rule): string {
  return withModifiers ? ', with modifiers' : withCodes ? ', with procedure codes' : '';
}

/** Says plainly whether the section's own words were read or only a digest of them. */
function citeLine({ title, url, section, read, checked, note }: Rule['cites'][number]): string {
  const looked = read === 'text' ? `read ${checked}` : `from a digest, ${checked}`;
  return `- [${title}](${url})${section ? `, ${section}` : ''} (${looked}${note ? `, ${note}` : ''})`;
}

function exampleLines(rule: Rule, example: Rule['examples'][number]): string[] {
  const report = checkExample(rule, example);
  const findings = report.findings.filter((finding) => finding.rule === rule.id);
  const bypassed = report.bypassed.filter((each) => each.rule === rule.id);
  const said: string[] = findings.flatMap((finding) => [
    `- **${finding.severity}** at \`${finding.where.path}\`: ${finding.message}`,
    `  - why: ${finding.why}`,
    `  - fix: ${finding.fix}`,
  ]);
  for (const { codes, by } of bypassed) said.push(`- bypassed for ${codes.join(' and ')} by ${by}`);
  const tables = example.tables ? ' Checked with a few made-up rows of the tables it asks for.' : '';
  const past = example.history?.map((each) => ` History: ${each.id ?? ''}, ${summary(each)}`).join('') ?? '';
  return [
    `### ${example.name}`,
    '',
    `${summary(example.claim)}${past}${tables}`,
    '',
    ...(said.length > 0 ? said : ['Nothing to say.']),
    '',
  ];
}

function summary(claim: Claim): string {
  const diagnoses = claim.diagnoses?.map(({ code }) => code).join(', ') ?? '';
  const lines = claim.lines
    .map((line) => [line.from ?? '', line.code ?? line.revenue ?? '', ...(line.modifiers ?? [])].join(' ').trim())
    .join('; ');
  const procedures = claim.procedures?.map(({ code }) => code).join(', ');
  return `${claim.type} claim; diagnoses ${diagnoses || 'none'}${procedures ? `; procedures ${procedures}` : ''}; lines ${lines || 'none'}.`;
}

function ruleIndex(): string {
  const rows = RULES.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity}${rule.stage === 'draft' ? ' (draft)' : ''} |`,
  );
  const unmade = UNMADE.map((each) => `| ${each.rule} | ${each.title} | ${each.needs} |`);
  return [
    '# Rules',
    '',
    `${RULES.length} rules. Each has a page with its source, dates and examples; each example is run as a test.`,
    '',
    '| Rule | Finds | Severity |',
    '|---|---|---|',
    ...rows,
    '',
    '## Not made yet',
    '',
    'A report names these under `notChecked` wherever they would bear on the claim.',
    '',
    '| Check | What it would find | Needs |',
    '|---|---|---|',
    ...unmade,
    '',
    GENERATED,
    '',
  ].join('\n');
}

function operationsPage(): string {
  const operations = [core, statistics].flatMap((door) => Object.values(door as Record<string, unknown>)).filter(isOperation);
  const parts = operations.flatMap((each) => [
    `## ${each.id}`,
    '',
    `${each.title}.`,
    '',
    ...(each.failures.length > 0 ? [`Wrong use: ${each.failures.map((code) => `\`${code}\``).join(', ')}.`, ''] : []),
    ...each.examples.flatMap((example) => [`${example.says}:`, '', '```json', JSON.stringify(example.input, undefined, 2), '```', '']),
  ]);
  return ['# Operations', '', 'Every public call; the command line and the library are made from these.', '', ...parts, GENERATED, ''].join(
    '\n',
  );
}

function sourcesPage(): string {
  const rows = TABLE_SOURCES.map(
    ({ id, title, publisher, page, cadence, terms, sample }) =>
      `| \`${id}\` | [${title}](${page}) | ${publisher} | ${cadence} | ${terms} | \`${sample.file}\` |`,
  );
  return [
    '# Files that can be added',
    '',
    'With `cleanclaim data add FILE`; [the guide](data.md) says how. The last column is a name such a file bears.',
    '',
    '| source | what it holds | publisher | appears | terms | such as |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    GENERATED,
    '',
  ].join('\n');
}

function x12ChecksPage(): string {
  const rows = Object.entries(X12_RULES).map(([id, { snip, severity, why, fix, codes }]) => {
    const answers = Object.entries(codes).map(([name, code]) => `${name === 'dataElement' ? 'data element' : name.toUpperCase()} ${code}`);
    return `| ${id} | ${snip} | ${severity} | ${why} | ${fix} | ${answers.join(', ')} |`;
  });
  return [
    '# X12 checks',
    '',
    `${rows.length} checks of \`cleanclaim x12 check\`. [x12.md](x12.md) explains the columns.`,
    '',
    '| Check | SNIP | Severity | Why | Fix | Answered as |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    GENERATED,
    '',
  ].join('\n');
}

interface Described {
  readonly id: string;
  readonly title: string;
  readonly failures: readonly string[];
  readonly examples: readonly { readonly says: string; readonly input: unknown }[];
}

function isOperation(each: unknown): each is Described {
  return typeof each === 'object' && each !== null && 'run' in each && 'failures' in each && 'examples' in each;
}

function pages(): Map<string, string> {
  const made = new Map(RULES.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]));
  made.set('docs/rules/README.md', ruleIndex());
  made.set('docs/operations.md', operationsPage());
  made.set('docs/sources.md', sourcesPage());
  made.set('docs/x12-checks.md', x12ChecksPage());
  made.set('docs/what-is-covered.md', coveragePage(new URL('../coverage.yaml', import.meta.url), COVERAGE_FOOTER));
  for (const [path, text] of typeFiles()) made.set(path, text);
  return made;
}

function existingRulePages(folder = 'docs/rules'): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? existingRulePages(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const made = pages();
const orphans = existingRulePages().filter((path) => !made.has(path));
const stale = [...made]
  .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
  .map(([path]) => path);
if (process.argv.includes('--check')) {
  for (const path of [...stale, ...orphans]) console.error(`${path} is not what the code says: run npm run docs`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const path of orphans) rmSync(join(root, path));
  for (const [path, text] of made) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${made.size} pages, ${stale.length} changed, ${orphans.length} removed`);
}
