import type { Claim, Line } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { lineControl, procedureList } from './codes.ts';
import {
  writeAmbulance,
  writeAmbulanceConditions,
  writeAmbulancePlaces,
  writeEquipment,
  writeEquipmentConditions,
  writeEquipmentDates,
  writeRepricedNumbers,
  writeRepricing,
  writeTransported,
} from './write-certifications.ts';
import { writeDecision } from './write-other-payer.ts';
import { amount, period, writeAttachments, writeProvider } from './write-parts.ts';

/** Loop 2400: a service line with its drug, providers and the decisions of other payers. */
export function writeLine(out: SegmentText, claim: Claim, line: Line, number: number): void {
  const { type } = claim;
  out.add('LX', String(number));
  SERVICE[type](out, claim, line);
  if (type !== 'dental') writeAttachments(out, line.attachments);
  const professional = type === 'professional';
  if (professional) {
    writeAmbulance(out, line.ambulance);
    writeEquipment(out, line.equipmentCertification);
    writeAmbulanceConditions(out, line.ambulance);
    writeEquipmentConditions(out, line.equipmentCertification);
  }
  if (line.from !== undefined) out.add('DTP', '472', ...period(line.from, line.to));
  if (professional) {
    writeEquipmentDates(out, line.equipmentCertification);
    writeTransported(out, line.ambulance);
  }
  out.add('REF', '6R', line.control ?? lineControl(claim.id, number));
  writeRepricedNumbers(out, line.repricing, type === 'dental' ? ['9A', '9C'] : ['9B', '9D']);
  if (professional && line.note !== undefined) out.add('NTE', 'ADD', line.note);
  writeRepricing(out, line.repricing);
  if (type !== 'dental') writeDrug(out, line);
  writeProvider(out, '82', line.rendering, type === 'institutional' ? undefined : 'PE');
  if (professional) {
    writeProvider(out, 'DK', claim.ordering);
    writeAmbulancePlaces(out, line.ambulance);
  }
  for (const decision of line.decisions ?? []) writeDecision(out, type, line, decision);
}

const SERVICE: Readonly<Record<Claim['type'], (out: SegmentText, claim: Claim, line: Line) => void>> = {
  professional(out, claim, line) {
    const timed = line.minutes !== undefined;
    const count = String(timed ? line.minutes : (line.units ?? 1));
    out.add(
      'SV1',
      procedure(line, 'professional'),
      amount(line.charge),
      timed ? 'MJ' : 'UN',
      count,
      ownPlace(claim, line),
      '',
      pointers(line),
    );
  },
  institutional(out, _claim, line) {
    const unit = line.unit === 'days' ? 'DA' : 'UN';
    const covered = line.nonCovered === undefined ? [] : ['', amount(line.nonCovered)];
    out.add('SV2', line.revenue ?? '', procedure(line, 'institutional'), amount(line.charge), unit, String(line.units ?? 1), ...covered);
  },
  dental(out, claim, line) {
    const prosthesis = line.prosthesis === undefined ? '' : line.prosthesis === 'initial' ? 'I' : 'R';
    out.add(
      'SV3',
      procedure(line, 'dental'),
      amount(line.charge),
      ownPlace(claim, line),
      line.areas ?? [],
      prosthesis,
      String(line.units ?? 1),
      '',
      '',
      '',
      '',
      pointers(line),
    );
    const teeth = line.teeth ?? (line.tooth === undefined ? [] : [line]);
    for (const { tooth = '', surfaces = '' } of teeth) out.add('TOO', 'JP', tooth, [...surfaces]);
  },
};

function procedure(line: Line, type: Claim['type']): readonly string[] {
  if (line.code === undefined) return [];
  const modifiers = (line.modifiers ?? []).slice(0, 4);
  const described = line.description === undefined ? [] : [...Array<string>(4 - modifiers.length).fill(''), line.description];
  return [procedureList(type, line.revenue), line.code, ...modifiers, ...described];
}

/** The place of a line, where it is another than the claim's, which is the first line's. */
function ownPlace(claim: Claim, line: Line): string {
  return line.pos === undefined || line.pos === claim.lines[0]?.pos ? '' : line.pos;
}

function writeDrug(out: SegmentText, { ndc }: Line): void {
  if (ndc?.code === undefined) return;
  out.add('LIN', '', 'N4', ndc.code.replaceAll('-', ''));
  out.add('CTP', '', '', '', String(ndc.quantity ?? ''), [ndc.unit ?? '']);
  if (ndc.prescription !== undefined) out.add('REF', 'XZ', ndc.prescription);
}

/** Pointers as places: letters of the paper form count from A. */
function pointers(line: Line): readonly string[] {
  return (line.pointers ?? []).map((value) =>
    typeof value === 'string' && /^[A-L]$/i.test(value) ? String(value.toUpperCase().charCodeAt(0) - 64) : String(value),
  );
}
