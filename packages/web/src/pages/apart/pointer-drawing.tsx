import { t } from '../../text/text.ts';

/** The two boxes of the form, and the arrow from the letter in 24E to the reason in 21. */
export function PointerDrawing({ what, why, on }: { what: string; why: string; on: string }) {
  return (
    <section className="card" aria-label={t.drawing.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.drawing.title}</h2>
        <span className="small muted">{t.drawing.says}</span>
      </header>
      <div className="in">
        <svg className="drawing only-l" viewBox="0 0 620 210" role="img" aria-label={t.drawing.label(what, why)}>
          <text x="16" y="22" className="lab">
            {t.drawing.box21}
          </text>
          <rect x="1" y="30" width="250" height="72" rx="6" className="why" />
          <text x="18" y="60" className="code why-text">
            A.
          </text>
          <text x="46" y="60" className="code">
            {why}
          </text>
          <text x="18" y="88" className="code faint">
            B.
          </text>
          <line x1="46" y1="90" x2="120" y2="90" className="rule" />
          <text x="16" y="138" className="lab">
            {t.drawing.box24}
          </text>
          <rect x="1" y="146" width="618" height="44" rx="6" className="what" />
          <text x="18" y="174" className="code plain">
            {on}
          </text>
          <text x="150" y="174" className="code plain">
            11
          </text>
          <text x="200" y="174" className="code what-text">
            {what}
          </text>
          <text x="470" y="174" className="code plain">
            128.00
          </text>
          <text x="570" y="174" className="code plain">
            1
          </text>
          <rect x="372" y="152" width="40" height="32" rx="5" className="letter" />
          <text x="392" y="174" textAnchor="middle" className="code on">
            A
          </text>
          <text x="392" y="206" textAnchor="middle" className="lab small">
            {t.drawing.pointer}
          </text>
          <path d={`M392 150V84a30 30 0 0 0-30-30H${66 + why.length * 10}`} className="arrow" />
          <path d={`m${74 + why.length * 10} 48-9 6 9 6`} className="arrow" />
          <text x="408" y="80" className="lab">
            {t.drawing.reason[0]}
          </text>
          <text x="408" y="97" className="lab">
            {t.drawing.reason[1]}
          </text>
        </svg>
        <svg className="drawing only-s" viewBox="0 0 330 236" role="img" aria-label={t.drawing.label(what, why)}>
          <text x="2" y="14" className="lab">
            {t.drawing.box21}
          </text>
          <rect x="1" y="22" width="328" height="56" rx="6" className="why" />
          <text x="16" y="57" className="code why-text">
            A.
          </text>
          <text x="46" y="57" className="code">
            {why}
          </text>
          <text x="2" y="158" className="lab">
            {t.drawing.box24}
          </text>
          <rect x="1" y="166" width="328" height="46" rx="6" className="what" />
          <text x="16" y="195" className="code what-text">
            {what}
          </text>
          <rect x="236" y="173" width="40" height="32" rx="5" className="letter" />
          <text x="256" y="195" textAnchor="middle" className="code on">
            A
          </text>
          <text x="256" y="231" textAnchor="middle" className="lab small">
            {t.drawing.pointer}
          </text>
          <path d={`M256 171V74a24 24 0 0 0-24-24H${66 + why.length * 11}`} className="arrow" />
          <path d={`m${75 + why.length * 11} 43-9 7 9 7`} className="arrow" />
          <text x="244" y="124" textAnchor="end" className="lab">
            {t.drawing.reason.join(' ')}
          </text>
        </svg>
      </div>
    </section>
  );
}
