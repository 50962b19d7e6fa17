import type { ProgressEvent } from '@modelferry/operation';
import { sameFigures, type Figure, type JobReference } from '@modelferry/polling';
import { amountOf, timeOf } from '../log/amounts.ts';
import type { Fact } from './step-report.ts';

/** What was seen of a run from outside, for those ends that come without a result. */
export interface Observed {
  see(event: ProgressEvent): void;
  /** Told of each job as it is made. */
  meet(job: JobReference): void;
  /** The job that is waited for, and the vendor's last word about it. */
  readonly job: JobReference | undefined;
  readonly status: string | undefined;
  /** Whether that word was that it has ended well. */
  readonly succeeded: boolean;
  /** How much of the last upload has left; `unknown` where its length is. */
  readonly sent: 'part' | 'all' | 'unknown';
  /** Whether an upload has begun, and not all of it has left. */
  readonly isCut: boolean;
  /** What the job has told of its work, as {@link StepReport.figures}: the last few times. */
  readonly figures: readonly (readonly Figure[])[];
  /** The job, its status and the transfers: all that is known without a result. */
  readonly facts: readonly Fact[];
  /** Those that say more than the files that were saved. */
  readonly transfers: readonly Fact[];
}

/** How many times of a job that tells its figures are kept. */
const maxTimes = 10;

/** A transfer that took less has no rate worth telling, in milliseconds. */
const momentMs = 1_000;

interface Transfer {
  readonly type: 'upload' | 'download';
  readonly name: string;
  readonly bytes: number;
  readonly totalBytes?: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** What a job is known by: `ID of the batch prediction: 6650`, or its name where the ID is made of several. */
export const jobFact = ({ kind, id, name }: JobReference): Fact =>
  name === undefined
    ? { title: `ID of the ${kind.replaceAll('-', ' ')}`, value: id, exact: true }
    : { title: 'Job', value: name, exact: true };

/** @param now gives milliseconds since 1970 */
export function observe(now: () => number): Observed {
  const transfers = new Map<string, Transfer>();
  let upload: Transfer | undefined;
  let job: JobReference | undefined;
  let status: string | undefined;
  let succeeded = false;
  let figures: readonly (readonly Figure[])[] = [];
  const keepFigures = (told: readonly Figure[] = []) => {
    if (told.length > 0 && !sameFigures(told, figures.at(-1))) figures = [...figures, told].slice(-maxTimes);
  };
  return {
    meet(made) {
      job = made;
    },
    see(event) {
      if (event.type === 'status') {
        // A job has nothing to do with the figures of another
        if (job?.id !== event.job.id) figures = [];
        keepFigures(event.snapshot.figures);
        job = event.job;
        status = event.snapshot.rawStatus;
        succeeded = event.snapshot.state === 'succeeded';
      } else if (event.type === 'fault') job ??= event.job;
      else if (event.type === 'upload' || event.type === 'download') {
        const key = `${event.type} ${event.name}`;
        const startedAtMs = transfers.get(key)?.startedAtMs ?? now();
        const transfer = { ...event, startedAtMs, endedAtMs: now() };
        transfers.set(key, transfer);
        if (event.type === 'upload') upload = transfer;
      }
    },
    get job() {
      return job;
    },
    get status() {
      return status;
    },
    get succeeded() {
      return succeeded;
    },
    get sent() {
      if (upload === undefined) return 'part';
      if (upload.totalBytes === undefined) return 'unknown';
      return upload.bytes >= upload.totalBytes ? 'all' : 'part';
    },
    get isCut() {
      return upload?.totalBytes !== undefined && upload.bytes < upload.totalBytes;
    },
    get figures() {
      return figures;
    },
    get facts() {
      return [
        ...(job === undefined ? [] : [jobFact(job)]),
        ...(status === undefined ? [] : [{ title: 'Last status', value: status, exact: true }]),
        ...[...transfers.values()].map(factOf),
      ];
    },
    get transfers() {
      return [...transfers.values()].filter((one) => !isTold(one)).map(factOf);
    },
  };
}

function factOf(transfer: Transfer): Fact {
  const { type, name, bytes, totalBytes } = transfer;
  const tookMs = tookMsOf(transfer);
  const whole = totalBytes === undefined || bytes >= totalBytes ? '' : ` of ${amountOf(totalBytes)}`;
  const pace = tookMs < momentMs ? '' : ` in ${timeOf(tookMs)}, ${amountOf((bytes / tookMs) * 1_000)}/s`;
  return {
    title: type === 'upload' ? 'Sent' : 'Received',
    value: name,
    exact: true,
    note: `${amountOf(bytes)}${whole}${pace}`,
  };
}

/** What was received in a moment is a file, which says its size itself. */
const isTold = (transfer: Transfer): boolean => transfer.type === 'download' && tookMsOf(transfer) < momentMs;

const tookMsOf = ({ startedAtMs, endedAtMs }: Transfer): number => endedAtMs - startedAtMs;
