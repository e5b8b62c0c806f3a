import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts the built program as a server, has `work` done on its port, and stops it. Throws Error when nothing is built. */
export async function onBuiltServer(work: (port: number) => Promise<void>): Promise<void> {
  const program = fileURLToPath(new URL('../packages/cli/bin/cleanclaim.js', import.meta.url));
  if (!existsSync(fileURLToPath(new URL('../packages/cli/dist/commands/serve.js', import.meta.url))))
    throw new Error('build first: npm run build');
  const server = spawn(process.execPath, [program, 'serve', '--port', '0', '--quiet'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    await work(Number(/:(\d+) /.exec(line)?.[1]));
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}
