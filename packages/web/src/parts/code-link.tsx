import { lookup, perform } from '@cleanclaim/core';
import { Tooltip, TooltipTrigger, Link as PressLink } from 'react-aria-components';
import { useToolkit } from '../data/toolkit.ts';
import { codeHref } from '../route/location.ts';
import { useDay } from '../state/day.ts';
import { t } from '../text/text.ts';
import { Status } from './status.tsx';

/**
 * A code as a link; hover or focus shows its title and status on the day. A header is shown with a dash, which is
 * display only. Hovering waits, so that reading a list of notes is calm.
 */
export function CodeLink({ code, shown = code }: { code: string; shown?: string }) {
  const { data } = useToolkit();
  const on = useDay();
  const answer = perform(lookup, { code, on }, { data, today: on });
  return (
    <TooltipTrigger delay={300} closeDelay={150}>
      <PressLink className="c" href={codeHref(code)}>
        {shown}
      </PressLink>
      <Tooltip className="tip" offset={6}>
        <b className="c">{answer.code}</b> <Status status={answer.status} small />
        <span>{answer.display ?? t.code.noTitle}</span>
      </Tooltip>
    </TooltipTrigger>
  );
}
