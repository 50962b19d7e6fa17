import type { Variants } from '../variants.ts';
import { dataRobotAdapterVariants } from './adapter-variants.ts';
import { dataRobotLifecycleVariants } from './lifecycle-variants.ts';
import { dataRobotRealTimeVariants } from './real-time-variants.ts';

/** The open points of DataRobot's documents that batch predictions meet, and what switching each one on changes. */
export const dataRobotVariants = {
  'bearer-only': '`Authorization: Token ...` is answered 401',
  'slash-redirect': 'the other form of a path, with or without its final slash, is answered 301',
  'links-foreign-host': 'links, next and Location name another host, where a token counts as a leak',
  'links-no-slash': 'links, next and Location have no final slash',
  'ping-needs-auth': 'the version and ping answer 401 without a token',
  'platform-missing': 'deployments have no predictionEnvironment and no prediction server',
  'limit-over-100': 'a limit over 100 of deployments means 100',
  'no-queue-position': 'jobs have no queuePosition',
  'error-body-object': 'the message in errors is an object',
  'error-body-list': 'errors are a list under `errors`',
  'error-body-html': 'errors of DataRobot are an HTML page',
  'error-body-empty': 'errors of DataRobot have no body',
  'error-body-text': 'errors are plain text outside ASCII',
  'create-404': 'a batch job for an unknown deployment is refused with 422',
  'create-400': 'a batch job that cannot be is refused with 400',
  'download-link-null': 'until a job runs, its download link is null',
  'abort-threshold': 'no number of failed rows aborts a job',
  'abort-at-once': 'one failed row aborts a job',
  'second-put-422': 'a second upload to a job is refused with 422',
  'part-reput-409': 'a part that was sent is refused with 409 when sent again',
  'parts-any-order': 'parts may come in any order; gaps are found at the end',
  'multipart-flag-off': 'a job with multipart is refused with 422',
  'multipart-flag-ignored': 'multipart is dropped from the settings of a new job',
  'finalize-202-message': 'finalizing answers 202 with a message, and the job stays INITIALIZING',
  'chunked-411': 'an upload without Content-Length is refused with 411',
  'upload-gzip-accepted': 'an upload with Content-Encoding gzip is inflated',
  'upload-waits-for-download':
    'of an upload that is scored meanwhile no more is taken than 10,000 rows ahead of its download',
  'broken-upload-aborts': 'an upload that breaks off aborts its job',
  'upload-window-expiry': 'a job without data is gone after 60 s',
  'delete-keeps-aborted': 'a deleted job stays, as ABORTED',
  'aborted-download-partial': 'the result of an aborted job holds what was scored',
  'download-range': 'a download answers a Range with 206',
  'single-download': 'a result can be downloaded once',
  'gc-410': 'a result that has expired is answered 410',
  'failed-rows-omitted': 'failed rows are missing from the result',
  'row-order-shuffled': 'the rows of a result come in another order',
  'serverless-parallel-jobs': 'a serverless instance runs all of its jobs at once',
  'keepalive-short': 'idle connections are closed after 1 second',
} as const;

/** The name of one of {@link dataRobotVariants}. */
export type DataRobotVariant = keyof typeof dataRobotVariants;

/** Every open point of DataRobot's documents. */
export const allDataRobotVariants = {
  ...dataRobotVariants,
  ...dataRobotRealTimeVariants,
  ...dataRobotLifecycleVariants,
  ...dataRobotAdapterVariants,
} as const;

/** The name of one of {@link allDataRobotVariants}. */
export type AnyDataRobotVariant = keyof typeof allDataRobotVariants;

/** What the platform asks of the switched variants. */
export type DataRobotVariants = Pick<Variants<AnyDataRobotVariant>, 'has'>;
