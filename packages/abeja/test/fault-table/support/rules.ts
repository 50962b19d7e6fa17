import { isEngineError, type ErrorCode } from '@modelferry/http';
import type { AbejaFaultKind } from '@modelferry/sandbox';
import type { Expectation } from '@modelferry/testkit';
import type { Played } from './played.ts';
import { nameOf, type Nature, type Point } from './scenario.ts';

type Verdict = Expectation<Played>;

/** What a fault comes to, and why. */
export interface Rule {
  readonly why: string;
  readonly verdictOf: (point: Point) => Verdict;
}

/** All that the user wanted has come of it. */
const works: Verdict = { gives: (played) => played.expectDone() };
const gives = (expected: unknown): Verdict => ({ gives: (played) => played.expectValue(expected) });
/** @param text what the error must say, or tell the user to do */
const fails = (code: ErrorCode, text = /./): Verdict => ({
  fails: code,
  with: (error) => expect(isEngineError(error) && `${error.message} ${error.remedy}`).toMatch(text),
});
const never = (cannotHappen: string): Verdict => ({ cannotHappen });

/** By the point, else by what its call is to the operation, else all the same. */
const rule = (why: string, others: Verdict, verdicts: Readonly<Record<string, Verdict>> = {}): Rule => ({
  why,
  verdictOf: (point) => verdicts[nameOf(point)] ?? verdicts[point.nature] ?? others,
});
const natures = (verdicts: Readonly<Partial<Record<Nature, Verdict>>>) =>
  verdicts as Readonly<Record<string, Verdict>>;

/** A row says for itself that nobody knows what became of it. */
const openRow = gives([{ ok: false, error: { code: 'outcome-unknown' } }]);
const notKnown = fails('outcome-unknown', /not known whether .*look/i);

const unharmed = rule('the true answer comes in the end', works);

/** @param code of what is neither repeated nor found */
const doneUnheard = (code: ErrorCode): Rule =>
  rule('it was carried out and no answer came: it is found, or may be repeated', works, {
    ...natures({ address: fails(code) }),
  });

const notDone = (code: ErrorCode): Rule =>
  rule('nothing was carried out, which of what makes something nobody can know: it is not repeated', works, {
    ...natures({ create: notKnown, named: fails(code), row: openRow, address: fails(code) }),
  });

const without = 'strikes what it has no word for';
const onlyOn = (why: string, verdicts: Readonly<Record<string, Verdict>>): Rule =>
  rule(why, never(without), verdicts);

/** @param told what a single look tells */
const badEnd = (words: RegExp, told: object): Rule =>
  onlyOn('a job that ended badly ends what waits for it; whoever wants it ended has it so', {
    'job.run @ trainingJob': fails('job-failed', words),
    'job.wait @ trainingJob': fails('job-failed', words),
    'job.get @ trainingJob': gives({ finished: false, pending: false, ...told }),
    'job.stop @ trainingJobStop': gives({ outcome: 'already-ended' }),
    'job.updateStatistics @ trainingStatistics': works,
  });

const noSuchJob = fails('not-found', /may have been deleted|no result|Check/);
const stillPending = { pending: true };

/** Why each fault comes to what it comes to. A fault of the sandbox that is not here fails the table's test. */
export const rules: Readonly<Record<AbejaFaultKind, Rule>> = {
  'slow-response': unharmed,
  'slow-drip': unharmed,
  'clock-skew': unharmed,
  'wrong-content-type': unharmed,
  'retry-after-seconds': rule('a 429 says that nothing was done: the same call follows', works),
  'retry-after-date': rule('a 429 says that nothing was done: the same call follows', works),

  'drop-before-answer': doneUnheard('network'),
  'drop-after-upload': doneUnheard('network'),
  'drop-after-create': doneUnheard('network'),
  'truncated-body': doneUnheard('network'),
  'error-after-create': doneUnheard('server-error'),
  stall: doneUnheard('timeout'),
  'stall-mid-body': doneUnheard('timeout'),
  'truncated-json': rule('carried out, with an answer that no proxy has cut', works, {
    ...natures({
      read: fails('unexpected-answer'),
      lookup: fails('unexpected-answer'),
      address: fails('unexpected-answer'),
    }),
    'definition.create @ jobDefinition': works, // Half of a 404 is one
  }),

  'reset-before-body': notDone('network'),
  'reset-mid-body': notDone('network'),
  'reset-after-body': notDone('network'),
  timeout: notDone('timeout'),
  'stall-mid-upload': notDone('timeout'),
  status: notDone('server-error'),
  'http-500-once': notDone('server-error'),
  'http-503-burst': notDone('server-error'),

  'vendor-error': rule(
    'a clear refusal; where it may mean that there is none, a list tells',
    fails('rejected'),
    {
      ...natures({
        ...{ lookup: works, extra: works, download: works, put: works },
        row: gives([{ ok: false, error: { code: 'rejected' } }]),
      }),
    },
  ),
  'unauthorized-once': rule(
    'nobody is let in by trying again; the storage hands out another address',
    fails('unauthorized'),
    {
      ...natures({ extra: works, download: works, put: works }),
    },
  ),
  'token-expired-mid-run': rule(
    'it opens nothing any more; what was done before is kept',
    fails('unauthorized'),
    {
      ...natures({ extra: gives({ finished: true, modelIds: [] }), download: works }),
      'job.run @ download': gives({ finished: true, modelIds: [] }),
      'job.wait @ download': gives({ finished: true, modelIds: [] }),
    },
  ),
  'redirect-cross-origin': rule(
    'never followed, so that no credential goes astray',
    fails('unexpected-answer', /answered 307/),
    {
      ...natures({ poll: works, extra: works }),
    },
  ),

  'job-fails': badEnd(/ended as Failed: "sandbox: planned failure"/, { failed: true }),
  'job-stopped-by-other': badEnd(/was stopped before it was complete/, { stopped: true }),
  'job-vanishes': onlyOn('nobody can wait for what is gone', {
    'job.run @ trainingJob': noSuchJob,
    'job.wait @ trainingJob': noSuchJob,
    'job.stop @ trainingJob': noSuchJob,
    'job.stop @ trainingJobStop': noSuchJob,
    'job.get @ trainingJob': noSuchJob,
    'job.getResult @ trainingJob': noSuchJob,
    'job.downloadResult @ trainingJob': noSuchJob,
    'job.downloadResult @ trainingResult': noSuchJob,
    'job.archive @ trainingJobArchive': noSuchJob,
    'job.unarchive @ trainingJobUnarchive': noSuchJob,
    'job.updateStatistics @ trainingStatistics': noSuchJob,
    'job.updateStatistics @ trainingJob': noSuchJob,
    // Its end was seen, and that there is no result
    'job.run @ trainingResult': gives({ finished: true }),
    'job.wait @ trainingResult': gives({ finished: true }),
    'job.getResult @ trainingResult': gives({ finished: true, available: false }),
  }),
  'zip-corrupt': onlyOn('a download that is no zip is begun anew', natures({ download: works })),
  'download-url-expired': onlyOn('another address is asked for', natures({ download: works })),
  'upload-url-expired': onlyOn('another address is asked for', natures({ put: works })),
  'service-never-ready': onlyOn('the time is over before it is ready: no endpoint points to it', {
    'service.switchModel @ serviceCreate': gives({ ...stillPending, switched: false }),
    'service.create @ serviceCreate': gives({ ...stillPending, ready: false }),
    'service.create @ service': gives({ ...stillPending, ready: false }),
    'service.start @ service': gives({ ...stillPending, ready: false }),
  }),
  'endpoint-moved-by-other': onlyOn('what somebody else has chosen meanwhile is left alone', {
    'service.switchModel @ endpoint': fails('conflict', /Somebody else/),
    'service.rollBack @ endpoint': fails('conflict', /Somebody else/),
    'service.switchModel @ endpointUpdate': fails('conflict', /Somebody else/),
    'service.rollBack @ endpointUpdate': fails('conflict', /Somebody else/),
  }),
};
