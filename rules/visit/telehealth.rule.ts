import { type Data, type Day, day, type Found, type LineView, type NotChecked, type Outcomes, rule } from '@cleanclaim/core';
import { isAnesthesia, isSurgery } from '../support/code-kinds.ts';
import { TELEHEALTH } from '../support/facility.ts';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { lineDay } from '../support/service-line.ts';

/** Both by picture and voice, by voice alone, in a hospital of critical access, sent ahead, behavioural by voice. */
const MODIFIERS: ReadonlySet<string> = new Set(['95', '93', 'GT', 'GQ', 'FQ']);
/** From here on Medicare takes the place of service alone for what picture and voice carried. */
const BY_PLACE = day('2024-01-01');
/** From here on GT belongs to critical access hospitals only. */
const GT_ENDED = day('2018-01-01');
/** From here until 2024 telehealth was billed in the place of a visit in person, with 95. */
const EMERGENCY_BEGAN = day('2020-03-01');
/** The clinician in a hospital and the patient at home: there 95 stays. */
const HOSPITAL: ReadonlySet<string> = new Set(['19', '21', '22', '23']);
const THERAPY: ReadonlySet<string> = new Set(['GN', 'GO', 'GP']);

export default rule({
  id: 'visit/telehealth',
  title: 'Telehealth to Medicare: place of service and modifiers of the day',
  severity: 'warning',
  stage: 'stable',
  payers: ['medicare'],
  types: ['professional'],
  from: day('2017-01-01'),
  needs: [],
  cites: [
    pageRead(
      'National Government Services: telehealth changes for 2024, modifier 95 and place of service codes',
      'https://www.ngsmedicare.com/web/ngs/news-article-details?selectedArticleId=10638446',
      'the article of the contractor',
    ),
    pageRead('First Coast: telehealth services', 'https://medicare.fcso.com/EM/0459457.asp', 'as of 8 April 2025'),
    pageRead(
      'Elimination of the GT modifier for telehealth services',
      'https://www.medicalbillersandcoders.com/articles/best-billing-and-coding-practices/elimination-of-the-gt-modifier-for-telehealth-services.html',
      'on change request 10152',
    ),
  ],

  on: 'line',
  check(line, { claim, data }): Outcomes {
    const { pos } = line.line;
    const remote = pos !== undefined && TELEHEALTH.has(pos);
    if (!remote && line.modifiers.length === 0) return undefined;
    const modifier = line.modifiers.find((each) => MODIFIERS.has(each));
    if (!remote && modifier === undefined) return undefined;
    const on = lineDay(line, claim);
    if (on === undefined || line.code === '') return undefined;
    const wrong = modifier === undefined ? undefined : judge(line, modifier, remote, on);
    if (wrong) return wrong;
    if (!remote) return undefined;
    return isSurgery(line.code) || isAnesthesia(line.code) ? notFromAfar(line) : onList(line, modifier, on, data);
  },

  examples: [
    { name: 'at home', claim: medicareLines({ code: '99214', pos: '10' }), finds: 0 },
    { name: 'at home, by voice alone', claim: medicareLines({ code: '99214', pos: '10', modifiers: ['93'] }), finds: 0 },
    {
      name: '95 in the office since 2024',
      claim: medicareLines({ code: '99214', pos: '11', modifiers: ['95'] }),
      finds: 1,
      codes: ['99214'],
    },
    {
      name: '95 in the office during the emergency',
      claim: medicareLines({ code: '99214', modifiers: ['95'], from: '2021-05-06' }),
      finds: 0,
    },
    { name: '95 from a hospital to the home', claim: medicareLines({ code: '99214', pos: '22', modifiers: ['95'] }), finds: 0 },
    { name: '95 on therapy', claim: medicareLines({ code: 'G0283', modifiers: ['GP', '95'] }), finds: 0 },
    { name: 'by voice alone, in the office', claim: medicareLines({ code: '99214', modifiers: ['93'] }), finds: 1 },
    { name: 'by voice alone to a place that is no home', claim: medicareLines({ code: '99214', pos: '02', modifiers: ['93'] }), finds: 1 },
    { name: 'GT since 2018', claim: medicareLines({ code: '99214', pos: '02', modifiers: ['GT'] }), finds: 1 },
    { name: 'GT before', claim: medicareLines({ code: '99214', pos: '02', modifiers: ['GT'], from: '2017-05-04' }), finds: 0 },
    { name: 'an operation from afar', claim: medicareLines({ code: '27447', pos: '10' }), finds: 1 },
    {
      name: 'on the list of the year',
      claim: medicareLines({ code: 'G0108', pos: '10' }, { code: 'G0108', pos: '10', modifiers: ['93'], from: '2026-03-05' }),
      tables: { 'telehealth-list': [{ code: 'G0108', status: 'Permanent', audioOnly: '1' }] },
      finds: 0,
    },
    {
      name: 'not on the list of the year',
      claim: medicareLines({ code: 'G0109', pos: '10' }),
      tables: { 'telehealth-list': [{ code: 'G0108', status: 'Permanent', audioOnly: '1' }] },
      finds: 1,
      codes: ['G0109'],
    },
    {
      name: 'by voice alone where the list asks for a picture',
      claim: medicareLines({ code: 'G0108', pos: '10', modifiers: ['93'] }),
      tables: { 'telehealth-list': [{ code: 'G0108', status: 'Permanent', audioOnly: '' }] },
      finds: 1,
    },
    { name: 'a visit in the office', claim: medicareLines({ code: '99214' }), finds: 0 },
    {
      name: '95 to another payer',
      claim: { ...medicareLines({ code: '99214', modifiers: ['95'] }), payer: { id: 'EX001', kind: 'commercial' } },
      finds: 0,
    },
  ],
});

function judge(line: LineView, modifier: string, remote: boolean, on: Day): Found | undefined {
  const { n, code } = line;
  const pos = line.line.pos ?? '';
  if (modifier === 'GT') return on < GT_ENDED ? undefined : found(line, `Line ${n} bills ${code} with GT.`, OF_GT);
  if (modifier === 'GQ' || modifier === 'FQ') return undefined;
  if (remote) {
    return modifier === '93' && pos === '02' && on >= BY_PLACE
      ? found(line, `Line ${n} bills ${code} by voice alone (93) to a place that is not the patient's home (02).`, OF_VOICE)
      : undefined;
  }
  if (on < BY_PLACE)
    return on >= EMERGENCY_BEGAN
      ? undefined
      : found(line, `Line ${n} bills ${code} with ${modifier} in place of service ${pos}.`, OF_PLACE);
  if (modifier === '95' && (HOSPITAL.has(pos) || line.modifiers.some((each) => THERAPY.has(each)))) return undefined;
  return found(line, `Line ${n} bills ${code} with ${modifier} in place of service ${pos}.`, OF_PLACE);
}

interface Words {
  readonly why: string;
  readonly fix: string;
}

const OF_PLACE: Words = {
  why: 'Medicare takes telehealth by its place of service: 10 when the patient is at home, which pays as in an office, and 02 elsewhere, which pays as in a facility. Modifier 95 stays only for a clinician in a hospital and for therapists.',
  fix: 'Enter 10 or 02 by where the patient was; keep 93 beside it when it was by voice alone.',
};
const OF_VOICE: Words = {
  why: 'By voice alone Medicare pays for patients in their home; other places have picture and voice.',
  fix: 'Correct the place of service to 10 if the patient was at home; else leave 93 out if there was a picture.',
};
const OF_GT: Words = {
  why: 'Since 2018 GT stands only on claims of critical access hospitals for their practitioners (method II); the place of service says telehealth.',
  fix: 'Leave GT out.',
};

function found(line: LineView, message: string, words: Words): Found {
  return { at: `${line.path}/modifiers`, codes: [line.code], message, ...words };
}

function notFromAfar(line: LineView): Found {
  return {
    at: `${line.path}/pos`,
    codes: [line.code],
    message: `${line.code} on line ${line.n} is an operation or anaesthesia and stands in place of service ${line.line.pos ?? ''}, telehealth.`,
    why: 'No operation is on the list of services that Medicare pays by telehealth (CARC 96 or 5).',
    fix: 'Correct the place of service or the code.',
  };
}

/** Every code that Medicare pays by telehealth is on the list of the year, which says too whether voice alone will do. */
function onList(line: LineView, modifier: string | undefined, on: Day, data: Data): Found | NotChecked | undefined {
  const table = data.table(LIST, on);
  if (!table) return notListed(on, data);
  const row = table.find(line.code);
  if (row < 0)
    return {
      at: `${line.path}/code`,
      codes: [line.code],
      edition: table.edition.id,
      message: `${line.code} on line ${line.n} is billed as telehealth and is not on Medicare's list of telehealth services.`,
      why: 'Medicare pays by telehealth only what its list of the year names (CARC 96 or 5).',
      fix: 'Correct the place of service if the patient was there in person; else the service is not paid by Medicare.',
    };
  if (modifier !== '93' || table.text('audioOnly', row) === '1') return undefined;
  return found(line, `Line ${line.n} bills ${line.code} by voice alone (93).`, {
    why: "Medicare's list of telehealth services does not let voice alone meet the requirements of this code.",
    fix: 'Leave 93 out if there was a picture; else the service is not paid by Medicare.',
  });
}

const LIST = 'telehealth-list';
const NOT_LISTED = new Map<Day, NotChecked>();

/** One object a day, so that the engine knows it again. */
function notListed(on: Day, data: Data): NotChecked {
  let said = NOT_LISTED.get(on);
  if (!said) {
    const { reason, install } = data.whyMissing(LIST, on);
    said = { notChecked: `Whether a service by telehealth is on Medicare's list of the year: ${reason}`, install };
    if (NOT_LISTED.size < 4_000) NOT_LISTED.set(on, said);
  }
  return said;
}
