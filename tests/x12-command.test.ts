import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { make835, make837P } from './made/x12.ts';

const main = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-x12-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function made(make: (claims: number, put: (text: string) => void) => void): string {
  let text = '';
  make(2, (part) => {
    text += part;
  });
  return text;
}

function run(words: readonly string[], input?: Uint8Array): { status: number | null; out: Buffer; err: string } {
  const script = `import(${JSON.stringify(main)}).then(async ({ main }) => { process.exitCode = await main(${JSON.stringify(words)}); })`;
  const child = spawnSync(process.execPath, ['--conditions=@cleanclaim/source', '--no-warnings', '-e', script], { input: input ?? '' });
  return { status: child.status, out: child.stdout, err: child.stderr.toString() };
}

const claims = put('claims.837', made(make837P));
const payment = put('payment.835', made(make835));
const broken = put('broken.837', made(make837P).replace('CLM*C0*', 'CLM*C0*1'));

describe('cleanclaim x12', () => {
  it('check exits 0 or 1, whatever the bytes', () => {
    const { status, out } = run(['x12', 'check', claims, broken, '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(out.toString())).toMatchObject([
      { input: claims, errors: 0 },
      { input: broken, errors: 1, findings: [{ rule: 'x12/claim-total' }] },
    ]);
    expect(run(['x12', 'check', '-'], new Uint8Array([0, 255, 1, 2])).status).toBe(1);
    expect(run(['x12', 'check', claims, '--strict']).status).toBe(3);
  });

  it('wrong use exits 2 and says what to do', () => {
    for (const words of [
      ['x12', 'chek', claims],
      ['x12', 'check', `${claims}.not`],
      ['x12', 'ack', main],
      ['x12', 'write', main],
      ['x12', 'read-835', claims],
      ['check', payment],
    ]) {
      const { status, err } = run(words);
      expect([words, status]).toEqual([words, 2]);
      expect(err).toMatch(/^cleanclaim: .+\n {2}.+/);
    }
  });

  it('ack answers with a 999 that the check takes', () => {
    const answer = run(['x12', 'ack', broken, '--control', '77']);
    expect(answer.status).toBe(0);
    expect(answer.out.toString()).toContain('IEA*1*000000077~');
    expect(run(['x12', 'check', '-'], answer.out).status).toBe(0);
    expect(run(['x12', 'ack', '--claims', broken]).out.toString()).toContain('STC*A8:400*');
  });

  it('json and write give the same bytes back', () => {
    for (const path of [
      claims,
      payment,
      put(
        'latin1.837',
        Uint8Array.from(made(make837P).replace('ALBANY', 'ALB\u00c1NY'), (each) => each.charCodeAt(0)),
      ),
    ]) {
      const json = put('tree.json', run(['x12', 'json', path]).out);
      expect(run(['x12', 'write', json]).out.equals(readFileSync(path))).toBe(true);
    }
  });

  it('write without flags names the billing provider and the payer, and the check says what the claim lacks', () => {
    const claim = {
      type: 'professional',
      id: 'A-100',
      payer: { id: '12302', kind: 'medicare' },
      patient: { birthDate: '1957-04-02', sex: 'female', memberId: '1EG4TE5MK73' },
      billing: { npi: '1234567893', taxonomy: '207Q00000X', taxId: '123456789', name: 'MADE CLINIC' },
      diagnoses: [{ code: 'E11.22' }],
      lines: [{ code: 'G0108', from: '2026-03-04', pos: '11', units: 1, charge: '128.00', pointers: [1] }],
      total: '128.00',
    };
    const { status, out, err } = run(['x12', 'write', put('claim.json', JSON.stringify(claim))]);
    expect(out.toString()).toContain('NM1*41*2*MADE CLINIC*****46*1234567893~');
    expect(out.toString()).toContain('NM1*40*2******46*12302~');
    expect(status).toBe(1);
    expect(err).toMatch(/NM103/);
    const two = [claim, { ...claim, id: 'A-101', payer: { id: 'EX1' } }];
    expect(run(['x12', 'write', put('claims.json', JSON.stringify(two))]).err).toMatch(/--receiver is missing/);
  });

  it('write --out writes claims one a line whole or not at all', () => {
    const claim = (id: string): string =>
      JSON.stringify({
        type: 'professional',
        id,
        billing: { npi: '1234567893' },
        payer: { id: 'P1' },
        lines: [{ code: 'G0108', charge: '5.00' }],
      });
    const out = join(folder, 'written.837');
    const broken = run(['x12', 'write', put('broken.ndjson', `${claim('A')}\n{"type":"professional","lines":7}\n`), '--out', out]);
    expect(broken.status).toBe(2);
    expect(broken.err).toContain('Line 2 of ');
    expect(readdirSync(folder).filter((name) => name.startsWith('written'))).toEqual([]);
    expect(run(['x12', 'write', put('two.ndjson', `${claim('A')}\n${claim('B')}\n`), '--out', out])).toMatchObject({
      status: 1,
      out: Buffer.alloc(0),
    });
    expect(readFileSync(out, 'utf8').match(/^CLM\*.*/gm)).toHaveLength(2);
  });

  it('a reader that closes its end is no error', () => {
    const cli = `import(${JSON.stringify(main)}).then(async ({ main }) => { process.exitCode = await main(['x12', 'check', ${JSON.stringify(claims)}, '--format', 'json']); })`;
    const child = spawnSync('sh', ['-c', '"$0" --conditions=@cleanclaim/source --no-warnings -e "$1" | true', process.execPath, cli]);
    expect(child.stderr.toString()).toBe('');
  });

  it('read-835 tells payments, and check takes an 837', () => {
    const { status, out } = run(['x12', 'read-835', payment, '--format', 'ndjson']);
    expect(status).toBe(0);
    expect(JSON.parse(out.toString())).toMatchObject({
      payments: [{ balance: { balanced: true }, claims: [{ claim: 'C0' }, { claim: 'C1' }] }],
    });
    const checked = run(['check', claims, broken, '--format', 'ndjson', '--received', '2026-06-01']);
    expect(
      checked.out
        .toString()
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { claim: string }).claim),
    ).toEqual(['C0', 'C1', 'C0', 'C1']);
    expect(checked.err).toContain('1 error');
  });
});
