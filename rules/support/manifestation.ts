import { type Icd10cmEdition, NOTE_FLAG, type Row, rowFact } from '@cleanclaim/core';

/**
 * A manifestation code: it states what another disease, coded elsewhere, has caused, so it can never stand first.
 * The classification says so in the title ("in diseases classified elsewhere"), or by a title of the same sense
 * together with an unconditional "code first" note. Measured against the manifestation edit of the Medicare Code
 * Editor (tests/manifestation-codes.test.ts).
 */
export const isManifestation = rowFact(readManifestation);

/** Organisms "as the cause of diseases classified elsewhere" (B95–B97) are causes, not manifestations. */
const AS_THE_CAUSE = /\bas the cause of\b/;
const IN_TITLE = /\bclassified elsewhere\b/i;
/** "Anemia in neoplastic disease", "Diabetes mellitus due to underlying condition with …", "Reactive arthropathy". */
const SAME_SENSE = /\bin |\bdue to (?:disease\b|underlying condition with)|\breactive arthropath/i;

function readManifestation(icd: Icd10cmEdition, row: Row): boolean {
  const title = icd.display(row) ?? '';
  if (IN_TITLE.test(title)) return !AS_THE_CAUSE.test(title);
  return icd
    .notes(row, ['codeFirst'])
    .some(
      ({ text, flags }) =>
        (flags & NOTE_FLAG.conditional) === 0 &&
        (/^(?:underlying|the) neoplasm\b/.test(text) ||
          (/^(?:the )?(?:underlying|neoplasm|type of)\b/.test(text) && SAME_SENSE.test(title))),
    );
}
