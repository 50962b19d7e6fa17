import type { OperationName } from '@modelferry/sandbox';
import type { FaultPoint } from '@modelferry/testkit';
import type { Inputs } from './stage.ts';

/** What a call is to its operation, which decides what a fault does to it. */
export type Nature =
  /** Makes a job; may be repeated, since a job without data never starts. */
  | 'create'
  /** Sent once to a job; after a failure a look decides, and another job may get the data. */
  | 'upload'
  /** Sent once, and not with another job. */
  | 'once'
  /** Says that all data are there; a look decides whether once more. */
  | 'finalize'
  /** A look before anything is done. */
  | 'gate'
  /** A look when all is done. */
  | 'after'
  /** One look of many at a job. */
  | 'poll'
  /** Needed once; may be repeated at will. */
  | 'read'
  /** A download that is begun while the job runs; what it does not give may be had later. */
  | 'early'
  /** The look at a job whose result came to its end while it ran. */
  | 'end-look'
  /** May be begun anew, from its first byte. */
  | 'download'
  /** May be repeated; a look decides what a refusal means. */
  | 'cancel';

/** A call of an operation that a fault strikes. */
export interface Point extends FaultPoint<OperationName, Nature> {
  /** Over those of the scenario. */
  readonly inputs?: Inputs;
}

const score = 'batchPrediction.score';
const wait = 'batchPrediction.wait';

const upload = 'batchPrediction.uploadData';
const finalize = 'batchPrediction.finalize';
const download = 'batchPrediction.downloadResult';
const endOfResult = 'at the end of the result';
const afterwards = (when: string) => ({ when, inputs: { downloadWhileScoring: false } });

/** Every call of every operation. */
export const points: readonly Point[] = [
  { operation: score, call: 'batchCreate', nature: 'create' },
  { operation: score, call: 'batchUpload', nature: 'upload' },
  { operation: score, call: 'batchStatus', nature: 'poll' },
  { operation: score, call: 'batchDownload', nature: 'early' },
  { operation: score, call: 'batchStatus', nature: 'end-look', skip: 2, when: endOfResult },
  { operation: wait, call: 'batchStatus', nature: 'poll' },
  { operation: wait, call: 'batchDownload', nature: 'early' },
  { operation: wait, call: 'batchStatus', nature: 'end-look', skip: 1, when: endOfResult },
  { operation: wait, call: 'batchDownload', nature: 'download', ...afterwards('once completed') },
  { operation: wait, call: 'batchStatus', nature: 'poll', skip: 2, ...afterwards('after all') },
  { operation: upload, call: 'batchStatus', nature: 'gate' },
  { operation: upload, call: 'batchUpload', nature: 'once' },
  { operation: upload, call: 'batchStatus', nature: 'after', skip: 1, when: 'after the upload' },
  { operation: finalize, call: 'batchStatus', nature: 'gate' },
  { operation: finalize, call: 'batchFinalize', nature: 'finalize' },
  { operation: finalize, call: 'batchStatus', nature: 'after', skip: 1, when: 'after the end' },
  { operation: download, call: 'batchStatus', nature: 'gate' },
  { operation: download, call: 'batchDownload', nature: 'download' },
  { operation: download, call: 'batchStatus', nature: 'poll', skip: 1, when: endOfResult },
  { operation: 'batchPrediction.get', call: 'batchStatus', nature: 'read' },
  { operation: 'batchPrediction.getMany', call: 'batchList', nature: 'read' },
  { operation: 'batchPrediction.abort', call: 'batchDelete', nature: 'cancel' },
];
