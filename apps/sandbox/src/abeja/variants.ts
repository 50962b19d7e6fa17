import type { Variants } from '../variants.ts';
import { abejaServingVariants } from './serving-variants.ts';

/** The open points of ABEJA Platform's training API, and of its answers at large, and what switching each one on changes. */
export const abejaVariants = {
  'created-201': 'success is 201',
  'empty-204': 'what answers only a message answers 204 without a body',
  'error-array': 'errors of ABEJA are a list',
  'error-html': 'errors are an HTML page',
  'error-empty': 'errors have no body',
  'role-401': 'a write that the role does not allow is answered 401',
  'duplicate-409': 'a job definition of a name that is taken is refused with 409',
  'duplicate-allowed': 'a job definition of a name that is taken is created',
  'delete-refused-if-not-empty': 'a job definition or version with anything in it cannot be deleted',
  'delete-cascade': 'a job definition or version is deleted with all of it, though a job runs',
  'missing-as-400': 'what does not exist is answered 400',
  'archived-included-by-default': 'lists hold archived objects unless they are excluded',
  'order-oldest-first': 'lists begin with the oldest',
  'order-shuffled': 'lists come in no order',
  'small-pages': 'a page has at most 2 entries',
  'limit-capped': 'a limit over 5 means 5',
  'models-ignore-paging': 'the list of models knows no limit and no offset',
  'no-total': 'lists have no total, limit and offset',
  'archive-too-large': 'archives over 1024 bytes are answered 413',
  'long-description-cut': 'a description over 256 characters is cut',
  'environment-stringified': 'numbers and booleans in an environment become strings',
  'environment-numbers-rejected': 'an environment with anything but strings is refused with 400',
  'environment-merged': 'a job shows the environment of its version too',
  'instance-type-denied': 'machines with a GPU are refused with 403',
  'job-quota': 'a second job that has not ended is refused with 400',
  'job-quota-429': 'a second job that has not ended is refused with 429',
  'stuck-pending': 'jobs of ABEJA stay Pending',
  'odd-status': 'jobs that are Active have the status Provisioning',
  'null-times': 'start_time and completion_time stay null',
  'fails-with-message': 'jobs of ABEJA fail, with a status_message',
  'skips-active': 'jobs go from Pending to their end',
  'stop-ended-400': 'stopping a job that has ended is answered 400',
  'stop-ended-ok': 'stopping a job that has ended is answered 200 and changes nothing',
  'stop-slow': 'a job is Stopped 2 polls after the call',
  'stop-loses-to-complete': 'a job that is stopped is Complete all the same',
  'result-missing-keys': 'a job without a result is answered 200 with no artifact',
  'result-download-uri': 'a result is answered as download_uri',
  'result-flat': 'the files of a result stand in no folder',
  'result-on-failed': 'a job that failed or was stopped has a result',
  'result-late': 'a result comes with the third call after the end',
  'short-presign': 'presigned URLs of ABEJA live 1 second',
  'presign-content-type-strict': 'a presigned URL takes only the Content-Type it was made for',
  'statistics-merge': 'new statistics are merged into the old ones',
  'statistics-echo': 'updating statistics answers the statistics',
  'no-auto-model': 'a job that is Complete makes no model',
  'late-auto-model': 'the model of a job is listed with the third call after the end',
  'many-models': 'a job that is Complete makes 3 models',
  'upload-exec-env-cloud': 'a model that was uploaded has the exec_env cloud',
  'archived-usable': 'what is archived can be used, and what runs can be archived',
  'job-logs-available': 'the logs of a job can be read',
  'id-first': 'a job definition is looked up by id before name',
  'strict-names': 'names of job definitions have only letters, digits, - and _',
  'org-id-only': 'an organization is known by its id only',
  'rate-limited': 'every other call of a key to an API is answered 429 with Retry-After: 1',
  'rate-limited-no-header': 'every other call is answered 429 without Retry-After',
  'local-token-expires': 'the token of a local job is answered 401 after 3 calls',
  'local-token-only': 'the calls of a local job take its token and nothing else',
  'training-gone': 'all of the training API is answered 410',
} as const;

/** The name of one of {@link abejaVariants}. */
export type AbejaVariant = keyof typeof abejaVariants;

/** Every open point of ABEJA Platform's documents. */
export const allAbejaVariants = { ...abejaVariants, ...abejaServingVariants } as const;

/** The name of one of {@link allAbejaVariants}. */
export type AnyAbejaVariant = keyof typeof allAbejaVariants;

/** What the platform asks of the switched variants. */
export type AbejaVariants = Pick<Variants<AnyAbejaVariant>, 'has'>;
