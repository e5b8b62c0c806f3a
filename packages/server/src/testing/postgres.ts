import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const HOME = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL server on this machine; undefined when there is none, or none may be run. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(HOME)) return undefined;
  const folder = readdirSync(HOME)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(HOME, version, 'bin'))
    .find((each) => existsSync(join(each, 'initdb')));
  return folder !== undefined && (process.getuid?.() !== 0 || otherUser() !== undefined) ? folder : undefined;
}

/** PostgreSQL does not run as root: then it runs as the user its package made, or as nobody. */
function otherUser(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user: the next may be there.
    }
  }
  return undefined;
}

export interface TestPostgres {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server of its own in a temporary folder, reachable through a socket there and by no port. */
export async function startPostgres(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-pg-'));
  const user = process.getuid?.() === 0 ? otherUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'office', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    stdio: 'ignore',
    ...user,
  });
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-h', '', '-c', 'fsync=off'], { stdio: 'ignore', ...user });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = (name: string): string => `postgres://office@localhost/${name}?host=${encodeURIComponent(folder)}`;
  const ask = async (text: string): Promise<void> => {
    const client = new Client({ connectionString: address('postgres') });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  for (let tries = 0; ; tries++) {
    try {
      await ask('select 1');
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
  let made = 0;
  return {
    async database() {
      const name = `office${++made}`;
      await ask(`create database ${name}`);
      return address(name);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
