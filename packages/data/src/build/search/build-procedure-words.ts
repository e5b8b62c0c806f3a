import { writePack } from '../write-pack.ts';
import { knowledgeSections, readKnowledge } from './knowledge-sections.ts';

/** What people call procedures, supplies and drugs, as a pack: of our own lists, of no edition. */
export function buildProcedureWords(): Uint8Array {
  const manifest = {
    title: 'Words for procedures, supplies and drugs',
    publisher: 'Cleanclaim',
    licence: 'Apache-2.0',
    page: 'packages/data/knowledge/procedures',
    inputs: [],
    retrieved: '2026-11-24',
  };
  return writePack('procedure-words', manifest, [], {}, knowledgeSections(readKnowledge('procedures')));
}
