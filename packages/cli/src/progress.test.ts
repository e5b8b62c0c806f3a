import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

function made(isTTY: boolean, on = true) {
  const written: string[] = [];
  let now = 1_000_000;
  const progress = new Progress(on, 'claims', { out: { isTTY, write: (text) => written.push(text) }, now: () => now });
  const later = (milliseconds: number, count: number, bytes = 0): void => {
    now += milliseconds;
    progress.read(bytes);
    progress.add(count);
  };
  return { progress, written, later };
}

describe('progress', () => {
  it('tells count, rate and time left, over one line of a terminal', () => {
    const { progress, written, later } = made(true);
    progress.expect([import.meta.filename]);
    later(1_000, 5, 100);
    expect(written).toEqual([]);
    later(1_500, 5, 100);
    expect(written[0]).toMatch(/^\r10 claims, 4 a second, \d+ s left/);
    later(100, 1, 1);
    expect(written).toHaveLength(1);
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('writes a line now and then where standard error is no terminal', () => {
    const { progress, written, later } = made(false);
    later(9_000, 90);
    later(2_000, 20);
    later(5_000, 50);
    progress.end();
    expect(written).toEqual(['110 claims, 10 a second\n']);
  });

  it('says no time left for standard input, and nothing when told to be quiet', () => {
    const { progress, written, later } = made(true);
    progress.expect(['-']);
    later(4_000, 8, 100);
    expect(written[0]).toBe('\r8 claims, 2 a second\u001b[K');
    const quiet = made(true, false);
    quiet.later(4_000, 8);
    expect(quiet.written).toEqual([]);
  });
});
