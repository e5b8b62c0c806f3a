import type { IndexAnswer } from '@cleanclaim/core';
import { CodeLink } from '../../parts/code-link.tsx';
import { Link } from '../../parts/link.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { hrefTo } from '../../route/location.ts';
import { t } from '../../text/text.ts';

type Match = IndexAnswer['matches'][number];
type Line = Match['lines'][number];
type Code = Line['codes'][number];

/** A term with what stands under it, indented; the parts that are tables as tables. */
export function IndexMatch({ match }: { match: Match }) {
  const { part, edition, path, columns, lines } = match;
  return (
    <section className="card" aria-label={path.join(', ')} data-pane tabIndex={-1}>
      <header>
        <h2>{t.index.parts[part]}</h2>
        <nav aria-label={t.index.mainTerm}>
          <ul className="crumb">
            {path.map((title, at) => (
              <li key={path.slice(0, at + 1).join(', ')}>
                <TermLink path={path.slice(0, at + 1)} part={part} title={title} />
              </li>
            ))}
          </ul>
        </nav>
        <span className="grow" />
        <span className="small muted">{edition}</span>
      </header>
      {columns.length === 0 ? <List match={match} /> : <Table columns={columns} lines={lines} part={part} />}
    </section>
  );
}

function TermLink({ path, part, title }: { path: readonly string[]; part?: string; title: string }) {
  return <Link href={hrefTo('/index', { term: path.join(', '), part })}>{title}</Link>;
}

function List({ match: { lines } }: { match: Match }) {
  return (
    <ul className="indexlines">
      {lines.map((line) => (
        <li key={line.term} data-level={Math.min(line.level, 9)}>
          <Title line={line} />{' '}
          {line.codes.map((code) => (
            <Printed key={`${code.column}${code.printed}`} code={code} />
          ))}
          <References line={line} />
        </li>
      ))}
    </ul>
  );
}

function Title({ line: { level, title, modifiers } }: { line: Line }) {
  return (
    <>
      {level === 0 ? <b>{title}</b> : title}
      {modifiers.map((modifier) => (
        <span className="muted" key={modifier}>
          {' '}
          ({modifier.replace(/^\(|\)$/g, '')})
        </span>
      ))}
    </>
  );
}

/** A code of the index as it stands in force on the day; the manifestation of a pair in brackets, as the index prints it. */
function Printed({ code: { column, printed, needsMore, carried, codes } }: { code: Code }) {
  const [open, close] = column === 'manifestation' ? ['[', ']'] : ['', ''];
  if (codes.length === 0)
    return (
      <span className="nw">
        {open}
        <span className="c">{printed}</span>
        {close} <span className="small muted">{t.index.unknown}</span>{' '}
      </span>
    );
  return (
    <>
      {open}
      {codes.map(({ code }, at) => (
        <span key={code}>
          {at > 0 && ', '}
          <CodeLink code={code} shown={needsMore ? `${code}-` : code} />
        </span>
      ))}
      {close} {needsMore && <span className="sr">{t.index.needsMore}</span>}
      {carried !== null && <span className="small muted">({t.index.carried(printed)})</span>}{' '}
    </>
  );
}

/** Where a term sends the reader: a link to the term it names, in whichever part that stands. */
function References({ line: { references } }: { line: Line }) {
  return references.map(({ kind, text, to }) => (
    <span className="small" key={`${kind}${text}`}>
      <i>{kind === 'see' ? t.index.see : t.index.seeAlso}</i> {to ? <TermLink path={to.path} title={text} /> : text}{' '}
    </span>
  ));
}

function Table({
  columns: [termColumn = '', ...columns],
  lines,
  part,
}: {
  columns: Match['columns'];
  lines: readonly Line[];
  part: string;
}) {
  return (
    <ScrollBox label={t.index.parts[part] ?? ''}>
      <table className="t indextable">
        <thead>
          <tr>
            <th scope="col">{termColumn}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.term}>
              <th scope="row" data-level={Math.min(line.level, 9)}>
                <Title line={line} /> <References line={line} />
              </th>
              {columns.map((column) => (
                <td key={column}>
                  {line.codes
                    .filter((code) => code.column === column)
                    .map((code) => (
                      <Printed key={code.printed} code={code} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
