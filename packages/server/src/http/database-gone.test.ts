import { describe, expect, it } from 'vitest';
import { openOffice } from '../store/open.ts';
import { ask, send, testApp } from '../testing/ask.ts';
import { postgresPrograms, startPostgres } from '../testing/postgres.ts';

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('a database that goes away (skipped where no PostgreSQL server is installed)', () => {
  it('is told as 503, and questions about codes go on', async () => {
    const postgres = await startPostgres(programs ?? '');
    const store = await openOffice(await postgres.database());
    const app = testApp({ store });
    const claim = { type: 'professional', lines: [] };
    expect((await send(app, '/v1/claims', { claim })).status).toBe(201);
    expect((await ask(app, '/ready')).status).toBe(200);
    await postgres.stop();
    for (let round = 0; round < 3; round++) {
      expect(await ask(app, '/v1/claims')).toMatchObject({ status: 503, body: { code: 'store/unreachable' } });
      expect(await send(app, '/v1/claims', { claim })).toMatchObject({ status: 503, body: { code: 'store/unreachable' } });
    }
    expect(await ask(app, '/ready')).toMatchObject({ status: 503, body: { status: 'no-database' } });
    expect((await ask(app, '/v1/codes.lookup?code=E11.9')).status).toBe(200);
    await store.close();
  });
});
