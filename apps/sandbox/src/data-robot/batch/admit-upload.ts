import type { FastifyRequest } from 'fastify';
import { ApiError, conflict, invalid, notFound } from '../errors.ts';
import { findJob } from '../find-job.ts';
import type { Platform } from '../platform.ts';
import type { BatchJob } from './batch-job.ts';
import type { Part } from './part.ts';

/** An upload that may come in. */
export interface AdmittedUpload {
  readonly job: BatchJob;
  readonly part: Part;
}

/**
 * Lets an upload, or a part of one, begin: from here on the job waits for its bytes, and is in the queue if it is to be
 * scored meanwhile.
 *
 * @throws ApiError 404, 406, 409, 411, 422
 */
export function admitUpload(platform: Platform, request: FastifyRequest): AdmittedUpload {
  const { variants } = platform.parts;
  const { headers } = request;
  if (!/^text\/csv\b/i.test(headers['content-type'] ?? ''))
    throw new ApiError(406, 'Content-Type must be text/csv');
  if (headers['content-length'] === undefined && variants.has('chunked-411'))
    throw new ApiError(411, 'Length Required');
  const job = findJob(platform, request);
  if (job.spec.intake.type !== 'localFile') throw notFound('Batch prediction job needs no data');
  if (job.isOver) throw refusedUpload(job);
  const { n } = request.params as { readonly n?: string };
  const part = n === undefined ? admitWhole(platform, job) : admitPart(platform, job, n);
  job.uploadBegun = true;
  if (job.spec.async && job.queuedMs === undefined) job.deployment.instance.enter(job);
  return { job, part };
}

/** Why a job that has ended takes no data. */
export function refusedUpload(job: BatchJob): ApiError {
  if (job.isDeleted) return notFound('Batch prediction job not found');
  return invalid(`Batch prediction job is ${job.status}: ${job.logs.at(-1) ?? ''}`);
}

function admitWhole({ parts: { variants } }: Platform, job: BatchJob): Part {
  if (job.spec.multipart) throw invalid('sandbox: a multipart job takes its data in parts.');
  if (!job.uploadBegun) return job.openPart(0);
  throw variants.has('second-put-422')
    ? invalid('Data for this job was already pushed')
    : conflict('Batch prediction job upload has already begun');
}

function admitPart({ parts: { variants } }: Platform, job: BatchJob, text: string): Part {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (!job.spec.multipart || number === -1) throw notFound();
  if (job.isWhole) throw conflict('sandbox: the job was finalized already.');
  const known = job.parts.find((part) => part.number === number);
  if (known !== undefined && (job.spec.async || known.proof === undefined || variants.has('part-reput-409')))
    throw conflict(`sandbox: part ${number} was sent already.`);
  const isUnfinished = job.parts.some((part) => part.proof === undefined);
  const isNext = number === job.parts.length && !isUnfinished;
  if (known === undefined && !isNext && !variants.has('parts-any-order'))
    throw conflict(`sandbox: the next part is ${job.parts.length - (isUnfinished ? 1 : 0)}.`);
  return job.openPart(number);
}
