import type { Level } from './criteria.ts';

// What each level of a part means, in our own words after the public criteria; every surface asks with these.

export const PARTS = ['problems', 'data', 'risk'] as const;
export type Part = (typeof PARTS)[number];

export const QUESTIONS: Readonly<Record<Part, { readonly question: string; readonly choices: Readonly<Record<Level, string>> }>> = {
  problems: {
    question: 'What was dealt with? Choose the gravest that fits.',
    choices: {
      straightforward: 'One small problem that passes by itself',
      low: 'Two or more small problems, one chronic illness that is stable, or one simple new illness or injury',
      moderate:
        'A chronic illness that gets worse or is not at its goal, two or more stable ones, a new problem of unclear outcome, an illness with signs through the whole body, or a complicated injury',
      high: 'A chronic illness gone badly worse, or anything that threatens life or a function of the body',
    },
  },
  data: {
    question: 'What was read, ordered, heard and discussed? Each source and each test counts once.',
    choices: {
      straightforward: 'Next to nothing',
      low: 'Two of: a note from outside, a result reviewed, a test ordered; or someone else had to tell the history',
      moderate:
        'Three of those, the history told by someone else among them; or a tracing, picture or specimen read oneself; or a discussion with someone outside the practice',
      high: 'Two of these three: three of those; a tracing, picture or specimen read oneself; a discussion with someone outside',
    },
  },
  risk: {
    question: 'What did treating it risk for the patient? Choose the gravest that fits.',
    choices: {
      straightforward: 'Next to none',
      low: 'Low',
      moderate:
        'Prescription drugs are managed, minor surgery with risks, major planned surgery without, or living conditions limit the treatment',
      high: 'A drug watched closely for poisoning, major surgery with risks or at once, going to hospital or more intensive care, or holding back because the outlook is poor',
    },
  },
};
