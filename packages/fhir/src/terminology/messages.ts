/**
 * What answers say. The identifiers and the English wording are those that HL7's validator and its test suite agreed on,
 * since programs compare them; read in the suite (CC0, copy of 2026-08-07).
 */
export interface Message {
  readonly id: string;
  readonly text: string;
}

const message = (id: string, text: string): Message => ({ id, text });

/** `a`, `a or b`, `a, b or c`. */
function listed(items: readonly string[], word: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

/** Versions as the suite lists them: two with "or", more with "and". */
export function listedVersions(versions: readonly string[]): string {
  return listed(versions, versions.length === 2 ? 'or' : 'and');
}

export function listedDisplays(displays: readonly string[]): string {
  return listed(displays, 'or');
}

export const SAY = {
  noSystem: () =>
    message(
      'Coding_has_no_system__cannot_validate',
      'Coding has no system. A code with no system has no defined meaning, and it cannot be validated. A system should be provided',
    ),
  noCode: (system: string | undefined) =>
    message('', system ? `Coding has no code for system ${system} and cannot be validated` : 'Coding has no code and cannot be validated'),
  nothingToValidate: () =>
    message('', 'Unable to find code to validate (looked for coding | codeableConcept | code+system | code+inferSystem in parameters'),

  unknownSystem: (system: string) =>
    message('UNKNOWN_CODESYSTEM', `A definition for CodeSystem '${system}' could not be found, so the code cannot be validated`),
  unknownVersion: (system: string, version: string, known: readonly string[]) =>
    known.length === 0
      ? message(
          'UNKNOWN_CODESYSTEM_VERSION_NONE',
          `A definition for CodeSystem '${system}' version '${version}' could not be found, so the code cannot be validated. No versions of this code system are known`,
        )
      : message(
          'UNKNOWN_CODESYSTEM_VERSION',
          `A definition for CodeSystem '${system}' version '${version}' could not be found, so the code cannot be validated. Valid versions: ${listedVersions(known)}`,
        ),
  unknownSystemToExpand: (system: string) =>
    message('UNKNOWN_CODESYSTEM_EXP', `A definition for CodeSystem '${system}' could not be found, so the value set cannot be expanded`),
  unknownVersionToExpand: (system: string, version: string, known: readonly string[]) =>
    known.length === 0
      ? message(
          'UNKNOWN_CODESYSTEM_VERSION_EXP_NONE',
          `A definition for CodeSystem '${system}' version '${version}' could not be found, so the value set cannot be expanded. No versions of this code system are known`,
        )
      : message(
          'UNKNOWN_CODESYSTEM_VERSION_EXP',
          `A definition for CodeSystem '${system}' version '${version}' could not be found, so the value set cannot be expanded. Valid versions: ${listedVersions(known)}`,
        ),
  codingNotChecked: (system: string) =>
    message(
      'UNKNOWN_CODESYSTEM_CODING_NOT_CHECKED',
      `The code system '${system}' is not known, so this coding was not checked; another coding of the concept is in the value set`,
    ),
  systemIsRelative: () => message('Terminology_TX_System_Relative', 'Coding.system must be an absolute reference, not a local reference'),
  systemIsValueSet: (system: string) =>
    message('Terminology_TX_System_ValueSet2', `The Coding references a value set, not a code system ('${system}')`),
  systemIsSupplement: (reference: string) =>
    message('CODESYSTEM_CS_NO_SUPPLEMENT', `CodeSystem ${reference} is a supplement, so can't be used as a value in Coding.system`),

  unknownCode: (code: string, system: string, version: string | undefined) =>
    version === undefined
      ? message('Unknown_Code_in', `Unknown code '${code}' in the CodeSystem '${system}'`)
      : message('Unknown_Code_in_Version', `Unknown code '${code}' in the CodeSystem '${system}' version '${version}'`),
  unknownCodeInFragment: (code: string, system: string, version: string | undefined) =>
    message(
      'UNKNOWN_CODE_IN_FRAGMENT',
      `Unknown Code '${code}' in the CodeSystem '${system}' version '${version ?? ''}' - note that the code system is labeled as a fragment, so the code may be valid in some other fragment`,
    ),
  abstractCode: (system: string, code: string) =>
    message('ABSTRACT_CODE_NOT_ALLOWED', `Code '${system}#${code}' is abstract, and not allowed in this context`),
  notActive: (code: string) => message('STATUS_CODE_WARNING_CODE', `The concept '${code}' is valid but is not active`),
  inactive: (code: string, status: string) =>
    message('INACTIVE_CONCEPT_FOUND', `The concept '${code}' has a status of ${status} and its use should be reviewed`),
  deprecated: (code: string) => message('DEPRECATED_CONCEPT_FOUND', `The concept '${code}' is deprecated and its use should be reviewed`),
  deprecatedInValueSet: (system: string, code: string, status: string, valueSet: string) =>
    message(
      'CONCEPT_DEPRECATED_IN_VALUESET',
      `The presence of the concept '${code}' in the system '${system}' in the value set ${valueSet} is marked with a status of ${status} and its use should be reviewed`,
    ),
  otherCase: (code: string, right: string, system: string) =>
    message(
      'CODE_CASE_DIFFERENCE',
      `The code '${code}' differs from the correct code '${right}' by case. Although the code system '${system}' is case insensitive, implementers are strongly encouraged to use the correct case anyway`,
    ),
  otherForm: (code: string, right: string, system: string) =>
    message(
      'CODE_NOT_IN_NORMAL_FORM',
      `The code '${code}' is valid, but it is not the normal form for the code system '${system}'; the normal form is '${right}'`,
    ),

  notInValueSet: (coding: string, valueSet: string) =>
    message(
      'None_of_the_provided_codes_are_in_the_value_set_one',
      `The provided code ${coding} was not found in the value set '${valueSet}'`,
    ),
  noCodingInValueSet: (valueSet: string) =>
    message('TX_GENERAL_CC_ERROR_MESSAGE', `No valid coding was found for the value set '${valueSet}'`),
  cannotInfer: (code: string, valueSet: string) =>
    message('UNABLE_TO_INFER_CODESYSTEM', `The System URI could not be determined for the code '${code}' in the ValueSet '${valueSet}'`),
  severalSystems: (code: string, valueSet: string, systems: readonly string[]) =>
    message(
      'Unable_to_resolve_system__value_set_has_multiple_matches',
      `The System URI could not be determined for the code '${code}' in the ValueSet '${valueSet}': value set expansion has multiple matches: [${systems.join(', ')}]`,
    ),

  wrongDisplay: (display: string, system: string, code: string, choices: readonly string[], languages: string, spacing: boolean) =>
    message(
      spacing ? 'Display_Name_WS_for__should_be_one_of__instead_of' : 'Display_Name_for__should_be_one_of__instead_of',
      spacing
        ? `Wrong whitespace in Display Name '${display}' for ${system}#${code}. Valid display is ${choicesOf(choices)} (for the language(s) '${languages}')`
        : `Wrong Display Name '${display}' for ${system}#${code}. Valid display is ${choicesOf(choices)} (for the language(s) '${languages}')`,
    ),
  noDisplayInLanguage: (display: string, system: string, code: string, languages: string, usual: string, right: boolean) =>
    right
      ? message(
          'NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_OK',
          `There are no valid display names found for the code ${system}#${code} for language(s) '${languages}'. The display is '${display}' which is a valid display for the default language`,
        )
      : message(
          'NO_VALID_DISPLAY_FOUND_NONE_FOR_LANG_ERR',
          `Wrong Display Name '${display}' for ${system}#${code}. There are no valid display names found for language(s) '${languages}'. Default display is '${usual}'`,
        ),
  noDisplayAtAll: (display: string, system: string, code: string) =>
    message(
      'NO_VALID_DISPLAY_AT_ALL',
      `Cannot validate the display name '${display}' for ${system}#${code}, since there are no valid display names for it`,
    ),
  oldDisplay: (display: string, code: string, status: string, right: readonly string[]) =>
    message(
      'INACTIVE_DISPLAY_FOUND',
      `'${display}' is no longer considered a correct display for code '${code}' (status = ${status}). The correct display is one of "${right.join('", "')}".`,
    ),
  wrongLanguage: (written: string) => message('INVALID_DISPLAY_NAME', `Invalid displayLanguage: '${written}'`),

  referenceTo: (status: 'deprecated' | 'withdrawn' | 'retired' | 'experimental' | 'draft', type: string, reference: string) =>
    message(`MSG_${status.toUpperCase()}`, `Reference to ${status} ${type} ${reference}`),

  versionMismatch: (system: string, version: string, given: string) =>
    message(
      'VALUESET_VALUE_MISMATCH',
      `The code system '${system}' version '${version}' in the ValueSet include is different to the one in the value ('${given}')`,
    ),
  versionMismatchByRule: (system: string, version: string, included: string, given: string) =>
    message(
      'VALUESET_VALUE_MISMATCH_CHANGED',
      `The code system '${system}' version '${version}' resulting from the version '${included}' in the ValueSet include is different to the one in the value ('${given}')`,
    ),
  versionMismatchByDefault: (system: string, version: string, given: string) =>
    message(
      'VALUESET_VALUE_MISMATCH_DEFAULT',
      `The code system '${system}' version '${version}' for the versionless include in the ValueSet include is different to the one in the value ('${given}')`,
    ),
  versionNotAllowed: (system: string, version: string, required: string) =>
    message(
      'VALUESET_VERSION_CHECK',
      `The version '${version}' is not allowed for system '${system}': required to be '${required}' by a version-check parameter`,
    ),
  severalVersionRules: (system: string, one: string, other: string) =>
    message('SYSTEM_VERSION_MULTIPLE_OVERRIDE', `Conflicting version rules for '${system}': '${one}' and '${other}'`),

  unknownValueSet: (reference: string) =>
    message('Unable_to_resolve_value_Set_', `A definition for the value Set '${reference}' could not be found`),
  unknownImport: (reference: string) => message('VS_EXP_IMPORT_UNK', `Unable to find included value set '${reference}'`),
  unknownImportVersion: (url: string, version: string) =>
    message('VS_EXP_IMPORT_UNK_PINNED', `Unable to find included value set '${url}' version '${version}'`),
  circular: (reference: string, chain: readonly string[]) =>
    message('VALUESET_CIRCULAR_REFERENCE', `Cyclic reference detected when including ${reference} via [${chain.join(', ')}]`),
  supplementMissing: (supplements: readonly string[]) =>
    message('VALUESET_SUPPLEMENT_MISSING', `Required supplement not found: ${supplements.join(', ')}`),
  tooCostly: (valueSet: string, size: string) =>
    message('VALUESET_TOO_COSTLY', `The value set '${valueSet}' expansion has too many codes to display (${size})`),
  filterWithoutValue: (system: string, property: string, op: string) =>
    message(
      'UNABLE_TO_HANDLE_SYSTEM_FILTER_WITH_NO_VALUE',
      `The system ${system} filter with property = ${property}, op = ${op} has no value`,
    ),
  filterNotUnderstood: (property: string, op: string, value: string, valueSet: string, system: string) =>
    message(
      'FILTER_NOT_UNDERSTOOD',
      `The filter "${property} ${op} ${value}" from the value set ${valueSet} was not understood in the context of ${system}`,
    ),
} as const;

function choicesOf(choices: readonly string[]): string {
  return choices.length === 1 ? (choices[0] ?? '') : `one of ${choices.length} choices: ${listedDisplays(choices)}`;
}
