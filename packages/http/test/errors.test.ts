import {
  ApiError,
  apiErrorFrom,
  CancelledError,
  codeOfStatus,
  EngineError,
  errorCodes,
  InputError,
  isApiError,
  isCancelled,
  isEngineError,
  isInputError,
  isTransportError,
  TransportError,
} from '../src/index.ts';

const errors = {
  api: new ApiError({ code: 'rejected', message: 'm', status: 400 }),
  cancelled: new CancelledError('x'),
  input: new InputError([{ field: 'file', problem: 'is empty' }]),
  transport: new TransportError({ kind: 'network', message: 'm', bodyTaken: 'none' }),
  engine: new EngineError({ code: 'deadline', message: 'm' }),
};
const guards = { api: isApiError, cancelled: isCancelled, input: isInputError, transport: isTransportError };

test.each(Object.entries(guards))('the guard for %s errors knows them alone', (name, guard) => {
  for (const [other, error] of Object.entries(errors)) expect(guard(error)).toBe(other === name);
  for (const value of [undefined, null, 'text', {}, new Error('m')]) expect(guard(value)).toBe(false);
});

test('errors are told by their brand, also those of another copy of the engine', async () => {
  await jest.isolateModulesAsync(async () => {
    const other = await import('../src/index.ts');
    const error = new other.ApiError({ code: 'rejected', message: 'm', status: 400 });
    expect(error).not.toBeInstanceOf(ApiError);
    expect(isApiError(error)).toBe(true);
    expect(isEngineError(error)).toBe(true);
  });
});

test('every status has a code from the closed list', () => {
  for (let status = 100; status < 600; status++) expect(errorCodes).toContain(codeOfStatus(status));
  expect([401, 403, 404, 408, 409, 413, 422, 429, 500, 570, 302, 200].map(codeOfStatus)).toEqual([
    ...['unauthorized', 'forbidden', 'not-found', 'timeout', 'conflict', 'too-large', 'rejected'],
    ...['rate-limited', 'server-error', 'server-error', 'unexpected-answer', 'unexpected-answer'],
  ]);
});

test('an input error names all faults and all remedies at once', () => {
  const error = new InputError(
    [
      { field: 'file', problem: 'is empty', remedy: 'Choose another.' },
      { field: 'timeoutMs', problem: 'must be at least 5 s' },
    ],
    (field) => ({ file: 'File' })[field] ?? field,
  );
  expect(error.message).toBe('File: is empty; timeoutMs: must be at least 5 s.');
  expect(error.remedy).toBe('Choose another.');
});

test('the retryable of an API error is what the status says, where nothing else is known', () => {
  expect(new ApiError({ code: 'server-error', message: 'm', status: 503 }).retryable).toBe(true);
  expect(new ApiError({ code: 'rejected', message: 'm', status: 400 }).retryable).toBe(false);
  const permanent = { code: 'server-error', message: 'm', status: 500, retryable: false } as const;
  expect(new ApiError(permanent).retryable).toBe(false);
});

test('an answer without words gets a sentence all the same', () => {
  const asIs = (text: string) => text;
  const error = apiErrorFrom('delete the model', { status: 404, headers: {}, text: '' }, undefined, asIs, 0);
  expect(error.message).toBe('Could not delete the model: the server answered 404 with an empty body.');
});

test('what an error says is one line of bounded length, whatever IDs and names stand in it', () => {
  const error = new EngineError({
    code: 'conflict',
    message: 'The endpoint points to a\r\n::error::b\u2028c\u202egnp.exe now.',
    remedy: `Look at \u001b[31m${'x'.repeat(100_000)}.`,
  });
  expect(error.message).toBe('The endpoint points to a ::error::b c gnp.exe now.');
  expect(error.remedy).toMatch(/^Look at {2}\[31mx{4,}\.\.\.$/);
  expect(error.remedy?.length).toBeLessThan(5_010);
});
