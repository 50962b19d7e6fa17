import type { OperationName } from '@modelferry/sandbox';

/** What a call is to its operation, which decides what a fault does to it. */
export type Nature =
  /** Makes a job; may be repeated, since a job without data never starts. */
  | 'create'
  /** Sent once to a job; after a failure a look decides, and another job may get the data. */
  | 'upload'
  /** One look of many at a job. */
  | 'poll'
  /** Needed once; may be repeated at will. */
  | 'read'
  /** May be begun anew, from its first byte. */
  | 'download'
  /** May be repeated; a look decides what a refusal means. */
  | 'cancel';

/** A call of an operation that a fault strikes. */
export interface Point {
  readonly operation: string;
  readonly call: OperationName;
  readonly nature: Nature;
  /** How many such calls pass first. @default 0 */
  readonly skip?: number;
  /** Tells it from other points with the same call. */
  readonly when?: string;
}

export const nameOf = ({ operation, call, when }: Point): string =>
  `${operation} @ ${call}${when === undefined ? '' : ` ${when}`}`;

const score = 'batchPrediction.score';
const wait = 'batchPrediction.wait';

/** Every call of every operation. */
export const points: readonly Point[] = [
  { operation: score, call: 'batchCreate', nature: 'create' },
  { operation: score, call: 'batchUpload', nature: 'upload' },
  { operation: score, call: 'batchStatus', nature: 'poll' },
  { operation: score, call: 'batchDownload', nature: 'download' },
  { operation: score, call: 'batchStatus', nature: 'poll', skip: 3, when: 'at the end of the result' },
  { operation: wait, call: 'batchStatus', nature: 'poll' },
  { operation: wait, call: 'batchDownload', nature: 'download' },
  { operation: wait, call: 'batchStatus', nature: 'poll', skip: 2, when: 'at the end of the result' },
  { operation: 'batchPrediction.get', call: 'batchStatus', nature: 'read' },
  { operation: 'batchPrediction.abort', call: 'batchDelete', nature: 'cancel' },
];
