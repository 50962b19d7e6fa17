import type { ErrorCode } from '@modelferry/http';
import type { AbejaServingVariant, AbejaVariant } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { Played } from './played.ts';
import type { Scenario } from './scenario.ts';

export type Variant = AbejaVariant | AbejaServingVariant;
type Verdict = Expectation<Played>;

/** What a reading of the vendor's open points comes to, where it is another than ever. */
export interface VariantRule {
  /** What it is about, by the beginning of the operations' names. @default anything */
  readonly of?: RegExp;
  /** Why it comes to something else, where it does. */
  readonly why?: string;
  readonly others?: Verdict;
  /** Of single operations. */
  readonly operations?: Readonly<Record<string, Verdict>>;
}

const works: Verdict = { gives: (played) => played.expectDone() };
const gives = (expected: unknown): Verdict => ({ gives: (played) => played.expectValue(expected) });
const fails = (code: ErrorCode): Verdict => ({ fails: code });

const ofDefinitions = { of: /^definition\./ };
const ofVersions = { of: /^(version\.|job\.run)/ };
const ofJobs = { of: /^job\./ };
const ofModels = { of: /^(job|model)\./ };
const ofServing = { of: /^service\./ };
const ofFiles = { of: /^datalake\./ };
const ofDatasets = { of: /^dataset\./ };

const late = gives({ pending: true, ready: false });
const broken = fails('job-failed');

/** What each reading is about, and what it comes to. One that is not here is about anything, and changes nothing. */
export const variantRules: Readonly<Partial<Record<Variant, VariantRule>>> = {
  'duplicate-409': ofDefinitions,
  'duplicate-allowed': ofDefinitions,
  'strict-names': ofDefinitions,
  'delete-cascade': ofDefinitions,
  'delete-refused-if-not-empty': {
    of: /^(definition|version)\./,
    why: 'it has a version and a model in it',
    operations: { 'definition.delete': fails('rejected') },
  },
  'training-gone': {
    of: /^(definition|version|job|model)\./,
    why: 'the platform does not offer it any more',
    others: fails('not-found'),
  },

  'long-description-cut': ofVersions,
  'environment-stringified': ofVersions,
  'environment-numbers-rejected': ofVersions,
  'environment-merged': ofJobs,
  'instance-type-denied': ofJobs,
  'job-quota': ofJobs,
  'job-quota-429': ofJobs,
  'odd-status': ofJobs,
  'null-times': ofJobs,
  'skips-active': ofJobs,
  'stuck-pending': {
    ...ofJobs,
    why: 'the time is over: the job can be waited for later',
    operations: {
      'job.run': gives({ pending: true, status: 'Pending' }),
      'job.wait': gives({ pending: true, status: 'Pending' }),
    },
  },
  'fails-with-message': {
    ...ofJobs,
    why: 'what the job says of it is told',
    operations: { 'job.run': broken, 'job.wait': broken },
  },
  'stop-ended-400': ofJobs,
  'stop-ended-ok': ofJobs,
  'stop-slow': ofJobs,
  'stop-loses-to-complete': {
    ...ofJobs,
    why: 'it has ended before it could be stopped',
    operations: { 'job.stop': gives({ outcome: 'already-ended', status: 'Complete' }) },
  },
  'result-missing-keys': ofJobs,
  'result-download-uri': ofJobs,
  'result-flat': ofJobs,
  'result-on-failed': ofJobs,
  'result-late': ofJobs,
  'statistics-merge': ofJobs,
  'statistics-echo': ofJobs,
  'job-logs-available': ofJobs,
  'local-token-expires': ofJobs,
  'local-token-only': ofJobs,

  'no-auto-model': {
    ...ofModels,
    why: 'a job without a model is none that has failed',
    operations: {
      'job.run': gives({ finished: true, modelIds: [] }),
      'job.wait': gives({ finished: true, modelIds: [] }),
    },
  },
  'many-models': {
    ...ofModels,
    why: 'all are named',
    operations: {
      'job.run': gives({ finished: true, modelIds: { length: 3 } }),
      'job.wait': gives({ finished: true, modelIds: { length: 3 } }),
    },
  },
  'late-auto-model': ofModels,
  'models-ignore-paging': ofModels,
  'upload-exec-env-cloud': ofModels,

  'service-fails': {
    ...ofServing,
    why: 'no endpoint is pointed to what has failed',
    operations: { 'service.create': broken, 'service.start': broken, 'service.switchModel': broken },
  },
  'service-stuck': {
    ...ofServing,
    why: 'the time is over: no endpoint is pointed to it',
    operations: {
      ...{ 'service.create': late, 'service.start': late },
      'service.switchModel': gives({ pending: true, switched: false }),
    },
  },
  'service-odd-status': ofServing,
  'service-patch-model': ofServing,
  'endpoint-accepts-not-ready': ofServing,
  'endpoint-lags': ofServing,
  'delete-in-use-ok': ofServing,

  'conflict-returns-file': ofFiles,
  'dataset-array-object': ofDatasets,
  'dataset-partial-failure': ofDatasets,
};

/** All is as ever, unless a rule says otherwise. */
export function verdictOf(variant: Variant, { name }: Scenario): Verdict {
  const { of, operations = {}, others = works } = variantRules[variant] ?? {};
  if (of && !of.test(name)) return { cannotHappen: 'it is about something else' };
  return operations[name] ?? others;
}
