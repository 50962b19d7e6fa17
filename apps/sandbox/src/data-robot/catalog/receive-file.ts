import type { Readable } from 'node:stream';
import { Checksums } from '../../storage/checksums.ts';
import { RecordSampler } from '../../tables/record-sampler.ts';
import type { RecordSample } from '../../tables/record-sampler.ts';
import type { DatasetProof } from './dataset.ts';

/** A file that came in: its proof, and a sample of its rows. */
export interface ReceivedFile {
  readonly name: string;
  readonly proof: DatasetProof;
  readonly sample: RecordSample;
  /** It is larger than may be. */
  readonly isTooLarge: boolean;
}

/** Rows of a dataset that a model is fitted on. */
const sampledRows = 10_000;

/** Takes a file as it comes. Only a sample of it is kept, however large it is. */
export async function receiveFile(
  file: AsyncIterable<Buffer> | Readable,
  name: string,
  limits: { readonly seed: number; readonly maxBytes: number },
): Promise<ReceivedFile> {
  const checksums = new Checksums();
  const sampler = new RecordSampler(limits.seed, sampledRows);
  for await (const chunk of file as AsyncIterable<Buffer>) {
    checksums.update(chunk);
    sampler.push(chunk);
  }
  return {
    name,
    proof: checksums.finish(),
    sample: sampler.finish(),
    isTooLarge: checksums.bytes > limits.maxBytes,
  };
}
