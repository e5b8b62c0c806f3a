import { type DiagnosisView, rowFact } from '@cleanclaim/core';
import { within } from './code-parts.ts';

export const OBSTETRIC_CHAPTER = 15;
export const PERINATAL_CHAPTER = 16;

/** Codes of the pregnant patient: chapter 15 and the Z codes of pregnancy, its outcome and the time after it. */
export function isMaternal({ chapter, code }: DiagnosisView): boolean {
  return isMaternalCode(chapter, code);
}

export function isMaternalCode(chapter: number, code: string): boolean {
  return chapter === OBSTETRIC_CHAPTER || isPregnancyZ(code);
}

function isPregnancyZ(code: string): boolean {
  if (!code.startsWith('Z3')) return false;
  return within(code, 'Z33', 'Z35') || within(code, 'Z36', 'Z38') || within(code, 'Z39', 'Z3B');
}

/** Pregnancy that ended before delivery: ectopic, molar, miscarriage, termination and what followed them. */
export function isAbortiveOutcome(code: string): boolean {
  return within(code, 'O00', 'O09') || code === 'Z33.2';
}

/** Trimesters a title names, as bits: 1 first, 2 second, 4 third, 8 unspecified; 0 when it names none. */
export const trimestersOf = rowFact((icd, row) => readTrimesters((icd.display(row) ?? '').toLowerCase()));

function readTrimesters(title: string): number {
  return (
    (title.includes('first trimester') ? 1 : 0) |
    (title.includes('second trimester') ? 2 : 0) |
    (title.includes('third trimester') ? 4 : 0) |
    (title.includes('unspecified trimester') ? 8 : 0)
  );
}

/** The trimester of a weeks-of-gestation code Z3A.-, as in `trimestersOf`; 0 when the weeks are not specified. */
export function trimesterOfWeeks(code: string): number {
  const weeks = Number(code.slice(4));
  if (!(weeks > 0)) return 0;
  // Z3A.01 is less than 8 weeks; trimesters change at 14 and at 28 completed weeks (tabular list, chapter 15).
  return weeks < 14 ? 1 : weeks < 28 ? 2 : 4;
}
