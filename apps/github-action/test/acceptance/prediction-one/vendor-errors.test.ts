import type { FaultRequest, Sandbox } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { cars, retrainAccess, vendorState } from '../support/prediction-one.ts';
import { asked } from '../support/requests.ts';
import { startedJob } from '../support/started-job.ts';

/** One of the vendor's documented refusals, met by a step. */
interface Refusal {
  readonly title: string;
  readonly step: keyof typeof steps;
  readonly given?: Readonly<Record<string, string>>;
  readonly fault: FaultRequest;
  /** What the user reads: what happened, and what to do. */
  readonly says: RegExp;
  readonly next: RegExp;
  /** What the vendor was asked in all: nothing again that was refused for good. */
  readonly asks: readonly string[];
}

const steps = {
  retrain: async ({ sandbox, file }: OnStage) => ({
    ...retrainAccess(sandbox),
    'training-data': await file('cars.csv', cars()),
  }),
  wait: ({ sandbox }: OnStage) => withJob(sandbox),
  'switch-model': ({ sandbox }: OnStage) => withJob(sandbox),
};

const withJob = async (sandbox: Sandbox) => ({
  ...retrainAccess(sandbox),
  'job-id': await startedJob(sandbox),
});

/** All that a client did wrong has one code; only the message tells. */
const refusal = (operation: string, message: string): FaultRequest => ({
  kind: 'vendor-error',
  operation,
  code: 4001000204,
  error: 'PREDA_EXTERNAL_BAD_REQUEST',
  message,
});

const key = /Check the key/;
const [upload, status, change] = ['retrainUpload', 'retrainStatus', 'retrainSwitch'] as const;

const ofKeys = (
  [
    ['retrain', upload, [upload]],
    ['wait', status, [status]],
    ['switch-model', status, [status]],
  ] as const
).flatMap(([step, operation, asks]) =>
  ['invalid_api_key.', 'Inactive_credential.', 'Not_found_credential.'].map((message): Refusal => {
    const says = new RegExp(message.replaceAll('.', '\\.'));
    return { title: message, step, fault: refusal(operation, message), says, next: key, asks };
  }),
);

const refusals: readonly Refusal[] = [
  ...ofKeys,
  {
    title: 'an account that is gone',
    step: 'retrain',
    fault: refusal(upload, 'This user may be deleted.'),
    says: /This user may be deleted\./,
    next: /account still exists/,
    asks: [upload],
  },
  {
    title: 'a model that is gone',
    step: 'retrain',
    fault: { kind: 'model-deleted' },
    says: /This model may be deleted\./,
    next: /`retrain-key` of the model that is published now/,
    asks: [upload],
  },
  {
    title: 'a job that is gone before it has data',
    step: 'retrain',
    fault: refusal(upload, 'This job may be deleted.'),
    says: /This job may be deleted\./,
    next: /start a new one/,
    asks: [upload],
  },
  {
    title: 'settings that are gone, for good in spite of their 500',
    step: 'retrain',
    fault: { kind: 'config-missing' },
    says: /Not found configuration_file\./,
    next: /train and publish the model anew/,
    asks: [upload],
  },
  {
    title: 'a job that is deleted while it is waited for',
    step: 'wait',
    fault: { kind: 'job-deleted-mid-run' },
    says: /This job may be deleted\./,
    next: /start a new one/,
    asks: [status],
  },
  {
    title: 'a job of another key',
    step: 'wait',
    fault: refusal(status, 'Not found retrain job.'),
    says: /Not found retrain job\./,
    next: /Check the `job-id`.*`retrain-key` is the one of the same model/,
    asks: [status],
  },
  {
    title: 'a job that is unknown',
    step: 'switch-model',
    given: { 'job-id': '00000000-0000-4000-8000-000000000000' },
    fault: { kind: 'slow-response', operation: status, delayMs: 1 },
    says: /Not found retrain job\./,
    next: /Check the `job-id`/,
    asks: [status],
  },
  {
    title: 'a key that expires while the job is waited for',
    step: 'retrain',
    fault: { kind: 'credential-expired-mid-run' },
    says: /Inactive_credential\./,
    next: /expired.*`secret-key`/,
    asks: [upload, 'put', status],
  },
  {
    title: 'a job that fails',
    step: 'retrain',
    fault: { kind: 'job-fails', message: 'The target column is missing.' },
    says: /ended with the status "sandbox_failed": The target column is missing\./,
    next: /Check that the data has the columns of the model/,
    asks: [upload, 'put', status],
  },
  {
    title: 'a prediction API that is gone',
    step: 'switch-model',
    fault: { kind: 'classifier-deleted-before-switch' },
    says: /Not found classifier\./,
    next: /Check in the web app that the prediction API still exists/,
    asks: [status, change],
  },
  {
    title: 'a switch that comes too early',
    step: 'switch-model',
    fault: refusal(change, 'Retrain job is not finished.'),
    says: /Retrain job is not finished\./,
    next: /Wait until the retraining has finished/,
    asks: [status, change],
  },
  {
    title: 'a page in place of an answer',
    step: 'switch-model',
    fault: {
      kind: 'status',
      operation: status,
      status: 403,
      body: '<html><script>alert(1)</script>Forbidden</html>',
    },
    says: /403/,
    next: /./,
    asks: [status],
  },
];

test.concurrent.each(refusals.map((row) => ({ ...row, name: row.title })))(
  '$step fails well on $name',
  ({ step, given, fault, says, next, asks }) =>
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const inputs = { ...(await steps[step](stage)), ...given };
      const before = sandbox.requests().length;
      sandbox.faults.plan(fault);
      const { main, post } = await run(`prediction-one/${step}`, inputs);

      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, signal: null });
      expect(main.outputs).toMatchObject({
        ...{ outcome: 'failed', 'duration-seconds': expect.stringMatching(/^\d+$/) },
      });
      expect(main.outputs).not.toHaveProperty('result-path');
      expect(main.annotations).toHaveLength(1);
      const [said] = main.annotations;
      expect(said).toMatchObject({ kind: 'error', title: expect.stringMatching(/ failed$/) });
      expect(said?.message).toMatch(says);
      expect(said?.message).toMatch(next);
      expect(said?.message).not.toMatch(/in the credential|undefined|\[object|\n\s+at /);
      expect(asked(sandbox, before)).toEqual(asks);

      expect(main.summary).toMatch(/^### ❌ [\w ]+ failed\n\n/);
      expect(main.summary).toContain('**What to do next:**');
      expect(main.summary).not.toMatch(/<(script|html)/);
      expect(vendorState(sandbox).switches).toBe(0);
      expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
      expect(logText(post)).toBe('');
    })(),
);

test.concurrent(
  'what is known of the job is told although it failed',
  onStage({ faults: [{ kind: 'job-fails', message: 'No.' }] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
    });
    const [job] = vendorState(sandbox).retrainJobs;
    expect(main.outputs).toMatchObject({ 'job-id': job?.id, status: 'sandbox_failed', outcome: 'failed' });
    expect(main.summary).toContain(`\`${job?.id}\``);
    expect(main.summary).toContain('`sandbox_failed`');
    // It has ended: there is nothing to wait for
    expect(main.summary).not.toContain('prediction-one/wait');
  }),
);
