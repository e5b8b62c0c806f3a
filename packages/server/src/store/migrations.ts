import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { OfficeTables } from './schema.ts';

/** Each step of the schema, up and down. A step that was published is never changed; a new one is added. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-office': {
    async up(db) {
      await db.schema
        .createTable('claims')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('number', 'text')
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('payer', 'text')
        .addColumn('service_on', 'text')
        .addColumn('total', 'text')
        .addColumn('patient', 'text')
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('changed_at', 'text', (column) => column.notNull())
        .addColumn('changed_by', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('claims_by_state').on('claims').columns(['state', 'changed_at', 'id']).execute();
      await db.schema.createIndex('claims_by_change').on('claims').columns(['changed_at', 'id']).execute();
      await db.schema.createIndex('claims_by_patient').on('claims').columns(['patient', 'service_on']).execute();
      await db.schema
        .createTable('runs')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('claim', 'text', (column) => column.notNull().references('claims.id').onDelete('cascade'))
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('by', 'text', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('runs_by_claim').on('runs').columns(['claim', 'at']).execute();
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('subject', 'text')
        .addColumn('previous', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('audit_end')
        .addColumn('one', 'integer', (column) => column.primaryKey())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await db.insertInto('audit_end').values({ one: 1, seq: 0, hash: '' }).execute();
      await db.schema
        .createTable('tokens')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull().unique())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();
    },
    async down(db) {
      for (const table of ['tokens', 'audit_end', 'audit', 'runs', 'claims']) await db.schema.dropTable(table).execute();
    },
  },
};

const provider: MigrationProvider = { getMigrations: async () => ({ ...MIGRATIONS }) };

export function migrator(db: Kysely<OfficeTables>): Migrator {
  return new Migrator({ db, provider });
}

/** Brings the database to the newest step. Throws what the step threw. */
export async function migrate(db: Kysely<OfficeTables>): Promise<void> {
  const { error } = await migrator(db).migrateToLatest();
  if (error !== undefined) throw error;
}
