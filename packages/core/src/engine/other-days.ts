import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { ChosenRules } from './choose-rules.ts';
import type { DayTables } from './day-tables.ts';
import { tableEditions } from './editions.ts';
import { type Asked, whyNotAll } from './needs.ts';
import type { NotCheckedEntry } from './report.ts';

/** Days kept for one kind of claim: dates of lines are the sender's words, and must not make it grow without end. */
const MOST_DAYS = 2_000;

/** True when a line has a day of its own, so that tables of that day are asked too. */
export function hasOtherDays({ lines, on }: ClaimView): boolean {
  for (const { from } of lines) if (from !== undefined && from !== on) return true;
  return false;
}

/** What tables lack on the claim's day and on the days of lines that are not it, each day once. */
export function withOtherDays(chosen: ChosenRules, view: ClaimView, data: Data): DayTables {
  const notChecked: NotCheckedEntry[] = [...chosen.notChecked];
  const editions = [...chosen.editions];
  const seen = new Set<Day>();
  for (const { from } of view.lines) {
    if (from === undefined || from === view.on || seen.has(from)) continue;
    seen.add(from);
    const tables = chosen.otherDays.get(from) ?? dayTables(chosen, view, data, from);
    if (chosen.otherDays.size >= MOST_DAYS) chosen.otherDays.clear();
    chosen.otherDays.set(from, tables);
    notChecked.push(...tables.notChecked);
    for (const edition of tables.editions) if (!editions.some(({ id }) => id === edition.id)) editions.push(edition);
  }
  return { notChecked, editions };
}

function dayTables({ tableRules, history }: ChosenRules, view: ClaimView, data: Data, on: Day): DayTables {
  const asked: Asked = { view, data, history };
  const notChecked = tableRules.flatMap(({ rule, needs }) => {
    const lacking = whyNotAll(needs, asked, on);
    return lacking ? [{ rule: rule.id, ...lacking }] : [];
  });
  return { notChecked, editions: tableEditions(tableRules, asked, on) };
}
