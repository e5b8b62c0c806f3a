import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A cold look-up against a bare Node in turn: target at most 2.3 × its CPU and 90 MB of memory. */
export function benchStart(): void {
  const ratios: number[] = [];
  for (let round = 0; round < 15; round++) {
    const own = cpuOf(`"${process.execPath}" packages/cli/bin/cleanclaim.js lookup E11.9`);
    ratios.push(own / cpuOf(`"${process.execPath}" -e 0`));
  }
  console.log(`cold look-up: ${median(ratios).toFixed(2)} × the CPU of a bare Node (target ≤ 2.3), ${peakMegabytes()} MB (target ≤ 90)`);
}

/** CPU seconds of a command by the shell's own account, five runs to be finer than its clock. */
function cpuOf(command: string): number {
  const run = spawnSync('/bin/sh', ['-c', `for i in 1 2 3 4 5; do ${command} > /dev/null; done; times`], { cwd: root, encoding: 'utf8' });
  const children = run.stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, each) => sum + Number(each[1]) * 60 + Number(each[2]), 0) / 5;
}

function peakMegabytes(): string {
  const script = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));";
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(script)}`, 'packages/cli/bin/cleanclaim.js', 'lookup', 'E11.9'],
    { cwd: root, encoding: 'utf8' },
  );
  return (Number(run.stderr) / 1024).toFixed(0);
}
