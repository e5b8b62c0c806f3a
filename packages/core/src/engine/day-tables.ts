import type { NotCheckedEntry, Report } from './report.ts';

/** Of one day: the rules that no table serves, and the editions that answer. */
export interface DayTables {
  readonly notChecked: readonly NotCheckedEntry[];
  readonly editions: Report['editions'];
}
