import type { Transport, TransportRequest } from '@modelferry/http';
import { encodeForm } from '@modelferry/upload';

/** A request whose form, where it has one, is a stream of bytes with its content type. */
function withEncodedForm(request: TransportRequest): TransportRequest {
  if (request.body?.kind !== 'form') return request;
  const { contentType, source } = encodeForm(request.body.parts);
  const headers = { ...request.headers, 'content-type': contentType };
  return { ...request, headers, body: { kind: 'stream', source } };
}

/** Lets a transport that knows only bytes and streams send forms. */
export const encodingForms = <T extends Transport>(transport: T): T => ({
  ...transport,
  send: async (request) => transport.send(withEncodedForm(request)),
});
