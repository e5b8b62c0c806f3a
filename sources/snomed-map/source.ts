import { RowProblem, tableSource, type TableSource } from '../source.ts';
import { compactDay } from '../support/cells.ts';
import { NO_PERIOD } from '../support/editions.ts';

/** Reference sets of maps: ICD-10-CM of the US edition, ICD-10 of the international one. */
const REFERENCE_SETS: Readonly<Record<string, string>> = { '6011000124106': 'icd10cm', '447562003': 'icd10' };

/**
 * The extended map of SNOMED CT in release format 2, as the US National Library of Medicine and SNOMED International
 * give it to licence holders, and the file of the NLM with the names beside the numbers. Its columns are those that
 * programs which read it name; no release could be had here.
 */
export const snomedMap: TableSource = tableSource({
  id: 'snomed-map',
  title: 'SNOMED CT to ICD-10-CM or ICD-10, extended map',
  publisher: 'US National Library of Medicine; SNOMED International',
  page: 'https://www.nlm.nih.gov/research/umls/mapping_projects/snomedct_to_icd10cm.html',
  licence: 'bring-your-own',
  terms: '© SNOMED International; free to holders of a UMLS or affiliate licence',
  cadence: 'twice a year',
  files: [/^der2_iisssccRefset_(?:ICD-10-CM)?ExtendedMap(?:Snapshot|Full)?.*\.txt$/i, /^tls_Icd10cmHumanReadableMap.*\.tsv$/i],
  layouts: [
    {
      kind: 'columns',
      formats: ['tab'],
      columns: {
        active: ['active'],
        refset: ['refsetid'],
        concept: ['referencedcomponentid'],
        name: [/^(?:sctname|referencedcomponentname)$/],
        group: ['mapgroup'],
        priority: ['mappriority'],
        rule: ['maprule'],
        advice: ['mapadvice'],
        target: ['maptarget'],
        targetName: [/^(?:icdname|maptargetname)$/],
        changed: ['effectivetime'],
      },
      optional: ['name', 'targetName'],
    },
  ],
  edition({ name }) {
    const day = compactDay(/_(\d{8})\.(?:txt|tsv)$/i.exec(name)?.[1] ?? '');
    if (!day) return NO_PERIOD;
    if (/Full/.test(name)) return 'it is the full history; take the Snapshot file, which has one state of each row.';
    return { id: day.slice(0, 7), title: `SNOMED CT extended map ${day}`, from: day, to: null };
  },
  row({ active, refset, concept, name, group, priority, rule, advice, target, targetName }) {
    const system = REFERENCE_SETS[refset];
    if (active !== '1' || system === undefined) return undefined;
    if (!/^[1-9]\d{5,17}$/.test(concept)) return new RowProblem('concept', 'it is no concept identifier');
    if (!/^\d{1,3}$/.test(group) || !/^\d{1,3}$/.test(priority)) return new RowProblem('group', 'group and priority are not numbers');
    return { system, concept, name, group, priority, rule, advice, target: target.toUpperCase(), targetName };
  },
  store: {
    kind: 'table',
    key: ['system', 'concept'],
    columns: {
      name: { kind: 'text' },
      group: { kind: 'decimal', scale: 0 },
      priority: { kind: 'decimal', scale: 0 },
      rule: { kind: 'text' },
      advice: { kind: 'text' },
      target: { kind: 'text' },
      targetName: { kind: 'text' },
    },
  },
  checks: { rows: [50_000, 2_000_000] },
  sample: {
    file: 'tls_Icd10cmHumanReadableMap_US1000124_20260301.tsv',
    rows: 4,
    has: [{ system: 'icd10cm', concept: '999000011', group: '1', priority: '1', target: 'Z99.9', name: 'Made-up disorder' }],
  },
});
