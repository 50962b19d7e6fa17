import { isEngineError, isInputError } from '@modelferry/http';
import type { BadInput } from './support/bad-input.ts';
import { badInputs } from './support/bad-inputs.ts';
import { Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** All that may be sent for a request that cannot work: questions. */
const questions: readonly string[] = ['getModels', 'getClassifiers', 'getApiKey'];

test.each(badInputs)('$title', async ({ operation, inputs, kinds, mistaken, ...expected }: BadInput) => {
  await stage.reset();
  const options = { kinds: kinds ?? ['retrain'], mistaken: mistaken?.(stage) };
  const { result } = await stage.perform(operation, inputs(stage), options);
  stage.expectLaws();
  expect(stage.state.trainingsStarted).toBe(0);

  const error: unknown = result.status === 'rejected' ? result.reason : result.value;
  if (!isEngineError(error)) throw new Error(`It should have failed: ${String(error)}`);
  const { field, code = 'invalid-input', problem, remedy, reaches = [] } = expected;
  expect(error.code).toBe(code);
  expect(error.message).toMatch(problem);
  if (remedy) expect(error.remedy).toMatch(remedy);
  if (field !== undefined)
    expect(isInputError(error) && error.faults.map((fault) => fault.field)).toEqual([field].flat());
  const sent = stage.sandbox.requests().map((request) => request.operation);
  expect(sent.filter((call) => !questions.includes(call))).toEqual(reaches);
});
