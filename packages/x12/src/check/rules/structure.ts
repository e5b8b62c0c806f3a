import { error, warning, type RuleText } from './rule-text.ts';

/** Segments, loops, elements and levels against the standard and the guide. */
export const STRUCTURE_RULES = {
  'x12/segment-unknown': error(2, { ik304: '1' }, 'No transaction of this guide has such a segment.', 'Remove it, or correct its name.'),
  'x12/segment-unexpected': error(
    2,
    { ik304: '2' },
    'The guide has the segment, but not at this place.',
    'Move it into its loop, or remove it; a missing segment before it may be the cause.',
  ),
  'x12/segment-order': error(
    2,
    { ik304: '7' },
    'Segments of a loop come in the order of the guide.',
    'Move it before the segments that follow it in the guide.',
  ),
  'x12/segment-missing': error(2, { ik304: '3' }, 'The guide requires the segment in this loop.', 'Add the segment.'),
  'x12/loop-missing': error(2, { ik304: '3' }, 'The guide requires the loop.', 'Add the loop, beginning with this segment.'),
  'x12/segment-repeats': error(
    2,
    { ik304: '5' },
    'The guide limits how often the segment may stand in its loop.',
    'Keep as many as the guide takes.',
  ),
  'x12/loop-repeats': error(
    2,
    { ik304: '4' },
    'The guide limits how often the loop may stand.',
    'Keep as many as the guide takes, or split the claim.',
  ),
  'x12/segment-not-used': error(2, { ik304: 'I4' }, 'The guide says that the segment is not used.', 'Remove it.'),
  // Elements.
  'x12/element-missing': error(2, { ik304: '8', ik403: '1' }, 'The guide requires the element in this segment.', 'Fill the element.'),
  'x12/element-not-used': error(2, { ik304: '8', ik403: 'I10' }, 'The guide says that the element is not used here.', 'Leave it empty.'),
  'x12/element-count': error(
    1,
    { ik304: '8', ik403: '3' },
    'The segment has fewer elements than were sent.',
    'Remove the extra ones; check for a separator inside the data.',
  ),
  'x12/component-count': error(
    1,
    { ik304: '8', ik403: '13' },
    'The element has fewer components than were sent.',
    'Remove the extra ones; check for a component separator inside the data.',
  ),
  'x12/element-repeats': error(
    1,
    { ik304: '8', ik403: '12' },
    'The element may not be repeated so often.',
    'Remove the repetitions; check for a repetition separator inside the data.',
  ),
  'x12/element-short': error(1, { ik304: '8', ik403: '4' }, 'The standard gives the element a least length.', 'Write it in full.'),
  'x12/element-long': error(
    1,
    { ik304: '8', ik403: '5' },
    'The standard gives the element a greatest length; receivers cut or refuse what is longer.',
    'Shorten it.',
  ),
  'x12/element-number': error(
    1,
    { ik304: '8', ik403: '6' },
    'The element is a number: digits, one point where decimals are allowed, a leading minus.',
    'Write it as a plain number without thousands marks.',
  ),
  'x12/element-date': error(
    1,
    { ik304: '8', ik403: '8' },
    'The element is a day, and this is not one of the calendar.',
    'Write the day as the format code beside it says, CCYYMMDD for D8.',
  ),
  'x12/element-time': error(1, { ik304: '8', ik403: '9' }, 'The element is a time of day.', 'Write HHMM, 0000 to 2359.'),
  'x12/element-code': error(
    2,
    { ik304: '8', ik403: '7' },
    'The guide takes only certain codes here.',
    'Use one of the codes the guide takes.',
  ),
  'x12/element-relation': error(2, { ik304: '8', ik403: '2' }, 'These elements depend on each other.', 'Fill or empty them together.'),
  'x12/element-exclusive': error(2, { ik304: '8', ik403: '10' }, 'Only one of these elements may be filled.', 'Keep one.'),
  // Hierarchy.
  'x12/level-number': error(
    1,
    { ik304: '8', ik403: '7' },
    'HL01 numbers the levels of a set 1, 2, 3 … so that others can point to them.',
    'Number the HL segments in order.',
  ),
  'x12/level-parent': error(
    1,
    { ik304: '8', ik403: '7' },
    'HL02 names the level above, which must be the one this level stands under.',
    'Write the HL01 of the level above.',
  ),
  'x12/level-child': warning(
    1,
    { ik304: '8', ik403: '7' },
    'HL04 says whether levels below follow: 1 yes, 0 no.',
    'Set HL04 by what follows.',
  ),
} as const satisfies Record<string, RuleText>;
