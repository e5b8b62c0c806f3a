/**
 * Regular expressions that cannot run away. JavaScript's own try alternatives one after another, so a filter such as
 * `(a+)+` on a long code takes longer than anybody lives; here all alternatives are followed at once, and the work is at
 * most the pattern's size times the text's. What the usual patterns of value sets use is understood: characters, `.`, classes, `\d \w \s` and
 * their opposites, groups, `|`, `? * + {n,m}`. Anchors may stand at both ends; the whole code must match, as FHIR says.
 */
export interface Pattern {
  matches(text: string): boolean;
}

/** The pattern is none that is understood. */
export class PatternError extends Error {}

const MOST_STATES = 5_000;
const LONGEST = 1_000;
const DEEPEST = 50;

type Test = (point: string) => boolean;
/** A state: consumes a character that passes the test, or splits. The last state is the end. */
type State = { readonly test: Test; next: number } | { readonly split: number[] };

/** Compiles a pattern. Throws PatternError for what is too large or not understood. */
export function compilePattern(source: string): Pattern {
  if (source.length > LONGEST) throw new PatternError(`longer than ${LONGEST} characters`);
  const tree = new Reader(source).read();
  const states: State[] = [];
  const start = build(tree, 0, states);
  return { matches: (text) => run(states, start, text) };
}

type Tree =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'all'; readonly parts: readonly Tree[] }
  | { readonly kind: 'any'; readonly parts: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly part: Tree; readonly least: number; readonly most: number };

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  }

  read(): Tree {
    const tree = this.#alternatives(0);
    if (this.#at < this.#source.length) throw new PatternError(`unexpected ${this.#source[this.#at]}`);
    return tree;
  }

  #alternatives(depth: number): Tree {
    if (depth > DEEPEST) throw new PatternError(`groups nest more than ${DEEPEST} deep`);
    const parts: Tree[] = [this.#sequence(depth)];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      parts.push(this.#sequence(depth));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
  }

  #sequence(depth: number): Tree {
    const parts: Tree[] = [];
    for (let next = this.#source[this.#at]; next !== undefined && next !== '|' && next !== ')'; next = this.#source[this.#at]) {
      parts.push(this.#repeated(this.#atom(depth)));
    }
    return { kind: 'all', parts };
  }

  #atom(depth: number): Tree {
    const next = this.#source[this.#at++] ?? '';
    if (next === '(') {
      if (this.#source[this.#at] === '?') {
        if (this.#source[this.#at + 1] !== ':') throw new PatternError('looking around is not supported');
        this.#at += 2;
      }
      const inside = this.#alternatives(depth + 1);
      if (this.#source[this.#at++] !== ')') throw new PatternError('a group is not closed');
      return inside;
    }
    if (next === '[') return { kind: 'test', test: this.#characters() };
    if (next === '.') return { kind: 'test', test: (point) => point !== '\n' };
    if (next === '\\') return { kind: 'test', test: this.#escaped() };
    if ('*+?{'.includes(next)) throw new PatternError(`nothing before ${next}`);
    if (next === '^' || next === '$') throw new PatternError(`${next} inside`);
    return { kind: 'test', test: (point) => point === next };
  }

  #repeated(part: Tree): Tree {
    let tree = part;
    for (;;) {
      const rest = this.#source.slice(this.#at, this.#at + 20);
      const found = /^(?:[*+?]|\{(\d{1,4})(?:(,)(\d{0,4}))?\})/.exec(rest);
      if (!found) return tree;
      this.#at += found[0].length;
      // A lazy repeat matches the same texts.
      if (this.#source[this.#at] === '?') this.#at++;
      const [sign, least = '0', comma, most = ''] = found;
      if (sign === '*') tree = { kind: 'repeat', part: tree, least: 0, most: Number.POSITIVE_INFINITY };
      else if (sign === '+') tree = { kind: 'repeat', part: tree, least: 1, most: Number.POSITIVE_INFINITY };
      else if (sign === '?') tree = { kind: 'repeat', part: tree, least: 0, most: 1 };
      else {
        const upper = comma === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
        tree = { kind: 'repeat', part: tree, least: Number(least), most: upper };
      }
    }
  }

  #escaped(): Test {
    const next = this.#source[this.#at++];
    if (next === undefined) throw new PatternError('ends with \\');
    const kind = CLASSES[next];
    if (kind) return kind;
    const control = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[next] ?? next;
    if (control === next && /[A-Za-z0-9]/.test(next)) throw new PatternError(`\\${next} is not supported`);
    return (point) => point === control;
  }

  #characters(): Test {
    const negated = this.#source[this.#at] === '^';
    if (negated) this.#at++;
    const tests: Test[] = [];
    for (let first = true; ; first = false) {
      const next = this.#source[this.#at++];
      if (next === undefined) throw new PatternError('a class is not closed');
      if (next === ']' && !first) break;
      if (next === '\\') {
        tests.push(this.#escaped());
        continue;
      }
      const to = this.#source[this.#at + 1];
      if (this.#source[this.#at] === '-' && to !== undefined && to !== ']') {
        this.#at += 2;
        if (to < next) throw new PatternError(`${next}-${to} is no range`);
        tests.push((point) => point >= next && point <= to);
      } else tests.push((point) => point === next);
    }
    return (point) => tests.some((test) => test(point)) !== negated;
  }
}

const isDigit: Test = (point) => point >= '0' && point <= '9';
const isWord: Test = (point) => /[A-Za-z0-9_]/.test(point);
const isSpace: Test = (point) => /\s/.test(point);
const CLASSES: Readonly<Record<string, Test | undefined>> = {
  d: isDigit,
  D: (point) => !isDigit(point),
  w: isWord,
  W: (point) => !isWord(point),
  s: isSpace,
  S: (point) => !isSpace(point),
};

const END = -1;

/** Adds the states of a tree that go on to `next` at the end, and returns the first; built from the end. */
function build(tree: Tree, depth: number, states: State[], next = END): number {
  switch (tree.kind) {
    case 'test':
      return add(states, { test: tree.test, next });
    case 'all':
      return tree.parts.reduceRight((after, part) => build(part, depth + 1, states, after), next);
    case 'any':
      return add(states, { split: tree.parts.map((part) => build(part, depth + 1, states, next)) });
    case 'repeat': {
      const { part, least, most } = tree;
      let after = next;
      if (most === Number.POSITIVE_INFINITY) {
        const split: number[] = [];
        after = add(states, { split });
        split.push(build(part, depth + 1, states, after), next);
      } else {
        for (let count = least; count < most; count++) after = add(states, { split: [build(part, depth + 1, states, after), next] });
      }
      for (let count = 0; count < least; count++) after = build(part, depth + 1, states, after);
      return after;
    }
  }
}

function add(states: State[], state: State): number {
  if (states.length >= MOST_STATES) throw new PatternError('too large');
  states.push(state);
  return states.length - 1;
}

function run(states: readonly State[], start: number, text: string): boolean {
  let current = closure(states, [start]);
  for (const point of text) {
    const following: number[] = [];
    for (const at of current) {
      const state = states[at];
      if (state && 'test' in state && state.test(point)) following.push(state.next);
    }
    if (following.length === 0) return false;
    current = closure(states, following);
  }
  return current.has(END);
}

/** States reached without a character. */
function closure(states: readonly State[], from: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const state = states[at];
    if (state && 'split' in state) open.push(...state.split);
  }
  return reached;
}
