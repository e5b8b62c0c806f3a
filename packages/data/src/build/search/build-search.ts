import type { Sections } from '../write-pack.ts';
import { extensionTerms, gatherDocuments } from './documents.ts';
import { indexSections } from './index-sections.ts';
import { knowledgeSections, knowledgeWords, readKnowledge } from './knowledge-sections.ts';
import { leafSection } from './leaves.ts';
import { tableOf } from './table-of.ts';

/** The sections search needs, made from the finished sections of the pack and the knowledge lists. */
export function searchSections(sections: Sections): Sections {
  const table = tableOf(sections);
  const knowledge = readKnowledge();
  return {
    ...indexSections(gatherDocuments(table), knowledgeWords(knowledge), extensionTerms(table), table.texts),
    ...leafSection(table),
    ...knowledgeSections(knowledge),
  };
}
