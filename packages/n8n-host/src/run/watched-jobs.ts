import { isAbandoned, type JobRecord, type RunContext } from '@modelferry/operation';

/** The jobs of one run of an operation, seen from outside. */
export interface WatchedJobs {
  /** The same context, which tells of each job and of what is sent. */
  watching<Client>(context: RunContext<Client>): RunContext<Client>;
  /** In the phase that each has come to; without those that the operation has given up itself. */
  readonly open: readonly JobRecord[];
  /** Whether all bytes of the last upload have left. */
  readonly allSent: boolean;
}

export function watchJobs(): WatchedJobs {
  const records = new Map<string, JobRecord>();
  let allSent = false;
  return {
    watching: (context) => ({
      ...context,
      jobs: {
        ...context.jobs,
        keep(record) {
          records.set(`${record.kind} ${record.id}`, record);
          return context.jobs.keep(record);
        },
      },
      progress(event) {
        if (event.type === 'upload') {
          allSent = event.totalBytes !== undefined && event.bytes >= event.totalBytes;
        }
        context.progress(event);
      },
    }),
    get open() {
      return [...records.values()].filter((record) => !isAbandoned(record));
    },
    get allSent() {
      return allSent;
    },
  };
}
