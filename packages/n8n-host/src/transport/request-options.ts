import type { TransportRequest } from '@modelferry/http';
import type { IHttpRequestOptions } from 'n8n-workflow';

/** Grace in milliseconds for n8n's own limit, which only serves hosts that ignore our signal. */
const graceMs = 2_000;

const bodyMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/**
 * What n8n's HTTP helper is asked for, as seen of n8n 2.40 and 2.41: no redirect is followed (a follower leaks
 * headers and keeps the whole body), every status is an answer, nothing is parsed.
 */
export function requestOptions(
  { method, url, headers, timeoutMs, signal }: TransportRequest,
  body: unknown,
  bodyHeaders: Readonly<Record<string, string>>,
): IHttpRequestOptions {
  const noBody = body === undefined;
  const sent = {
    // Without a type of its own, n8n's helper would send a body as a web form
    ...(noBody ? {} : { 'content-type': null }),
    ...(noBody && bodyMethods.has(method) ? { 'content-length': '0' } : {}),
    ...headers,
    ...bodyHeaders,
  };
  return {
    method,
    url,
    headers: sent,
    ...(noBody ? {} : { body: body as IHttpRequestOptions['body'] }),
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
    sendCredentialsOnCrossOriginRedirect: false,
    // n8n counts until the answer's headers, the time of the upload included: a stream is guarded by its silence alone
    timeout: noBody || body instanceof Uint8Array ? timeoutMs + graceMs : 0,
    abortSignal: signal,
  };
}
