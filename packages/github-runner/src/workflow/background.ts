import type { JobSpace } from '../job-space.ts';
import type { Outcome } from '../stage-result.ts';
import { endsWithin, runnerPatience } from '../stop-process.ts';
import { count, publish, type JobRun, type StepRecord } from './job-run.ts';
import { runWork } from './run-work.ts';
import type { Work } from './step.ts';

/** How many background steps of a job run at once; more wait for their turn. */
const slots = 10;

interface Entry {
  readonly record: StepRecord;
  readonly ended: Promise<void>;
  readonly stop: AbortController;
  /** Hands over the environment that the step left. */
  readonly flush: () => void;
  isWaitedFor: boolean;
}

/** The background steps of a job. */
export interface Background {
  start(step: Work, record: StepRecord, key: string): void;
  /** Waits for steps, all that are left by default, and lets later steps see what became of them. */
  wait(keys?: readonly string[]): Promise<Outcome>;
  cancel(keys: readonly string[]): Promise<void>;
  /** Waits for what nobody waited for, and lets all failures count for the job. */
  settle(): Promise<void>;
}

/** The background steps of a job that has none yet. */
export function createBackground(run: JobRun): Background {
  const entries = new Map<string, Entry>();
  const takeTurn = turns(slots);
  const known = (keys: readonly string[]) =>
    keys.map((key) => entries.get(key)).filter((entry) => entry !== undefined);

  const complete = (waited: readonly Entry[]): Outcome => {
    for (const entry of waited) {
      if (!entry.isWaitedFor) entry.flush();
      entry.isWaitedFor = true;
      publish(run, entry.record);
    }
    const conclusions = waited.map(({ record }) => record.conclusion);
    return conclusions.includes('cancelled')
      ? 'cancelled'
      : conclusions.includes('failure')
        ? 'failure'
        : 'success';
  };
  const left = () => [...entries.values()].filter((entry) => !entry.isWaitedFor);

  return {
    start(step, record, key) {
      const { space, flush } = deferred(run.space);
      const stop = new AbortController();
      const cancelled = AbortSignal.any([run.cancelled, stop.signal]);
      const ended = takeTurn(async () => {
        if (cancelled.aborted) {
          record.main = { ...record.main, outcome: 'cancelled' };
          record.conclusion = 'cancelled';
        } else await runWork(run, step, record, space, cancelled);
      });
      entries.set(key, { record, ended, stop, flush, isWaitedFor: false });
    },
    async wait(keys) {
      const waited = keys === undefined ? left() : known(keys);
      await Promise.all(waited.map(({ ended }) => ended));
      return complete(waited);
    },
    async cancel(keys) {
      const stopped = known(keys);
      for (const { stop } of stopped) stop.abort();
      const ended = Promise.all(stopped.map((entry) => entry.ended));
      await endsWithin(ended, run.options.patience?.interruptMs ?? runnerPatience.interruptMs);
      complete(stopped);
    },
    async settle() {
      await Promise.all([...entries.values()].map(({ ended }) => ended));
      complete(left());
      for (const { record } of entries.values()) count(run, record.conclusion);
    },
  };
}

/** A space in which a step's changes to the environment stay its own until they are handed over. */
function deferred(space: JobSpace): { readonly space: JobSpace; readonly flush: () => void } {
  const before = { ...space.env };
  const env = { ...before };
  const path = [...space.path];
  return {
    space: { ...space, env, path },
    flush() {
      for (const [name, value] of Object.entries(env)) if (before[name] !== value) space.env[name] = value;
      space.path.unshift(...path.filter((entry) => !space.path.includes(entry)));
    },
  };
}

/** Lets a number of acts run at once; the others wait in line. */
function turns(places: number): (act: () => Promise<void>) => Promise<void> {
  const line: (() => void)[] = [];
  let free = places;
  return async (act) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      await act();
    } finally {
      const next = line.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
