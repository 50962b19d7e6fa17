import type { ByteSource } from './byte-source.ts';

/** Header names are lower-case. A value of `null` asks the transport to send no such header, not even its own default. */
export type RequestHeaders = Readonly<Record<string, string | null>>;

/** Header names are lower-case; repeated headers are joined with `, `. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** The HTTP methods that vendors use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One part of a multipart form. It stays structured, so that each host encodes it in its own way. */
export interface FormPart {
  readonly name: string;
  readonly value: string | ByteSource;
  readonly fileName?: string;
  readonly contentType?: string;
}

/** A body: bytes in memory, a source that is read as it is sent, or a form. */
export type RequestBody =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly source: ByteSource }
  | { readonly kind: 'form'; readonly parts: readonly FormPart[] };

/** One request, ready to be sent: signed, with an absolute URL. */
export interface TransportRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: RequestHeaders;
  readonly body?: RequestBody;
  /** Longest silence in milliseconds: no byte of the body taken, no byte of the answer received. */
  readonly timeoutMs: number;
  /** Ends the request. The transport destroys the socket and stops reading the body's source. */
  readonly signal: AbortSignal;
  /** Whether the answer may be large: the body must then arrive in chunks, with back-pressure. */
  readonly streamResponse: boolean;
  /** Called with the total number of body bytes taken so far, as they are taken. */
  onBytesTaken?(totalBytes: number): void;
  /**
   * Called with true where the request has to wait for a connection at this end, which is no silence of the server, and
   * with false once it need not wait any longer. A transport that holds no request back never calls it.
   */
  onHeldBack?(isHeldBack: boolean): void;
}

/** The answer's body. Read it to the end or cancel it: an unread one holds its connection. */
export interface ResponseBody extends AsyncIterable<Uint8Array> {
  cancel(): void;
}

/** An answer, as soon as its headers are there. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: ResponseBody;
}

/**
 * Sends ONE request and knows nothing of vendors, retries or secrets.
 *
 * - resolves for every HTTP status as soon as the headers are there, also when the body is still being sent
 * - never follows a redirect: a 3xx is an answer like any other
 * - rejects only when no answer came, always with a `TransportError`; neither it nor its causes hold the request, whose
 *   headers and URL are secret (`plainCause` makes a library's error fit)
 * - sends a `stream` body of known length with exactly that `Content-Length`, never chunked, and fails when the source
 *   gives fewer or more bytes
 */
export interface Transport {
  send(request: TransportRequest): Promise<TransportResponse>;
}
