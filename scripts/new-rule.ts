/** `npm run new:rule family/name`: makes the file of a rule to fill in, with every part it must have. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const id = process.argv[2] ?? '';

if (!/^[a-z0-9]+\/[a-z0-9-]+$/.test(id)) {
  console.error('Write: npm run new:rule family/name, for example npm run new:rule icd10cm/my-convention');
  process.exitCode = 2;
} else {
  const path = join(root, 'rules', `${id}.rule.ts`);
  if (existsSync(path)) {
    console.error(`${id} exists already`);
    process.exitCode = 2;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, template(id));
    console.log(`rules/${id}.rule.ts is made. Fill it in, list it in rules/index.ts, then: npm test && npm run docs`);
  }
}

function template(id: string): string {
  return `import { day, rule } from '@cleanclaim/core';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: '${id}',
  title: 'What it finds, in a few words',
  severity: 'warning',
  stage: 'draft',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  cites: [{ title: 'Document', section: 'Section', url: 'https://', checked: '', read: 'digest' }],

  on: 'diagnosis',
  check(diagnosis) {
    if (!diagnosis.known) return undefined;
    return {
      at: diagnosis.path,
      codes: [diagnosis.code],
      message: 'What is wrong, in one sentence.',
      why: 'Why it matters.',
      fix: 'What to do.',
    };
  },

  examples: [
    { name: 'a claim where it finds something', claim: visit('2026-03-04', ['E11.9']), finds: 1 },
    { name: 'a like claim where it does not', claim: visit('2026-03-04', ['I10']), finds: 0 },
  ],
});
`;
}
