import type { Command } from '../command.ts';
import { checkFile, claimBatches } from '../check-file.ts';
import { CHECK_FLAGS, checkFlags } from '../check-flags.ts';
import { openSession } from '../check-session.ts';
import { REPORT_COLUMNS } from '../check-write.ts';
import { worstExit } from '../output.ts';

const loadX12 = () => import('../x12-claims.ts');

const command: Command = {
  name: 'check',
  usage: 'FILE… | -',
  says: 'Check claims: what is wrong, in which box, why, and the fix',
  flags: CHECK_FLAGS,
  examples: [
    ['cleanclaim check examples/office-visit.json', 'Check one claim'],
    ['cleanclaim check claim.fhir.json', 'Check the Claims of a FHIR file, R4 or R5'],
    ['cleanclaim check claims.837', 'Check the claims of an X12 file; x12 check looks at the file itself'],
    ['cleanclaim check examples/day/claims.ndjson --history examples/day/history.ndjson', 'Look back on earlier claims too'],
    ['cleanclaim check examples/office-visit.json --fix --out repaired.json', 'Repair what is certain and keep the result'],
    ['cleanclaim check examples/charges.csv --columns examples/charges-columns.json', 'Check a table of charges'],
    ['cleanclaim check - --format ndjson < claims.ndjson', 'Check a stream, one claim a line, one report a line'],
  ],
  csv: true,
  atLeast: 1,
  async run(given, output) {
    const flags = checkFlags(given);
    const session = await openSession(flags, given, output, () => import('../given-history.ts'));
    session.progress.expect(given.words);
    try {
      if (!session.summary) output.header(REPORT_COLUMNS);
      for (const path of given.words) {
        if (flags.jobs > 1) await (await import('../check-jobs.ts')).checkWithJobs(path, flags, given, session, loadX12);
        else await checkFile(await claimBatches(path, flags, loadX12, session.progress), path, session);
      }
      session.repaired?.end();
      session.progress.end();
      if (session.summary) session.summary.show(output);
      else output.end();
    } finally {
      session.repaired?.drop();
      await session.history?.close();
    }
    return worstExit(session.statuses);
  },
};
export default command;
