export { abortable } from './abortable.ts';
export { isAmbiguous } from './at-most-once/is-ambiguous.ts';
export { pauseBetweenSends } from './at-most-once/pause-between-sends.ts';
export { sendUntilTaken, type RepeatOptions, type RepeatWorld } from './at-most-once/send-until-taken.ts';
export type { Authorizer } from './authorizer.ts';
export type { ByteRange, ByteSource, RandomReader } from './byte-source.ts';
export { HttpClient, type HttpClientOptions } from './client.ts';
export type { Clock } from './clock.ts';
export { readBeginning, readBytes } from './decode.ts';
export { ApiError, isApiError, type ApiErrorOptions } from './errors/api-error.ts';
export { CancelledError, isCancelled } from './errors/cancelled-error.ts';
export {
  EngineError,
  errorCodes,
  isEngineError,
  type EngineErrorOptions,
  type ErrorCode,
} from './errors/engine-error.ts';
export { errorGuide, type ErrorAdvice } from './errors/error-guide.ts';
export {
  apiErrorFrom,
  codeOfStatus,
  type ErrorReader,
  type FailedAnswer,
  type VendorFailure,
} from './errors/from-response.ts';
export { InputError, isInputError, type InputFault } from './errors/input-error.ts';
export { jsonFields } from './errors/json-fields.ts';
export { messageOf } from './errors/message-of.ts';
export { pageWords } from './errors/page-words.ts';
export { plainCause } from './errors/plain-cause.ts';
export { redirectFailure } from './errors/redirect-failure.ts';
export {
  isTransportError,
  TransportError,
  type BodyTaken,
  type TransportErrorOptions,
} from './errors/transport-error.ts';
export { wordsOf } from './errors/words-of.ts';
export type { HttpCall } from './http-call.ts';
export { startIdleGuard, type IdleGuard } from './idle-guard.ts';
export { maxAnswerBytes } from './json-answer.ts';
export { jsonBody } from './json-body.ts';
export { offAbort, onAbort } from './on-abort.ts';
export { parseJson } from './parse-json.ts';
export { pause, type PauseWorld } from './pause.ts';
export { maxVendorText, quoteVendorText, redactSecrets, redactUrls, type Redactor } from './redact.ts';
export { isReplayable } from './replayable.ts';
export { retryAfterMs } from './retry-after.ts';
export { defaultRetryPolicy, isTransientStatus, pauseMs, type RetryPolicy } from './retry-policy.ts';
export { rootUrl, type RootUrlWords } from './root-url.ts';
export { sendAttempt, type AttemptLimits } from './send-attempt.ts';
export type {
  FormPart,
  Method,
  RequestBody,
  RequestHeaders,
  ResponseBody,
  ResponseHeaders,
  Transport,
  TransportRequest,
  TransportResponse,
} from './transport.ts';
export { buildUrl, encodeText, pathSegment, type Query } from './url.ts';
