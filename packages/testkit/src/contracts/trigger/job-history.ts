import type { Transport } from '@modelferry/http';

/** How a job has ended. */
export type JobEnd = 'succeeded' | 'failed' | 'cancelled';

/** A job at a vendor that is made up. */
export interface MadeJob {
  readonly id: string;
  readonly madeAtMs: number;
  /** When lists begin to show it. */
  readonly visibleAtMs: number;
  /** Whether it may go on for ever. */
  readonly isIdle: boolean;
  /** Undefined as long as it goes on. */
  end: JobEnd | undefined;
  isGone: boolean;
}

/** A change at the vendor. */
export type Change =
  | { readonly does: 'make'; readonly afterMs: number; readonly lateMs: number; readonly isIdle: boolean }
  | { readonly does: 'end'; readonly pick: number; readonly end: JobEnd }
  | { readonly does: 'delete'; readonly pick: number };

/** What the vendor answers to a URL; undefined where there is nothing. */
type Answer = (url: URL, history: JobHistory) => object | undefined;

/** The vendor's jobs, which change between any two calls. */
export class JobHistory {
  readonly jobs: MadeJob[] = [];
  /** Made before each call, until there are none left; `undefined` makes none before one call. */
  readonly pending: (Change | undefined)[] = [];
  /** Of the longest list that is given at once. */
  readonly pageLength: number;
  readonly transport: Transport;
  /** Numbers of the calls that are answered with an error. */
  failing: ReadonlySet<number> = new Set();
  #calls = 0;
  // A clock of the vendor's own, far from ours
  #nowMs = Date.parse('2031-03-01T00:00:00Z');

  constructor(pageLength: number, answer: Answer) {
    this.pageLength = pageLength;
    this.transport = { send: async ({ url }) => this.#send(new URL(url), answer) };
  }

  /** The jobs that lists show now, the oldest first. */
  get shown(): readonly MadeJob[] {
    return this.jobs.filter((job) => !job.isGone && job.visibleAtMs <= this.#nowMs);
  }

  /** A job that is there, whether lists show it or not. */
  find(id: string): MadeJob | undefined {
    return this.jobs.find((job) => job.id === id && !job.isGone);
  }

  apply(change: Change): void {
    if (change.does === 'make') {
      this.#nowMs += change.afterMs;
      const { isIdle, lateMs } = change;
      this.jobs.push({
        ...{ id: `job${this.jobs.length}`, madeAtMs: this.#nowMs, visibleAtMs: this.#nowMs + lateMs, isIdle },
        ...{ end: undefined, isGone: false },
      });
      return;
    }
    const among = this.jobs.filter((job) => !job.isGone && (change.does === 'delete' || !job.end));
    const job = among[change.pick % Math.max(1, among.length)];
    if (!job) return;
    if (change.does === 'delete') job.isGone = true;
    else job.end = change.end;
  }

  /** Lets everything be seen. */
  settle(): void {
    while (this.pending.length > 0) this.#next();
    this.#nowMs += 240_000;
  }

  #next(): void {
    const change = this.pending.shift();
    if (change) this.apply(change);
  }

  #send(url: URL, answer: Answer) {
    this.#next();
    if (this.failing.has((this.#calls += 1))) return answered(500, { message: 'Not now' });
    const found = answer(url, this);
    return found ? answered(200, found) : answered(404, { message: 'Not found' });
  }
}

function answered(status: number, json: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  const body = {
    cancel: () => undefined,
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
  };
  return { status, headers: { 'content-type': 'application/json' }, body };
}
