import { isAbandoned, isJob, isUnanswered, type JobLedger, type JobRecord } from '@modelferry/operation';
import type { JobReference } from '@modelferry/polling';
import type { JobPolicy } from '../inputs/read-host-inputs.ts';
import type { Runner } from '../runner/runner.ts';
import type { JobKinds } from '../vendors/vendor.ts';
import { creating, jobStateName, type JobState, type KeptJob } from './job-state.ts';

/** Most jobs that the state names; a step makes one, and seldom a second one. */
const maxJobs = 50;

/** The jobs of this step, written down for the post step at each change, before anything else can fail. */
export interface JobBook extends JobLedger {
  /** A job that the step waits for, which it may not have made itself. */
  waitsFor(reference: JobReference): void;
  /** From now on nobody waits for the jobs, and this becomes of them. */
  decide(policy: JobPolicy): void;
  /** Nothing is left to do about this job. */
  settle(job: KeptJob): void;
  /** The step ends by itself: about a job nothing is left to do, unless it should have been ended and was not. */
  end(): void;
  /** A job should have been ended, and nothing says that it was: the post step tries again. */
  leaveToPost(): void;
  /** The jobs about which something may be left to do; the newest comes last. */
  readonly open: readonly KeptJob[];
  /** Whether something was asked for, and nothing tells whether it was started. */
  readonly isUnclear: boolean;
}

/** Whose jobs these are. */
export interface JobBookOptions extends Pick<JobState, 'vendor' | 'step'> {
  readonly kinds: JobKinds;
  readonly onCancel: JobPolicy;
  /** Whether the step makes jobs, or waits for some: then the state says so before the first one is known. */
  readonly makesJobs: boolean;
}

export function openJobBook(
  runner: Runner,
  { kinds, onCancel, makesJobs, ...step }: JobBookOptions,
): JobBook {
  const records: JobRecord[] = [];
  const settled = new Set<string>();
  let policy = onCancel;
  let over = false;
  let left = false;

  const keyOf = ({ kind, id }: KeptJob) => `${kind} ${id}`;
  const ofJobs = () => records.filter(isJob);
  const open = () =>
    over ? [] : ofJobs().filter((record) => !settled.has(keyOf(record)) && !isAbandoned(record));
  const save = () => {
    const jobs = open()
      .slice(-maxJobs)
      .map(({ kind, id, name, phase }) => ({ kind, id, name, phase }));
    const last = jobs.at(-1) ?? ofJobs().at(-1);
    const state: JobState = {
      ...step,
      kind: last?.kind ?? '',
      id: last?.id ?? '',
      name: last?.name,
      phase: last?.phase ?? creating,
      policy,
      done: over || (last !== undefined && jobs.length === 0),
      earlier: jobs.slice(0, -1),
    };
    runner.saveState(jobStateName, JSON.stringify(state));
  };
  const put = (record: JobRecord) => {
    const at = records.findIndex((one) => keyOf(one) === keyOf(record));
    if (at >= 0) records[at] = record;
    else records.push(record);
    save();
    if (at >= 0 || !isJob(record)) return;
    const outputs = Object.entries(kinds[record.kind]?.outputs(record.id) ?? {});
    for (const [name, value] of outputs) runner.setOutput(name, value);
  };
  if (makesJobs) save();
  return {
    keep: async (record) => put(record),
    earlier: async (kind, fingerprint) =>
      records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
    waitsFor(reference) {
      if (kinds[reference.kind] === undefined) return; // A look at something else on the way
      if (!records.some((one) => keyOf(one) === `${reference.kind} ${reference.id}`)) {
        put({ ...reference, phase: 'awaited', fingerprint: '' });
      }
    },
    decide(next) {
      policy = next;
      save();
    },
    settle(job) {
      settled.add(keyOf(job));
      save();
    },
    end() {
      // Nothing was left to post, so there is nothing to take back
      if (left || (!makesJobs && records.length === 0)) return;
      over = true;
      save();
    },
    leaveToPost() {
      left = true;
    },
    get open() {
      return open();
    },
    get isUnclear() {
      const last = records.at(-1);
      return last !== undefined && isUnanswered(last);
    },
  };
}
