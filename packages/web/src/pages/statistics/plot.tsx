import type { Figure, Look } from '@cleanclaim/stats/figures';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { t } from '../../text/text.ts';

/** The page's colours, which follow light and dark. */
const COLOURS = { main: 'var(--p1)', other: 'var(--p2)', muted: 'var(--line-strong)' } as const;

interface Props {
  readonly figure: (look: Look) => Figure;
  readonly title: string;
  /** The figure in words, for those who cannot see it. */
  readonly says: string;
  readonly file: string;
}

/** A figure drawn by Observable Plot, which is fetched when the first one is. */
export function Plot({ figure, title, says, file }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading');
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (!element || width === 0) return undefined;
    let current = true;
    void draw(figure({ ...COLOURS, width: Math.max(300, Math.min(width, 900)) })).then(
      (svg) => {
        if (!current) return;
        element.replaceChildren(svg);
        setState('drawn');
      },
      () => {
        if (current) setState('failed');
      },
    );
    return () => {
      current = false;
    };
  }, [figure, width]);
  return (
    <figure className="card">
      <header>
        <h2>{title}</h2>
        <span className="grow" />
        <button
          type="button"
          className="btn sm quiet"
          disabled={state !== 'drawn'}
          onClick={() => saveFile(`${file}.svg`, standingAlone(place.current), 'image/svg+xml')}
        >
          <Icon name="download" />
          {t.statistics.svg}
          <span className="sr">{t.statistics.svgOf(title)}</span>
        </button>
      </header>
      <div className="in plot" role="img" aria-label={says} ref={place} />
      {state === 'loading' && <p className="in small muted">{t.statistics.drawing}</p>}
      {state === 'failed' && <p className="in small">{t.statistics.notDrawn}</p>}
    </figure>
  );
}

async function draw(figure: Figure): Promise<Element> {
  const plot = await import('@observablehq/plot');
  const drawn = plot.plot(figure(plot));
  // Its own style sheet would be refused by the content policy; the page has the same rules.
  for (const style of drawn.querySelectorAll('style')) style.remove();
  // The figure is read as one picture with its sentence; names of its parts would be read without their meaning.
  for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}

/** The drawing as a file of its own: the page's colours written out, since a file has no page around it. */
function standingAlone(element: HTMLElement | null): string {
  const svg = element?.querySelector('svg');
  if (!svg) return '';
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('aria-hidden');
  copy.setAttribute('font-family', 'system-ui, sans-serif');
  copy.setAttribute('color', '#14201c');
  return copy.outerHTML.replaceAll('var(--p1)', '#0a5f58').replaceAll('var(--p2)', '#b3470f').replaceAll('var(--line-strong)', '#74817b');
}
