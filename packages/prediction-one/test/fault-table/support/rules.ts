import type { ErrorCode } from '@modelferry/http';
import type { PredictionOneFaultKind, OperationName } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { Played } from './play.ts';
import type { Nature } from './points.ts';

type Verdict = Expectation<Played>;

/** What a fault comes to: by the point, else by the call, else by what the call is to its operation. */
export interface Rule {
  readonly why: string;
  readonly points?: Readonly<Record<string, Verdict>>;
  readonly calls?: Readonly<Partial<Record<OperationName, Verdict>>>;
  readonly natures?: Readonly<Partial<Record<Nature, Verdict>>>;
  readonly others?: Verdict;
}

/** All that the user wanted has come of it. */
const works: Verdict = { gives: (played) => played.expectDone() };
const fails = (code: ErrorCode): Verdict => ({ fails: code });
const never = (cannotHappen: string): Verdict => ({ cannotHappen });
/** It ends in time, says that it is still under way, and has warned of what that may mean. */
const pending = (warning: RegExp): Verdict => ({ gives: (played) => played.expectPending(warning) });
const outcome = (switchOutcome: string): Verdict => ({
  gives: (played) => played.expectValue({ switchOutcome }),
});

const noKey = never('no key goes to the storage');
const takenForSent = pending(/not sent again/);
const takenForStarted = pending(/taken to have started/);

/** A refusal by what stands between: the file goes elsewhere, or comes from elsewhere; the rest stops with it. */
const refusedAs = (code: ErrorCode, why: string): Rule => ({
  why,
  natures: {
    ...{ extra: works, startingUpload: works, plainUpload: works, download: works },
    verify: outcome('accepted'), // What is done stays done, whoever may not look
  },
  others: fails(code),
});

const unharmed: Rule = { why: 'the true answer comes in the end', others: works };

const turnedAway: Rule = { why: 'a 429 says that nothing was done: the same call follows', others: works };

const notDone: Rule = {
  why: 'nothing was carried out, which only those can know who may look',
  natures: {
    train: takenForStarted, // Its ID has a status from the upload on
    create: fails('outcome-unknown'),
    startingUpload: takenForSent, // All of it was read by somebody
  },
  others: works,
};

const cutShort: Rule = {
  why: 'as if not done; but of an upload it is proven that it was not whole',
  natures: { ...notDone.natures, startingUpload: works },
  others: works,
};

const doneUnheard: Rule = {
  why: 'it was carried out and no answer came: what may be repeated is, what may not is found',
  others: works,
};

const onlyOn = (call: OperationName, why: string, verdict: Verdict): Rule => ({
  why,
  calls: { [call]: verdict },
  others: never(`strikes ${call} only`),
});

/** Why each fault comes to what it comes to. A fault of the sandbox that is not here fails the table's test. */
export const rules: Readonly<Record<PredictionOneFaultKind, Rule>> = {
  'slow-response': unharmed,
  'slow-drip': unharmed,
  'clock-skew': unharmed,
  'wrong-content-type': unharmed,
  'retry-after-seconds': turnedAway,
  'retry-after-date': turnedAway,

  status: notDone,
  'http-500-once': notDone,
  'http-503-burst': {
    why: 'the same, three times: longer than the patience of what is sent twice at most',
    natures: { ...notDone.natures, switch: outcome('unknown'), score: fails('server-error') },
    others: works,
  },
  'reset-after-body': notDone,
  timeout: notDone,
  'reset-before-body': cutShort,
  'reset-mid-body': cutShort,
  'stall-mid-upload': cutShort,

  'drop-before-answer': doneUnheard,
  'drop-after-upload': onlyOn('put', doneUnheard.why, works),
  stall: doneUnheard,
  'stall-mid-body': doneUnheard,
  'truncated-body': doneUnheard,
  'truncated-json': {
    why: 'carried out, with an answer that no proxy has cut: what needs the answer says so; half a file that says it is whole cannot be told from one',
    natures: {
      read: fails('unexpected-answer'),
      renewed: fails('unexpected-answer'),
      score: fails('unexpected-answer'),
    },
    others: works,
  },

  'redirect-cross-origin': {
    why: 'never followed, so that no key and no file goes astray; a look at a job is repeated',
    natures: { poll: works, ready: works, extra: works, verify: works },
    others: fails('unexpected-answer'),
  },
  'vendor-error': {
    ...refusedAs('rejected', 'a clear refusal that repeating would not mend'),
    calls: { getColumnInfo: works },
  },
  'unauthorized-once': {
    ...refusedAs('unauthorized', 'a refused key is not tried again, unless there is another'),
    calls: { getApiKey: works }, // A key is asked for once more
    points: {
      'model.getRetraining @ retrainStatus with the Secret Key': works,
      'model.getMany @ getModels with the Secret Key': works,
    },
  },
  'credential-expired-mid-run': {
    ...refusedAs('unauthorized', 'the key has ended for good; with the Secret Key there is another'),
    calls: { put: noKey, download: noKey, inference: never('a prediction key has no documented end') },
    points: {
      'model.getRetraining @ retrainStatus with the Secret Key': works,
      'model.getMany @ getModels with the Secret Key': works,
      'model.retrain @ getClassifiers before the switch': outcome('accepted'),
      'model.switch @ getClassifiers before': outcome('accepted'),
    },
  },
  'ip-denied': onlyOn(
    'inference',
    'the rules of the prediction API keep this machine out',
    fails('forbidden'),
  ),

  'unknown-status': {
    why: 'an unknown word is shown and waited out; it is never taken for the end',
    calls: { retrainStatus: works, trainStatus: works, getClassifiers: works, updateClassifier: works },
    points: { 'model.switch @ retrainStatus': fails('conflict') },
    others: never('its answer has no status'),
  },
  'job-fails': {
    why: 'a failed job ends what was waiting for it, and nothing is switched to',
    points: {
      'model.retrain @ retrainStatus for the result': never('it had finished'),
      'model.train @ trainStatus for the result': never('it had finished'),
      'model.getRetraining @ retrainStatus': works, // It is asked once, before the end
      'model.getRetraining @ retrainStatus with the Secret Key': works,
    },
    calls: { retrainStatus: fails('job-failed'), trainStatus: fails('job-failed') },
    others: never('strikes looks at jobs only'),
  },
  'job-deleted-mid-run': {
    why: 'nobody can wait for what is gone',
    calls: { retrainStatus: fails('not-found'), retrainSwitch: fails('not-found') },
    others: never('strikes calls that name a retraining'),
  },
  'model-deleted': {
    why: 'the key of a model opens nothing when the model is gone',
    calls: { retrainUpload: fails('not-found') },
    points: { 'model.retrain @ getApiKey for the retrain key': fails('not-found') },
    others: never('strikes calls that name a model only'),
  },
  'classifier-deleted-before-switch': onlyOn(
    'retrainSwitch',
    'there is nothing to switch',
    fails('not-found'),
  ),
  'config-missing': onlyOn('retrainUpload', 'permanent in spite of its 500', fails('server-error')),
  'upload-url-expired': onlyOn(
    'put',
    'refused, so that nothing has arrived: another URL is asked for',
    works,
  ),
  'download-url-expired': onlyOn(
    'download',
    'a URL is good for a while only: another one is asked for',
    works,
  ),
};
