import type { CallPort } from '@modelferry/operation';
import { get, post } from '../calls.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { job, type Job } from './job.ts';
import { logPage, logQuery, type LogPage, type LogRequest } from '../wire/log-page.ts';
import { archiveQuery, pageOf, type ArchiveFilter, type Page, type PageRequest } from '../wire/page.ts';
import { definitionPath } from '../wire/segments.ts';
import { snaked } from '../wire/snaked.ts';

/** How a job runs its version. What is left out comes from the version; whether given values add to it is unknown (Q11). */
export interface JobSettings {
  readonly environment?: Environment;
  /** Dataset IDs by alias. */
  readonly datasets?: Readonly<Record<string, string>>;
  readonly datasetPremounted?: boolean;
  /** `{cpu|gpu}[:{a|b|c|d}]-{number}`, e.g. `gpu:b-1`; sent untouched. */
  readonly instanceType?: string;
  /** At most 256 characters. */
  readonly description?: string;
  /** Puts the log into the result; images from 19.04 on. @default the vendor's: false */
  readonly exportLog?: boolean;
}

/** The calls for training jobs (docs/vendors/abeja.md, 3.3). `name` is the job definition's name or ID. */
export interface JobCalls {
  /** Op 15. Never repeated: each job is paid. */
  createJob(name: string, version: number, settings: JobSettings, signal: AbortSignal): Promise<Job>;
  /** Op 16. */
  getJobs(name: string, filter: ArchiveFilter & PageRequest, signal: AbortSignal): Promise<Page<Job>>;
  /** Op 17. The only way to follow a job. */
  getJob(name: string, jobId: string, signal: AbortSignal): Promise<Job>;
  /** Op 18. What one that waits, or has ended, is answered is unknown: 403, 400 or as if it had been stopped (Q14). */
  stopJob(name: string, jobId: string, signal: AbortSignal): Promise<void>;
  /** Op 19. */
  archiveJob(name: string, jobId: string, signal: AbortSignal): Promise<void>;
  /** Op 20. */
  unarchiveJob(name: string, jobId: string, signal: AbortSignal): Promise<void>;
  /** Not documented, and known from services only (Q21): 404 where it is not offered. */
  getJobLogs(name: string, jobId: string, request: LogRequest, signal: AbortSignal): Promise<LogPage>;
}

/** A job's settings in the names of the vendor. */
const jobOnWire = (settings: JobSettings) =>
  snaked({ ...settings, environment: environmentTexts(settings.environment) });

export const jobCalls = (port: CallPort): JobCalls => ({
  createJob: (name, version, settings, signal) =>
    port.json(
      post(
        `start a training job of version ${version} of "${name}"`,
        definitionPath(name, 'versions', version, 'jobs'),
        signal,
        jobOnWire(settings),
      ),
      job,
    ),

  getJobs: (name, { includeArchived, limit, offset }, signal) =>
    port.json(
      get(`list the training jobs of "${name}"`, definitionPath(name, 'jobs'), signal, {
        ...{ limit, offset },
        ...archiveQuery({ includeArchived }),
      }),
      pageOf(job),
    ),

  getJob: (name, jobId, signal) =>
    port.json(get(`read the training job ${jobId}`, definitionPath(name, 'jobs', jobId), signal), job),

  stopJob: (name, jobId, signal) =>
    port.send(post(`stop the training job ${jobId}`, definitionPath(name, 'jobs', jobId, 'stop'), signal)),

  archiveJob: (name, jobId, signal) =>
    port.send(
      post(`archive the training job ${jobId}`, definitionPath(name, 'jobs', jobId, 'archive'), signal, {}),
    ),

  unarchiveJob: (name, jobId, signal) =>
    port.send(
      post(
        `take the training job ${jobId} out of the archive`,
        definitionPath(name, 'jobs', jobId, 'unarchive'),
        signal,
        {},
      ),
    ),

  getJobLogs: (name, jobId, request, signal) =>
    port.json(
      get(
        `read the log of the training job ${jobId}`,
        definitionPath(name, 'jobs', jobId, 'recentlogs'),
        signal,
        logQuery(request),
      ),
      logPage,
    ),
});
