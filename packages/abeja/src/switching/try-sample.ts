import {
  EngineError,
  isAmbiguous,
  isCancelled,
  isEngineError,
  messageOf,
  pause,
  readBeginning,
  sendUntilTaken,
} from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { ServiceRef } from '../serving/service-job.ts';

/** As much of the answer as is kept, in bytes. */
const maxAnswerBytes = 10_000;

/** How often a service that has just got ready is asked, and the pause between, in milliseconds. */
const maxTries = 3;
const pauseMs = 5_000;

/**
 * Asks a service at its own address, whatever the endpoints point to, to see that it answers.
 * @returns the beginning of its answer
 * @throws EngineError that says that no endpoint was touched
 */
export async function trySample(
  context: RunContext<AbejaClient>,
  service: ServiceRef,
  sample: Source,
): Promise<string> {
  const { clock, signal, progress } = context;
  progress({ type: 'phase', title: 'Try the service' });
  for (let tries = 1; ; tries++) {
    try {
      return await ask(context, service, sample);
    } catch (error) {
      if (isCancelled(error)) throw error;
      // To ask a model twice does no harm
      if (!isAmbiguous(error) || !sample.replayable || tries >= maxTries) throw noAnswer(service, error);
      await pause({ clock, signal }, pauseMs, `try the service ${service.serviceId}`);
    }
  }
}

async function ask(context: RunContext<AbejaClient>, service: ServiceRef, sample: Source): Promise<string> {
  const { client, signal } = context;
  const request = {
    body: { kind: 'stream', source: sample } as const,
    contentType: sample.contentType ?? typeOf(sample.name),
  };
  const { replayable } = sample;
  const answer = await sendUntilTaken(
    context,
    `call the service ${service.serviceId}`,
    () => client.callService(service, request, signal),
    { replayable },
  );
  return readBeginning(answer.body, maxAnswerBytes);
}

const types: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
]);

const typeOf = (name: string): string =>
  types.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream';

function noAnswer({ serviceId }: ServiceRef, cause: unknown): EngineError {
  const why = messageOf(cause);
  return new EngineError({
    code: isEngineError(cause) ? cause.code : 'unexpected-answer',
    message: `Service ${serviceId} is ready, but did not answer the sample, and no endpoint was pointed to it. ${why}`,
    remedy:
      'Check that the sample is what its code takes, and read its log on the platform; delete it where it is of no use, since services are paid for.',
    cause,
  });
}
