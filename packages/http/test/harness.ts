import { autoClock, scriptedTransport, type FakeClock, type ScriptStep } from '@modelferry/testkit';
import { HttpClient, type HttpCall, type HttpClientOptions } from '../src/index.ts';

/** A client over a plan, with time that passes by itself. */
export function harness(
  steps: readonly ScriptStep[],
  options: Partial<HttpClientOptions> = {},
): {
  readonly client: HttpClient;
  readonly transport: ReturnType<typeof scriptedTransport>;
  readonly clock: FakeClock;
} {
  const transport = scriptedTransport(steps);
  const clock = autoClock();
  const client = new HttpClient({
    ...{ transport, clock, baseUrl: 'https://api.example/v1', random: () => 1 },
    ...options,
  });
  return { client, transport, clock };
}

export const call = (change: Partial<HttpCall> = {}): HttpCall => ({
  ...{ doing: 'read the job', method: 'GET', path: '/jobs/1', idempotent: true },
  ...{ signal: new AbortController().signal, ...change },
});

export const asIs = (value: unknown): unknown => value;

/** What a promise is rejected with; fails when it is not. */
export const errorOf = async (promise: Promise<unknown>): Promise<unknown> => {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It resolved to ${JSON.stringify(value)}.`);
};
