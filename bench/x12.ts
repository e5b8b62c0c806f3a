import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledData } from '@cleanclaim/data';
import type { Claim } from '@cleanclaim/core';
import { ClaimStream, ClaimWriter, X12Checker, X12Reader } from '@cleanclaim/x12';
import { make835, make837P } from '../tests/made/x12.ts';
import { hasPyx12, pyx12Environment } from '../tests/support/pyx12.ts';
import { median } from './measure.ts';

const MAKERS = { '837P': make837P, '835': make835 } as const;
const SIZES = [1_000, 10_000, 100_000];
const LARGE = 1_330_000;
const PIECE = 262_144;
/** Bytes read to warm up for files smaller than this. */
const WARM = 8_000_000;

/** Each figure is measured in a process of its own, peers and ours in turn, so that one does not warm or bloat another. */
export function benchX12(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cleanclaim-x12-'));
  const peers = hasPyx12();
  try {
    for (const kind of ['837P', '835'] as const) {
      for (const claims of SIZES) measureFile(kind, claims, folder, peers);
    }
    measureLarge(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureFile(kind: keyof typeof MAKERS, claims: number, folder: string, peers: boolean): void {
  const file = join(folder, `${kind}-${claims}.x12`);
  writeMade(MAKERS[kind], claims, file);
  const size = statSync(file).size / 1e6;
  // Small files are read again and again, so that the start of the process does not count.
  const times = Math.max(1, Math.round(20 / size));
  const rounds = size > 20 ? 1 : 3;
  const figures = new Map<Subject, { speed: number; memory: number }>();
  for (const subject of Object.keys(SUBJECTS) as Subject[]) {
    if (kind === '835' && OF_CLAIMS.has(subject)) continue;
    const runs = Array.from({ length: rounds }, () => run(subject, file, times));
    figures.set(subject, {
      speed: median(runs.map((each) => each.bytes / 1e6 / each.seconds)),
      memory: Math.max(...runs.map((each) => each.memory)),
    });
  }
  const pyx12 = claims === SIZES[0] && peers ? pyx12Seconds(file) : undefined;
  const own = figures.get('stream');
  console.log(`${kind}, ${claims.toLocaleString('en-US')} claims, ${size.toFixed(1)} MB`);
  for (const [subject, { speed, memory }] of figures) {
    const ratio = own && PEERS.has(subject) ? `, ours is ${(own.speed / speed).toFixed(1)} × that` : '';
    console.log(`  ${SUBJECTS[subject].padEnd(44)} ${speed.toFixed(1).padStart(6)} MB a CPU-second, peak ${Math.round(memory)} MB${ratio}`);
  }
  if (pyx12 !== undefined) {
    const speed = size / pyx12;
    const ratio = ((figures.get('check')?.speed ?? 0) / speed).toFixed(0);
    console.log(
      `  ${'pyx12 4.0.0, its full check'.padEnd(44)} ${speed.toFixed(2).padStart(6)} MB a CPU-second, our check is ${ratio} × that (target ≥ 30)`,
    );
  }
}

/** Ten times the largest file, checked once and its claims read once: memory must be what it was (target: flat). */
function measureLarge(folder: string): void {
  const file = join(folder, 'large.x12');
  writeMade(make837P, LARGE, file);
  const size = statSync(file).size / 1e6;
  console.log(`837P, ${LARGE.toLocaleString('en-US')} claims, ${size.toFixed(0)} MB`);
  for (const subject of ['check', 'claims'] as const) {
    const { seconds, memory } = run(subject, file, 1);
    console.log(
      `  ${SUBJECTS[subject].padEnd(44)} ${(size / seconds).toFixed(1).padStart(6)} MB a CPU-second, peak ${Math.round(memory)} MB`,
    );
  }
  rmSync(file);
}

/** CPU seconds of pyx12's own command on a file, the start of Python left out. */
function pyx12Seconds(file: string): number {
  const program =
    'import sys, time; from pyx12.scripts.x12valid import main; start = time.process_time(); sys.argv[1:] = ["-q", sys.argv[1]]; main(); print(); print(time.process_time() - start)';
  const child = spawnSync('python3', ['-c', program, file], { encoding: 'utf8', env: pyx12Environment });
  return Number(child.stdout.trim().split('\n').at(-1));
}

const SUBJECTS = {
  stream: 'segments, two elements read (target ≥ 120)',
  check: 'full check, SNIP 1–5 (target ≥ 20)',
  claims: 'each claim as a typed object (target ≥ 60)',
  write: 'claims to an 837, of its bytes (target ≥ 60)',
  'node-x12': 'node-x12 1.7.1, stream of segments',
  'x12-parser': 'x12-parser 1.3.0, stream of segments',
} as const;
type Subject = keyof typeof SUBJECTS;
const PEERS: ReadonlySet<Subject> = new Set(['node-x12', 'x12-parser']);
const OF_CLAIMS: ReadonlySet<Subject> = new Set(['claims', 'write']);

interface Run {
  /** Read, or written. */
  readonly bytes: number;
  readonly seconds: number;
  readonly memory: number;
}

function run(subject: Subject, file: string, times: number): Run {
  const child = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), subject, file, String(times)], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`bench of ${subject} failed: ${child.stderr.slice(0, 400)}`);
  return JSON.parse(child.stdout) as Run;
}

/** Opened once a process, as every caller does: opening it is no part of reading a file. */
const data = lazy(bundledData);

function lazy<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** Claims that are written again and again, a set of them: reading and holding claims is no part of writing. */
let claims: readonly Claim[] | undefined;
const HELD = 5_000;
/** What a set of them comes to, so that about as much is written as the file holds. */
const SET_BYTES = 2_800_000;

async function readClaims(file: string): Promise<readonly Claim[]> {
  const found: Claim[] = [];
  const stream = new ClaimStream((claim) => {
    if (found.length < HELD) found.push(claim);
  });
  for await (const bytes of createReadStream(file, { highWaterMark: PIECE })) {
    stream.push(bytes as Uint8Array);
    if (found.length === HELD) return found;
  }
  stream.end();
  return found;
}

const ENVELOPE = {
  sender: { id: 'SENDER', name: 'MADE CLINIC', contact: 'BILLING OFFICE', phone: '5555550100' },
  receiver: { id: 'RECEIVER', name: 'MADE PAYER' },
  moment: { date: '20260402', time: '0830' },
  control: 1,
  usage: 'T',
} as const;

/** Each gives the bytes read or written, and throws when it did not do its work. */
const WORK: Readonly<Record<Subject, (file: string) => Promise<number>>> = {
  async stream(file) {
    let characters = 0;
    const reader = new X12Reader({
      interchange() {},
      segment(segment) {
        characters += segment.element(1).length + segment.element(2).length;
      },
      problem({ code }) {
        throw new Error(code);
      },
      end() {},
    });
    for await (const bytes of createReadStream(file, { highWaterMark: PIECE })) reader.push(bytes as Uint8Array);
    reader.end();
    return worked(file, characters);
  },
  async check(file) {
    const checker = new X12Checker({ data: data() });
    for await (const bytes of createReadStream(file, { highWaterMark: PIECE })) checker.push(bytes as Uint8Array);
    const report = checker.report();
    if (report.findings.length > 0) throw new Error(`${report.findings[0]?.message ?? 'not clean'}`);
    return worked(file, report.segments);
  },
  async claims(file) {
    let lines = 0;
    const stream = new ClaimStream((claim) => {
      lines += claim.lines.length;
    });
    for await (const bytes of createReadStream(file, { highWaterMark: PIECE })) stream.push(bytes as Uint8Array);
    stream.end();
    return worked(file, lines);
  },
  async write(file) {
    claims ??= await readClaims(file);
    const sets = Math.ceil(statSync(file).size / SET_BYTES);
    let bytes = 0;
    const writer = new ClaimWriter(ENVELOPE, (piece) => {
      bytes += piece.length;
    });
    for (let set = 0; set < sets; set++) for (let at = 0; at < HELD; at++) writer.add(claims[at % claims.length] as Claim);
    writer.end();
    return bytes;
  },
  async 'node-x12'(file) {
    const { X12Parser } = (await peer('node-x12')) as { X12Parser: new (strict: boolean, encoding: string) => NodeJS.ReadWriteStream };
    let characters = 0;
    await drain(createReadStream(file, { highWaterMark: PIECE, encoding: 'utf8' }).pipe(new X12Parser(false, 'utf8')), (segment) => {
      const { elements } = segment as { elements: { value: string }[] };
      characters += (elements[0]?.value.length ?? 0) + (elements[1]?.value.length ?? 0);
    });
    return worked(file, characters);
  },
  async 'x12-parser'(file) {
    const { X12parser } = (await peer('x12-parser')) as { X12parser: new () => NodeJS.ReadWriteStream };
    let characters = 0;
    await drain(createReadStream(file, { highWaterMark: PIECE }).pipe(new X12parser()), (segment) => {
      const elements = segment as Record<string, string | undefined>;
      characters += (elements['1']?.length ?? 0) + (elements['2']?.length ?? 0);
    });
    return worked(file, characters);
  },
};

function worked(file: string, things: number): number {
  if (things === 0) throw new Error('nothing was read');
  return statSync(file).size;
}

/** Takes segments by events, the way the peers' own pages show: cheaper for them than asking for one at a time. */
async function drain(stream: NodeJS.ReadableStream, take: (segment: unknown) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.on('data', take).on('end', resolve).on('error', reject);
  });
}

/** Peers carry no types that this project's compiler settings take. */
async function peer(name: string): Promise<unknown> {
  return await import(name);
}

function writeMade(make: (claims: number, put: (text: string) => void) => void, claims: number, file: string): void {
  const handle = openSync(file, 'w');
  let waiting = '';
  make(claims, (text) => {
    waiting += text;
    if (waiting.length < 1_000_000) return;
    writeSync(handle, waiting);
    waiting = '';
  });
  writeSync(handle, waiting);
  closeSync(handle);
}

const [subject, file, times] = process.argv.slice(2);
if (subject !== undefined && file !== undefined && Object.hasOwn(WORK, subject) && times !== undefined) {
  // A small file is read through first: its figure is the reader's, not the compiler's.
  for (let read = 0; read < WARM && statSync(file).size < WARM; read += statSync(file).size) await WORK[subject as Subject](file);
  if (subject === 'write') claims ??= await readClaims(file);
  const before = process.cpuUsage();
  let bytes = 0;
  for (let round = 0; round < Number(times); round++) bytes += await WORK[subject as Subject](file);
  const used = process.cpuUsage(before);
  console.log(JSON.stringify({ bytes, seconds: (used.user + used.system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }));
}
