import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';
import type { BatchJob } from './batch-job.ts';

const maxRowsAhead = 10_000;
const tickMs = 10;

/** Holds an upload up until its result was fetched so far that more may come, where the platform is like that. */
export async function roomAhead({ parts }: Platform, { raw }: FastifyRequest, job: BatchJob): Promise<void> {
  if (!job.spec.async || !parts.variants.has('upload-waits-for-download')) return;
  while (job.rows - job.fetchedRows > maxRowsAhead && !job.isOver && !raw.socket.destroyed)
    await sleep(tickMs, undefined, { ref: false });
}
