import { EngineError, isAmbiguous, isApiError, isCancelled, pause, redactUrls } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { untilTaken } from '../../at-most-once/until-taken.ts';
import type { BatchRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import type { JobDefinition, JobDefinitionSettings } from '../../client/job-definitions.ts';
import { withServerKey } from '../starting/with-server-key.ts';
import { definitionLedger } from './definition-ledger.ts';
import { findDefinition } from './find-definition.ts';

/** What a new definition is to be. */
export interface NewDefinition extends JobDefinitionSettings {
  readonly name: string;
  readonly request: BatchRequest;
}

/** A call whose answer was lost may still be at work, in milliseconds. */
const settleMs = 2_000;
/** A name is given once, so that asking a second time makes no second definition. */
const maxSends = 2;

/**
 * Makes a definition, and never two: where it stays open whether the call was carried out, the one of its name is looked for
 * (5.2).
 * @throws EngineError with code `outcome-unknown` when it may have been made and cannot be seen
 * @throws what the call threw, when the vendor clearly refused it
 */
export async function createDefinition(
  context: RunContext<DataRobotClient>,
  { request, ...settings }: NewDefinition,
): Promise<JobDefinition> {
  const { client, signal, progress, jobs } = context;
  const { name } = settings;
  const doing = `create the batch definition "${name}"`;
  const ledger = definitionLedger(jobs, redactUrls(JSON.stringify([settings, request])));
  const earlier = await ledger.earlier();
  let found = await takeUp(context, earlier, () => findDefinition(context, name, request));
  let isOpen = earlier === 'issued';
  const asked = found ? request : await withServerKey(context, request);
  for (let sends = 1; found === undefined; sends++) {
    await ledger.issued(name);
    try {
      found = await untilTaken(context, doing, () =>
        client.createJobDefinition({ ...settings, ...asked }, signal),
      );
    } catch (error) {
      if (isCancelled(error)) throw error;
      isOpen ||= isAmbiguous(error);
      if (!isOpen) await ledger.refused(name);
      if (!isOpen) throw error;
      await pause(context, settleMs, doing);
      const look = await seen(() => findDefinition(context, name, request));
      if (typeof look === 'object') tellAdopted(progress, name, look.id);
      // A refusal may be of the name that the first call has taken, unless a look shows another definition of it
      else if (!isAmbiguous(error) && look === 'none') throw error;
      else if (!isAmbiguous(error) || sends >= maxSends) throw unclear(doing, error);
      found = typeof look === 'object' ? look : undefined;
    }
  }
  await ledger.created(found.id);
  return found;
}

/** What an earlier try of the same request has, or may have, made. */
async function takeUp(
  { client, signal, progress }: RunContext<DataRobotClient>,
  earlier: string | undefined,
  find: () => Promise<JobDefinition | undefined>,
): Promise<JobDefinition | undefined> {
  if (earlier === undefined) return undefined;
  const definition =
    earlier === 'issued'
      ? await find()
      : await client.getJobDefinition(earlier, signal).catch((error: unknown) => {
          if (isApiError(error) && error.code === 'not-found') return undefined;
          throw error;
        });
  if (definition === undefined) return undefined;
  const message = `Going on with batch definition ${definition.id} of an earlier try, in place of creating another one.`;
  progress({ type: 'warning', message });
  return definition;
}

/** A look that fails says nothing about the definition. */
const seen = (find: () => Promise<JobDefinition | undefined>): Promise<JobDefinition | 'none' | 'unseen'> =>
  find().then(
    (definition) => definition ?? 'none',
    (error: unknown) => {
      if (isCancelled(error)) throw error;
      return 'unseen';
    },
  );

function tellAdopted(progress: RunContext<DataRobotClient>['progress'], name: string, id: string): void {
  const message = `No clear answer came to the creation of "${name}". Batch definition ${id} has this name and these settings, and is taken for the one.`;
  progress({ type: 'warning', message });
}

function unclear(doing: string, cause: unknown): EngineError {
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether it worked to ${doing}.${why}`,
    remedy:
      'Look at the list of job definitions in DataRobot; trying again makes no second one, since a name is given only once.',
    cause,
  });
}
