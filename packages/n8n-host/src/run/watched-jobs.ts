import { isAbandoned, isJob, isUnanswered, type JobRecord, type RunContext } from '@modelferry/operation';

/** The jobs of one run of an operation, seen from outside. */
export interface WatchedJobs {
  /** The same context, which tells of each job and of what is sent. */
  watching<Client>(context: RunContext<Client>): RunContext<Client>;
  /** In the phase that each has come to; without those that the operation has given up itself. */
  readonly open: readonly JobRecord[];
  /** Whether all bytes of the last upload have left. */
  readonly allSent: boolean;
  /** Whether something was asked for last, and may have been carried out, though no answer has come. */
  readonly isUnclear: boolean;
}

export function watchJobs(): WatchedJobs {
  const records = new Map<string, JobRecord>();
  let last: JobRecord | undefined;
  let allSent = false;
  let isCut = false;
  return {
    watching: (context) => ({
      ...context,
      jobs: {
        ...context.jobs,
        keep(record) {
          last = record;
          if (isJob(record)) records.set(`${record.kind} ${record.id}`, record);
          return context.jobs.keep(record);
        },
      },
      progress(event) {
        if (event.type === 'upload') {
          allSent = event.totalBytes !== undefined && event.bytes >= event.totalBytes;
          isCut = event.totalBytes !== undefined && !allSent;
        }
        context.progress(event);
      },
    }),
    get open() {
      return [...records.values()].filter((record) => !isAbandoned(record));
    },
    get isUnclear() {
      return last !== undefined && isUnanswered(last) && !isCut;
    },
    get allSent() {
      return allSent;
    },
  };
}
