import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { isAwaitingData } from '../jobs/is-awaiting-data.ts';
import { jobMessage } from '../jobs/job-message.ts';
import { jobState } from '../jobs/job-state.ts';
import { resumeTokenOf } from '../scoring/outputs-of.ts';

/** What the operations that make a job tell of it; that it waits for data is told in words, too. */
export function tellStarted({ progress }: RunContext<DataRobotClient>, job: BatchJob) {
  const { id, status, queuePosition, created, jobSpec } = job;
  const awaitsData = isAwaitingData(job);
  const parts = jobSpec?.intakeSettings?.multipart === true;
  if (awaitsData) {
    const message = `Batch job ${id} waits for its data: send the file with Upload Data.`;
    progress({ type: 'warning', message });
  }
  return {
    jobId: id,
    status,
    finished: jobState(status) === 'succeeded',
    awaitsData,
    uploadMode: awaitsData ? (parts ? ('parts' as const) : ('whole' as const)) : undefined,
    queuePosition,
    message: awaitsData ? 'waits for its data: send the file with Upload Data' : jobMessage(job),
    created,
    resumeToken: resumeTokenOf(id),
  };
}
