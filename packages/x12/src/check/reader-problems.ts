import type { ReaderProblem } from '../reader/reader.ts';
import type { RuleId } from './rules.ts';

/** The rule under which each thing that hinders reading is told. */
export const PROBLEM_RULES = {
  'empty-file': 'x12/empty-file',
  'not-x12': 'x12/not-x12',
  'utf-16': 'x12/utf-16',
  'header-broken': 'x12/header-broken',
  'header-cut': 'x12/unterminated',
  'header-widths': 'x12/header-widths',
  'delimiters-clash': 'x12/delimiters',
  'bytes-between': 'x12/bytes-between',
  'segment-too-long': 'x12/segment-too-long',
  'too-many-elements': 'x12/too-many-elements',
  unterminated: 'x12/unterminated',
} as const satisfies Record<ReaderProblem['code'], RuleId>;

export const PROBLEM_MESSAGES: Readonly<Record<ReaderProblem['code'], string>> = {
  'empty-file': 'The file is empty.',
  'not-x12': 'Something that is no X12 stands before the first ISA segment; it was passed over.',
  'utf-16': 'The file is UTF-16 text.',
  'header-broken': 'An ISA begins here, but it is not whole.',
  'header-cut': 'The file ends inside its ISA.',
  'header-widths': 'The ISA is not of its fixed form; it was read by counting separators.',
  'delimiters-clash': 'Two delimiters of the ISA are the same, or one is a letter or digit.',
  'bytes-between': 'Something that is no X12 stands after the interchange.',
  'segment-too-long': 'A segment is longer than 1 MB; it was passed over.',
  'too-many-elements': 'A segment has more than 1,000 elements; the rest of it was passed over.',
  unterminated: 'The file ends inside a segment.',
};
