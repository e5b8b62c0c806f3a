import type { X12Finding, X12Report } from '../check/finding.ts';
import { X12_RULES } from '../check/rules.ts';
import type { RuleText } from '../check/rules/rule-text.ts';

/** SARIF names severities its own way. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings of some files as one SARIF 2.1.0 log, for tools that show results in place. `version` is that of the program. */
export function toSarif(files: readonly { readonly path: string; readonly report: X12Report }[], version: string): unknown {
  const used = new Set(files.flatMap(({ report }) => report.findings.map(({ rule }) => rule)));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cleanclaim x12',
            version,
            rules: [...used].toSorted().map((id) => {
              const rule: RuleText = X12_RULES[id];
              return {
                id,
                fullDescription: { text: rule.why },
                help: { text: rule.fix },
                defaultConfiguration: { level: LEVELS[rule.severity] },
                properties: { snip: rule.snip },
              };
            }),
          },
        },
        results: files.flatMap(({ path, report }) => report.findings.map((finding) => result(path, finding))),
      },
    ],
  };
}

function result(path: string, { rule, severity, message, fix, where }: X12Finding): unknown {
  const place = [where.loop, where.segment].filter((part) => part !== null && part !== '').join('/');
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${message} ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: { byteOffset: where.byte, byteLength: 0 },
        },
        ...(place === '' ? {} : { logicalLocations: [{ fullyQualifiedName: place }] }),
      },
    ],
    properties: { segment: where.segmentNumber, element: where.element, component: where.component },
  };
}
