import {
  EngineError,
  HttpClient,
  type Clock,
  type Redactor,
  type ResponseHeaders,
  type Transport,
  type TransportResponse,
} from '@modelferry/http';
import type { Source } from '@modelferry/upload';
import { followRedirects } from '../transport/follow-redirects.ts';
import { nameFromAnswer } from './name-from-answer.ts';

export interface UrlSourceOptions {
  /** Signs nothing. */
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly redact: Redactor;
}

/** What must stay the same from one opening to the next. */
interface Facts {
  readonly length: number | undefined;
  readonly version: string | undefined;
}

/** An answer that is compressed on the way would tell the length of something else. */
const headers = { 'accept-encoding': 'identity' };

/**
 * A file that a server gives without signing in, fetched while it is sent on. Its name, type and length are read from the
 * headers of a first request, which is ended then and there; each opening is a request of its own and must find the same
 * file, so that a retry cannot send half of another one.
 *
 * @throws ApiError, TransportError when the server does not give it
 */
export async function urlSource(url: string, options: UrlSourceOptions): Promise<Source> {
  const client = new HttpClient({ ...options, transport: followRedirects(options.transport) });
  const get = (): Promise<TransportResponse> =>
    client.stream({
      doing: `fetch the file from ${hostOf(url)}`,
      method: 'GET',
      path: url,
      headers,
      idempotent: true,
      signal: options.signal,
    });

  const first = await get();
  first.body.cancel();
  const facts = factsOf(first.headers);
  const name = nameFromAnswer(first.headers, url);
  const replayable = facts.length !== undefined;
  let opened = false;
  return {
    name,
    contentType: first.headers['content-type']?.split(';')[0]?.trim(),
    length: facts.length,
    replayable,
    ranged: false,
    async *open() {
      if (opened && !replayable) throw onlyOnce(name);
      opened = true;
      const answer = await get();
      const found = factsOf(answer.headers);
      if (found.length !== facts.length || found.version !== facts.version) {
        answer.body.cancel();
        throw changed(name, url);
      }
      yield* answer.body;
    },
  };
}

function factsOf(answered: ResponseHeaders): Facts {
  const length = answered['content-length'];
  return {
    length: length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined,
    version: answered['etag'] ?? answered['last-modified'],
  };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'its URL');

const changed = (name: string, url: string): EngineError =>
  new EngineError({
    code: 'source-mismatch',
    message: `Could not fetch "${name}" from ${hostOf(url)}: it changed between two requests.`,
    remedy: 'Make sure that nothing replaces the file while it is being sent, then try again.',
  });

const onlyOnce = (name: string): EngineError =>
  new EngineError({
    code: 'unsupported',
    message: `Could not fetch "${name}" a second time: its server does not tell its length, by which to know it again.`,
    remedy: 'Pass it as a binary field, or from a place that tells its length (a Content-Length header).',
  });
