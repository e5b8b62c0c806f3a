import type { Claim, Line, Product } from '@cleanclaim/core';
import type { SegmentText } from '../ack/segment-text.ts';
import { lineControl, procedureList } from './codes.ts';
import {
  writeAmbulance,
  writeAmbulanceConditions,
  writeEquipment,
  writeEquipmentConditions,
  writeEquipmentDates,
  writeHospice,
  writeRepricedNumbers,
  writeRepricing,
  writeTransported,
} from './write-certifications.ts';
import { placeOf } from './write-claim.ts';
import { writeContract, writeFileInformation, writeIdentifiers, writeNotes, writeOtherDates } from './write-numbers.ts';
import { writeDecision } from './write-other-payer.ts';
import { amount, writeAttachments, writePeriod } from './write-parts.ts';
import { writeLineProviders } from './write-providers.ts';
import { writeForms, writeLineAmounts, writeRental, writeTestResults } from './write-support.ts';

/** Loop 2400: a service line with its drug, providers, the decisions of other payers and the forms that support it. */
export function writeLine(out: SegmentText, claim: Claim, line: Line, number: number): void {
  const { type } = claim;
  const professional = type === 'professional';
  out.add('LX', String(number));
  SERVICE[type](out, claim, line);
  writeRental(out, line);
  if (type !== 'dental') writeAttachments(out, line.attachments);
  if (professional) {
    writeAmbulance(out, line.ambulance);
    writeEquipment(out, line.equipmentCertification);
    writeAmbulanceConditions(out, line.ambulance);
    writeHospice(out, line.hospiceEmployed);
    writeEquipmentConditions(out, line.equipmentCertification);
  }
  if (line.from !== undefined) writePeriod(out, '472', line.from, line.to);
  if (professional) writeEquipmentDates(out, line.equipmentCertification);
  writeOtherDates(out, line.dates);
  if (professional) writeTransported(out, line.ambulance);
  if (line.obstetricUnits !== undefined) out.add('QTY', 'FL', String(line.obstetricUnits));
  writeTestResults(out, line.testResults);
  writeContract(out, line.contract);
  out.add('REF', '6R', line.control ?? lineControl(claim.id, number));
  writeRepricedNumbers(out, line.repricing, type === 'dental' ? ['9A', '9C'] : ['9B', '9D']);
  writeIdentifiers(out, line.identifiers);
  writeLineAmounts(out, line);
  writeFileInformation(out, line.fileInformation);
  writeNotes(out, professional ? line.note : undefined, line.notes);
  if (line.purchased?.number !== undefined || line.purchased?.charge !== undefined)
    out.add('PS1', line.purchased.number ?? '', amount(line.purchased.charge));
  writeRepricing(out, line.repricing);
  writeArticles(out, line);
  writeLineProviders(out, claim, line);
  for (const decision of line.decisions ?? []) writeDecision(out, type, line, decision);
  writeForms(out, line.forms);
}

const SERVICE: Readonly<Record<Claim['type'], (out: SegmentText, claim: Claim, line: Line) => void>> = {
  professional(out, claim, line) {
    const timed = line.minutes !== undefined;
    const count = String(timed ? line.minutes : (line.units ?? 1));
    const unit = timed ? 'MJ' : 'UN';
    const { emergency, epsdt, familyPlanning, copayExempt } = line;
    const service = procedure(line, 'professional');
    const charge = amount(line.charge);
    const place = ownPlace(claim, line);
    const causes = pointers(line);
    // Most lines say no more.
    if (emergency === undefined && epsdt === undefined && familyPlanning === undefined && copayExempt === undefined)
      out.add('SV1', service, charge, unit, count, place, '', causes);
    else {
      const exempt = copayExempt === undefined ? '' : '0';
      out.add(
        'SV1',
        service,
        charge,
        unit,
        count,
        place,
        '',
        causes,
        '',
        yes(emergency),
        '',
        yes(epsdt),
        yes(familyPlanning),
        '',
        '',
        exempt,
      );
    }
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

function yes(said: 'yes' | undefined): string {
  return said === undefined ? '' : 'Y';
}

/** Modifiers that a composite of a procedure has places for. */
const MODIFIERS = 4;
const NONE: readonly never[] = [];

function procedure(line: Line, type: Claim['type']): readonly string[] {
  if (line.code === undefined) return [];
  const { code, modifiers = NONE, description } = line;
  const parts = [line.codeList ?? procedureList(type, line.revenue), code];
  for (let at = 0; at < modifiers.length && at < MODIFIERS; at++) parts.push(modifiers[at] ?? '');
  if (description !== undefined) {
    while (parts.length < 2 + MODIFIERS) parts.push('');
    parts.push(description);
  }
  return parts;
}

/** The place of a line, where it is another than the claim's. */
function ownPlace(claim: Claim, line: Line): string {
  return line.pos === undefined || line.pos === placeOf(claim) ? '' : line.pos;
}

/** Loops 2410: the drug, or another article. */
function writeArticles(out: SegmentText, { ndc, product }: Line): void {
  if (ndc?.code !== undefined) writeArticle(out, 'N4', ndc.code.replaceAll('-', ''), ndc);
  if (product?.code !== undefined) writeArticle(out, product.qualifier ?? '', product.code, product);
}

function writeArticle(
  out: SegmentText,
  qualifier: string,
  code: string,
  { quantity, unit, prescription, link }: Omit<Product, 'code'>,
): void {
  out.add('LIN', '', qualifier, code);
  out.add('CTP', '', '', '', String(quantity ?? ''), [unit ?? '']);
  if (prescription !== undefined) out.add('REF', 'XZ', prescription);
  if (link !== undefined) out.add('REF', 'VY', link);
}

/** Pointers as places: letters of the paper form count from A. */
function pointers(line: Line): readonly string[] {
  return (line.pointers ?? NONE).map((value) =>
    typeof value === 'string' && /^[A-L]$/i.test(value) ? String(value.toUpperCase().charCodeAt(0) - 64) : String(value),
  );
}
