import { field, type FoundCoding, type Question, say } from './findings.ts';
import { SAY } from './messages.ts';
import type { Settings } from './settings.ts';

/** Holds a display against the right ones, in the languages asked for; `beside` for a code that is not in the value set. */
export function checkDisplay(
  settings: Settings,
  { coding: { system = '', code, display = '' }, at, findings, found: { designations, language } }: Question,
  beside = false,
): void {
  const { wanted } = settings;
  const place = { code: 'invalid', detail: 'invalid-display', at: field(at, 'display') } as const;
  const severity = settings.flag('lenient-display-validation') ? 'warning' : 'error';
  const match = designations.match(display, wanted, beside ? language : undefined);
  if (match === 'same') {
    if (designations.match(display, wanted, undefined, true) === 'same' || beside) return;
    const outdated = designations.list.find(({ value }) => value === display)?.outdated ?? 'inactive';
    findings.issues.add({
      severity: 'warning',
      ...place,
      detail: 'display-comment',
      message: SAY.oldDisplay(display, code, outdated, designations.current()),
    });
    return;
  }
  const languages = settings.writtenLanguages;
  const inLanguages = designations.count(wanted, true) || (beside ? 0 : designations.count(wanted, false));
  if (inLanguages > 0) {
    const message = SAY.wrongDisplay(display, system, code, designations.choices(wanted), languages, match === 'spacing');
    say(findings, message, { severity: designations.count(wanted, true) > 0 ? severity : 'warning', ...place });
    return;
  }
  const usual = designations.preferred(undefined)?.value;
  if (usual === undefined || beside) {
    say(findings, SAY.noDisplayAtAll(display, system, code), { severity: 'warning', ...place });
    return;
  }
  const right = designations.match(display, wanted, language) === 'same';
  const message = SAY.noDisplayInLanguage(display, system, code, languages, usual, right);
  say(findings, message, { severity: right ? 'information' : severity, ...place });
}

/** The display that an answer gives: the best in the languages asked for, else the usual one. */
export function shownDisplay({ designations }: FoundCoding, { wanted }: Settings): string | undefined {
  return (designations.preferred(wanted) ?? designations.preferred(undefined))?.value;
}
