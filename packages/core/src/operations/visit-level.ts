import * as z from 'zod/mini';
import { CleanclaimError, quote } from '../errors.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import {
  type Criteria,
  criteriaOn,
  criteriaSince,
  type Level,
  LEVELS,
  type Setting,
  settingOf,
  SETTINGS,
  type VisitCode,
} from '../visits/criteria.ts';
import { dataLevel, decisionBounds } from '../visits/decision.ts';
import { type Part, PARTS, QUESTIONS } from '../visits/questions.ts';
import { dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

/** A day has no more minutes. */
const MOST_MINUTES = 1_440;
const MOST_ITEMS = 99;

const level = z.enum(LEVELS);
const levelField = (part: string) =>
  z.optional(z.enum(LEVELS).register(z.globalRegistry, { description: `The level of the ${part}, as the record bears it out.` }));
const count = (description: string) =>
  z.optional(z.int().check(z.minimum(0), z.maximum(MOST_ITEMS)).register(z.globalRegistry, { description }));
const yes = (description: string) => z.optional(z.boolean().register(z.globalRegistry, { description }));

const input = z.object({
  setting: z.optional(
    z.enum(SETTINGS).register(z.globalRegistry, { description: 'The kind of visit; may be left out where `code` tells it.' }),
  ),
  on: dayField,
  problems: levelField('problems'),
  data: levelField('data; or leave it out and say what was reviewed'),
  risk: levelField('risk'),
  notes: count('Notes from outside that were read, each source once.'),
  results: count('Results reviewed, each test once.'),
  orders: count('Tests ordered, each once.'),
  historian: yes('Someone else had to tell the history.'),
  interpreted: yes('A tracing, picture or specimen was read oneself, and is not billed.'),
  discussed: yes('Management or a test was discussed with a clinician or other proper person outside the practice.'),
  minutes: z.optional(
    z
      .int()
      .check(z.minimum(0), z.maximum(MOST_MINUTES))
      .register(z.globalRegistry, { description: 'All minutes of the day that the billing clinician spent on the patient.' }),
  ),
  code: z.optional(
    z
      .string()
      .register(z.globalRegistry, { description: 'A code that was chosen, to be held against the answer.', maxLength: MAX_CODE_INPUT }),
  ),
});
export type VisitLevelInput = z.infer<typeof input>;

const output = z.object({
  setting: z.enum(SETTINGS),
  on: z.string(),
  /** `found`: a code is borne out; `open`: too little is given; `too-short`: the time reaches no code; `no-criteria`: none are known for the day. */
  status: z.enum(['found', 'open', 'too-short', 'no-criteria']),
  /** The highest code that what is given bears out. */
  code: z.nullable(z.string()),
  by: z.nullable(z.enum(['decision', 'time', 'both'])),
  /** Null where no part of the decision is given, or where time alone chooses the code. */
  decision: z.nullable(
    z.object({
      parts: z.object({ problems: z.nullable(level), data: z.nullable(level), risk: z.nullable(level) }),
      /** The level lies between these whatever the open parts come to. */
      least: level,
      most: level,
      /** Null while both bounds have not the same code. */
      code: z.nullable(z.string()),
    }),
  ),
  /** Null where no minutes are given, or where time does not choose the code. */
  time: z.nullable(z.object({ minutes: z.number(), code: z.nullable(z.string()) })),
  /** Every code of the kind of visit on the day, lowest first. */
  codes: z.array(z.object({ code: z.string(), levels: z.array(level), least: z.nullable(z.number()), most: z.nullable(z.number()) })),
  /** The code given, and whether the record bears it out; null where what is given cannot tell. */
  claimed: z.nullable(z.object({ code: z.string(), borneOut: z.nullable(z.boolean()), why: z.string() })),
  /** What is still open, with what each level means. */
  ask: z.array(
    z.object({ part: z.enum([...PARTS, 'minutes']), question: z.string(), choices: z.array(z.object({ level, means: z.string() })) }),
  ),
  why: z.string(),
  cautions: z.array(z.string()),
});
export type VisitLevelAnswer = z.infer<typeof output>;

const NOTHING = { notes: 0, results: 0, orders: 0, historian: false, interpreted: false, discussed: false };

/**
 * The level of a visit by medical decision making or time, whichever is higher: what is given is weighed, what is not given is asked
 * for and never guessed. Criteria of Medicare's rules for 2021 and 2023; `visits/criteria.ts` names the sources.
 */
export const visitLevel = operation<VisitLevelInput, VisitLevelAnswer>({
  id: 'visits.level',
  title: 'The level of a visit',
  input,
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [
    {
      says: 'By decision: an illness not at its goal, one result, drugs managed',
      input: { setting: 'office-established', on: '2026-05-12', problems: 'moderate', results: 1, risk: 'moderate' },
    },
    { says: 'By time: whether a code is borne out', input: { code: '99215', on: '2026-05-12', minutes: 34 } },
  ],
  run(given, context): VisitLevelAnswer {
    const on = onDay(given.on, context);
    const claimedCode = given.code === undefined ? undefined : codeOf(given.code);
    const setting = settingFor(given.setting, claimedCode);
    const criteria = criteriaOn(setting, on);
    if (!criteria) {
      return {
        setting,
        on,
        status: 'no-criteria',
        code: null,
        by: null,
        decision: null,
        time: null,
        codes: [],
        claimed: claimedCode === undefined ? null : { code: claimedCode, borneOut: null, why: 'No criteria are known for the day.' },
        ask: [],
        why: `No criteria are known for ${on}: this kind of visit follows decision or time since ${criteriaSince(setting)}.`,
        cautions: [],
      };
    }
    return weigh(given, criteria, on, claimedCode);
  },
});

function codeOf(text: string): string {
  if (text.length > MAX_CODE_INPUT)
    throw new CleanclaimError('input/too-long', `A code has at most ${MAX_CODE_INPUT} characters, not ${text.length}.`, '/code');
  return tidyCode(text);
}

function settingFor(setting: Setting | undefined, code: string | undefined): Setting {
  const told = code === undefined ? undefined : settingOf(code);
  if (code !== undefined && told === undefined)
    throw new CleanclaimError('input/invalid', `${quote(code)} is no code whose level is chosen by decision or time.`, '/code');
  if (setting !== undefined && told !== undefined && told !== setting)
    throw new CleanclaimError('input/invalid', `${code ?? ''} is for ${told}, not for ${setting}.`, '/code');
  const known = setting ?? told;
  if (known === undefined) throw new CleanclaimError('input/invalid', `Say the kind of visit: ${SETTINGS.join(', ')}.`, '/setting');
  return known;
}

function weigh(given: VisitLevelInput, criteria: Criteria, on: string, claimedCode: string | undefined): VisitLevelAnswer {
  const { codes, setting } = criteria;
  const byDecision = codes.some(({ levels }) => levels.length > 0);
  const byTime = codes.some(({ least }) => least !== undefined);
  const decision = byDecision ? decisionOf(given, criteria) : null;
  const time =
    byTime && given.minutes !== undefined ? { minutes: given.minutes, code: codeByTime(criteria, given.minutes)?.code ?? null } : null;
  const rank = (code: string | null | undefined): number => codes.findIndex((each) => each.code === code);
  const best = Math.max(rank(decision?.code), rank(time?.code));
  const code = codes[best]?.code ?? null;
  const by = code === null ? null : decision?.code === time?.code ? 'both' : rank(decision?.code) === best ? 'decision' : 'time';
  const status = code !== null ? 'found' : time !== null && decision === null && time.code === null ? 'too-short' : 'open';
  const ask: VisitLevelAnswer['ask'] = byDecision ? openParts(decision).map(asked) : [];
  if (byTime && time === null)
    ask.push({ part: 'minutes', question: 'How many minutes of the day did the billing clinician spend on the patient?', choices: [] });
  const reach = Math.max(
    rank(codeByLevel(criteria, decision?.most ?? 'high')?.code),
    byTime && time === null ? codes.length - 1 : rank(time?.code),
  );
  return {
    setting,
    on,
    status,
    code,
    by,
    decision,
    time,
    codes: codes.map((each) => ({ code: each.code, levels: [...each.levels], least: each.least ?? null, most: each.most ?? null })),
    claimed: claimedCode === undefined ? null : claim(claimedCode, { rank, best, reach, code, ask }),
    ask,
    why: whyOf(criteria, decision, time),
    cautions: cautionsOf(given, criteria, time),
  };
}

function decisionOf(given: VisitLevelInput, criteria: Criteria): VisitLevelAnswer['decision'] {
  const { problems, risk } = given;
  const data = dataOf(given);
  const parts = [problems, data, risk];
  if (parts.every((part) => part === undefined)) return null;
  const { least, most } = decisionBounds(parts);
  const [low, high] = [codeByLevel(criteria, least), codeByLevel(criteria, most)];
  return {
    parts: { problems: problems ?? null, data: data ?? null, risk: risk ?? null },
    least,
    most,
    code: low && low === high ? low.code : null,
  };
}

/** The data part as named, or from what was reviewed; undefined where neither is given. Throws where the two differ. */
function dataOf({ data, ...given }: VisitLevelInput): Level | undefined {
  const { notes, results, orders, historian, interpreted, discussed } = given;
  const reviewed = Object.fromEntries(
    Object.entries({ notes, results, orders, historian, interpreted, discussed }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(reviewed).length === 0) return data;
  const counted = dataLevel({ ...NOTHING, ...reviewed });
  if (data !== undefined && data !== counted)
    throw new CleanclaimError('input/invalid', `What was reviewed makes the data ${counted}, not ${data}: give one of the two.`, '/data');
  return counted;
}

function codeByLevel({ codes }: Criteria, level: Level): VisitCode | undefined {
  return codes.find(({ levels }) => levels.includes(level));
}

/** The code whose least minutes are reached; undefined for too short a time, and where time does not choose. */
function codeByTime({ codes }: Criteria, minutes: number): VisitCode | undefined {
  return codes.findLast(({ least }) => least !== undefined && minutes >= least);
}

function openParts(decision: VisitLevelAnswer['decision']): Part[] {
  if (decision?.code) return [];
  return PARTS.filter((part) => !decision || decision.parts[part] === null);
}

function asked(part: Part): VisitLevelAnswer['ask'][number] {
  const { question, choices } = QUESTIONS[part];
  return { part, question, choices: LEVELS.map((each) => ({ level: each, means: choices[each] })) };
}

interface Reach {
  readonly rank: (code: string) => number;
  /** Places of the best code borne out and of the highest that what is open could bring; -1 for none. */
  readonly best: number;
  readonly reach: number;
  readonly code: string | null;
  readonly ask: VisitLevelAnswer['ask'];
}

function claim(code: string, { rank, best, reach, code: found, ask }: Reach): VisitLevelAnswer['claimed'] {
  const place = rank(code);
  if (place <= best) {
    const why = place === best ? 'What is given bears it out.' : `What is given bears out ${found ?? ''}, which is higher.`;
    return { code, borneOut: true, why };
  }
  if (place <= reach)
    return { code, borneOut: null, why: `What could bear it out is not given: ${ask.map(({ part }) => part).join(', ')}.` };
  return { code, borneOut: false, why: found === null ? 'What is given bears out no code.' : `What is given bears out ${found}.` };
}

function whyOf(criteria: Criteria, decision: VisitLevelAnswer['decision'], time: VisitLevelAnswer['time']): string {
  const said: string[] = [];
  if (decision) {
    const { parts, least, most } = decision;
    const told = PARTS.map((part) => `${part} ${parts[part] ?? 'not given'}`).join(', ');
    const level = least === most ? `that is ${least}` : `that is ${least} at least and ${most} at most`;
    said.push(`By decision: ${told}. Two of the three must reach a level: ${level}${decision.code === null ? '' : `, ${decision.code}`}.`);
  }
  if (time) {
    const reached = criteria.codes.find(({ code }) => code === time.code);
    said.push(
      reached
        ? `By time: ${time.minutes} minutes; ${reached.code} needs ${reached.least ?? 0}.`
        : `By time: ${time.minutes} minutes are fewer than the ${criteria.codes[0]?.least ?? 0} that ${criteria.codes[0]?.code ?? ''} needs.`,
    );
  }
  return said.length > 0 ? said.join(' ') : 'Neither a part of the decision nor the time is given.';
}

function cautionsOf({ minutes }: VisitLevelInput, { codes, setting, prolonged }: Criteria, time: VisitLevelAnswer['time']): string[] {
  const cautions: string[] = [];
  const last = codes.at(-1);
  if (minutes !== undefined && setting === 'emergency') cautions.push('For emergency visits time does not choose the level.');
  if (setting === 'hospital-discharge') cautions.push('On the day of discharge time alone chooses the code.');
  if (setting === 'hospital-same-day') cautions.push('Admission and discharge on one day need a stay of at least eight hours.');
  if (time && last && time.code === last.code && prolonged && time.minutes >= prolonged.from)
    cautions.push(
      `From ${prolonged.from} minutes Medicare may pay ${prolonged.code} beside ${last.code} where the visit is billed by time; other payers have 99417 or 99418 with other minutes.`,
    );
  else if (time && last?.most !== undefined && time.minutes > last.most)
    cautions.push(`More than ${last.most} minutes: look at the payer's rules for prolonged services.`);
  cautions.push(
    'The note must bear it out, and the visit must have been needed. Criteria as adopted for Medicare; other payers may differ.',
  );
  return cautions;
}
