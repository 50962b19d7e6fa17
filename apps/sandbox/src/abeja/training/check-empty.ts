import { badRequest } from '../errors.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Job } from './job.ts';

/** @throws ApiError 400 when what is in something keeps it from being deleted */
export function checkEmpty({ parts }: AbejaPlatform, jobs: readonly Job[], contents: number): void {
  if (contents > 0 && parts.variants.has('delete-refused-if-not-empty'))
    throw badRequest('sandbox: it is not empty.');
  if (jobs.some(({ isOver, isGone }) => !isOver && !isGone) && !parts.variants.has('delete-cascade'))
    throw badRequest('sandbox: a job of it has not ended.');
}
