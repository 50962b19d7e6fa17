import { isEngineError, type ErrorCode } from '@modelferry/http';
import type { DataRobotFaultKind, OperationName } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { Played } from './play.ts';
import type { Nature } from './points.ts';

type Verdict = Expectation<Played>;

/** What a fault comes to: by the point, else by what the call is to its operation. */
export interface Rule {
  readonly why: string;
  readonly points?: Readonly<Record<string, Verdict>>;
  readonly natures?: Readonly<Partial<Record<Nature, Verdict>>>;
  readonly others: Verdict;
}

/** All that the user wanted has come of it. */
export const works: Verdict = { gives: (played) => played.expectDone() };
export const gives = (expected: object): Verdict => ({ gives: (played) => played.expectValue(expected) });
/** @param text what the error must say, or tell the user to do */
export const fails = (code: ErrorCode, text = /./): Verdict => ({
  fails: code,
  with: (error) => {
    if (!isEngineError(error)) throw error;
    expect(`${error.message} ${error.remedy}`).toMatch(text);
  },
});
const never = (cannotHappen: string): Verdict => ({ cannotHappen });

const unharmed: Rule = { why: 'the true answer comes in the end', others: works };
/** @param code of what cannot be repeated: an upload to a job that is there */
const repeated = (code: ErrorCode): Rule => ({
  why: 'nothing was done: the same call follows, of an upload with another job where that is ours to make',
  natures: { once: fails(code) },
  others: works,
});
const doneUnheard: Rule = {
  why: 'it was carried out and no answer came: what may be repeated is, what may not is found',
  others: works,
};
const notRepeated: Rule = {
  why: 'a 500 is not sent again; but the next look at a job is due anyway, and so is another job for the data',
  natures: { poll: works, upload: works, early: works, 'end-look': works, after: works },
  others: fails('server-error'),
};
const forGood = (code: ErrorCode): Rule => ({
  why: 'a clear refusal; the result is asked for again when its job has completed',
  natures: { early: works, 'end-look': works, after: works },
  others: fails(code),
});
const onlyOn = (call: OperationName, why: string, verdict: Verdict): Rule => ({
  why,
  points: {
    [`batchPrediction.score @ ${call}`]: verdict,
    [`batchPrediction.uploadData @ ${call}`]: verdict,
  },
  others: never(`strikes ${call} only, or what is not over`),
});
const badEnd = (status: string): Rule => ({
  why: 'a job that ended badly ends what waits for it, in the words of its log',
  points: {
    'batchPrediction.get @ batchStatus': gives({ status, failed: true, pending: false }),
    'batchPrediction.wait @ batchStatus after all': works, // It had completed
    'batchPrediction.downloadResult @ batchStatus': works,
    'batchPrediction.downloadResult @ batchStatus at the end of the result': works,
  },
  natures: {
    poll: fails('job-failed', /sandbox: planned/),
    early: fails('job-failed', /sandbox: planned/),
    gate: fails('job-failed', /sandbox: planned/),
    after: fails('job-failed', /sandbox: planned/),
    'end-look': works, // It had completed
  },
  others: never('strikes what has not ended only'),
});
const onLooks = (why: string, verdict: Verdict, more: Rule['points'] = {}): Rule => ({
  why,
  points: more,
  natures: { poll: verdict, read: verdict, gate: verdict, after: works, 'end-look': verdict },
  others: never('strikes looks at jobs only'),
});

/** Why each fault comes to what it comes to. A fault of the sandbox that is not here fails the table's test. */
export const rules: Readonly<Record<DataRobotFaultKind, Rule>> = {
  'slow-response': unharmed,
  'slow-drip': unharmed,
  'clock-skew': unharmed,
  'wrong-content-type': unharmed,
  'deprecation-header': { why: 'told, and stops nothing', others: works },

  'retry-after-seconds': repeated('rate-limited'),
  'retry-after-date': repeated('rate-limited'),
  'http-503-burst': repeated('server-error'),
  'http-570-burst': repeated('server-error'),
  'html-error': repeated('server-error'),
  'reset-before-body': repeated('network'),
  'reset-mid-body': repeated('network'),
  'reset-after-body': repeated('network'),
  'stall-mid-upload': repeated('timeout'),
  timeout: repeated('timeout'),
  status: notRepeated,
  'http-500-once': notRepeated,

  'drop-before-answer': doneUnheard,
  'drop-after-upload': doneUnheard,
  stall: doneUnheard,
  'stall-mid-body': doneUnheard,
  'truncated-body': doneUnheard,
  'truncated-json': {
    why: 'carried out, with an answer that no proxy has cut: a new job is named by its Location, half a result by its rows',
    natures: { read: fails('unexpected-answer'), gate: fails('unexpected-answer') },
    others: works,
  },

  'vendor-error': forGood('rejected'),
  'unauthorized-once': forGood('unauthorized'),
  'token-revoked': {
    why: 'it opens nothing any more; what was done before is done',
    natures: { after: works },
    others: fails('unauthorized'),
  },
  'redirect-cross-origin': {
    why: 'never followed, so that no token goes astray; a look at a job is repeated',
    natures: { poll: works, early: works, 'end-look': works, after: works },
    others: fails('unexpected-answer', /a redirect to/),
  },

  'deployment-deleted': onlyOn('batchCreate', 'there is nothing to score with', fails('not-found')),
  'queue-busy': onlyOn('batchCreate', 'others are waited for, and how many is told', {
    gives(played) {
      played.expectDone();
      expect(JSON.stringify(played.performance.events)).toContain('2 jobs are ahead of it');
    },
  }),
  'job-stuck': onlyOn(
    'batchCreate',
    'the time is over before the job begins: it is left in the queue',
    gives({ pending: true, finished: false, status: 'INITIALIZING' }),
  ),
  'upload-aborts-job': onlyOn(
    'batchUpload',
    'the vendor had enough of the data: its log says why',
    fails('job-failed', /Too many errors/),
  ),
  'job-aborted': badEnd('ABORTED'),
  'job-failed': badEnd('FAILED'),
  'job-vanishes': onLooks('nobody can wait for what is gone', fails('not-found', /may have been deleted/), {
    'batchPrediction.getMany @ batchList': never('a list names no job'),
  }),
  'job-status-unknown': onLooks('an unknown word is told and waited out, and says nothing of data', works, {
    'batchPrediction.downloadResult @ batchStatus': fails('rejected', /it is sandbox_mystery/),
  }),
  'percentage-zero': onLooks('a share that nobody relies on', works),
  'download-cut': {
    why: 'a result that breaks off is begun anew',
    natures: { download: works, early: works },
    others: never('strikes downloads only'),
  },
  'download-ends-short': {
    why: 'a job that was aborted ends its result like a whole one: the file is not kept',
    natures: {
      download: fails('job-failed', /sandbox: planned abort/),
      early: fails('job-failed', /sandbox: planned abort/),
    },
    others: never('strikes downloads only'),
  },
  'next-loops': {
    why: 'a page that holds nothing new ends a list',
    points: { 'batchPrediction.getMany @ batchList': works },
    others: never('strikes lists only'),
  },
};
