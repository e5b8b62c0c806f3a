import { plural } from './plural.ts';

/** Words of the claims sent, beside the payments that answer them. */
export const sent = {
  open: 'Add the claims sent',
  files: 'Claims sent',
  lead: 'Add the claims you sent as well (837, or JSON a claim a line): each claim then shows what was sent beside what was decided.',
  file: (name: string, count: number) => `${name}, ${plural(count, { one: '# claim', other: '# claims' })}`,
  read: (name: string, count: number) => `${plural(count, { one: '# claim sent', other: '# claims sent' })} read from ${name}`,
  wrong: (name: string, why: string) => `${name} cannot be read as claims sent: ${why}`,
  waiting: 'Now open the payment (835) that answers them.',
  comparing: 'Comparing with the claims sent',
  failed: 'The payment could not be compared with the claims sent. Close their files and add them again.',
  sample: 'A payment and the claims sent',
  column: 'As sent',
  only: (number: number) => `Differs ${number}`,
  noneDiffers: 'Every claim of this payment is decided as it was sent.',
  same: 'As sent',
  differs: (number: number) => plural(number, { one: '# difference', other: '# differences' }),
  notFound: 'Not found',
  title: (claim: string) => `Claim ${claim}, sent and decided`,
  by: {
    control: 'Found by its number.',
    'member-date-charge': (claim: string) =>
      `No claim sent has this number; found by member, first day and charge: ${claim || 'a claim without a number'}.`,
  },
  notFoundSays: 'No claim sent has this number, nor this member, first day and charge.',
  columns: { line: 'Line', sent: 'Sent', decided: 'Decided', differs: 'What differs' },
  linesMatched: (matched: number, all: number) => `${matched} of ${plural(all, { one: '# line', other: '# lines' })} decided`,
  wholeClaim: 'Claim',
  asWhole: 'The payer decided the claim as a whole: there are no lines to compare.',
  units: (units: string | number) => `× ${units}`,
  nothing: 'not there',
  what: {
    charge: (sent: string, paid: string) => `charge ${sent}, now ${paid}`,
    code: (sent: string, paid: string) => `code ${sent}, now ${paid}`,
    modifiers: (sent: string, paid: string) => `modifiers ${sent || 'none'}, now ${paid || 'none'}`,
    units: (sent: string, paid: string) => `units ${sent}, now ${paid}`,
    'line-missing': () => 'not in the payment',
    'line-added': () => 'was not sent',
  },
  nextTitle: 'Because it is not as you sent it',
  steps: {
    'not-found':
      'Look for it before you post the money: it may have gone out from another system or on paper. If the office never sent it, ask the payer and keep the money apart.',
    charge: 'The charge is another than you sent. Look whether the payer misread it or the ledger is wrong, then ask the payer to mend it.',
    code: 'The payer decided another code. If the record supports the code you sent, appeal with the record; if not, correct the charge.',
    modifiers:
      'A modifier was changed or dropped, which can change what is paid. If the record supports it, ask for it to be decided again.',
    units: 'Other units were paid than sent. Hold them against the record and the payer’s limit of units, then appeal or correct them.',
    'line-missing':
      'The payer says nothing about a line. It may come in another payment (a split claim): ask where it is before you send it again.',
    'line-added':
      'The payer added a line. It mostly comes from a line that was split or bundled: post it to that line, or ask what it stands for.',
  },
} as const;
