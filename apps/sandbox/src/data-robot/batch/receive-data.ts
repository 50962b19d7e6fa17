import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { drain } from '../../faults/cuts.ts';
import { ApiError, invalid } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { refusedUpload } from './admit-upload.ts';
import type { AdmittedUpload } from './admit-upload.ts';
import { breakOff } from './break-off.ts';
import { roomAhead } from './room-ahead.ts';
import { readHeader } from './score-records.ts';

/**
 * Takes the body of an upload. What has come is scored meanwhile if the job runs, and no faster is it taken.
 *
 * @throws ApiError 422 for data that cannot be scored, or when the job ends meanwhile
 */
export async function receiveData(
  platform: Platform,
  request: FastifyRequest,
  { job, part }: AdmittedUpload,
): Promise<void> {
  try {
    for await (const chunk of bodyOf(platform, request)) {
      part.push(chunk);
      await job.catchUp();
      await roomAhead(platform, request, job);
      if (job.isOver) throw refusedUpload(job);
    }
    part.finish();
    const other = job.parts.find((each) => each !== part);
    if (other?.header !== undefined && !isSameHeader(other.header, part.header ?? ''))
      throw invalid(`sandbox: the header of part ${part.number} is not that of part ${other.number}.`);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      breakOff(platform, { job, part });
      throw error;
    }
    if (job.spec.multipart) job.dropPart(part);
    else job.abort(error.message);
    await drain(request);
    throw error;
  }

  function isSameHeader(a: string, b: string): boolean {
    return readHeader(a, job.spec).join('\n') === readHeader(b, job.spec).join('\n');
  }
}

/** The request stays open when the reading stops early, so that it can be answered. */
async function* bodyOf(platform: Platform, request: FastifyRequest): AsyncGenerator<Buffer> {
  const { entry, raw } = request;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      entry.bodyBytes += chunk.length;
      yield chunk;
    }
  };
  if (!/^gzip$/i.test(String(request.headers['content-encoding'] ?? ''))) yield* counted();
  else if (!platform.parts.variants.has('upload-gzip-accepted'))
    throw invalid('sandbox: the data are not valid CSV.');
  else yield* Readable.from(counted()).pipe(createGunzip()) as AsyncIterable<Buffer>;
}
