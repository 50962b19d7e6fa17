import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchJob } from './batch-job.ts';

const linesPerChunk = 1000;
const tickMs = 10;

/** What the reading of a result may ask for meanwhile. */
export interface ResultReader {
  /** The reader has gone. */
  readonly isGone: () => boolean;
  /** Called while nothing new is there, and at the end of data that are whole. */
  readonly advance: () => void;
  /** Rows come in another order than they went in. */
  readonly isShuffled: boolean;
}

/**
 * A job's result as far as there is one, then what comes while it runs, until it ends in whatever way: a job that is
 * aborted ends it like one that is complete. Rows beyond the kept ones are answered with the lines of those, in turn.
 */
export async function* resultStream(job: BatchJob, reader: ResultReader): AsyncGenerator<Buffer> {
  const { scoring } = job;
  const { encode } = job.spec.codec;
  let lines = 0;
  let beyond = 0;
  let isHeaderOut = false;
  let block: Block | undefined;
  for (;;) {
    if (!isHeaderOut && scoring.headerLine !== undefined) {
      isHeaderOut = true;
      yield encode(scoring.headerLine);
    } else if (lines < scoring.lines.length) {
      const chunk = scoring.lines.slice(lines, lines + linesPerChunk);
      lines += chunk.length;
      job.fetchedRows = Math.max(job.fetchedRows, lines);
      yield encode((reader.isShuffled ? chunk.reverse() : chunk).join(''));
    } else if (beyond < job.rowsBeyond) {
      block ??= makeBlock(scoring.standIns, encode);
      if (block.ends.length === 0) {
        beyond = job.rowsBeyond;
        continue;
      }
      const from = beyond % block.ends.length;
      const count = Math.min(linesPerChunk, block.ends.length - from, job.rowsBeyond - beyond);
      beyond += count;
      job.fetchedRows = Math.max(job.fetchedRows, lines + beyond);
      yield block.bytes.subarray(block.ends[from - 1] ?? 0, block.ends[from + count - 1]);
    } else if (job.isOver || reader.isGone()) {
      return;
    } else {
      reader.advance();
      if (!job.isOver) await sleep(tickMs, undefined, { ref: false });
    }
  }
}

/** Its length in bytes when all of it is there. */
export function resultBytes(job: BatchJob): number {
  const { scoring, rowsBeyond } = job;
  const { encode } = job.spec.codec;
  const own = encode((scoring.headerLine ?? '') + scoring.lines.join('')).length;
  if (rowsBeyond === 0) return own;
  const { bytes, ends } = makeBlock(scoring.standIns, encode);
  if (ends.length === 0) return own;
  const rest = rowsBeyond % ends.length;
  return (
    own + Math.floor(rowsBeyond / ends.length) * bytes.length + (rest === 0 ? 0 : (ends[rest - 1] as number))
  );
}

/** Lines as bytes, with the place at which each ends. */
interface Block {
  readonly bytes: Buffer;
  readonly ends: readonly number[];
}

function makeBlock(lines: readonly string[], encode: (text: string) => Buffer): Block {
  let end = 0;
  const encoded = lines.map((line) => encode(line));
  return { bytes: Buffer.concat(encoded), ends: encoded.map(({ length }) => (end += length)) };
}
