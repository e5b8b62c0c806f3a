import type {
  ChangesOfCodes,
  ChargesAnswer,
  DiffAnswer,
  EditionsAnswer,
  FactsAnswer,
  FilledForm,
  GuessedMapping,
  Identification,
  IndexAnswer,
  LookupAnswer,
  MapAnswer,
  NamedByAnswer,
  NotesAnswer,
  PcsAnswer,
  Price,
  Report,
  SearchResponse,
  SurelyFixed,
  TreeAnswer,
  VisitLevelAnswer,
} from '@cleanclaim/core';
import type {
  BirthRow,
  BurdenRow,
  CompareRow,
  DrugRow,
  FunnelRow,
  InequalityRow,
  LifeRow,
  QualityRow,
  RateRow,
  SmrRow,
  TabulateRow,
  TrendRow,
  UtilisationRow,
} from '@cleanclaim/core/statistics';
import { type OperationTool, tool } from './operation-tool.ts';
import { DIFF_PAGES, SEARCH_PAGES } from './paging.ts';
import * as say from './say.ts';
import * as sayStatistics from './say-statistics.ts';

/** The tools, in the order an assistant meets them. A test fails when an operation has none. */
export const TOOLS: readonly OperationTool[] = [
  tool<SearchResponse>({
    name: 'search_codes',
    operation: 'codes.search',
    description:
      'Find codes by clinical or lay words, abbreviations ("htn ckd 3") or part of a code, as in force on the date of service: ICD-10-CM diagnoses (answers: why) and, where installed, HCPCS, CPT, ICD-10-PCS (answers: what) and other ICD revisions. Each result says why it matched. Then read code_notes before choosing.',
    say: say.search,
    paging: SEARCH_PAGES,
  }),
  tool<LookupAnswer>({
    name: 'get_code',
    operation: 'codes.lookup',
    description:
      'Say what a code is on the date of service and whether it may stand on a claim: billable, a header that needs more characters (which), not in force that day (what replaces it), unknown (near codes), or no data.',
    say: say.lookup,
  }),
  tool<NotesAnswer>({
    name: 'code_notes',
    operation: 'codes.notes',
    description:
      'List the official instructions that bind a code, its own and those inherited from category, block and chapter: Excludes1, Excludes2, code first, use additional code, includes, 7th characters.',
    say: say.notes,
  }),
  tool<FactsAnswer>({
    name: 'code_facts',
    operation: 'codes.facts',
    description:
      'Tell what installed official tables hold of a diagnosis: edits of the Medicare Code Editor, exemption from present-on-admission, CC or MCC, HCC risk groups, CCSR groups. A fact in notInstalled is not known: never take it for "no".',
    say: say.facts,
  }),
  tool<NamedByAnswer>({
    name: 'notes_naming_code',
    operation: 'codes.named-by',
    description:
      'List the notes of other codes, blocks and chapters that name this code: who asks for it beside them, and who excludes it.',
    say: say.namedBy,
  }),
  tool<IndexAnswer>({
    name: 'walk_index',
    operation: 'codes.index',
    description:
      'Walk the ICD-10-CM Alphabetic Index as a coder does: a main term with its subterms ("Diabetes, type 2, with, kidney"), or the terms that lead to a code. Needs the index to be installed; says how when it is not.',
    say: say.index,
  }),
  tool<PcsAnswer>({
    name: 'walk_pcs_tables',
    operation: 'codes.pcs',
    description:
      'Build or check an ICD-10-PCS code by its tables: give the characters chosen so far, "_" for one that is open ("0DT_4"); get the values that remain on each axis, whether a complete code is valid, and what the operation means. Needs the tables to be installed; says how when they are not.',
    say: say.pcs,
  }),
  tool<TreeAnswer>({
    name: 'code_tree',
    operation: 'codes.tree',
    description: 'Show where a code stands: chapter, block, the levels above it, its neighbours and the codes under it.',
    say: say.tree,
  }),
  tool<Identification>({
    name: 'identify_code',
    operation: 'codes.identify',
    description:
      'Tell which code system a code belongs to (ICD-10-CM, CPT, HCPCS, NDC, revenue code, modifier, …), what such a code says (why or what was done), who keeps it and what to check next.',
    say: say.identify,
  }),
  tool<MapAnswer>({
    name: 'map_code',
    operation: 'codes.map',
    description:
      'Find the codes of another system for a code (ICD-9-CM, ICD-10-CM, ICD-10-PCS, ICD-10, ICD-11, SNOMED CT) by the maps that are installed. Choose one option, and from each of its lists one code; approximate means alike, not the same. A map proposes: the record decides.',
    say: say.map,
  }),
  tool<Report>({
    name: 'check_claim',
    operation: 'claims.check',
    description:
      'Check a medical claim (as the schema says, or a FHIR Claim) against dated coding and form rules. Each finding says what is wrong, why, the fix, the box and the source. notChecked lists what could not be checked: never call such a claim clean. Leave out names and member ids; they are not needed, but claims sent as `history` are tied together by one made-up member id and birth date.',
    say: say.report,
  }),
  tool<SurelyFixed>({
    name: 'fix_claim',
    operation: 'claims.fix',
    description:
      'Make the repairs of a claim that are certain (placeholder X, order by a code first note, total, pointers, spelling) and report on the result. It never adds a diagnosis or modifier and never changes what is billed; what needs the record stays a finding.',
    say: say.fixed,
  }),
  tool<GuessedMapping>({
    name: 'guess_charge_columns',
    operation: 'charges.guess',
    description:
      'Propose which column of an office table of charges (rows of texts, headings first) holds which claim field. Show the mapping and what is open to the person before using it with claims_from_charges.',
    say: say.guessed,
  }),
  tool<ChargesAnswer>({
    name: 'claims_from_charges',
    operation: 'charges.claims',
    description:
      'Read claims from the rows of a table of charges with a column mapping. A claim with a cell that cannot be read is left out and the cell named by row and column; never guess what it meant.',
    say: say.charges,
  }),
  tool<FilledForm>({
    name: 'fill_form',
    operation: 'claims.form',
    description:
      'Lay a claim out for its paper form, CMS-1500 (02/12) or UB-04: which text stands in which box of which page, what the form asks for and the claim lacks, and what does not fit.',
    say: say.form,
  }),
  tool<Price>({
    name: 'price_claim',
    operation: 'claims.price',
    description:
      'Work out what Medicare is expected to allow and pay for a professional claim by the installed fee schedules, with every step. Lines without a price say why (notPriced): never guess one. Needs payer.id (contractor) and payer.locality, or a ZIP code.',
    say: say.price,
  }),
  tool<VisitLevelAnswer>({
    name: 'visit_level',
    operation: 'visits.level',
    description:
      'Find the level of a visit (office, hospital, emergency, nursing facility, home) by medical decision making or time, or hold a chosen code against it. Give only what the record says: what is left out is asked for, never guessed.',
    say: say.visitLevel,
  }),
  tool<DiffAnswer>({
    name: 'compare_editions',
    operation: 'editions.diff',
    description:
      'List the codes added, deleted (with replacements) and revised between two editions, or, with `only`, which codes of a list break.',
    say: say.diff,
    paging: DIFF_PAGES,
  }),
  tool<ChangesOfCodes>({
    name: 'changes_of_codes',
    operation: 'editions.changes',
    description:
      'Say what a new edition changes for a list of own codes: deleted (with replacements), headers, revised titles, new codes under or beside them, status and unit edits of procedures, pairs that begin or end. notCompared is not the same as unchanged.',
    say: say.changes,
  }),
  tool<{ editions: EditionsAnswer }>({
    name: 'list_editions',
    operation: 'data.list',
    description: 'List the installed editions of code systems with their days, publisher and digest: what every other answer rests on.',
    say: say.editions,
    list: 'editions',
  }),
  tool<{ rows: readonly BirthRow[] }>({
    name: 'tabulate_births',
    operation: 'statistics.births',
    description: 'Work out infant, neonatal, perinatal and maternal mortality with intervals from counts of births and deaths.',
    say: sayStatistics.births,
    list: 'rows',
  }),
  tool<{ rows: readonly BurdenRow[] }>({
    name: 'burden_of_disease',
    operation: 'statistics.burden',
    description:
      'Work out years of life lost, with disability (YLD, DALY) and potential years lost from deaths by age. Every row names its life table: answers by unlike ones must not be compared.',
    say: sayStatistics.burden,
    list: 'rows',
  }),
  tool<{ rows: readonly CompareRow[] }>({
    name: 'compare_rates',
    operation: 'statistics.compare',
    description:
      'Put places (or years, or sexes) side by side: crude and age-standardised rates, ratio, difference, and how much of the crude difference comes from age structure (Kitagawa). Use it before saying that one place has more deaths than another.',
    say: sayStatistics.compare,
    list: 'rows',
  }),
  tool<{ rows: readonly DrugRow[] }>({
    name: 'drug_deaths',
    operation: 'statistics.drugs',
    description: 'Count deaths by drug poisoning, opioids named and intent, from underlying and contributing causes in ICD-9 or ICD-10.',
    say: sayStatistics.drugs,
    list: 'rows',
  }),
  tool<{ rows: readonly FunnelRow[] }>({
    name: 'funnel_limits',
    operation: 'statistics.funnel',
    description:
      'Hold many places against their average: 95 % and 99.8 % limits, flags, p-values adjusted for their number, and whether they differ more than chance makes them. No league table: order alone says nothing.',
    say: sayStatistics.funnel,
    list: 'rows',
  }),
  tool<{ rows: readonly InequalityRow[] }>({
    name: 'inequality_indices',
    operation: 'statistics.inequality',
    description: 'Work out the slope and the relative index of inequality over groups from worst-off to best-off.',
    say: sayStatistics.inequality,
    list: 'rows',
  }),
  tool<{ rows: readonly LifeRow[] }>({
    name: 'life_expectancy',
    operation: 'statistics.life',
    description:
      'Make an abridged life table from deaths and people by age, and, with causeDeaths, how much longer life would be without one cause.',
    say: sayStatistics.life,
    list: 'rows',
  }),
  tool<{ rows: readonly QualityRow[] }>({
    name: 'judge_cause_data',
    operation: 'statistics.quality',
    description:
      'Judge causes of death: ill-defined and garbage shares, impossible codes, sex and age conflicts, a grade. Ask this before any rate is trusted.',
    say: sayStatistics.quality,
    list: 'rows',
  }),
  tool<{ rows: readonly RateRow[] }>({
    name: 'standardised_rates',
    operation: 'statistics.rates',
    description:
      'Work out crude and age-standardised rates with intervals from deaths and people by age. Cells are rows: texts in `values` (age as "0-4" or "85+", and the `by` columns), numbers in `count` and `population`.',
    say: sayStatistics.rates,
    list: 'rows',
  }),
  tool<{ rows: readonly SmrRow[] }>({
    name: 'mortality_ratio',
    operation: 'statistics.smr',
    description: 'Hold places against a reference population by indirect standardisation (SMR, SIR) with exact or Byar limits.',
    say: sayStatistics.smr,
    list: 'rows',
  }),
  tool<{ rows: readonly TabulateRow[] }>({
    name: 'tabulate_causes',
    operation: 'statistics.tabulate',
    description:
      'Count deaths or cases by the groups of a cause list (ICD chapters and blocks, WHO mortality and morbidity lists, NCHS 113 and 39, CCSR once installed, or your own ranges), with leading causes and mentions.',
    say: sayStatistics.tabulate,
    list: 'rows',
  }),
  tool<{ rows: readonly TrendRow[] }>({
    name: 'rate_trend',
    operation: 'statistics.trend',
    description: 'Find the annual per cent change of age-standardised rates with its test.',
    say: sayStatistics.trend,
    list: 'rows',
  }),
  tool<{ rows: readonly UtilisationRow[] }>({
    name: 'service_utilisation',
    operation: 'statistics.utilisation',
    description:
      'Count services on claims by CPT, HCPCS, revenue or ICD-10-PCS code, payer, provider, age, sex or month: lines, claims, units, exact charges, and age-standardised rates with people given. Leave out names and member ids.',
    say: sayStatistics.utilisation,
    list: 'rows',
  }),
];
