import type { CodeKind, NoteKind, SystemId } from '@cleanclaim/core';
import { plural } from './plural.ts';

/**
 * Every word of the page that is ours, in English. A translation is a file of this shape. Official texts (titles,
 * notes) and the words of rules and operations come from elsewhere.
 */
type Box = { readonly says: string; readonly box?: string };

const noteKinds: Readonly<Record<NoteKind, { readonly name: string; readonly means: string }>> = {
  codeFirst: { name: 'Code first', means: 'another code stands before this one' },
  useAdditionalCode: { name: 'Use additional code', means: 'a second code is expected after this one' },
  codeAlso: { name: 'Code also', means: 'a second code may be needed; the order is free' },
  excludes1: { name: 'Excludes1', means: 'not together, unless the two conditions are unrelated' },
  excludes2: { name: 'Excludes2', means: 'may be together when the patient has both' },
  includes: { name: 'Includes', means: 'these words lead here too' },
  inclusionTerm: { name: 'Inclusion terms', means: 'conditions this code is for' },
  notes: { name: 'Note', means: '' },
  sevenCharacterNote: { name: '7th character', means: 'what has to be added' },
  sevenCharacter: { name: '7th character', means: '' },
};

const kinds: Readonly<Record<CodeKind, string>> = {
  diagnosis: 'A diagnosis code',
  procedure: 'A procedure code',
  service: 'A service code',
  supply: 'A supply code',
  drug: 'A drug code',
  measure: 'A quality measure',
  modifier: 'A modifier',
  place: 'A place of service',
  provider: 'A provider identifier',
  grouping: 'A payment group',
  'facility billing': 'A facility billing code',
  extension: 'An extension code',
};

const answers: Readonly<Record<CodeKind, string>> = {
  diagnosis: 'Why it was done',
  procedure: 'What was done',
  service: 'What was done',
  supply: 'What was given',
  drug: 'What was given',
  measure: 'What was measured',
  modifier: 'How it was done',
  place: 'Where it was done',
  provider: 'Who did it',
  grouping: 'How it is paid',
  'facility billing': 'How it is billed',
  extension: 'A detail',
};

const asks: Readonly<Record<CodeKind, string>> = {
  diagnosis: 'What does the patient have, or why did the patient come?',
  procedure: 'What did the clinician do?',
  service: 'What was done or given?',
  supply: 'What was given or used?',
  drug: 'Which drug was given?',
  measure: 'Which quality was measured?',
  modifier: 'What was special about the service?',
  place: 'Where was it done?',
  provider: 'Who did it, or who bills?',
  grouping: 'Into which payment group does the stay fall?',
  'facility billing': 'Which department or kind of bill?',
  extension: 'Which detail is added to another code?',
};

const shapes: Readonly<Partial<Record<SystemId, string>>> = {
  cpt: '5 characters. Five digits: Category I. Four digits and F: II, T: III, U: PLA, M: MAAA',
  icd10cm: '3 to 7 characters, a dot after the third; some need a 7th, with X as filler before it',
  hcpcs: 'A letter and four digits',
  icd10pcs: 'Exactly 7 characters, no dot, no letter I or O',
  icd10: '3 or 4 characters, sometimes 5',
  icd11: 'Like 1A00 or BA00.1; details with &, codes joined with /',
  icd9cm: '3 to 5 digits, some with V or E first',
  cdt: 'D and four digits',
  'place-of-service': 'Two digits',
  npi: 'Ten digits, the last one a check digit',
};

const paperOf: Readonly<Partial<Record<CodeKind, Box>>> = {
  diagnosis: { box: '21', says: 'up to 12, letters A to L' },
  procedure: { box: '24D', says: 'one a line, with up to 4 modifiers' },
  service: { box: '24D', says: 'one a line, with up to 4 modifiers' },
  supply: { box: '24D', says: 'one a line, with up to 4 modifiers' },
  drug: { box: '24D', says: 'one a line, with up to 4 modifiers' },
  modifier: { box: '24D', says: 'after the procedure, up to 4' },
  place: { box: '24B', says: 'two digits on each line' },
  provider: { box: '33a', says: 'billing; 24J rendering' },
};

const paper: Readonly<Partial<Record<SystemId, Box>>> = {
  icd10pcs: { says: 'Not on the CMS-1500; UB-04, form locator 74' },
  icd11: { says: 'Not used on US bills' },
  icd10: { says: 'Not used on US bills' },
  icd9cm: { says: 'Only for services before 2015-10-01' },
};

const wireOf: Readonly<Partial<Record<CodeKind, string>>> = {
  diagnosis: 'HI; Claim.diagnosis',
  procedure: 'SV101; Claim.item.productOrService',
  service: 'SV101; Claim.item.productOrService',
  supply: 'SV101; Claim.item.productOrService',
  drug: 'SV101; Claim.item.productOrService',
  modifier: 'SV101-3 to SV101-6; Claim.item.modifier',
  place: 'CLM05-1, SV105; Claim.item.location',
  provider: 'NM109; Claim.provider, Claim.careTeam',
};

const wire: Readonly<Partial<Record<SystemId, string>>> = {
  icd10pcs: 'HI*BBR; Claim.procedure',
  icd11: 'Not used on US bills',
  icd10: 'Not used on US bills',
};

const hospital: Readonly<Partial<Record<SystemId, string>>> = {
  cpt: 'Outpatient: the same codes. Inpatient procedures use ICD-10-PCS',
  hcpcs: 'Outpatient: the same codes',
  icd10cm: 'The same codes, by the day of discharge',
  icd10pcs: 'Inpatient procedures only',
};

const alone: Readonly<Partial<Record<CodeKind, string>>> = {
  diagnosis: 'No. It needs something done',
  procedure: 'No. It needs a reason',
  service: 'No. It needs a reason',
  supply: 'No. It needs a reason',
  drug: 'No. It needs a reason',
  measure: 'No. It is reported, not paid',
  modifier: 'No. It changes the code before it',
};

const kindName = {
  error: (count: number) => plural(count, { one: '# error', other: '# errors' }),
  warning: (count: number) => plural(count, { one: '# warning', other: '# warnings' }),
  info: (count: number) => `${count} info`,
  review: (count: number) => plural(count, { one: '# review', other: '# reviews' }),
  bypassed: (count: number) => `${count} bypassed`,
  notChecked: (count: number) => `${count} not checked`,
} as const;

const kindWord = {
  error: 'Error',
  warning: 'Warning',
  info: 'Info',
  review: 'Review',
  bypassed: 'Bypassed',
  notChecked: 'Not checked',
} as const;

function count(parts: readonly (readonly [number, (count: number) => string])[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, say]) => say(number))
    .join(', ');
}

export const en = {
  why: 'Why',
  what: 'What',
  whyDiagnosis: 'Why: diagnosis',
  close: 'Close',
  copy: 'Copy',
  addToClaim: 'Add to claim',
  openClaim: 'Open claim',
  copied: (text: string) => `Copied ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
  notCopied: (text: string) => `The browser did not allow copying. The text is: ${text.slice(0, 60)}`,
  added: (codes: readonly string[], letters: readonly string[]) =>
    `On the claim: ${codes.map((code, at) => `${code} as ${letters[at] ?? ''}`).join(', ')}`,
  noteKinds,
  says: { what: 'What', why: 'Why', fix: 'Fix' },
  status: {
    billable: 'Billable',
    header: 'Needs more characters',
    'not-in-force': 'Not in force',
    unknown: 'Unknown',
    'no-data': 'No data',
    needs: (least: number, most: number) =>
      least === most ? plural(least, { one: 'Needs # character', other: 'Needs # characters' }) : `Needs ${least} to ${most} characters`,
  },
  frame: {
    skip: 'Skip to the page',
    light: 'Light colors',
    dark: 'Dark colors',
    print: 'Print',
    keys: 'Keys',
    noPage: 'There is no page at this address.',
    noPageFix: 'Type a code or words above, or choose a page at the side.',
  },
  rail: {
    label: 'Pages',
    home: 'Cleanclaim, look up',
    lookUp: 'Look up',
    claim: 'Claim',
    apart: 'Tell apart',
    chapters: 'Chapters',
    changes: 'Changes',
  },
  day: {
    label: 'Date of service',
    calendar: 'Choose from a calendar',
    wrong: 'No such day. Write 2026-05-12, 5/12/26, t or -3',
    edition: (title: string) => title,
    none: (on: string) => `No edition for ${on}`,
    loading: 'Opening the data',
  },
  loading: {
    title: 'Opening the data',
    packs: (read: number, total: number | undefined) =>
      `Opening ICD-10-CM, ${megabytes(read)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB`,
  },
  trouble: {
    title: 'The data could not be opened',
    notFetched: (pack: string, status: number) => `The server did not give ${pack} (HTTP ${status}).`,
    noServer: 'The data could not be fetched, or this page has met an error of its own.',
    server: 'Nothing was changed. Check that cleanclaim serve is running, then load the page again.',
    again: 'Load again',
  },
  foot: {
    inForce: (from: string, to: string | null) => `in force ${to === null ? `since ${from}` : `${from} to ${to}`}`,
    notesAsOf: (day: string) => `Notes as of ${day}`,
    superseded: 'A newer edition may be in force',
    none: (on: string) => `No ICD-10-CM edition for ${on}`,
    notInstalled: 'CPT, HCPCS, NCCI, fees: not installed',
    local: 'On this machine only',
    offline: 'Works offline',
    cite: 'Copy a citation of this edition',
    citation: (title: string, publisher: string, from: string, to: string | null, sha: string) =>
      `${publisher}. ${title}, in force ${from} to ${to ?? 'now'}. Cleanclaim pack sha256 ${sha}.`,
  },
  keys: {
    title: 'Keys',
    single: 'Single-letter keys',
    on: 'Letters act by themselves outside text fields. Alt with the letter works everywhere.',
    off: 'Letters act only with Alt. Every action has a button too.',
    list: [
      ['/', 'Search'],
      ['Enter', 'Add the highlighted or built code; apply the shown fix'],
      ['↑ ↓', 'Move in a list, a tree, the builder'],
      ['→ ←', 'Open the page or branch, close it'],
      ['F6, Ctrl ↑ ↓', 'Next pane, last pane'],
      ['Esc', 'Close, clear, leave'],
      ['its letter', 'Choose a 7th character'],
      ['A to L', 'Toggle a pointer, on the pointers of a line'],
      ['Alt ↑ ↓', 'Move a diagnosis or a line'],
      ['N, P', 'Next, previous finding'],
      ['Ctrl Enter', 'Check the claim'],
      ['Ctrl Z, Ctrl Shift Z', 'Undo, redo'],
      ['C', 'Copy the code'],
      ['Shift C', 'Copy code and title'],
      ['F', 'Find inside a list (Changes)'],
      ['T', 'Date of service'],
      ['?', 'These keys'],
    ] as const,
  },
  search: {
    title: 'Look up',
    titleFor: (query: string) => `${query}: look up`,
    label: 'Search codes by words or by code',
    placeholder: 'A code or words: e11.22, htn ckd 3',
    clear: 'Clear the search',
    show: 'Show',
    filters: { all: 'All', why: 'Why: diagnosis', what: 'What: procedure, supply' },
    results: 'Results',
    codes: 'Diagnosis codes',
    count: (pairs: number, codes: number, query: string, on: string) =>
      codes === 0
        ? `No diagnosis code for ${query}, ${on}`
        : `${pairs > 0 ? 'A pair and ' : ''}${plural(codes, { one: '# code', other: '# codes' })} for ${query}, in force on ${on}`,
    diagnosis: 'Diagnosis',
    procedure: 'Procedure, supply',
    index: 'Alphabetic Index',
    indexMissing: 'Not installed',
    preview: (code: string) => `Preview of ${code}`,
    openPage: 'Open page',
    more: (number: number) => `and ${number} more`,
    moreCodes: 'Show more codes',
    reasons: {
      code: 'The code itself',
      inclusionTerm: 'Also called',
      index: 'Index:',
      spelling: (typed: string, meant: string) => `${typed} read as ${meant}`,
    },
    noEditionFix: 'Choose another date, or install the edition:',
    weak: 'No code has all these words; these are only the nearest.',
    nothing: (query: string) => `No code for ${query}`,
    notDiagnosis: (query: string) => `${query} is no diagnosis code.`,
    dropWord: 'Drop a word:',
    tryOther: 'Try another word for it, or the first letters of the words.',
    known: 'Known code',
    shapeOnly: 'Text not installed',
    tellApart: 'Tell these codes apart',
    tellOne: 'What is it? Beside a diagnosis',
    noNames: 'No procedure names to search.',
    noNamesWhy: 'CPT text belongs to the AMA and is not shipped. A procedure code is told by its structure.',
    hints: [
      [['↑', '↓'], 'move'],
      [['Enter'], 'add to claim'],
      [['→'], 'open page'],
      [['Alt C'], 'copy code'],
      [['Esc'], 'clear'],
      [['?'], 'all keys'],
    ] as const,
  },
  pair: {
    title: 'Report these two together',
    order: 'in this order',
    first: '1st',
    second: '2nd',
    which: 'Which one does the note give?',
    add: (first: string, second: string) => `Add ${first} and ${second} to claim`,
  },
  first: {
    title: 'Type a code or words',
    lead: 'A diagnosis says why, a procedure says what was done. Everything is answered for the date of service above, and nothing leaves this machine.',
    try: 'Try',
    examples: ['htn ckd 3', 'e11.22', 'broken leg', '99213', 'S82.101'] as const,
    recent: 'Looked at lately',
    kept: 'Kept',
    doors: {
      apart: { title: 'CPT or ICD?', says: 'Two codes of a visit side by side, and what joins them' },
      claim: { title: 'Check a claim', says: 'Sample claims, findings with box and fix' },
      chapters: { title: 'Chapters', says: 'The tabular list from chapter to code' },
      changes: { title: 'What changed', says: 'Between two editions, and in your own list' },
    },
  },
  code: {
    place: 'Place in ICD-10-CM',
    chapter: (id: string, title: string) => `${id} ${title.replace(/\s*\([A-Z]\w+-[A-Z]\w+\)\s*$/, '')}`,
    noTitle: 'Title not in the installed files',
    life: (from: string | null, known: boolean, to: string | null) =>
      from === null
        ? ''
        : `${known ? `In force since ${from}` : `In force on ${from} and maybe earlier`}${to === null ? ', no end' : `, until ${to}`}`,
    notComplete: (code: string) => `${code} is not complete: it can't go on a claim yet.`,
    chooseSeventh: (number: number) => plural(number, { one: 'Add the # choice below.', other: 'Choose one of the # below.' }),
    cannot: (code: string, on: string) => `${code} can't go on a claim for ${on}.`,
    cannotSay: (code: string, on: string) => `Whether ${code} can go on a claim for ${on} can't be told.`,
    next: 'What you can do',
    begins: (code: string) => `Open ${code}, which exists`,
    otherWays: 'Ask for another day, or look for it by words.',
    copy: 'Copy code',
    copyBoth: 'Copy with title',
    keep: 'Keep',
    kept: 'Kept',
    compare: 'Compare',
    link: 'Link',
    jsonTitle: (code: string, on: string) => `${code} on ${on} as JSON`,
    anatomy: 'Anatomy',
    complete: (length: number, seventh: boolean) =>
      `${plural(length, { one: '# character', other: '# characters' })}, complete.${seventh ? '' : ' No seventh character here.'}`,
    incomplete: 'Not complete: choose below.',
    category: 'Category',
    place_: (place: number) => ['', '1st', '2nd', '3rd', '4th', '5th', '6th', '7th'][place] ?? String(place),
    seventh: '7th: encounter',
    filler: 'filler',
    finer: 'Choose a finer code',
    finerCount: (number: number) => plural(number, { one: '# under it', other: '# under it' }),
    instead: 'Near it',
    insteadOn: (on: string) => `On ${on} use`,
    noInstead: 'Nothing near it was found.',
    whatIsIt: 'Which system is it?',
    searchIt: 'Search for it',
    setDay: (day: string) => `Set the date to ${day}`,
  },
  builder: {
    title: 'Build the code',
    choices: (number: number) => plural(number, { one: '# choice', other: '# choices' }),
    how: ': press the letter, or use the arrow keys.',
    adds: 'adds it',
    missing: 'missing',
    group: (code: string) => `Seventh character of ${code}`,
    only: 'There is only this one.',
    notSaid: 'Not said in the note?',
    choose: 'Choose a character to see the complete code with its official title.',
  },
  notes: {
    title: 'Notes',
    order: "this code's own, then what it inherits",
    none: 'No note binds this code.',
    noneOwn: (code: string) => `${code} has none of its own`,
    show: 'Show notes',
    all: (number: number) => `All ${number}`,
    own: (number: number) => `Own ${number}`,
    from: (from: string) => `from ${from}`,
    levelName: (level: 'chapter' | 'block' | 'code', from: string) =>
      level === 'code' ? from : `${level === 'chapter' ? 'Chapter' : 'Block'} ${from}`,
    level: (level: 'chapter' | 'block' | 'code', from: string, own: boolean) =>
      own ? 'this code' : level === 'code' ? (from.length === 3 ? `from category ${from}` : `from ${from}`) : `from ${level} ${from}`,
  },
  named: {
    title: 'What points here',
    says: (number: number) => plural(number, { one: '# note elsewhere names this code', other: '# notes elsewhere name this code' }),
    none: 'No note of another code names this one.',
    more: (number: number) => `Show ${number} more`,
  },
  expects: {
    title: 'Expects a second code',
    add: (first: string) => `Add ${first} and`,
    how: (code: string) => `Each adds ${code} and the code after it.`,
  },
  facts: {
    title: 'Facts',
    byRules: 'as the rules see it',
    sex: 'Sex',
    age: 'Age',
    firstListed: 'First-listed',
    inForce: 'In force',
    noLimit: 'no limit',
    sexOnly: { female: 'female only', male: 'male only' },
    ages: (from: number, to: number | undefined) =>
      to === undefined ? `${from} years and older` : from === to ? `${from} years` : `${from} to ${to} years`,
    mayBeFirst: 'no rule against it',
    missing: ['Medicare Code Editor', 'Present on admission', 'Risk group (HCC)', 'ICD-9-CM', 'ICD-11', 'Coverage (LCD)'] as const,
  },
  history: {
    title: 'History',
    now: 'this page',
    states: { billable: 'billable', header: 'header', absent: 'not there' },
    sameTitle: (editions: number) => `Same title in every edition that has it (${editions} installed).`,
    titleFrom: (day: string) => `From ${day}:`,
    older: (day: string) => `Editions before ${day} are not installed.`,
  },
  source: {
    title: 'Source',
    locator: (code: string) => `Locator: ${code}.`,
    files: (number: number) => plural(number, { one: '# file read', other: '# files read' }),
  },
  family: { title: 'Family', label: (code: string) => `Codes around ${code}`, here: '(this page)' },
  chapters: {
    title: 'Chapters of ICD-10-CM',
    titleOf: (id: string) => `Chapter ${id}`,
    blocks: (number: number) => plural(number, { one: '# block', other: '# blocks' }),
    outer: 'Its codes stand under the blocks within it.',
  },
  changes: {
    title: 'What changed',
    from: 'From',
    to: 'to',
    none: 'Two editions are needed to compare.',
    same: 'Choose two different editions.',
    list: 'Changed codes',
    show: 'Show',
    kinds: {
      added: (number: number) => `${number.toLocaleString('en-US')} added`,
      deleted: (number: number) => `${number.toLocaleString('en-US')} ended`,
      revised: (number: number) => `${number.toLocaleString('en-US')} reworded`,
    },
    words: { added: 'Added', deleted: 'Ended', revised: 'Reworded' },
    filter: 'Filter by code or word',
    shown: (number: number) => plural(number, { one: '# code', other: '# codes' }),
    nothing: 'No such code.',
    before: 'Before:',
    nowHeader: 'Now needs more characters:',
    gone: 'Use:',
    andMore: (number: number) => `and ${number} more`,
    more: (next: number, left: number) => `Show ${next} more of ${left.toLocaleString('en-US')}`,
  },
  own: {
    title: 'Your own list',
    paste: 'Paste codes to see which break',
    useKept: (number: number) => plural(number, { one: 'My # kept code', other: 'My # kept codes' }),
    tooMany: (most: number) =>
      `At most ${most.toLocaleString('en-US')} codes here; the command takes any number: cleanclaim diff --only FILE`,
    result: (broken: number, all: number) =>
      broken === 0
        ? `None of ${plural(all, { one: '# code', other: '# codes' })} breaks.`
        : `${broken} of ${plural(all, { one: '# code', other: '# codes' })} break.`,
    private: 'The list stays in this page.',
  },
  apart: {
    title: 'CPT or ICD?',
    compare: (one: string, other: string) => `${one} and ${other}`,
    saysWhat: 'says what was done.',
    saysWhy: 'says why.',
    both: 'A bill needs both, and a pointer that joins them.',
    sameSide: (one: string, oneKind: CodeKind, other: string, otherKind: CodeKind) =>
      oneKind === otherKind
        ? `${one} and ${other} answer the same question: ${asks[oneKind].toLowerCase()} What differs comes first.`
        : `${one}: ${kinds[oneKind].toLowerCase()}. ${other}: ${kinds[otherKind].toLowerCase()}.`,
    sideBySide: 'The two codes side by side',
    firstCode: 'First code',
    secondCode: 'Second code',
    tell: 'Tell apart',
    readAs: 'Read as',
    unread: (code: string) => `No code system has codes like ${code === '' ? 'an empty text' : code}.`,
    certain: 'Sure: in the installed table, or by its check digit',
    byShape: 'By its shape alone: no list of this system is installed',
    noText: 'Text not shipped',
    noList: 'No list installed',
    more: 'Also worth telling apart:',
    others: [
      ['E11.9', 'E11.22'],
      ['J1100', 'J11.00'],
      ['G0108', 'E11.9'],
      ['25', '11'],
      ['4A023N7', '1A00'],
    ] as const,
    rows: {
      question: 'Answers the question',
      means: 'This code means',
      status: 'On a claim that day',
      place: 'Its place',
      keeper: 'Who keeps it',
      rhythm: 'How often it changes',
      shape: 'Its shape',
      paper: 'On the paper claim',
      wire: 'In X12 837 and FHIR',
      hospital: 'In the hospital',
      alone: 'Paid by itself?',
      sure: 'How sure is this?',
      next: 'What to do next',
    },
    kinds,
    answers,
    asks,
    shapes,
    paper,
    paperOf,
    wire,
    wireOf,
    hospital,
    alone,
  },
  together: {
    title: 'Both on one claim?',
    nothing: 'No rule of Cleanclaim speaks against the two standing together. Only the record can tell whether both are true.',
  },
  drawing: {
    title: 'A pointer joins them',
    says: 'the letter in 24E says which reason in 21 the line is for',
    label: (what: string, why: string) =>
      `Box 21 line A holds ${why}. Service line 1 holds ${what} and the pointer A in box 24E. An arrow goes from the pointer to line A.`,
    box21: '21 Diagnosis (why)',
    box24: '24 Service line 1 (what)',
    pointer: '24E pointer',
    reason: ['this line is for', 'reason A'] as const,
  },
  tryIt: {
    title: 'Try it',
    noPointer: 'Take away the pointer.',
    stops: 'The line stops:',
    otherReason: 'Use Z00.00 as the reason.',
    otherReasonSays: 'Each code is right alone. Together they tell a different visit, and the payer may ask for the note.',
    open: 'Open this visit as a claim',
    openWithout: 'Without the pointer',
    read: (code: string) => `Read ${code}`,
  },
  claim: {
    title: 'Claim',
    titleOf: (id: string) => `Claim ${id}`,
    patient: 'Patient and payer',
    fields: {
      name: 'Patient',
      born: 'Born',
      sex: 'Sex',
      member: 'Member',
      payer: 'Payer',
      payerKind: 'Kind of payer',
      billingNpi: 'Billing NPI',
      taxId: 'Tax ID',
      renderingNpi: 'Rendering NPI',
      medium: 'Sent',
    },
    sexes: [
      ['', 'not given'],
      ['female', 'female'],
      ['male', 'male'],
      ['unknown', 'unknown'],
    ] as const,
    payerKinds: [
      ['', 'not given'],
      ['medicare', 'Medicare'],
      ['medicaid', 'Medicaid'],
      ['commercial', 'commercial'],
    ] as const,
    media: [
      ['electronic', 'electronically'],
      ['paper', 'on paper'],
    ] as const,
    diagnoses: 'Diagnoses',
    ofTwelve: (number: number) => `${number} of 12`,
    moveKeys: 'move',
    addDiagnosis: 'Add a diagnosis',
    addPlaceholder: 'Add: a code or words',
    noDiagnoses: 'No diagnosis yet. A claim needs at least one: it says why.',
    headerNotAdded: (code: string, fix: string) => `${code} is not complete, so it was not added. ${fix}`,
    notAdded: (text: string) => `${text} is no code that can go on a claim that day. Nothing was added.`,
    grip: (letter: string, code: string) => `Move or remove ${letter}, ${code}`,
    up: 'Move up',
    down: 'Move down',
    first: 'Make it first',
    remove: 'Remove',
    moved: (code: string, letter: string) => `${code} is now ${letter}. The pointers followed it.`,
    removed: (code: string) => `${code} removed, with the pointers to it`,
    lines: 'Service lines',
    lettersPoint: 'letters point to diagnoses, in order',
    to: 'to',
    toggle: 'toggle',
    line: 'Line',
    noLines: 'No line yet. A line says what was done, and points to the reason.',
    columns: [
      ['#', ''],
      ['Day', '24A, B'],
      ['Procedure', '24D'],
      ['Pointers', '24E'],
      ['Units', '24G'],
      ['Charge', '24F'],
      ['', ''],
    ] as const,
    lineName: (number: number, code: string) => `Line ${number} ${code}`,
    lineField: (number: number, name: string) => `Line ${number}, ${fieldNames[name] ?? name}`,
    removeLine: (number: number) => `Remove line ${number}`,
    lineRemoved: (number: number) => `Line ${number} removed`,
    procedureClass: (system: SystemId, category: string) =>
      system === 'cpt' ? `CPT ${category}` : system === 'hcpcs' ? `HCPCS ${category}` : category,
    pointersOf: (number: number) => `Pointers of line ${number}, box 24E`,
    pointer: (letter: string, code: string, order: number) =>
      order > 0 ? `${letter}${order}, ${code} is pointer ${order}` : `${letter}, ${code}`,
    noLetters: 'Add a diagnosis first',
    beyond: (letter: string) => `${letter}: no such diagnosis`,
    fourPointers: (number: number) => `Line ${number} has four letters already, the most that 24E takes. Take one away first.`,
    total: 'Total on claim',
    totalLabel: 'Total on claim, box 28',
    sum: (sum: string) => `lines add up to ${sum}`,
    noSum: 'a line charge is missing or cannot be read',
    expected: 'Expected payment',
    noFees: 'No fee schedule is installed.',
    undo: 'Undo',
    redo: 'Redo',
    undone: 'Undone',
    redone: 'Done again',
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to do again',
    import: 'Open',
    check: 'Check',
    couldNotRun: (number: number) => plural(number, { one: '# check could not run', other: '# checks could not run' }),
    verdict: (status: 'clean' | 'findings' | 'incomplete', errors: number, warnings: number, reviews: number) =>
      status === 'clean'
        ? 'Clean'
        : status === 'incomplete'
          ? 'No errors or warnings found'
          : count([
              [errors, kindName.error],
              [warnings, kindName.warning],
              [reviews, kindName.review],
            ]),
    summary: (status: 'clean' | 'findings' | 'incomplete', errors: number, warnings: number, notChecked: number) =>
      status === 'clean'
        ? 'Clean: every rule that applies ran, and none failed.'
        : `${
            errors + warnings === 0
              ? 'No errors or warnings'
              : count([
                  [errors, kindName.error],
                  [warnings, kindName.warning],
                ])
          }. ${plural(notChecked, { one: '# check could not run.', other: '# checks could not run.' })}`,
    reference: (kind: keyof typeof kindWord, number: number) => `${kindWord[kind]} ${number}`,
    otherDay: (claim: string, page: string) => `This claim is judged by its own day, ${claim}; the page is set to ${page}.`,
    setPage: (day: string) => `Set the page to ${day}`,
    otherType: (type: string) => `This is an ${type} claim. It is checked in full; the boxes shown here are those of a professional claim.`,
    start: 'Begin a claim',
    startHow: 'Add a diagnosis and a line below, add codes from any page, open a claim as JSON, or try a sample:',
    samples: {
      findings: 'Diabetes and a fracture, with errors',
      nearly: 'Diabetes training, in order',
      person: 'Codes that do not fit the patient',
    },
    private: 'Samples are made up. The claim stays in this tab, and is gone with it.',
  },
  paper: {
    title: 'As it will print',
    form: 'CMS-1500 (02/12), boxes 21 to 28',
    indicator: 'ICD Ind. 0',
    columns: ['24A From, To', 'B', 'D', 'Mod', 'E', 'F', 'G'] as const,
    forms: (number: number) => `Six lines a form: this claim takes ${number}.`,
    oneLetter: 'Medicare paper takes one letter in 24E, so each line prints its first. The electronic claim keeps them all.',
    all: 'The electronic claim carries the same letters as numbers.',
  },
  findings: {
    title: 'Findings',
    next: 'next',
    previous: 'previous',
    only: 'Show only',
    word: (kind: keyof typeof kindWord) => kindWord[kind],
    count: (kind: keyof typeof kindName, number: number) => kindName[kind](number),
    name: (kind: keyof typeof kindWord, number: number) => `${kindWord[kind]} ${number}`,
    sure: (number: number) => plural(number, { one: 'Apply # sure fix', other: 'Apply # sure fixes' }),
    sureApplied: (number: number) => plural(number, { one: '# sure fix applied', other: '# sure fixes applied' }),
    neverPass: 'This check did not run. It is not a pass.',
    changes: 'What the fix changes',
    changeCount: (number: number, renames: boolean) =>
      `${plural(number, { one: 'The fix changes # thing', other: 'The fix changes # things' })}${renames ? ' and renames letters' : ''}`,
    goes: 'goes:',
    comes: 'comes:',
    renamed: (code: string, letters: string) => `${code}: ${letters}`,
    pointersKept: (line: number, letters: string) => `line ${line} keeps its diagnoses: ${letters}`,
    when: (when: string) => `If ${when}:`,
    whichOne: 'What does the record say?',
    chooseOne: 'Choose what the record supports',
    sureOne: 'the sure fix',
    read: 'Read:',
    apply: 'Apply fix',
    applied: 'Fixed',
  },
  import: {
    title: 'Open a claim',
    paste: 'Paste a claim as JSON, or several in a list',
    take: 'Open',
    file: 'From a file',
    taken: (unknown: number) =>
      unknown === 0
        ? 'Claim opened'
        : `Claim opened; ${plural(unknown, { one: '# field is not known', other: '# fields are not known' })} and told as a finding`,
    unchanged: 'Nothing was changed.',
    several: (number: number) => `${number} claims. Open which?`,
    nth: (number: number) => `Claim ${number}`,
    tooLarge: (bytes: number) => `The file has ${megabytes(bytes)} MB; the bench takes 5.`,
    split: 'Check large files with: cleanclaim check FILE',
    others: 'X12 837 and FHIR claims are not read on this page; the command line tells what it reads: cleanclaim check --help',
  },
  export: {
    title: 'Save',
    claim: 'Claim as JSON',
    copy: 'Copy the claim as JSON',
    report: 'Report as JSON',
    fresh: 'New claim',
    saved: (name: string) => `Saved as ${name}`,
  },
} as const;

const fieldNames: Readonly<Record<string, string>> = {
  from: 'day, box 24A',
  pos: 'place of service, box 24B',
  code: 'procedure, box 24D',
  modifiers: 'modifiers, box 24D',
  units: 'units, box 24G',
  charge: 'charge, box 24F',
};

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
