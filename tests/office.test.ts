import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '@cleanclaim/server';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-office-'));
const file = join(folder, 'office.sqlite');
const office = (...words: string[]) => runCli(['office', ...words, '--database', file, '--format', 'json']);
afterAll(() => rmSync(folder, { recursive: true }));

describe('cleanclaim office', () => {
  it('makes a token, lists it without its secret, takes it back', async () => {
    const made = await office('token', 'add', 'front desk', '--role', 'bill');
    const [{ token }] = JSON.parse(made.stdout) as [{ token: string }];
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.parse((await office('token', 'list')).stdout)).toEqual([{ name: 'front desk', role: 'bill' }]);
    expect((await office('token', 'remove', 'front desk')).status).toBe(0);
    expect((await office('token', 'remove', 'front desk')).status).toBe(1);
  });

  it('backs up, restores elsewhere, and the audit holds', async () => {
    const store = await openOffice(file);
    const { id } = await store.add({ type: 'professional', id: 'A-1', lines: [] }, 'ann');
    await store.close();
    const backup = join(folder, 'backup.ndjson');
    expect((await office('backup', backup)).status).toBe(0);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(readFileSync(backup, 'utf8')).toContain('"A-1"');
    const other = join(folder, 'other.sqlite');
    expect((await runCli(['office', 'restore', backup, '--database', other])).status).toBe(0);
    expect((await runCli(['office', 'audit', '--database', other])).status).toBe(0);
    expect((await runCli(['office', 'restore', backup, '--database', other])).stderr).toContain('already holds');
    expect((await runCli(['office', 'erase', id, '--database', other])).status).toBe(0);
    expect((await runCli(['office', 'erase', id, '--database', other])).status).toBe(2);
  });

  it.each([
    [['audit'], 'Say where the claims are kept'],
    [['dance', '--database', ':memory:'], 'office knows backup'],
    [['backup', '--database', ':memory:'], 'Name the file'],
    [['restore', '/nowhere', '--database', ':memory:'], 'cannot be read'],
    [['token', 'add', 'a\nb', '--database', ':memory:'], 'letters, digits'],
    [['token', 'add', 'a', '--role', 'king', '--database', ':memory:'], '--role takes'],
    [['audit', '--database', '/nowhere/x.sqlite'], 'cannot be opened'],
  ])('%j is told what to do', async (words, says) => {
    const { status, stderr } = await runCli(['office', ...words], { env: { ...process.env, CLEANCLAIM_DATABASE: '' } });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});
