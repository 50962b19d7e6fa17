import { ApiError } from '../../api-error.ts';
import { badRequest, forbidden } from '../errors.ts';
import { optionalObject } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { envelope, stretchOf, unarchived } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignDownload } from '../presign.ts';
import { T } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { findDefinition, findJob, findVersion } from '../training/find.ts';
import { localToken } from '../training/local-token.ts';
import { readStatistics } from '../training/read-fields.ts';
import { startJob } from '../training/start-job.ts';
import { jobObject } from '../training/training-objects.ts';

const usualPage = 10;

/** Training jobs. */
export function jobRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants, clock } = platform.parts;
  const setArchived = (archived: boolean) => (call: Call) => {
    const job = findJob(platform, call);
    if (archived && !job.isOver && !variants.has('archived-usable'))
      throw badRequest('sandbox: the job has not ended.');
    Object.assign(job, { archived, modifiedMs: clock.now() });
    return { message: `${findDefinition(platform, call).name} ${archived ? 'archived' : 'unarchived'}` };
  };
  return [
    [
      `POST ${T}/:name/versions/:version/jobs`,
      'trainingJobCreate',
      (call) => {
        const definition = findDefinition(platform, call);
        const job = startJob(platform, definition, findVersion(platform, call), call.fields());
        call.request.entry.jobId = job.facts.id;
        const shown = jobObject(platform, job);
        return job.facts.execEnv === 'local' ? { ...shown, token: localToken(platform, job) } : shown;
      },
    ],
    [
      `GET ${T}/:name/jobs`,
      'trainingJobs',
      async (call) => {
        const jobs = findDefinition(platform, call).jobs.filter(({ isGone }) => !isGone);
        const page = stretchOf(unarchived(jobs, call.query, variants), call.query, usualPage, variants);
        for (const job of page.items) await job.poll();
        return envelope(page, (job) => jobObject(platform, job), variants);
      },
    ],
    [
      `GET ${T}/:name/jobs/:job`,
      'trainingJob',
      async (call) => {
        const job = findJob(platform, call);
        await job.poll();
        return jobObject(platform, job);
      },
    ],
    [
      `POST ${T}/:name/jobs/:job/stop`,
      'trainingJobStop',
      async (call) => {
        const job = findJob(platform, call);
        if (job.isOver && !variants.has('stop-ended-ok')) {
          const message = 'the job has ended';
          throw variants.has('stop-ended-400') ? badRequest(message) : forbidden(message);
        }
        if (!job.isOver) await job.stop();
        return { message: `${findDefinition(platform, call).name}:${job.facts.id} stopped` };
      },
    ],
    [`POST ${T}/:name/jobs/:job/archive`, 'trainingJobArchive', setArchived(true)],
    [`POST ${T}/:name/jobs/:job/unarchive`, 'trainingJobUnarchive', setArchived(false)],
    [`GET ${T}/:name/jobs/:job/result`, 'trainingResult', (call) => resultOf(platform, call)],
    [
      `POST ${T}/:name/jobs/:job/statistics`,
      'trainingStatistics',
      (call) => {
        const job = findJob(platform, call);
        const statistics = readStatistics(call.fields());
        job.statistics = variants.has('statistics-merge') ? merged(job.statistics, statistics) : statistics;
        job.hasOwnStatistics = true;
        job.modifiedMs = clock.now();
        return variants.has('statistics-echo') ? { statistics } : jobObject(platform, job);
      },
    ],
  ];
}

/** @throws ApiError 404 as long as there is none */
function resultOf(platform: AbejaPlatform, call: Call): unknown {
  const { variants } = platform.parts;
  const job = findJob(platform, call);
  const isLate = job.result !== undefined && job.resultLooks-- > 0;
  if (job.result === undefined || isLate) {
    if (variants.has('result-missing-keys')) return { artifacts: {} };
    throw new ApiError(404, 'the job has no result');
  }
  const uri = presignDownload(platform, `${job.facts.id}.zip`, job.result);
  return variants.has('result-download-uri') ? { download_uri: uri } : { artifacts: { complete: { uri } } };
}

function merged(before: Fields | null, after: Fields): Fields {
  const stages = { ...optionalObject(before ?? {}, 'stages'), ...optionalObject(after, 'stages') };
  return { ...before, ...after, stages };
}
