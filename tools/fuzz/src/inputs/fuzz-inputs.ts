import { createSecrets } from '@modelferry/auth';
import { isEngineError, isInputError } from '@modelferry/http';
import { fromText, type Operation } from '@modelferry/operation';
import type { SandboxDescription } from '@modelferry/sandbox';
import { autoClock, expectNoSecrets, memoryLedger, memorySink } from '@modelferry/testkit';
import * as fc from 'fast-check';
import { judgeError } from '../judge/judge-error.ts';
import type { Vendor } from '../vendors/index.ts';
import { anyInputs, type AnyInputs } from './any-inputs.ts';
import { refusingTransport } from './refusing-transport.ts';

/** Which of all possible inputs, and how many. */
export interface InputOptions {
  readonly seed: number;
  readonly runs: number;
}

/** Longest time for inputs that lead nowhere, in milliseconds. */
const maxMs = 3_000;

/** What is wrong with how an operation takes inputs, with the smallest that show it. */
export interface InputFailure {
  readonly inputs: string;
  readonly findings: readonly string[];
}

/** Gives an operation inputs of every kind. @returns undefined where all was as it should be */
export async function fuzzInputs<Client>(
  operation: Operation<Client>,
  vendor: Vendor<Client>,
  sandbox: SandboxDescription,
  { seed, runs }: InputOptions,
): Promise<InputFailure | undefined> {
  const findingsOf = (inputs: AnyInputs) => judgeInputs(operation, vendor, sandbox, inputs);
  const { counterexample } = await fc.check(
    fc.asyncProperty(
      anyInputs(operation.inputFields),
      async (inputs) => (await findingsOf(inputs)).length === 0,
    ),
    { seed, numRuns: runs },
  );
  const [inputs] = counterexample ?? [];
  return inputs && { inputs: fc.stringify(inputs), findings: await findingsOf(inputs) };
}

async function judgeInputs<Client>(
  operation: Operation<Client>,
  vendor: Vendor<Client>,
  sandbox: SandboxDescription,
  { raw, wrong }: AnyInputs,
): Promise<readonly string[]> {
  const refusal = thrownBy(() => operation.check(raw));
  const known = new Set([...operation.inputFields.map(({ name }) => name), ...Object.keys(raw)]);
  const named = isInputError(refusal) ? refusal.faults.map(({ field }) => field) : [];
  const transport = refusingTransport();
  const startedAtMs = Date.now();
  const ended = await execute(operation, vendor, sandbox, transport, raw);
  const tookMs = Date.now() - startedAtMs;
  return [
    ...(tookMs > maxMs ? [`It took ${tookMs} ms.`] : []),
    ...(refusal === undefined || isInputError(refusal) ? [] : [`The check threw ${String(refusal)}`]),
    ...wrong
      .filter((name) => !named.includes(name))
      .map((name) => `${JSON.stringify(name)} is wrong and not named.`),
    ...named
      .filter((name) => !known.has(name))
      .map((name) => `${JSON.stringify(name)} is named and no input.`),
    ...(refusal === undefined || transport.requests.length === 0 ? [] : ['It sent a request all the same.']),
    ...transport.findings,
    ...(ended === undefined ? [] : judgeError(ended)),
    ...(isInputError(ended)
      ? ended.faults
          .filter(({ field }) => !known.has(field))
          .map(({ field }) => `"${field}" is blamed and no input.`)
      : []),
    ...leaks(ended, vendor.secretsOf(sandbox)),
    ...operation.inputFields.flatMap((field) =>
      Object.values(raw).flatMap((value) => {
        const thrown = thrownBy(() => fromText(field, typeof value === 'string' ? value : 'x'));
        return thrown === undefined ? [] : [`As text it throws ${String(thrown)}`];
      }),
    ),
  ];
}

/** @returns what it failed with; undefined where it did not */
async function execute<Client>(
  operation: Operation<Client>,
  vendor: Vendor<Client>,
  sandbox: SandboxDescription,
  transport: ReturnType<typeof refusingTransport>,
  raw: AnyInputs['raw'],
): Promise<unknown> {
  const clock = autoClock();
  const { signal } = new AbortController();
  const [random, progress, save] = [() => 0.5, () => undefined, memorySink(new Map())] as const;
  const jobs = memoryLedger();
  const secrets = createSecrets();
  const world = { transport, clock, signal, random, jobs, secrets, sink: { save }, onProgress: progress };
  const client = vendor.clientOf(sandbox, world);
  return operation.execute({ client, clock, signal, random, jobs, progress, save }, raw).then(
    () => undefined,
    (error: unknown) => error ?? new Error('It failed with nothing.'),
  );
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

function leaks(error: unknown, secrets: readonly string[]): readonly string[] {
  if (!isEngineError(error)) return [];
  const leak = thrownBy(() => expectNoSecrets(error, secrets));
  return leak === undefined ? [] : [String(leak)];
}
