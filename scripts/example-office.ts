/**
 * `npm run example-office -- FOLDER`: writes a made-up office's day of 200 claims, its history and made-up tables, to try
 * every rule with: cleanclaim check FOLDER/claims.ndjson --history FOLDER/history.ndjson --data FOLDER/data --summary
 */
import { bundledData } from '@cleanclaim/data';
import { exampleOffice, SENT_ON, writeOffice } from '../tests/support/example-office.ts';

const [, , folder] = process.argv;
if (folder === undefined) {
  console.error('Name the folder to write: npm run example-office -- FOLDER');
  process.exitCode = 2;
} else {
  const office = exampleOffice(bundledData());
  await writeOffice(office, folder);
  console.log(
    `${office.claims.length} claims, ${office.history.length} earlier ones, ${Object.keys(office.tables).length} made-up tables in ${folder}. Now:`,
  );
  console.log(
    `npx cleanclaim check ${folder}/claims.ndjson --history ${folder}/history.ndjson --data ${folder}/data --received ${SENT_ON} --summary --format table`,
  );
}
