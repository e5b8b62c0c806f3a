/** A report as one page that needs nothing else: tables, figures, methods, sources, what was wrong in the data. */
export interface ReportPage {
  readonly title: string;
  /** How it was asked, to be asked again. */
  readonly command: string;
  readonly made: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** SVG with its caption. */
  readonly figures: readonly { readonly svg: string; readonly caption: string }[];
  readonly methods: readonly string[];
  readonly problems: readonly string[];
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}td,th{padding:.25rem .75rem;border-bottom:1px solid #d5d9de;text-align:left}
td.n{text-align:right;white-space:nowrap}.wide{overflow-x:auto}figure{margin:2rem 0}figcaption{color:#59616b;font-size:.9rem}code{background:#f2f4f6;padding:.1rem .3rem;overflow-wrap:anywhere}svg{max-width:100%}`;

/** Texts of the user's file are escaped; figures are drawn by us and stand as they are. */
export function reportHtml(page: ReportPage): string {
  const cell = (text: string): string =>
    `<td${/^(?:[-–]?\d[\d,]*(?:\.\d+)?(?: %)?|–)$/.test(text) ? ' class="n"' : ''}>${escape(text)}</td>`;
  const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escape(page.title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escape(page.title)}</h1>`,
    ...page.figures.map(({ svg, caption }) => `<figure>${svg}<figcaption>${escape(caption)}</figcaption></figure>`),
    `<div class="wide"><table><thead><tr>${page.columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead><tbody>`,
    ...page.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody></table></div>',
    '<h2>Methods</h2>',
    list(page.methods),
    ...(page.problems.length > 0 ? ['<h2>What was wrong in the data</h2>', list(page.problems)] : []),
    `<p>Made on ${escape(page.made)} by <code>${escape(page.command)}</code></p>`,
    '</body></html>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
