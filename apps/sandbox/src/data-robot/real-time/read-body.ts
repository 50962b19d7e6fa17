import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cut } from '../../faults/cuts.ts';
import { ApiError, invalid } from '../errors.ts';
import type { DataRobotVariants } from '../variants.ts';

/** 50 MB, of the inflated body. */
const maxBodyBytes = 50 * 1024 * 1024;

/** The whole body of a real-time call, inflated. @throws ApiError 413 for one that is too big, 422 for bad gzip */
export async function readBody(
  request: FastifyRequest,
  reply: FastifyReply,
  variants: DataRobotVariants,
): Promise<Buffer> {
  const { entry, raw, headers } = request;
  const encoding = headers['content-encoding'] ?? 'identity';
  const isGzip = /^gzip$/i.test(encoding);
  if (!isGzip && encoding !== 'identity') throw new ApiError(415, 'Content-Encoding must be gzip');
  const countsCompressed = isGzip && variants.has('gzip-counts-compressed');
  let wireBytes = 0;
  const wire = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      entry.bodyBytes += chunk.length;
      wireBytes += chunk.length;
      yield chunk;
    }
  };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of isGzip ? inflated(wire()) : wire()) {
      bytes += chunk.length;
      if ((countsCompressed ? wireBytes : bytes) > maxBodyBytes) throw tooLarge(request, reply, variants);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ApiError || raw.socket.destroyed) throw error;
    throw invalid('sandbox: the body is not valid gzip.');
  }
  return Buffer.concat(chunks);
}

function tooLarge(request: FastifyRequest, reply: FastifyReply, variants: DataRobotVariants): ApiError {
  if (variants.has('oversize-reset')) cut(request, reply, 'reset');
  const status = variants.has('oversize-422') ? 422 : variants.has('oversize-400') ? 400 : 413;
  return new ApiError(status, 'sandbox: the body is larger than 50 MB.');
}

/** An error of the source ends it too. */
function inflated(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  pipeline(Readable.from(source), gunzip, () => undefined);
  return gunzip as AsyncIterable<Buffer>;
}
