import type { Difference, PaidClaim, PaidLine } from '@cleanclaim/x12';
import type { SentAnswer, SentLine } from '../../data/sent-claims.ts';
import { Icon } from '../../parts/icon.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { t } from '../../text/text.ts';
import { SentMark } from './sent-mark.tsx';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly sent: string | undefined;
  readonly decided: readonly string[];
  readonly differences: readonly Difference[];
}

/** Line by line what was sent and what the payer decided, and where the two differ. */
export function SentAndDecided({ claim, answer }: { claim: PaidClaim; answer: SentAnswer | null }) {
  const title = t.sent.title(claim.claim);
  const { columns } = t.sent;
  return (
    <section className="card" aria-label={title} data-pane tabIndex={-1}>
      <header>
        <h2>{title}</h2>
        <SentMark answer={answer} />
        {answer && claim.lines.length > 0 && (
          <span className="small muted">{t.sent.linesMatched(matchedOf(answer), answer.sentLines.length)}</span>
        )}
      </header>
      {answer === null ? (
        <p className="in">{t.sent.notFoundSays}</p>
      ) : (
        <>
          <p className="in small muted">
            {answer.by === 'control' ? t.sent.by.control : t.sent.by[answer.by](answer.claim)}
            {claim.lines.length === 0 && ` ${t.sent.asWhole}`}
          </p>
          <ScrollBox label={title}>
            <table className="t">
              <thead>
                <tr>
                  <th scope="col">{columns.line}</th>
                  <th scope="col">{columns.sent}</th>
                  <th scope="col">{columns.decided}</th>
                  <th scope="col">{columns.differs}</th>
                </tr>
              </thead>
              <tbody>
                {rowsOf(claim, answer).map(({ key, name, sent, decided, differences }) => (
                  <tr key={key}>
                    <th scope="row">{name}</th>
                    <td className="mono words">{sent ?? <Nothing />}</td>
                    <td className="mono words">
                      {decided.length === 0 ? <Nothing /> : decided.map((each) => <div key={each}>{each}</div>)}
                    </td>
                    <td className="words">
                      <Differences differences={differences} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </section>
  );
}

function Nothing() {
  return <span className="muted">{t.sent.nothing}</span>;
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0)
    return (
      <span className="st k-ok sm">
        <Icon name="check" />
        {t.sent.same}
      </span>
    );
  return (
    <ul className="stack tight">
      {differences.map(({ what, sent, paid }) => (
        <li key={what}>
          <span className="st k-warn sm wrap">
            <Icon name="warning" />
            {t.sent.what[what](sent ?? '', paid ?? '')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The claim's charge, then each line sent with the lines that answer it, then what was not sent. */
function rowsOf(claim: PaidClaim, answer: SentAnswer): Row[] {
  const { differences, lines, sentLines } = answer;
  const own = (line: number): readonly Difference[] => differences.filter((each) => each.line === line);
  return [
    {
      key: 'claim',
      name: t.sent.wholeClaim,
      sent: answer.charged,
      decided: [claim.charged],
      differences: differences.filter(({ what, line }) => what === 'charge' && line === null),
    },
    ...(claim.lines.length === 0 ? [] : sentLines).map((line, at) => ({
      key: String(at + 1),
      name: String(at + 1),
      sent: sentText(line),
      decided: claim.lines.filter((_, place) => lines[place] === at + 1).map(decidedText),
      differences: own(at + 1),
    })),
    ...claim.lines.flatMap((line, place) =>
      lines[place] === null
        ? [
            {
              key: `added ${place}`,
              name: '',
              sent: undefined,
              decided: [decidedText(line)],
              differences: [{ what: 'line-added', line: null, sent: null, paid: line.code } as const],
            },
          ]
        : [],
    ),
  ];
}

function matchedOf({ lines }: SentAnswer): number {
  return new Set(lines.filter((line) => line !== null)).size;
}

function sentText({ code, modifiers, units, charge }: SentLine): string {
  return [code, ...modifiers, t.sent.units(units ?? 1), charge ?? ''].join(' ').trim();
}

function decidedText({ code, modifiers, unitsPaid, charged }: PaidLine): string {
  return [code, ...modifiers, t.sent.units(unitsPaid), charged].join(' ');
}
