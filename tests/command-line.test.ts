import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { startCli } from './support/run-cli.ts';

// The built program, as users run it (npm run build, or the build on install, makes it).
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['packages/cli/bin/cleanclaim.js', ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, CLEANCLAIM_DATA: '', NO_COLOR: '1' },
  });
  // Whatever happens, nobody sees a stack trace.
  expect(stderr).not.toMatch(/\n\s+at .*(?:\.js|\.ts|node:)/);
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as never };
}

const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const claim = JSON.parse(readFileSync(join(root, 'examples/office-visit.json'), 'utf8')) as Record<string, unknown>;

describe('lookup', () => {
  it('answers the acceptance line of the foundation', () => {
    const answer = run('lookup E11.9 S82.101 T14.90 S06.1X7 QA0.0101 U07.1 M54.5 --on 2026-03-04 --format json'.split(' '));
    expect(answer.status).toBe(1);
    const codes = answer.json() as { status: string; needs?: { placeholder: string; choices: { code: string; character?: string }[] } }[];
    expect(codes.map((each) => each.status)).toEqual(['billable', 'header', 'header', 'header', 'billable', 'billable', 'header']);
    expect(codes[1]?.needs?.choices.map((each) => each.character).join('')).toBe('ABCDEFGHJKMNPQRS');
    expect(codes[2]?.needs).toMatchObject({
      placeholder: 'X',
      choices: [{ code: 'T14.90XA' }, { code: 'T14.90XD' }, { code: 'T14.90XS' }],
    });
    expect(codes[3]?.needs?.choices.map((each) => each.code)).toEqual(['S06.1X7A']);
    expect(codes[6]?.needs?.choices.map((each) => each.code)).toEqual(['M54.50', 'M54.51', 'M54.59']);
  });

  it('forgives writing, never guesses', () => {
    const answers = run([
      'lookup',
      'e119',
      ' E11.9 ',
      'Ｅ１１．９',
      'E11\u200b.9',
      'E1.19',
      'E11..9',
      'l10',
      'Е11.9',
      '--on',
      '2026-03-04',
      '--format',
      'json',
    ]).json() as {
      input: string;
      code: string;
      status: string;
      suggestions?: { code: string }[];
    }[];
    expect(answers.slice(0, 4).every((each) => each.code === 'E11.9' && each.status === 'billable')).toBe(true);
    expect(answers.slice(4).map((each) => each.status)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(answers[4]?.suggestions?.map((each) => each.code)).toContain('E11.9');
    expect(answers[1]?.input).toBe(' E11.9 ');
  });

  it('has the codes that patterns reject', () => {
    const answers = run([
      'lookup',
      'U07.1',
      'U09.9',
      'QA0.0101',
      'C7A.00',
      'C4A.0',
      'D3A.00',
      'M1A.0',
      'O9A.2',
      'Z3A.20',
      '--on',
      '2026-03-04',
      '--format',
      'json',
    ]).json() as { status: string }[];
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set(['billable', 'header']));
  });

  it('says "no data" for days outside the editions, and for systems without a table', () => {
    expect(run(['lookup', 'U09.9', '--on', '2021-09-30', '--format', 'json'])).toMatchObject({ status: 3 });
    expect(run(['lookup', '4A023N7', '--format', 'json']).json()).toMatchObject([{ status: 'no-data', system: 'icd10pcs' }]);
    expect(run(['lookup', '11', '--format', 'json']).json()).toMatchObject([
      { status: 'billable', system: 'place-of-service', display: 'Office' },
    ]);
  });

  it('marks late answers as possibly superseded, and untitled headers as derived', () => {
    expect(run(['lookup', 'E11.9', '--on', '2027-04-01', '--format', 'json']).json()).toMatchObject([{ mayBeSuperseded: true }]);
    expect(run(['lookup', 'K6A', '--on', '2026-10-01', '--format', 'json']).json()).toMatchObject([{ display: null, derived: true }]);
  });

  it('streams lines in order, with failures in their place', () => {
    const answer = run(['lookup', '-', '--on', '2026-03-04', '--format', 'ndjson'], `E11.9\n${'9'.repeat(300)}\n\nI10\n`);
    const lines = answer.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([{ input: 'E11.9' }, { line: 2, error: { code: 'input/too-long' } }, { input: 'I10' }]);
    expect(answer.status).toBe(2);
  });
});

/** The plan of the payer stands among the editions. */
const PLAN = { id: 'plan-medicare-part-b', from: '1800-01-01', to: null };

it('CSV has a row for each answer, and one with empty cells where there is none', () => {
  const search = run(['search', 'gout', 'zzzzqqqq', '--limit', '3', '--format', 'csv', '--on', '2026-03-04']);
  expect(search.stdout.split('\n').map((row) => row.split(',').slice(0, 2).join())).toEqual([
    'query,rank',
    'gout zzzzqqqq,1',
    'gout zzzzqqqq,2',
    'gout zzzzqqqq,3',
    '',
  ]);
  const none = run(['search', '-', '--format', 'csv'], 'zzzzqqqq\n');
  expect(none.stdout).toBe('query,rank,code,display,billable,score,system\nzzzzqqqq,,,,,,\n');
  // E11.9 is a code of the United States' edition and of the WHO's.
  const kinds = run(['identify', 'E11.9', '--format', 'csv']).stdout.trim().split('\n').slice(1);
  expect(kinds.map((row) => row.split(',').slice(0, 2).join())).toEqual(['E11.9,icd10cm', 'E11.9,icd10']);
});

describe('check', () => {
  it('reports the example claim', () => {
    const answer = run(['check', 'examples/office-visit.json', '--format', 'json', '--received', '2026-11-24']);
    expect(answer.status).toBe(0);
    const [report] = answer.json() as [{ status: string; notChecked: { rule: string }[]; editions: unknown[] }];
    expect(report.status).toBe('incomplete');
    expect(report.notChecked.map((each) => each.rule)).toEqual(expect.arrayContaining(['ncci/ptp-pair', 'ncci/mue', 'coverage/lcd-ncd']));
    expect(report.editions).toEqual([{ id: 'icd10cm-2025-10', from: '2025-10-01', to: '2026-03-31', notesAsOf: '2026-04-01' }, PLAN]);
    expect(run(['check', 'examples/office-visit.json', '--strict', '--received', '2026-11-24']).status).toBe(3);
  });

  it('answers an array in order and ndjson line by line', () => {
    const list = run([
      'check',
      file('list.json', JSON.stringify([claim, { ...claim, id: 'B', lines: 5 }, { ...claim, id: 'C' }])),
      '--format',
      'json',
      '--received',
      '2026-11-24',
    ]);
    expect(list.status).toBe(2);
    expect(list.json()).toMatchObject([
      { claim: 'EX-OFFICE' },
      { line: 2, error: { code: 'claim/wrong-shape', path: '/1/lines' } },
      { claim: 'C' },
    ]);
    const text = `${JSON.stringify(claim)}\nnot json\n\n${JSON.stringify({ ...claim, id: 'D' })}`;
    const stream = run(['check', '-', '--format', 'ndjson', '--received', '2026-11-24'], text);
    expect(
      stream.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([{ claim: 'EX-OFFICE' }, { line: 2, input: 'not json', error: { code: 'input/not-json' } }, { claim: 'D' }]);
    expect(stream.status).toBe(2);
  });

  it('gives the same reports in several threads', () => {
    const text = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({ ...claim, id: `T-${at}`, total: at % 3 === 0 ? '1.00' : '158.00' }),
    ).join('\n');
    const path = file('many.ndjson', text);
    const one = run(['check', path, '--format', 'ndjson', '--received', '2026-11-24']);
    const several = run(['check', path, '--format', 'ndjson', '--received', '2026-11-24', '--jobs', '2']);
    expect(several.stdout).toBe(one.stdout);
    expect([one.status, several.status]).toEqual([1, 1]);
  });

  it('gives the same reports in several threads by rules of the user, and in one where the file is no lines', () => {
    const pretty = file('pretty.json', JSON.stringify([claim, { ...claim, id: 'D' }], undefined, 2));
    const lines = file('few.ndjson', `${JSON.stringify(claim)}\n{}\n${JSON.stringify({ ...claim, id: 'D' })}\n`);
    for (const path of [pretty, lines]) {
      const words = ['check', path, '--rules', 'examples/rules', '--format', 'ndjson', '--received', '2026-11-24'];
      const one = run(words);
      const several = run([...words, '--jobs', '2']);
      expect([several.status, several.stdout]).toEqual([one.status, one.stdout]);
      expect(several.stderr.includes('Checked in one thread')).toBe(path === pretty);
    }
  });

  it('tells once, on standard error, what could not be read, and refuses text that is not UTF-8', () => {
    const bad = Buffer.concat([Buffer.from('no json\n'), Buffer.from(`${JSON.stringify({ ...claim, id: 'Renée' })}\n`, 'latin1')]);
    const path = file('bad.ndjson', bad);
    for (const more of [[], ['--jobs', '2']]) {
      const { status, stdout, stderr } = run(['check', path, '--format', 'ndjson', ...more]);
      const codes = stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { error: { code: string } }).error.code);
      expect([status, codes]).toEqual([2, ['input/not-json', 'input/not-utf8']]);
      expect(stderr).toMatch(/2 inputs could not be read\. The first, 1: .*\n {2}Send JSON/);
    }
    expect(run(['check', '-', '--format', 'json'], 'no json').stderr).toContain('Send JSON');
  });

  it('prints an array in JSON whatever was asked', () => {
    for (const words of [
      ['diff', 'FY2026', 'FY2027'],
      ['diff', 'FY2026', 'FY2027', '--only', 'examples/my-codes.txt'],
      ['data', 'list'],
      ['check', 'examples/office-visit.json', '--summary'],
      ['index', 'diabetes'],
    ])
      expect(Array.isArray(run([...words, '--format', 'json']).json()), words.join(' ')).toBe(true);
  });

  it('reads a claim that is one pretty-printed object, with a byte-order mark or in UTF-16', () => {
    const pretty = JSON.stringify(claim, undefined, 2);
    for (const bytes of [Buffer.from(pretty), Buffer.from(`\ufeff${pretty}`)])
      expect(run(['check', '-', '--format', 'ndjson', '--received', '2026-11-24'], bytes).status).toBe(0);
  });

  it('runs rules of the user', () => {
    const path = join(folder, 'rules');
    cpSync(join(root, 'examples/rules'), path, { recursive: true });
    const [report] = run([
      'check',
      'examples/office-visit.json',
      '--rules',
      path,
      '--format',
      'json',
      '--received',
      '2026-11-24',
    ]).json() as [{ findings: { rule: string }[] }];
    expect(report.findings.map((each) => each.rule)).toContain('our-office/no-test-strips');
  });

  it.each([
    ['empty', '', 2],
    ['NUL', '\u0000', 2],
    ['a list for a claim', '[[]]', 2],
    ['10 MB of nothing', ' '.repeat(10_000_000), 2],
    ['10 MB in one text', JSON.stringify({ ...claim, id: 'x'.repeat(10_000_000) }), 2],
    ['deep nesting', `{"type":"professional","lines":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 2],
    ['a duplicate key', '{"type":"professional","lines":[],"lines":[]}', 2],
    ['a lone surrogate', '{"type":"professional","lines":[],"id":"\\ud800"}', 1],
  ])('answers %s with one clear error or a report', (_, text, status) => {
    const answer = run(['check', '-', '--format', 'json'], text);
    expect(answer.status).toBe(status);
    if (status === 2) expect(answer.json()).toMatchObject([{ error: { recovery: expect.stringMatching(/./) as string } }]);
  });
});

it('check says so when X12 holds no claim', () => {
  const { status, stderr } = run(['check', '-', '--format', 'json'], 'ISA*00*          *00*');
  expect(status).toBe(2);
  expect(stderr).toMatch(/X12/);
});

describe('wrong use', () => {
  it.each([
    [['frobnicate']],
    [['lookup']],
    [['lookup', '--nonsense', 'E11.9']],
    [['lookup', 'E11.9', '--on', '2026-02-30']],
    [['lookup', 'E11.9', '--format', 'xml']],
    [['check', '/nowhere/at/all.json']],
    [['check', '.']],
    [['diff', 'FY2026', 'FY1999']],
    [['search', 'cough', '--limit', '0']],
    [['search', 'cough', '--system', 'snomed']],
    [['data', 'frobnicate']],
    [['lookup', 'E11.9', '--data', '/nowhere/at/all']],
  ])('%j exits 2 and says what to do', (words) => {
    const { status, stderr } = run(words);
    expect(status).toBe(2);
    expect(stderr).toMatch(/cleanclaim: .+\n {2}\S/);
  });

  it('a damaged pack is refused, not answered from', () => {
    const bytes = readFileSync(join(root, 'packages/data/packs/icd10cm.pack'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    file('icd10cm.pack', bytes.subarray(0, 100_000));
    expect(run(['lookup', 'E11.9', '--data', folder])).toMatchObject({ status: 3, stdout: '' });
    file('icd10cm.pack', bytes);
    expect(run(['search', 'cough', '--data', folder]).stdout + run(['notes', 'E11.9', '--data', folder]).stdout).not.toContain('undefined');
  });

  it('any words at all end in an exit status, never in a stack trace', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/\u0000/g, '')),
            fc.constantFrom('lookup', 'check', '--on', '-', '--format', 'json'),
          ),
          { maxLength: 5 },
        ),
        (words) => {
          expect([0, 1, 2, 3]).toContain(run(words).status);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a reader that closes its end, as head does', () => {
  it.each(['ndjson', 'json', 'csv'])('ends the command without a word (%s)', async (format) => {
    const child = startCli(['check', 'examples/day/claims.ndjson', '--format', format]);
    let stderr = '';
    child.stderr?.on('data', (part) => (stderr += String(part)));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    expect(stderr).toBe('');
    expect(status === 0 || status === 1, `status ${status}`).toBe(true);
  });
});

describe('help', () => {
  it('has a page for every command, with examples', () => {
    const overview = run(['--help']).stdout;
    for (const name of ['check', 'lookup', 'search', 'identify', 'tree', 'notes', 'diff', 'data']) {
      expect(overview).toContain(`  ${name}`);
      expect(run([name, '--help']).stdout).toMatch(/Examples:\n {2}cleanclaim /);
    }
    expect(run(['--version']).stdout).toMatch(/^cleanclaim \d+\.\d+\.\d+\nBundled editions:\n {2}icd10cm-2024-10/);
  });
});
