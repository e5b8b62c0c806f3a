import { type Context, day, type Day, type FeeScheduleTable, type FeeRow, type LineView, type NotChecked } from '@cleanclaim/core';
import { lineDay } from './service-line.ts';

/** First day of the Medicare physician fee schedule. */
export const FEE_SCHEDULE_BEGINS: Day = day('1992-01-01');

/** The fee schedule of a line's day; undefined when none is installed for it, which the engine says. */
export function feeTable(line: LineView, { claim, data }: Context): FeeScheduleTable | undefined {
  const on = lineDay(line, claim);
  return line.code === '' || on === undefined ? undefined : data.feeSchedule(on);
}

/** The row of the line's whole service; undefined without a table or a row. */
export function feeRow(line: LineView, context: Context): FeeRow | undefined {
  return feeTable(line, context)?.find(line.code);
}

/** For a rule that a modifier makes ask for the code's row, where the table has none. */
export const NO_ROW = {
  notChecked: 'The physician fee schedule of the day has no row for a code of the claim whose modifier depends on it.',
  install: 'Check the modifier against the fee schedule that the code is paid under.',
} as const satisfies NotChecked;
