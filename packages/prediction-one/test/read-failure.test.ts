import { isApiError } from '@modelferry/http';
import type { ScriptStep } from '@modelferry/testkit';
import { faultOf } from '../src/index.ts';
import { answers, jobId } from './support/answers.ts';
import { scriptedClient, testKey } from './support/scripted-client.ts';

const failing = async (step: ScriptStep) => {
  const { client, transport, signal } = scriptedClient([step]);
  const error: unknown = await client
    .getRetrainStatus({ retrainJobId: jobId }, signal)
    .catch((e: unknown) => e);
  transport.expectConsumed();
  if (!isApiError(error)) throw error;
  return error;
};

test.each([
  ['invalid_api_key.', 'invalid-key', 'unauthorized'],
  ['Inactive_credential.', 'inactive-key', 'unauthorized'],
  ['Not_found_credential.', 'unknown-key', 'unauthorized'],
  ['This user may be deleted.', 'account-gone', 'forbidden'],
  ['This model may be deleted.', 'model-gone', 'not-found'],
  ['This job may be deleted.', 'job-gone', 'not-found'],
  ['Model id is required.', 'model-id-missing', 'rejected'],
  ['Not found retrain job.', 'job-not-found', 'not-found'],
  ['Not found classifier.', 'classifier-gone', 'not-found'],
  ['Retrain job is not finished.', 'job-not-finished', 'conflict'],
  [' NOT FOUND RETRAIN JOB ', 'job-not-found', 'not-found'],
])('management: "%s" is %s', async (message, fault, code) => {
  const error = await failing({ status: 400, json: answers.fault(message) });
  expect(error).toMatchObject({ code, vendorCode: '4001000204', remedy: expect.stringMatching(/\w/) });
  expect(faultOf(error)).toBe(fault);
});

test.each([
  [
    400,
    '4001030101',
    'NOT_FOUND_CLASSIFIER',
    'Not found classifier in classifiers table',
    'classifier-gone',
    'not-found',
  ],
  [400, '4001030104', 'BAD_REQUEST', 'Invalid request (schema)', 'invalid-request', 'rejected'],
  [403, '4031030201', 'ACCESS_DENIED', 'Invalid API key', 'invalid-key', 'unauthorized'],
  [403, '4031030201', 'ACCESS_DENIED', 'Invalid classifier id', 'classifier-gone', 'not-found'],
  [403, '4031030201', 'ACCESS_DENIED', 'Not allowed source ip', 'source-ip-denied', 'forbidden'],
  [
    503,
    '5031030101',
    'SERVICE_UNAVAILABLE_ERROR',
    'status is not running (status: stopped)',
    'not-running',
    'conflict',
  ],
])('scoring: %i %s %s "%s" is %s, and not repeated', async (status, code, word, message, fault, ours) => {
  const { client, transport, signal } = scriptedClient([
    { status, json: answers.fault(message, code, word) },
  ]);
  const error = await client
    .infer({ url: 'https://s.example/i', csv: 'a\r\n1\r\n' }, signal)
    .catch((e: unknown) => e);
  expect(error).toMatchObject({ code: ours });
  expect(faultOf(error)).toBe(fault);
  transport.expectConsumed();
});

test('a lost configuration is permanent in spite of its 500', async () => {
  const error = await failing({
    status: 500,
    json: answers.fault(
      'Not found configuration_file.',
      '5001000201',
      'PREDA_EXTERNAL_INTERNAL_SERVER_ERROR',
    ),
  });
  expect(faultOf(error)).toBe('configuration-gone');
});

test('a quota that is used up says so', async () => {
  const error = await failing({
    status: 403,
    json: answers.fault('Too many', '4031039999', 'ACCESS_DENIED'),
  });
  expect(error).toMatchObject({ code: 'forbidden', remedy: expect.stringContaining('100 requests') });
});

describe('shapes in which an error may come', () => {
  const body = answers.fault('Not found retrain job.');
  test.each<[string, ScriptStep]>([
    ['a number for a code', { status: 400, json: { ...body, code: 4001000204 } }],
    ['nested under error', { status: 400, json: { error: body } }],
    ['first of errors', { status: 400, json: { errors: [body] } }],
    ['in a success', { status: 200, json: body }],
  ])('%s', async (_, step) => {
    const error = await failing(step);
    expect(faultOf(error)).toBe('job-not-found');
    expect(error.code).toBe('not-found');
    expect(error.vendorCode).toBe('4001000204');
  });

  test('in a success of a call with an empty answer', async () => {
    const { client, signal } = scriptedClient([{ status: 200, json: answers.fault('Inactive_credential.') }]);
    await expect(client.deleteModel({ modelId: '1' }, signal)).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  test('an unknown code in a success is read by its first three digits', async () => {
    const error = await failing({ status: 200, json: answers.fault('Odd', '4091000001', 'ODD') });
    expect(error).toMatchObject({ code: 'conflict', vendorMessage: 'Odd' });
  });

  test('a gateway without codes keeps its status and words', async () => {
    const error = await failing({ status: 403, json: { message: 'Forbidden' } });
    expect(error).toMatchObject({ code: 'forbidden', vendorCode: undefined, vendorMessage: 'Forbidden' });
  });

  test('a page is quoted, no more than 500 characters of it', async () => {
    const error = await failing({ status: 400, text: `<html>${'x'.repeat(2_000)}</html>` });
    expect(error.vendorMessage?.length).toBeLessThanOrEqual(503);
    expect(error.code).toBe('rejected');
  });

  test('an empty body says only the status', async () => {
    expect((await failing({ status: 400 })).message).toContain('answered 400 with an empty body');
  });
});

test('an answer that breaks off within a key or a URL does not show them', async () => {
  const cut = '{"api_key": "fresh-key-of-the-vend';
  const key = scriptedClient([{ status: 200, text: cut }]);
  const error = await key.client.getApiKey({ credentialType: 'train' }, key.signal).catch((e: unknown) => e);
  expect(String(error)).not.toContain('fresh-key');
  const url = scriptedClient([
    { status: 200, text: '{"upload_url": "https:\\/\\/u.example\\/a?X-Signature=sig0123' },
  ]);
  const second = await url.client
    .getRetrainUploadUrl({ fileName: 'a.csv' }, url.signal)
    .catch((e: unknown) => e);
  expect(String(second)).not.toContain('sig0123');
});

test('a key that the vendor repeats in an error is hidden', async () => {
  const error = await failing({ status: 400, json: answers.fault(`bad key ${testKey('retrain')}`) });
  expect(JSON.stringify({ ...error, message: error.message })).not.toContain(testKey('retrain'));
});

describe('a call that is documented for Japan only', () => {
  const hint = async (region: 'japan' | 'international', step: ScriptStep) => {
    const { client, signal } = scriptedClient([step], { region, kinds: ['deploy'] });
    const error: unknown = await client.getClassifiers(signal).catch((e: unknown) => e);
    return isApiError(error) ? error.remedy : undefined;
  };

  test.each([403, 404])('hints at the region when %i comes without a code', async (status) => {
    expect(await hint('international', { status, json: { message: 'Forbidden' } })).toContain('Japan only');
  });
  test('does not in Japan', async () => {
    expect(await hint('japan', { status: 404 })).not.toContain('Japan only');
  });
  test("does not when the vendor's own error came", async () => {
    const step = { status: 403, json: answers.fault('Not_found_credential.') };
    expect(await hint('international', step)).not.toContain('Japan only');
  });
});
