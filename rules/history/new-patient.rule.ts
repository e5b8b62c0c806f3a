import { type Context, day, type Day, type Found, type LineView, type NotChecked, rule } from '@cleanclaim/core';
import { isBloodDraw, isNewPatientVisit, isSurgery, isVisit } from '../support/code-kinds.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { hasAny } from '../support/modifiers.ts';
import { placeOf, sameProviderOf, type Service } from '../support/service-line.ts';
import { NEW_PATIENT } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** A part of a service that needs no patient: its reading, or its equipment. */
const WITHOUT_PATIENT: ReadonlySet<string> = new Set(['26', 'TC']);

const YEARS = 3;

export default rule({
  id: 'history/new-patient',
  title: 'A new patient visit of a patient who was seen within three years',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: day('2000-01-01'),
  needs: ['history'],
  cites: [NEW_PATIENT],

  on: 'line',
  check(line, context) {
    if (!context.history || line.from === undefined || !isNewPatientVisit(line.code)) return undefined;
    const since = yearsBefore(line.from, YEARS);
    let seen: { service: Service; doubt: boolean } | undefined;
    let perhaps = false;
    for (const service of earlierServices(line, since, line.from, context)) {
      const provider = sameProviderOf({ line, claim: context.claim }, service);
      const met = provider === 'no' ? 'no' : faceToFace(service.line);
      perhaps ||= met === 'unknown';
      if (met !== 'yes') continue;
      const doubt = provider === 'unknown';
      // The last one that is certain, else the last one.
      if (!seen || seen.doubt || !doubt) seen = { service, doubt };
    }
    if (seen) return established(line, seen.service, seen.doubt, context);
    return perhaps ? NOT_KNOWN : undefined;
  },

  examples: [
    { name: 'seen two years before', claim: on('2026-03-04', '99203'), history: [past('2024-03-04', '99213')], finds: 1, codes: ['99203'] },
    { name: 'the day after the third anniversary', claim: on('2026-03-04', '99203'), history: [past('2023-03-05', '99213')], finds: 1 },
    { name: 'on the third anniversary', claim: on('2026-03-04', '99203'), history: [past('2023-03-04', '99213')], finds: 0 },
    { name: 'an operation within three years', claim: on('2026-03-04', '99203'), history: [past('2025-03-04', '10060')], finds: 1 },
    { name: 'only a reading', claim: on('2026-03-04', '99203'), history: [past('2025-03-04', '10060', { modifiers: ['26'] })], finds: 0 },
    { name: 'only laboratory tests', claim: on('2026-03-04', '99203'), history: [past('2025-03-04', '85025')], finds: 0 },
    { name: 'only the drawing of blood', claim: on('2026-03-04', '99203'), history: [past('2025-03-04', '36415')], finds: 0 },
    { name: 'an established patient visit', claim: on('2026-03-04', '99213'), history: [past('2025-03-04', '99213')], finds: 0 },
    {
      name: 'seen by another specialty of the group',
      claim: { ...on('2026-03-04', '99203'), rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
      history: [{ ...past('2025-03-04', '99213'), rendering: { npi: '1987654328', taxonomy: '208600000X' } }],
      finds: 0,
    },
    {
      name: 'seen by a colleague whose specialty is not told',
      claim: on('2026-03-04', '99203'),
      history: [{ ...past('2025-03-04', '99213'), rendering: { npi: '1987654328' } }],
      finds: 1,
    },
  ],
});

/** The same date some years before; compared as text, so that 29 February needs no such day. */
function yearsBefore(on: Day, years: number): string {
  return `${Number(on.slice(0, 4)) - years}${on.slice(4)}`;
}

/** Services on other claims of practitioners, to whatever payer, after one day and before another, the earliest first. */
function earlierServices(line: LineView, after: string, before: Day, { history }: Context): readonly Service[] {
  const services = (history?.claims ?? []).flatMap((past) =>
    past.view.type === 'professional' ? past.view.lines.map((each): Service => ({ line: each, claim: past.view, past })) : [],
  );
  return services.filter(
    ({ line: { from, code } }) => from !== undefined && code !== '' && from > after && from < before && line.from !== undefined,
  );
}

/** Visits and operations are given to the patient's face. Laboratory and imaging are not; of other services the code does not tell. */
function faceToFace(line: LineView): 'yes' | 'no' | 'unknown' {
  const { code } = line;
  if (hasAny(line, WITHOUT_PATIENT) || !/^\d{5}$/.test(code)) return isVisit(code) ? 'yes' : 'no';
  // Blood is mostly drawn by staff, for a test.
  if (isBloodDraw(code)) return 'unknown';
  if (isVisit(code) || isSurgery(code)) return 'yes';
  return code >= '90281' ? 'unknown' : 'no';
}

const NOT_KNOWN: NotChecked = {
  notChecked:
    'An earlier claim of the same provider has a service of which the code does not tell whether the patient was seen: only then is the patient not new.',
  install: 'Look into the record of the last three years.',
};

function established(line: LineView, service: Service, doubt: boolean, { claim }: Context): Found {
  const { code, n, path } = line;
  const colleague = doubt ? ' It holds if the two practitioners have one specialty in one group, which the claims do not say.' : '';
  return {
    at: `${path}/code`,
    codes: [code],
    ...weight(claim, doubt ? 'warning' : 'error', doubt),
    message: `${code} on line ${n} is for a new patient, but ${service.line.code} on ${placeOf(service)} was given on ${service.line.from ?? ''}.`,
    why: `A patient is new who had no visit or other service face to face from the practitioner, or one of the same group and specialty, within three years (CARC B16).${colleague}${whose(claim)}`,
    fix: 'Use the code of an established patient that the record bears out.',
  };
}

function on(from: string, code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return visit(from, ['I10'], { lines: [exampleLine(from, 1, { code, ...changes })] });
}

function past(from: string, code: string, changes: Parameters<typeof exampleLine>[2] = {}) {
  return { ...on(from, code, changes), id: 'A-99' };
}
