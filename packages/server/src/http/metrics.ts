/** Upper bounds in seconds of the histogram of answer times. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

interface Times {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Counts of the server, written in the text form that Prometheus reads. Labels are route names and statuses, never what a caller sent. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #times = new Map<string, Times>();
  readonly #read: { readonly name: string; readonly kind: 'gauge' | 'counter'; readonly help: string; readonly read: () => number }[] = [];
  readonly #info: string;
  #lines = 0;

  constructor(info: Readonly<Record<string, string>>) {
    this.#info = Object.entries(info)
      .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
      .join(',');
  }

  /** A figure that is read when asked for. */
  read(name: string, kind: 'gauge' | 'counter', help: string, read: () => number): void {
    this.#read.push({ name, kind, help, read });
  }

  /** One answered request; `seconds` is the time from its head to its answer (for a stream: to its first byte). */
  request(route: string, method: string, status: number, seconds: number): void {
    const key = `route="${escapeLabel(route)}",method="${escapeLabel(method)}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    let times = this.#times.get(route);
    if (!times) this.#times.set(route, (times = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }));
    times.sum += seconds;
    times.count++;
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    if (at >= 0) times.buckets[at] = (times.buckets[at] ?? 0) + 1;
  }

  /** One answered line of a stream. */
  line(): void {
    this.#lines++;
  }

  /** The text exposition format, version 0.0.4. */
  text(): string {
    const out = ['# HELP cleanclaim_info Program and editions.', '# TYPE cleanclaim_info gauge', `cleanclaim_info{${this.#info}} 1`];
    out.push('# HELP cleanclaim_http_requests_total Answered requests.', '# TYPE cleanclaim_http_requests_total counter');
    for (const [key, count] of this.#requests) out.push(`cleanclaim_http_requests_total{${key}} ${count}`);
    const name = 'cleanclaim_http_request_duration_seconds';
    out.push(`# HELP ${name} Time to the answer.`, `# TYPE ${name} histogram`);
    for (const [route, { buckets, sum, count }] of this.#times) {
      const label = `route="${escapeLabel(route)}"`;
      let below = 0;
      BOUNDS.forEach((bound, at) => {
        below += buckets[at] ?? 0;
        out.push(`${name}_bucket{${label},le="${bound}"} ${below}`);
      });
      out.push(`${name}_bucket{${label},le="+Inf"} ${count}`, `${name}_sum{${label}} ${sum}`, `${name}_count{${label}} ${count}`);
    }
    out.push('# HELP cleanclaim_stream_lines_total Answered lines of streams.', '# TYPE cleanclaim_stream_lines_total counter');
    out.push(`cleanclaim_stream_lines_total ${this.#lines}`);
    for (const { name: own, kind, help, read } of this.#read)
      out.push(`# HELP ${own} ${help}`, `# TYPE ${own} ${kind}`, `${own} ${read()}`);
    return `${out.join('\n')}\n`;
  }
}

function escapeLabel(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}
