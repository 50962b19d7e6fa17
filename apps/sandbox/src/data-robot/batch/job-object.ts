import type { FastifyRequest } from 'fastify';
import { isoSeconds } from '../../dates.ts';
import { linkTo } from '../links.ts';
import type { Platform } from '../platform.ts';
import type { BatchJob } from './batch-job.ts';

/** A job as the API shows it. */
export function jobObject(
  platform: Platform,
  request: FastifyRequest,
  job: BatchJob,
): Record<string, unknown> {
  const { clock, variants } = platform.parts;
  const { scoring, rows, scoredRows, failedRows } = job;
  const path = `/batchPredictions/${job.id}/`;
  const ahead = job.deployment.instance.ahead(job);
  const isRead = job.spec.intake.type === 'localFile';
  const isWritten = job.spec.output.type === 'localFile';
  const hasDownload = isWritten && job.startedMs !== undefined && !job.isExpired;
  const isEnded = job.status === 'COMPLETED';
  const done = rows === 0 ? 0 : (100 * (scoredRows + failedRows)) / rows;
  const standIns = scoring.standIns.length === 0 ? 0 : job.rowsBeyond / scoring.standIns.length;
  return {
    id: job.id,
    status: job.status,
    statusDetails: job.logs.at(-1),
    created: isoSeconds(job.createdMs),
    createdBy: { userId: platform.userId, username: 'sandbox@example.com', fullName: null },
    elapsedTimeSec:
      job.startedMs === undefined ? 0 : Math.floor(((job.endedMs ?? clock.now()) - job.startedMs) / 1000),
    percentageCompleted: isEnded ? 100 : Math.min(99.9, Math.floor(done * 10) / 10),
    scoredRows,
    failedRows,
    skippedRows: 0,
    jobIntakeSize: job.bytes,
    jobOutputSize: Math.round(scoring.lineLength * (1 + standIns)),
    logs: job.logs,
    queued: job.queuedMs !== undefined,
    ...(variants.has('no-queue-position') ? {} : { queuePosition: ahead ?? null }),
    source: job.source,
    hidden: job.hidden,
    resultsDeleted: job.isExpired,
    intakeDatasetDisplayName: null,
    ...(job.definition === undefined
      ? {}
      : { batchPredictionJobDefinition: { ...job.definition, createdBy: platform.userId } }),
    jobSpec: job.spec.shown,
    links: {
      self: linkTo(platform, request, path),
      ...(isRead ? { csvUpload: linkTo(platform, request, `${path}csvUpload/`) } : {}),
      ...(hasDownload
        ? { download: linkTo(platform, request, `${path}download/`) }
        : isWritten && variants.has('download-link-null')
          ? { download: null }
          : {}),
    },
  };
}
