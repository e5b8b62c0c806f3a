import { type Closeness, type Languages, sameLanguage } from './languages.ts';
import type { JsonObject } from './json.ts';

/** Says that a designation is the display of its language. */
export const PREFERRED_USE: JsonObject = {
  system: 'http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra',
  code: 'preferredForLanguage',
  display: 'Preferred For Language',
};

/** One wording of a concept. */
export interface Designation {
  readonly value: string;
  readonly language?: string | undefined;
  readonly use?: JsonObject | undefined;
  /** The concept's own display, of its code system or as the value set words it. */
  readonly isDisplay: boolean;
  /** Set where the wording is no longer right. */
  readonly outdated?: string | undefined;
  /** The supplement it comes from. */
  readonly source?: string | undefined;
  readonly extension?: readonly JsonObject[] | undefined;
}

/** How a given display differs from all right ones. */
export type DisplayMatch = 'same' | 'spacing' | 'none';

const CLOSENESS: readonly Closeness[] = ['whole', 'region', 'language'];

/** All wordings of one concept, and which of them answers somebody's languages. */
export class Designations {
  readonly list: Designation[] = [];

  add(...designations: readonly Designation[]): void {
    this.list.push(...designations);
  }

  /** The wording to show; undefined when every language that fits is refused. */
  preferred(languages: Languages | undefined): Designation | undefined {
    const { list } = this;
    if (!languages) return list.find(isCurrentDisplay) ?? list.find(isDisplay) ?? list[0];
    for (const { code, quality } of languages.ranges) {
      if (quality <= 0) continue;
      for (const current of [true, false]) {
        for (const closeness of CLOSENESS) {
          const fits = list.filter(
            (each) => each.language !== undefined && sameLanguage(code, each.language, closeness) && (!current || !each.outdated),
          );
          const found = fits.find(isDisplay) ?? fits[0];
          if (found) return found;
        }
      }
    }
    const unnamed = list.filter((each) => each.language === undefined && isDisplay(each));
    const found = unnamed.find(isCurrentDisplay) ?? unnamed[0];
    if (found || languages.ranges.some(({ code, quality }) => code === '*' && quality <= 0)) return found;
    return this.preferred(undefined);
  }

  /** Whether a display is one of the wordings in the languages asked for, or in the code system's own. */
  match(display: string, languages: Languages | undefined, own: string | undefined, onlyCurrent = false): DisplayMatch {
    const fits = this.list.filter((each) => (!onlyCurrent || !each.outdated) && inLanguages(each, languages, 'language', own));
    if (fits.some(({ value }) => value.toLowerCase() === display.toLowerCase())) return 'same';
    return fits.some(({ value }) => spaced(value) === spaced(display)) ? 'spacing' : 'none';
  }

  /** How many wordings the languages have, by the closest fit that has any. */
  count(languages: Languages | undefined, onlyDisplays: boolean): number {
    const candidates = this.list.filter((each) => !onlyDisplays || isDisplay(each));
    for (const closeness of CLOSENESS) {
      const found = candidates.filter((each) => inLanguages(each, languages, closeness, undefined)).length;
      if (found > 0) return found;
    }
    return 0;
  }

  /** Right displays as messages list them: those of the languages, else all. */
  choices(languages: Languages | undefined): string[] {
    const displays = this.list.filter(isDisplay);
    const fits = displays.filter((each) => inLanguages(each, languages, 'language', undefined));
    return (fits.length > 0 ? fits : displays).map(({ value, language }) =>
      language === undefined ? `'${value}'` : `'${value}' (${language})`,
    );
  }

  /** Displays that are right today, each once. */
  current(): string[] {
    return [...new Set(this.list.filter((each) => isCurrentDisplay(each)).map(({ value }) => value))];
  }
}

function isDisplay({ use }: Designation): boolean {
  return !use || (use['system'] === PREFERRED_USE['system'] && use['code'] === PREFERRED_USE['code']);
}

function isCurrentDisplay(each: Designation): boolean {
  return isDisplay(each) && !each.outdated;
}

/** Wordings without a language fit every one. */
function inLanguages({ language }: Designation, languages: Languages | undefined, closeness: Closeness, own: string | undefined): boolean {
  if (language === undefined || !languages) return true;
  if (own !== undefined && sameLanguage(own, language, 'language')) return true;
  return languages.ranges.some(({ code, quality }) => quality > 0 && sameLanguage(code, language, closeness));
}

function spaced(value: string): string {
  return value.replace(/\s+/g, ' ').trim().toLowerCase();
}
