import type { ErrorCode } from '@modelferry/http';
import type { PredictionOneFaultKind, PredictionOneVariant, RegionName } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { KeyKind } from '../../../src/index.ts';
import type { Played } from './play.ts';
import { cars } from './scenarios.ts';
import type { Inputs } from './stage.ts';

type Verdict = Expectation<Played>;

/** What a reading of the vendor's open points comes to. Where nothing is said of an operation, all is as ever. */
export interface VariantRule {
  readonly why: string;
  readonly outcomes?: Readonly<Record<string, Verdict>>;
  /** @default all is as ever */
  readonly others?: Verdict;
  /** Strikes the main call of each operation, to bring the reading to bear. */
  readonly fault?: PredictionOneFaultKind;
  readonly region?: RegionName;
  /** Keys in place of those of the scenarios. */
  readonly kinds?: readonly KeyKind[];
  /** Added to the inputs of the operations named. */
  readonly inputs?: Readonly<Record<string, () => Inputs>>;
  /** The title of the test of its own, where the scenarios do not bring it to bear. */
  readonly apart?: string;
}

export const works: Verdict = { gives: (played) => played.expectDone() };
const gives = (expected: Inputs): Verdict => ({ gives: (played) => played.expectValue(expected) });
/** @param text what the error must say, or tell the user to do */
const fails = (code: ErrorCode, text: RegExp): Verdict => ({
  fails: code,
  with: (error) => {
    const { message, remedy } = error as { readonly message: string; readonly remedy?: string };
    expect(`${message} ${remedy}`).toMatch(text);
  },
});

const accepted = gives({ switchOutcome: 'accepted' });
const noFile = gives({ finished: true, resultFile: undefined });
const pending = gives({ finished: false, pending: true });
const readyLater: Readonly<Record<string, Verdict>> = { 'dataSet.getColumns': works };
const jobs = ['model.retrain', 'model.waitForRetraining', 'model.train'];
const withResult = [...jobs, 'model.downloadResult'];
const each = (operations: readonly string[], verdict: Verdict) =>
  Object.fromEntries(operations.map((operation) => [operation, verdict]));

const asEver = (why: string, more: Omit<VariantRule, 'why'> = {}): VariantRule => ({ why, ...more });
const apart = (title: string): VariantRule => ({ why: 'the scenarios do not meet it', apart: title });
const fetching: readonly KeyKind[] = ['secret', 'prediction'];
const evaluationData = {
  'model.retrain': () => ({ evaluationData: cars() }),
  'model.train': () => ({ evaluationData: cars() }),
};
const refused = (why: string, code: ErrorCode, text: RegExp): VariantRule => ({
  why,
  fault: 'vendor-error',
  outcomes: readyLater,
  others: fails(code, text),
});
const abroad = fails('forbidden', /may not exist in this region/);

export const variantRules: Readonly<Record<PredictionOneVariant, VariantRule>> = {
  // How jobs speak
  'odd-status-names': asEver('an unknown word is waited out', {
    outcomes: { 'model.getRetraining': gives({ pending: true, failed: false }) },
  }),
  'failed-job-as-error': {
    why: 'what is gone is not waited for; the error says that it may also have ended badly',
    fault: 'job-fails',
    outcomes: {
      'model.waitForRetraining': fails('not-found', /ended badly/),
      'model.downloadResult': fails('not-found', /ended badly/),
      'model.switch': fails('not-found', /ended badly/),
    },
  },
  'failed-without-message': {
    why: 'there is nothing to quote, and that is said',
    fault: 'job-fails',
    outcomes: each(
      ['model.waitForRetraining', 'model.downloadResult', 'model.switch'],
      fails('job-failed', /no further explanation/),
    ),
  },
  'stuck-job': {
    why: 'a wait ends in time and loses nothing',
    outcomes: {
      ...each(jobs, pending),
      'model.downloadResult': fails('not-found', /Wait until it has finished/),
      'model.switch': fails('conflict', /Wait until the retraining has finished/),
    },
  },
  'finished-without-url': {
    why: 'it has finished all the same',
    outcomes: {
      ...each(jobs, noFile),
      'model.downloadResult': fails('not-found', /finished without a result file/),
    },
  },
  'status-without-model-id': asEver('the prediction API that was named tells whether the switch has arrived'),

  // How errors look
  'error-code-number': refused('read as text', 'rejected', /4001000204 sandbox: planned fault/),
  'error-nested': refused('looked for under `error`', 'rejected', /4001000204 sandbox: planned fault/),
  'error-status-200': refused(
    'the code of the vendor tells a refusal from an answer',
    'rejected',
    /4001000204 sandbox: planned fault/,
  ),
  'error-gateway': {
    ...refused('it has no code: the status has to do', 'forbidden', /Forbidden/),
    outcomes: { 'prediction.predict': { cannotHappen: 'it is refused before, at the columns' } },
  },
  'error-html': refused('the words of the page are quoted', 'rejected', /planned fault/),
  'error-empty': refused('even then it says what was being done', 'rejected', /Could not .* empty body/),
  'created-201': asEver('any 2xx is a success'),
  'accepted-202': asEver('any 2xx is a success'),

  // Uploads and results
  'second-put-restarts': asEver('there is no second PUT; retry-on-fail.test.ts tries hard'),
  'second-put-rejected': asEver('there is no second PUT; retry-on-fail.test.ts tries hard'),
  'unused-job-expires': asEver('the job is used at once'),
  'upload-url-short-lived': apart('an upload URL that is too old'),
  'upload-too-large': {
    why: 'refused before it starts anything',
    outcomes: each(['model.retrain', 'model.train'], fails('too-large', /smaller file/)),
  },
  'content-type-allowed': asEver('none is sent anyway'),
  'put-204': asEver('any 2xx is a success'),
  'result-csv': asEver('bytes are saved as they come'),
  'result-empty': {
    why: 'an empty file is saved, with a warning',
    outcomes: each(withResult, { gives: (played) => played.expectWarning(/is empty/) }),
  },
  'download-url-expired': {
    why: 'three URLs are tried; then it is said that the address is to blame, and no key',
    outcomes: each(withResult, fails('forbidden', /address of the file was refused/)),
  },
  'result-truncated': {
    why: 'half a file is no file',
    outcomes: each(withResult, fails('network', /download the result/)),
  },
  'eval-ignored': asEver('no metric was promised', { inputs: evaluationData }),
  'sniff-content': asEver('content and extension agree', { inputs: evaluationData }),
  'zip-ascii-names-only': asEver('names are ASCII, or made so', { inputs: evaluationData }),
  'zip-extra-files-fail': asEver('there are two files and no more', { inputs: evaluationData }),
  'schema-mismatch-fails': apart('data with other columns than before'),
  'schema-mismatch-ignored': apart('data without the target column'),

  // The switch
  'switch-sync': asEver('it is seen at the first look'),
  'switch-downtime': asEver('only scoring meets it, which can wait'),
  'switch-fails': {
    why: 'accepted is not arrived',
    outcomes: each(['model.retrain', 'model.switch'], fails('job-failed', /published anew/)),
  },
  'switch-twice-rejected': asEver('it is asked for once'),
  'switch-invalidates-retrain-key': asEver('nothing is asked with it after the switch'),
  'switch-changes-inference-key': asEver('the new one is not needed to see that the switch has arrived'),

  // Keys
  'end-date-slash': asEver('read as a date', { kinds: fetching }),
  'end-date-epoch': asEver('read as a date', { kinds: fetching }),
  'end-date-missing': asEver('warned of, and gone on with', { kinds: fetching }),
  'api-key-rotates': asEver('each kind is asked for once', { kinds: fetching }),
  'any-key-type': asEver('the right kinds are sent anyway'),
  'key-expires-mid-run': asEver('with the Secret Key there is another', {
    kinds: ['secret', 'train', 'deploy', 'retrain', 'prediction'],
  }),
  'foreign-key-rejected': asEver('the key is the one of the same model'),

  // Regions and limits
  'intl-retrain-only': {
    why: 'what does not exist there says so; a retraining needs nothing else',
    region: 'international',
    outcomes: {
      ...each(['model.retrain', 'model.switch'], accepted),
      ...each(['model.getRetraining', 'model.waitForRetraining', 'model.downloadResult'], works),
    },
    others: abroad,
  },
  'intl-eight-apis': {
    why: 'a training does without the list of models, in which its ID would stand',
    region: 'international',
    outcomes: {
      ...each(['model.retrain', 'model.switch'], accepted),
      ...each(['model.getRetraining', 'model.waitForRetraining', 'model.downloadResult'], works),
      'model.train': gives({ finished: true, modelId: undefined }),
    },
    others: abroad,
  },
  'rate-limited': asEver('a 429 is obeyed'),
  'trial-exhausted': {
    why: 'no row will get through any more',
    outcomes: { 'prediction.predict': fails('forbidden', /100 requests/) },
  },
  'no-api-option': {
    why: 'in the words of the vendor',
    outcomes: { 'predictionApi.create': fails('rejected', /no prediction API option is free/) },
  },
  'multi-row-accepted': asEver('one row is sent at a time, as documented'),

  // Scoring
  'csv-bom': asEver('it is dropped'),
  'csv-shift-jis': apart('predictions in Shift_JIS'),
  'inference-says-stopped': {
    why: 'waited for only where that was asked for',
    outcomes: { 'prediction.predict': fails('conflict', /Start the prediction API/) },
  },

  // Prediction APIs
  'url-late': asEver('running is not enough: its URL is waited for'),
  'classifier-build-fails': {
    why: 'it will never run',
    outcomes: { 'predictionApi.create': fails('job-failed', /create another one/) },
  },
  'patch-requires-all': asEver('all three are sent'),
  'is-editable-means-locked': apart('an edit setting that means the opposite'),
  'rules-high-first': apart('rules of which the last decides'),
  'delete-204': asEver('any 2xx is a success'),
  'delete-json': asEver('the body is of no interest'),
  'delete-running-allowed': asEver('it is stopped all the same'),
  'delete-model-cascades': apart('a model whose prediction API goes with it'),

  // Trainings and lists
  'train-returns-new-id': asEver('the other ID is asked when the first is refused'),
  'model-appears-late': asEver('it is looked for again'),
  'duplicate-model-names': asEver('the newest is the one'),
  'tsine-string-only': apart('a list that must be a text'),
  'config-strings-only': {
    why: 'numbers are documented: a vendor that wants text says so',
    inputs: { 'model.train': () => ({ crossValidation: 3 }) },
    outcomes: { 'model.train': fails('rejected', /Could not start the training/) },
  },
  'order-oldest-first': asEver('nothing depends on the order'),
  'small-pages': asEver('it goes on by what has come'),
  'total-wrong': asEver('an empty page is the end'),
  'column-info-late': asEver('asked for again for two minutes'),
};
