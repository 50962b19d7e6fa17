import { createSecrets } from '@modelferry/auth';
import type { Transport } from '@modelferry/http';
import type { LookupContext } from '@modelferry/operation';
import { autoClock } from '@modelferry/testkit';
import { createDataRobotClient, type DataRobotClient } from '../../src/index.ts';
import { endpoint } from './scripted-run.ts';

type Status = 'INITIALIZING' | 'RUNNING' | 'COMPLETED' | 'ABORTED' | 'FAILED';

/** A batch job at a vendor that is made up. */
export interface MadeJob {
  readonly id: string;
  readonly madeAtMs: number;
  /** When lists begin to show it. */
  readonly visibleAtMs: number;
  readonly isIdle: boolean;
  status: Status;
  isDeleted: boolean;
}

/** A change at the vendor. */
export type Change =
  | { readonly does: 'make'; readonly afterMs: number; readonly lateMs: number; readonly isIdle: boolean }
  | { readonly does: 'end'; readonly pick: number; readonly status: 'COMPLETED' | 'ABORTED' | 'FAILED' }
  | { readonly does: 'delete'; readonly pick: number };

const isOver = ({ status }: MadeJob): boolean => status !== 'INITIALIZING' && status !== 'RUNNING';

/** The vendor's list of jobs, which changes between any two calls, and is shown in short pages. */
export class JobHistory {
  readonly jobs: MadeJob[] = [];
  /** Made before each call, until there are none left; `undefined` makes none before one call. */
  readonly pending: (Change | undefined)[] = [];
  readonly access: LookupContext<DataRobotClient>;
  /** Numbers of the calls that are answered with an error. */
  failing: ReadonlySet<number> = new Set();
  #calls = 0;
  readonly #pageLength: number;
  // A clock of the vendor's own, far from ours
  #nowMs = Date.parse('2031-03-01T00:00:00Z');

  constructor(pageLength: number) {
    this.#pageLength = pageLength;
    const clock = autoClock();
    const transport: Transport = { send: async ({ url }) => this.#send(new URL(url)) };
    this.access = {
      client: createDataRobotClient({ transport, endpoint, clock, secrets: createSecrets() }),
      clock,
      signal: new AbortController().signal,
    };
  }

  /** The jobs that lists show now. */
  get shown(): readonly MadeJob[] {
    return this.jobs.filter((job) => !job.isDeleted && job.visibleAtMs <= this.#nowMs);
  }

  apply(change: Change): void {
    if (change.does === 'make') {
      this.#nowMs += change.afterMs;
      const { isIdle, lateMs } = change;
      this.jobs.push({
        ...{ id: `job${this.jobs.length}`, madeAtMs: this.#nowMs, visibleAtMs: this.#nowMs + lateMs, isIdle },
        ...{ status: 'INITIALIZING', isDeleted: false },
      });
      return;
    }
    const among = this.jobs.filter((job) => !job.isDeleted && (change.does === 'delete' || !isOver(job)));
    const job = among[change.pick % Math.max(1, among.length)];
    if (!job) return;
    if (change.does === 'delete') job.isDeleted = true;
    else job.status = change.status;
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

  #send(url: URL) {
    this.#next();
    if (this.failing.has((this.#calls += 1))) return answer(500, { message: 'Not now' });
    const found = this.#find(url);
    return found ? answer(200, found) : answer(404, { message: 'Not found' });
  }

  #find(url: URL): object | undefined {
    const id = /batchPredictions\/(\w+)\//.exec(url.pathname)?.[1];
    if (id === undefined) return this.#list(url.searchParams);
    const job = this.jobs.find((one) => one.id === id && !one.isDeleted);
    return job && asJson(job);
  }

  #list(query: URLSearchParams): object {
    const since = query.get('startDateTime');
    const statuses = query.getAll('status');
    const matching = this.shown.filter(
      (job) =>
        (since === null || job.madeAtMs >= Date.parse(since)) &&
        (statuses.length === 0 || statuses.includes(job.status)),
    );
    const sorted = query.get('orderBy') === 'created' ? matching : matching.toReversed();
    const offset = Number(query.get('offset') ?? 0);
    const length = Math.min(this.#pageLength, Number(query.get('limit') ?? 100));
    const more = offset + length < sorted.length;
    return { data: sorted.slice(offset, offset + length).map(asJson), next: more ? endpoint : null };
  }
}

/** As the vendor shows times: in whole seconds. */
const asJson = ({ id, status, madeAtMs, isIdle }: MadeJob) => ({
  id,
  status,
  created: `${new Date(madeAtMs).toISOString().slice(0, 19)}Z`,
  queued: !isIdle,
  links: isIdle ? { csvUpload: `${endpoint}/batchPredictions/${id}/csvUpload/` } : {},
});

function answer(status: number, json: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  const body = {
    cancel: () => undefined,
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
  };
  return { status, headers: { 'content-type': 'application/json' }, body };
}
