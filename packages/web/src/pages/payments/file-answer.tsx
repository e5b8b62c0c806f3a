import type { FileAnswer, GroupAnswer, SetAnswer, Told } from '@cleanclaim/x12';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { t } from '../../text/text.ts';

const LOOKS: Readonly<Record<FileAnswer['result'], readonly [IconName, string]>> = {
  accepted: ['check', 'k-ok'],
  'accepted-with-errors': ['warning', 'k-warn'],
  'partly-accepted': ['warning', 'k-warn'],
  rejected: ['error', 'k-err'],
  unknown: ['unknown', 'k-unk'],
};

/** A 999 or TA1: whether the file could be read, and if not, where and why. */
export function FileAnswerView({ answer }: { answer: FileAnswer | GroupAnswer }) {
  const words = t.payments.answer;
  return (
    <section className="card" aria-label={words.file(answer.kind)} data-pane tabIndex={-1}>
      <header>
        <h2>{words.file(answer.kind)}</h2>
        <Result result={answer.result} />
        <span className="small muted">
          {answer.kind === 'TA1'
            ? words.interchange(answer.control)
            : `${words.group(answer.control, answer.code)}, ${words.sets(answer.accepted, answer.received)}`}
        </span>
      </header>
      <div className="in stack">
        {answer.kind === 'TA1' ? <Reasons reasons={[answer.note]} /> : <Reasons reasons={answer.reasons} />}
        {answer.kind === '999' && answer.sets.map((set) => <SetView key={set.control} set={set} />)}
        <p className="small">{answer.result === 'accepted' ? words.noErrors : words.rejectedNext}</p>
        <p className="tiny muted">{words.ourWords}</p>
      </div>
    </section>
  );
}

function Result({ result }: { result: FileAnswer['result'] }) {
  const [icon, kind] = LOOKS[result];
  return (
    <span className={`st ${kind} sm`}>
      <Icon name={icon} />
      {t.payments.answer.fileResult[result]}
    </span>
  );
}

function Reasons({ reasons }: { reasons: readonly Told[] }) {
  return reasons.map(({ code, says }) => (
    <p key={code} className="small">
      <code>{code}</code> {says ?? t.payments.answer.noWords}
    </p>
  ));
}

function SetView({ set }: { set: SetAnswer }) {
  const words = t.payments.answer;
  return (
    <div>
      <h3 className="bar">
        {words.set(set.set, set.control)} <Result result={set.result} />
      </h3>
      <Reasons reasons={set.reasons} />
      <ul className="stack tight">
        {set.segments.map(({ segment, position, loop, code, says, context, elements }, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="small">
            <p>
              <b>{words.at(segment, position, loop)}</b>: <code>{code}</code> {says ?? words.noWords}
              {context.map(({ name, value }) => (
                <span key={name} className="muted wrap">
                  {' '}
                  ({name} {value})
                </span>
              ))}
            </p>
            {elements.map((each, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <p key={index}>
                <code>{words.element(segment, each.element, each.component)}</code>: <code>{each.code}</code> {each.says ?? words.noWords}
                {each.value !== null && <span className="muted wrap">; {words.value(each.value)}</span>}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
