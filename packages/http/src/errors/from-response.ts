import { quoteVendorText, type Redactor } from '../redact.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { ResponseHeaders } from '../transport.ts';
import { ApiError } from './api-error.ts';
import type { ErrorCode } from './engine-error.ts';

/** What a vendor's rules read out of an answer. */
export interface VendorFailure {
  readonly code?: ErrorCode;
  readonly vendorCode?: string;
  readonly vendorMessage?: string;
  readonly remedy?: string;
  /** Overrides what the HTTP status says about sending the request again. */
  readonly retryable?: boolean;
}

/** An answer as a vendor's rules see it. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** The body as text, at most 64 KiB of it. */
  readonly text: string;
}

/** Reads a vendor's error out of an answer; undefined when there is none to be seen in it. */
export type ErrorReader = (answer: FailedAnswer) => VendorFailure | undefined;

const codeByStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
};

/** The one place where an HTTP status becomes a kind of failure. */
export function codeOfStatus(status: number): ErrorCode {
  const known = codeByStatus[status];
  if (known) return known;
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'rejected' : 'unexpected-answer';
}

const remedies: Partial<Record<ErrorCode, string>> = {
  unauthorized: 'Check the credential: the key may be wrong, expired or of another kind.',
  forbidden: 'Check that the key belongs to this resource and that the caller may use it.',
  'not-found': 'Check the ID and the region: it may have been deleted or belong to another account.',
  'rate-limited': 'Wait, then try again with fewer requests at a time.',
  'too-large': 'Send a smaller file, or split it.',
  'server-error': 'Try again later; if it stays so, ask the vendor with the request ID.',
  'unexpected-answer': 'Check the base URL: something other than the vendor may be answering there.',
};

const requestIdHeaders = ['x-request-id', 'x-amzn-requestid', 'x-amz-request-id', 'x-correlation-id'];

/** Longest code or request ID of a vendor that is repeated, in characters. */
const maxIdLength = 100;

/** Makes the error for an answer that is not what was asked for. */
export function apiErrorFrom(
  doing: string,
  answer: FailedAnswer,
  failure: VendorFailure | undefined,
  redact: Redactor,
  nowMs: number,
): ApiError {
  const code = failure?.code ?? codeOfStatus(answer.status);
  const vendorCode = failure?.vendorCode && quoteVendorText(failure.vendorCode, redact, maxIdLength);
  const vendorMessage = quoteVendorText(failure?.vendorMessage ?? answer.text, redact);
  const said = [vendorCode, vendorMessage].filter(Boolean).join(' ');
  const givenId = requestIdHeaders.map((name) => answer.headers[name]).find((id) => id !== undefined);
  const requestId = givenId && quoteVendorText(givenId, redact, maxIdLength);
  const request = requestId ? ` (request ID ${requestId})` : '';
  return new ApiError({
    code,
    message: `Could not ${doing}: the server answered ${answer.status}${said ? `, "${said}"` : ' with an empty body'}${request}.`,
    remedy: failure?.remedy ?? remedies[code],
    status: answer.status,
    vendorCode,
    vendorMessage,
    requestId,
    retryAfterMs: retryAfterMs(answer.headers, nowMs),
    retryable: failure?.retryable,
  });
}
