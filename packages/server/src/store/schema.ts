import type { ColumnType } from 'kysely';

/** Texts that hold JSON, days (YYYY-MM-DD) and times (ISO 8601, UTC): one schema for SQLite and PostgreSQL alike. */
export interface OfficeTables {
  claims: {
    id: string;
    /** Counts the changes: a save that was made from an older one is refused. */
    version: number;
    /** The office's own number of the claim. */
    number: string | null;
    state: string;
    payer: string | null;
    /** The first date of service. */
    service_on: string | null;
    total: string | null;
    /** Finds the claims of one patient without telling who it is (see cipher.ts); null without a member id. */
    patient: string | null;
    /** The claim as JSON, sealed when a key is set. */
    content: string;
    created_at: ColumnType<string, string, never>;
    changed_at: string;
    changed_by: string;
  };
  runs: {
    id: string;
    claim: string;
    at: string;
    by: string;
    /** Program and editions the report rests on. */
    data: string;
    status: string;
    /** The report as JSON, sealed when a key is set: messages quote the claim. */
    report: string;
  };
  audit: {
    seq: number;
    at: string;
    who: string;
    action: string;
    subject: string | null;
    previous: string;
    hash: string;
  };
  /** One row: the end of the chain. Changing it first makes writers of the audit wait for each other. */
  audit_end: { one: number; seq: number; hash: string };
  tokens: { name: string; role: string; sha256: string; created_at: string };
}
