import type { X12Finding, X12Report } from '../check/finding.ts';

const STATUS = {
  clean: '✓ Clean: every check that applies was made and none found anything.',
  findings: '✗ Findings: see below.',
  incomplete: '○ Nothing wrong found, but not everything could be checked.',
} as const;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc}' +
  '.error{color:#a40000}.warning{color:#7a4b00}.info{color:#004b87}code{font-size:.9em}' +
  '@media(prefers-color-scheme:dark){body{color:#eee;background:#111}.error{color:#ff9a9a}.warning{color:#ffcf7d}.info{color:#9fd0ff}th,td{border-color:#444}}';

/** The report on some files as one HTML page that stands alone: no script, nothing loaded, whatever the file holds is written as text. */
export function toHtml(files: readonly { readonly path: string; readonly report: X12Report }[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>X12 check</title><style>${STYLE}</style></head>
<body><h1>X12 check</h1>
${files.map(({ path, report }) => section(path, report)).join('\n')}
</body></html>
`;
}

function section(path: string, report: X12Report): string {
  const rows = report.findings.map(row).join('\n');
  const more = report.leftOut > 0 ? `<p>${report.leftOut} more findings were counted, not kept.</p>` : '';
  const missing = report.notChecked.map(({ rule, reason }) => `<li><code>${escape(rule)}</code> ${escape(reason)}</li>`).join('\n');
  return `<section><h2>${escape(path)}</h2>
<p>${STATUS[report.status]} ${report.segments} segments, ${report.errors} errors, ${report.warnings} warnings.</p>
${rows === '' ? '' : `<table><thead><tr><th>Severity</th><th>Where</th><th>What, why, fix</th><th>Answered as</th></tr></thead><tbody>\n${rows}\n</tbody></table>`}
${more}${missing === '' ? '' : `<h3>Not checked</h3><ul>\n${missing}\n</ul>`}</section>`;
}

function row({ severity, rule, snip, message, why, fix, where, codes }: X12Finding): string {
  const element =
    where.element === null ? '' : `${String(where.element).padStart(2, '0')}${where.component === null ? '' : `-${where.component}`}`;
  const place = [
    where.loop === null ? '' : `loop ${where.loop}`,
    `${where.segment}${element}`,
    `segment ${where.segmentNumber}`,
    `byte ${where.byte}`,
  ];
  const answers = Object.entries(codes).map(([name, code]) => `${name.toUpperCase()} ${code ?? ''}`);
  return `<tr><td class="${severity}">${severity}</td><td>${escape(place.filter((part) => part !== '').join(', '))}</td><td><strong>${escape(message)}</strong><br>${escape(why)}<br>${escape(fix)}<br><code>${escape(rule)}</code>, SNIP ${snip}</td><td>${escape(answers.join(', '))}</td></tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
