import type { DataRobotFaultKind, DataRobotVariant, OperationName } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { Played } from './play.ts';
import { fails, works } from './rules.ts';
import type { PerformOptions } from './stage.ts';

type Verdict = Expectation<Played>;

/** What a reading of the vendor's open points comes to. */
export interface VariantRule {
  readonly why: string;
  /** Of Score; the others do as ever, or make nothing of it. @default all is as ever */
  readonly score?: Verdict;
  readonly others?: Verdict;
  /** Of single operations, before the others. */
  readonly operations?: Readonly<Record<string, Verdict>>;
  /** Brings the reading to bear. */
  readonly fault?: readonly [kind: DataRobotFaultKind, operation: OperationName];
  readonly client?: PerformOptions['client'];
}

const asEver = (why: string): VariantRule => ({ why });
const refused = (text: RegExp): VariantRule => ({
  why: 'the error says what can be read of it',
  fault: ['vendor-error', 'batchStatus'],
  score: fails('rejected', text),
  others: fails('rejected', text),
});

export const variantRules: Readonly<Record<DataRobotVariant, VariantRule>> = {
  'bearer-only': asEver('Bearer is the default'),
  'slash-redirect': asEver('the documented form of a path is sent'),
  'links-foreign-host': asEver('links are followed on the endpoint, and the token with them'),
  'links-no-slash': asEver('one is put there'),
  'ping-needs-auth': asEver('ping is not used'),
  'platform-missing': asEver('the platform does not matter to a batch job'),
  'limit-over-100': asEver('never asked for'),
  'no-queue-position': asEver('it is told where it is there'),
  'error-body-object': refused(/planned fault/),
  'error-body-list': refused(/planned fault/),
  'error-body-html': refused(/answered 422, "(?!.*<)/),
  'error-body-empty': refused(/with an empty body/),
  'error-body-text': refused(/answered 422, "[^\x20-\x7E]/),
  'create-404': {
    why: 'either is a clear refusal',
    fault: ['deployment-deleted', 'batchCreate'],
    score: fails('rejected', /Deployment not found/),
  },
  'create-400': { why: 'a clear refusal', score: fails('rejected', /Bad request/) },
  'download-link-null': asEver('null is as good as absent'),
  'abort-threshold': asEver('never predicted'),
  'abort-at-once': asEver('no row is bad'),
  'second-put-422': asEver('data are sent once'),
  'part-reput-409': asEver('nothing is sent in parts'),
  'parts-any-order': asEver('nothing is sent in parts'),
  'multipart-flag-off': asEver('nothing is sent in parts'),
  'multipart-flag-ignored': asEver('nothing is sent in parts'),
  'finalize-202-message': {
    why: 'a success with a message is none where the job does not move',
    operations: { 'batchPrediction.finalize': fails('rejected', /could not be joined/) },
  },
  'chunked-411': asEver('the length is known'),
  'upload-gzip-accepted': asEver('nothing is compressed'),
  'upload-waits-for-download': asEver('nothing is scored before all is there'),
  'broken-upload-aborts': {
    why: 'what broke off is sent with another job, where that is ours to make',
    fault: ['reset-mid-body', 'batchUpload'],
    operations: { 'batchPrediction.uploadData': fails('job-failed', /broke off/) },
  },
  'upload-window-expiry': asEver('data are sent right away'),
  'delete-keeps-aborted': {
    why: 'gone and aborted both mean ended',
    fault: ['reset-mid-body', 'batchUpload'],
    operations: { 'batchPrediction.uploadData': fails('network') },
  },
  'aborted-download-partial': {
    why: 'part of a result is not kept',
    fault: ['download-ends-short', 'batchDownload'],
    score: fails('job-failed'),
    others: fails('job-failed'),
  },
  'download-range': { why: 'no range is asked for', fault: ['download-cut', 'batchDownload'] },
  'single-download': {
    why: 'a result that broke off is there no more, which is said',
    fault: ['download-cut', 'batchDownload'],
    score: fails('not-found', /was fetched already/),
    others: fails('not-found', /was fetched already/),
  },
  'gc-410': asEver('a result is fetched right away'),
  'failed-rows-omitted': asEver('no row is bad'),
  'row-order-shuffled': asEver('nothing relies on the order'),
  'serverless-parallel-jobs': asEver('nothing relies on the queue'),
  'keepalive-short': asEver('calls that may be repeated are'),
};

/** The calls that an operation makes, where a variant's fault can strike. */
const callsOf: Readonly<Record<string, readonly OperationName[]>> = {
  'batchPrediction.score': ['batchCreate', 'batchUpload', 'batchStatus', 'batchDownload'],
  'batchPrediction.wait': ['batchStatus', 'batchDownload'],
  'batchPrediction.uploadData': ['batchStatus', 'batchUpload'],
  'batchPrediction.finalize': ['batchStatus', 'batchFinalize'],
  'batchPrediction.downloadResult': ['batchStatus', 'batchDownload'],
  'batchPrediction.get': ['batchStatus'],
  'batchPrediction.getMany': ['batchList'],
  'batchPrediction.abort': [],
};

export const isStruck = (operation: string, { fault }: VariantRule): boolean =>
  fault !== undefined && (callsOf[operation] ?? []).includes(fault[1]);

export function verdictOf(operation: string, rule: VariantRule): Verdict {
  const { fault, score = works, others = works, operations = {} } = rule;
  if (fault && !isStruck(operation, rule)) return works;
  return operations[operation] ?? (operation === 'batchPrediction.score' ? score : others);
}
