import { describe, expect, it } from 'vitest';
import { day } from '../day.ts';
import { joinSpans } from './spans.ts';

const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });

describe('joinSpans', () => {
  it('joins quarters that meet, in any order, and keeps gaps', () => {
    const quarters = [span('2024-04-01', '2024-06-30'), span('2024-01-01', '2024-03-31'), span('2025-10-01', '2025-12-31')];
    expect(joinSpans(quarters)).toEqual([span('2024-01-01', '2024-06-30'), span('2025-10-01', '2025-12-31')]);
  });
  it('swallows a correction inside its quarter, and what follows an open span', () => {
    expect(joinSpans([span('2024-01-01', '2024-03-31'), span('2024-03-09', '2024-03-31')])).toEqual([span('2024-01-01', '2024-03-31')]);
    expect(joinSpans([span('2024-01-01', null), span('2025-01-01', '2025-12-31')])).toEqual([span('2024-01-01', null)]);
    expect(joinSpans([])).toEqual([]);
  });
});
