const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

/** Extensions that change an answer, by what they say. */
export const EXTENSION = {
  standardsStatus: `${HL7}structuredefinition-standards-status`,
  supplement: `${HL7}valueset-supplement`,
  deprecatedInValueSet: `${HL7}valueset-deprecated`,
  expansionParameter: `${HL7}valueset-expansion-parameter`,
  expansionParameterOfTools: 'http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter',
  unclosed: `${HL7}valueset-unclosed`,
  unclosedReason: `${HL7}valueset-unclosed-reason`,
  messageId: `${HL7}operationoutcome-message-id`,
  codeSystemLabel: `${HL7}codesystem-label`,
  valueSetLabel: `${HL7}valueset-label`,
  codeSystemOrder: `${HL7}codesystem-conceptOrder`,
  valueSetOrder: `${HL7}valueset-conceptOrder`,
  itemWeight: `${HL7}itemWeight`,
} as const;

/** Extensions of a concept of a code system that an expansion repeats. */
export const ECHOED_OF_CONCEPT: ReadonlySet<string> = new Set(
  ['coding-sctdescid', 'rendering-style', 'rendering-xhtml', 'codesystem-alternate'].map((name) => HL7 + name),
);

/** Extensions of a concept listed in a value set that an expansion repeats. */
export const ECHOED_OF_INCLUDE: ReadonlySet<string> = new Set(
  [
    'valueset-supplement',
    'valueset-deprecated',
    'structuredefinition-standards-status',
    'valueset-concept-definition',
    'coding-sctdescid',
    'rendering-style',
    'rendering-xhtml',
  ].map((name) => HL7 + name),
);

/** Extensions of a designation that answers repeat. */
export const ECHOED_OF_DESIGNATION: ReadonlySet<string> = new Set(
  ['coding-sctdescid', 'rendering-style', 'rendering-xhtml', 'structuredefinition-standards-status', 'codesystem-alternate'].map(
    (name) => HL7 + name,
  ),
);

/** Where the properties that FHIR itself defines have their names. */
export const CONCEPT_PROPERTIES = 'http://hl7.org/fhir/concept-properties#';
