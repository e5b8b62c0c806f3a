import { describe, expect, it } from 'vitest';
import { readWrittenDay } from './written-day.ts';

describe('a day as people write it', () => {
  it.each([
    '2026-03-04',
    ' 2026-03-04 ',
    '20260304',
    '2026/3/4',
    '2026.03.04',
    '4-MAR-2026',
    '04 March 2026',
    'Mar 4, 2026',
    'march 4 2026',
    '2026-03-04T09:30:00',
    '2026-03-04 09:30',
  ])('%s', (text) => expect(readWrittenDay(text)).toEqual({ day: '2026-03-04' }));

  it('numbers that can be read only one way', () => {
    expect(readWrittenDay('3/14/2026')).toEqual({ day: '2026-03-14' });
    expect(readWrittenDay('14.3.2026')).toEqual({ day: '2026-03-14' });
    expect(readWrittenDay('03/03/2026')).toEqual({ day: '2026-03-03' });
    expect(readWrittenDay('Sept 9, 2026')).toEqual({ day: '2026-09-09' });
  });

  it('numbers that can be read both ways name both days', () => {
    expect(readWrittenDay('03/04/2026')).toEqual({ may: ['2026-03-04', '2026-04-03'] });
    expect(readWrittenDay('03/04/2026', 'month-first')).toEqual({ day: '2026-03-04' });
    expect(readWrittenDay('03/04/2026', 'day-first')).toEqual({ day: '2026-04-03' });
    expect(readWrittenDay('14/03/2026', 'month-first')).toEqual({ may: [] });
  });

  it.each(['', 'soon', '03/04/26', '2026-02-30', '31/31/2026', '4-MAI-2026', '2026-03-04T09:30:00Z', '46085', '9'.repeat(100_000)])(
    'no day: %s',
    (text) => expect(readWrittenDay(text)).toEqual({ may: [] }),
  );
});
