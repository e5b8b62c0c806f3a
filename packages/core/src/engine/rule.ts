import type { Claim, ClaimType } from '../claim/model.ts';
import type { ClaimView, DiagnosisView, LineView, ProcedureView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { PatientHistory } from '../history/history.ts';
import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import type { PayerPlan } from '../plan/model.ts';
import type { AnyOf, Need } from './needs.ts';
import type { Outcomes, Severity } from './outcome.ts';

export type { AnyOf, Need };
export type { Bypassed, Found, NotChecked, Outcome, Outcomes, PatchStep, Severity } from './outcome.ts';

/** Where a rule comes from: the document, one section of it, and how far and on which day that was looked at. */
export interface Cite {
  readonly title: string;
  readonly section?: string;
  readonly url: string;
  /** The day it was last looked at. */
  readonly checked: string;
  /** `text`: the section's own words were read on that day. `digest`: known from what others say of it. */
  readonly read: 'text' | 'digest';
  /** Which copy or edition was read, where it is not the newest in full. */
  readonly note?: string;
}

/** What a check may ask besides its subject. Pure: no clock, no files. */
export interface Context {
  readonly claim: ClaimView;
  /** ICD-10-CM on the claim's day. Only for rules that need it whatever else there is; others must use `claim.icd`. */
  readonly icd: Icd10cmEdition;
  readonly data: Data;
  /** The day the claim is received or checked; future dates are judged by it. */
  readonly received: Day;
  /** Nobody gave that day: it is the one on which the claim is checked. */
  readonly receivedAssumed: boolean;
  /** The patient's other claims; undefined when nobody gave a history or the claim does not say who the patient is. */
  readonly history: PatientHistory | undefined;
}

export interface Example {
  readonly name: string;
  readonly claim: Claim;
  /** How many findings of this rule: exactly, of any severity. */
  readonly finds: number;
  /** Other claims that the history holds. */
  readonly history?: readonly Claim[];
  /** Codes that the findings must name between them. */
  readonly codes?: readonly string[];
  /** Made-up tables of this example alone, in place of the rule's `exampleTables`. */
  readonly tables?: ExampleTables;
  /** The payer's plan it is checked with. */
  readonly plan?: PayerPlan;
}

interface RuleBase {
  /** `<family>/<name>`, the path of its file. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** `draft`: neither its source nor a digest of it bears the rule out yet; it may only warn, never say error. */
  readonly stage: 'stable' | 'draft';
  /** Payer kinds it holds for; all when left out. */
  readonly payers?: readonly string[];
  readonly types?: readonly ClaimType[];
  /** Only for stays in a hospital, which Medicare sends through its code editor. */
  readonly hospitalStay?: true;
  /** Not for inpatient stays. */
  readonly outpatient?: true;
  /** Only for claims with a procedure code on a line. */
  readonly withCodes?: true;
  /** Only for claims with a modifier on a line; one that looks at lines is handed only those with a modifier. */
  readonly withModifiers?: true;
  /**
   * Whether it may have something to say of a diagnosis code, for rules that concern few: it is handed no diagnosis, pair
   * or claim without such a code. Asked once for a code of an edition, so the answer must follow from these alone. All
   * the same it is handed codes that the edition does not have in force, claims whose lines are of several days, and,
   * where it needs them, claims with the code editor's tables.
   */
  readonly speaksOf?: (icd: Icd10cmEdition, row: Row) => boolean;
  /** First and last day of service it holds for. */
  readonly from: Day;
  readonly to?: Day;
  /** What it cannot run without; of a list, one is enough. */
  readonly needs: readonly (Need | AnyOf)[];
  /** Data with which it sees more. Without, it runs all the same, and the report says what it did not see. */
  readonly seesMore?: { readonly with: Need; readonly types: readonly ClaimType[]; readonly what: string };
  /** Rules that say more: where one of them found an error, this one is silent about the same place. */
  readonly yieldsTo?: readonly string[];
  readonly cites: readonly [Cite, ...Cite[]];
  readonly examples: readonly [Example, Example, ...Example[]];
  /** Made-up tables the examples are held against, by source: rows as its importer reads them. */
  readonly exampleTables?: ExampleTables;
}

export type ExampleTables = Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;

/** Rules say what they look at; the engine walks each claim once and hands it to them. */
export type Rule = RuleBase &
  (
    | { readonly on: 'claim'; check(claim: ClaimView, context: Context): Outcomes }
    | { readonly on: 'diagnosis'; check(diagnosis: DiagnosisView, context: Context): Outcomes }
    /** Every two diagnoses of the claim's sequence, `first` standing before `second`; both known and in force. */
    | { readonly on: 'diagnosis-pair'; check(first: DiagnosisView, second: DiagnosisView, context: Context): Outcomes }
    /** Inpatient procedures (ICD-10-PCS); a claim without any has nothing for such a rule to check. */
    | { readonly on: 'procedure'; check(procedure: ProcedureView, context: Context): Outcomes }
    | {
        readonly on: 'line';
        /** Characters, of ASCII, that the codes it looks at begin with: other lines are not handed to it. */
        readonly codesBegin?: string;
        check(line: LineView, context: Context): Outcomes;
      }
    | { readonly on: 'line-pair'; check(first: LineView, second: LineView, context: Context): Outcomes }
  );

/** States a rule. A rule without a citation or without two examples does not compile. */
export function rule(definition: Rule): Rule {
  return definition;
}
