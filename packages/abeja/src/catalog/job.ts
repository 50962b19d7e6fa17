import { archiveJob } from '../operations/job/archive-job.ts';
import { createJob } from '../operations/job/create-job.ts';
import { downloadResult } from '../operations/job/download-result.ts';
import { getJob } from '../operations/job/get-job.ts';
import { getJobs } from '../operations/job/get-jobs.ts';
import { getResult } from '../operations/job/get-result.ts';
import { runJob } from '../operations/job/run-job.ts';
import { stopJob } from '../operations/job/stop-job.ts';
import { unarchiveJob } from '../operations/job/unarchive-job.ts';
import { updateStatistics } from '../operations/job/update-statistics.ts';
import { waitForJob } from '../operations/job/wait-for-job.ts';

/** In the order in which they are shown. */
export const jobOperations = [
  runJob,
  createJob,
  waitForJob,
  getJob,
  getJobs,
  stopJob,
  getResult,
  downloadResult,
  updateStatistics,
  archiveJob,
  unarchiveJob,
];
