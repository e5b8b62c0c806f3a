import * as core from '@cleanclaim/core';
import * as statistics from '@cleanclaim/core/statistics';
import { COMMANDS } from '../packages/cli/src/commands.ts';
import { SERVED, TOOLS } from '@cleanclaim/server';
import { describe, expect, it } from 'vitest';

/** The command that asks each operation. */
const COMMAND_OF: Readonly<Record<string, keyof typeof COMMANDS>> = {
  'codes.lookup': 'lookup',
  'codes.search': 'search',
  'codes.identify': 'identify',
  'codes.tree': 'tree',
  'codes.notes': 'notes',
  'codes.facts': 'lookup',
  'codes.named-by': 'notes',
  'codes.index': 'index',
  'codes.pcs': 'pcs',
  'editions.diff': 'diff',
  'editions.changes': 'data',
  'codes.map': 'map',
  'charges.guess': 'charges',
  'charges.claims': 'charges',
  'claims.check': 'check',
  'claims.fix': 'check',
  'claims.form': 'form',
  'claims.price': 'price',
  'data.list': 'data',
  'visits.level': 'em',
  'statistics.births': 'stats',
  'statistics.burden': 'stats',
  'statistics.compare': 'stats',
  'statistics.drugs': 'stats',
  'statistics.funnel': 'stats',
  'statistics.inequality': 'stats',
  'statistics.life': 'stats',
  'statistics.quality': 'stats',
  'statistics.rates': 'stats',
  'statistics.smr': 'stats',
  'statistics.tabulate': 'stats',
  'statistics.trend': 'stats',
  'statistics.utilisation': 'stats',
};

/** An operation that a surface leaves out on purpose, with the reason: none so far. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

const operations = [core, statistics]
  .flatMap((door) => Object.values(door as Readonly<Record<string, unknown>>))
  .flatMap((each) =>
    typeof each === 'object' && each !== null && 'id' in each && 'run' in each && 'failures' in each ? [String(each.id)] : [],
  );

it('there are operations, each with a name of its own', () => {
  expect(operations.length).toBeGreaterThanOrEqual(8);
  expect(new Set(operations).size).toBe(operations.length);
});

describe.each(operations)('%s', (id) => {
  it('has a command', () => {
    if (`${id} cli` in LEFT_OUT) return;
    expect(Object.keys(COMMANDS)).toContain(COMMAND_OF[id]);
  });

  it('is served over HTTP', () => {
    expect([...SERVED.keys()]).toContain(id);
  });

  it('is a tool of assistants', () => {
    if (`${id} mcp` in LEFT_OUT) return;
    expect(TOOLS.map((tool) => tool.operation)).toContain(id);
  });
});

it('nothing is served twice, and no tool is made from what is not there', () => {
  expect(TOOLS.map((tool) => tool.operation).filter((id) => !operations.includes(id))).toEqual([]);
  expect(new Set(TOOLS.map((tool) => tool.name)).size).toBe(TOOLS.length);
});
