import type { JobPolicy } from '../inputs/read-host-inputs.ts';

/** A job that this step has made, or waits for. */
export interface KeptJob {
  readonly kind: string;
  readonly id: string;
  /** As sentences call it. @default its kind and ID */
  readonly name?: string;
  /** The operation's word for how far it has come. */
  readonly phase: string;
}

/** What main leaves for post: enough to end a job, or to say how to go on. Holds no secret. */
export interface JobState extends KeptJob {
  readonly vendor: string;
  readonly step: string;
  /** What becomes of the job when nobody waits for it any longer. */
  readonly policy: JobPolicy;
  /** Whether nothing is left to do about it. */
  readonly done: boolean;
  /** Jobs of the same step before this one, about which something is left to do. */
  readonly earlier: readonly KeptJob[];
}

/** The name under which it is kept. */
export const jobStateName = 'job';

/** The phase before anything is known to have been started; there is no ID yet. */
export const creating = 'creating';

/** Reads what {@link JobState} was written as. @returns undefined for anything else */
export function readJobState(text: string | undefined): JobState | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const { vendor, step, kind, id, name, phase, policy, done, earlier } = JSON.parse(
      text,
    ) as Partial<JobState>;
    const words = [vendor, step, kind, id, phase];
    if (!words.every((word) => typeof word === 'string')) return undefined;
    return {
      ...({ vendor, step, kind, id, phase } as JobState),
      ...(typeof name === 'string' && { name }),
      policy: policy === 'abort' ? 'abort' : 'detach',
      done: done === true,
      earlier: Array.isArray(earlier) ? earlier : [],
    };
  } catch {
    return undefined;
  }
}
