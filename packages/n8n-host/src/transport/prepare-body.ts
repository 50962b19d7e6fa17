import type { TransportRequest } from '@modelferry/http';
import { encodeForm } from '@modelferry/upload';
import type { NodeReadable } from '../streams/node-readable.ts';
import type { Readables } from '../streams/readables.ts';
import { outgoingBody, type OutgoingBody } from './outgoing-body.ts';

/** A request's body in the form that n8n's HTTP helper takes. */
export interface PreparedBody {
  /** Undefined where there is none. */
  readonly body: Uint8Array | NodeReadable | undefined;
  /** What the body says of itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** How a streamed body is coming along. */
  readonly outgoing?: OutgoingBody;
}

/** Bytes go as they are, a stream and a form as a Node.js stream that reads its source as it is asked for. */
export async function prepareBody(request: TransportRequest, readables: Readables): Promise<PreparedBody> {
  const { body } = request;
  if (body === undefined) return { body: undefined, headers: {} };
  if (body.kind === 'bytes') {
    const headers = { 'content-length': String(body.bytes.length) };
    // The helper drops an empty body, and of a view it sends the whole buffer behind it
    return { body: body.bytes.length === 0 ? undefined : body.bytes.slice(), headers };
  }
  const { source, contentType } =
    body.kind === 'form' ? encodeForm(body.parts) : { source: body.source, contentType: undefined };
  const outgoing = outgoingBody(source, (totalBytes) => request.onBytesTaken?.(totalBytes));
  const stream = await readables.from(outgoing.chunks);
  stream.on('error', () => undefined); // Told by what it does to the request
  return { body: stream, headers: { ...typeHeader(contentType), ...lengthHeader(source.length) }, outgoing };
}

/** Only a form's encoding knows its type. */
const typeHeader = (contentType: string | undefined): Readonly<Record<string, string>> =>
  contentType === undefined ? {} : { 'content-type': contentType };

/** Without it the body goes in chunks, which presigned URLs do not take. */
const lengthHeader = (length: number | undefined): Readonly<Record<string, string>> =>
  length === undefined ? {} : { 'content-length': String(length) };
