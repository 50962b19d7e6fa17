import { EngineError, InputError } from '@modelferry/http';
import type { Trigger, TriggerEvent } from '@modelferry/operation';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { readInputs, titleOf } from '../inputs/read-inputs.ts';
import { eventParameter, triggerOwner, type Entered } from '../properties/index.ts';
import { clientAccess, readablesOf } from '../run/client-access.ts';
import { toNodeError } from '../run/map-error.ts';
import type { NodeHost } from '../run/node-host.ts';
import { withDeadline } from '../with-deadline.ts';
import { eventCursor } from './event-cursor.ts';

/** Until n8n 2.41, which tells how long a poll may take, in milliseconds. */
const usualBudgetMs = 300_000;

/** Share of that time after which a poll gives up: n8n would let it go on, and use nothing of it. */
const usedShare = 0.9;

/**
 * Runs a catalog's triggers as a polling node of n8n.
 *
 * ```ts
 * async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
 *   return pollTrigger(this, host);
 * }
 * ```
 * @returns one item for each event, or null where nothing has happened
 * @throws n8n's errors; then the next poll begins where this one did
 */
export async function pollTrigger<Client>(
  context: IPollFunctions,
  host: NodeHost<Client>,
): Promise<INodeExecutionData[][] | null> {
  const access = clientAccess(context, readablesOf(context), (message) => context.logger.warn(message));
  const { clock, secrets } = access;
  let trigger: Trigger<Client> | undefined;
  try {
    trigger = triggerOf(context, host);
    const polled = trigger;
    const inputs = await readInputs(triggerOwner(polled), enteredForPoll(context));
    const client = await host.createClient(access);
    const budgetMs = Math.floor((context.getPollBudgetMs?.() ?? usualBudgetMs) * usedShare);
    return await withDeadline(clock, budgetMs, tooLong(budgetMs), async (signal) => {
      const world = { client, clock, signal };
      if (context.getMode() === 'manual') return [[itemOf(await polled.sample(world, inputs))]];
      const cursor = eventCursor(
        () => context.getWorkflowStaticData('node'),
        polled,
        JSON.stringify([polled.name, inputs]),
      );
      const { events, cursor: next } = await polled.poll(world, inputs, cursor.base);
      signal.throwIfAborted();
      cursor.keep(next);
      return events.length === 0 ? null : [events.map(itemOf)];
    });
  } catch (error) {
    throw toNodeError(error, {
      node: context.getNode(),
      doing: trigger ? `ask for events of "${trigger.title}"` : 'ask for events',
      titleOf: (input) => (trigger ? titleOf(trigger, input) : input),
      redact: (text) => secrets.redact(text),
    });
  }
}

function triggerOf<Client>(context: IPollFunctions, { catalog }: NodeHost<Client>): Trigger<Client> {
  const name = context.getNodeParameter(eventParameter) as string;
  const found = catalog.triggers?.find((one) => one.name === name);
  if (found) return found;
  throw new InputError([
    { field: 'Trigger On', problem: `"${name}" is not an event`, remedy: 'Choose Trigger On again.' },
  ]);
}

const enteredForPoll = (context: IPollFunctions): Entered => ({
  // n8n strips what is hidden, and throws at a fallback of undefined
  parameter: (name) => (context.getNodeParameter(name, null) as unknown) ?? undefined,
  item: () => ({}),
  binaryFile: () => Promise.reject(new Error('A trigger has no files.')),
  binaryArchive: () => Promise.reject(new Error('A trigger has no files.')),
  urlFile: () => Promise.reject(new Error('A trigger has no files.')),
  credential: (type) => context.getCredentials(type),
});

const itemOf = ({ output }: TriggerEvent): INodeExecutionData => ({
  json: Object.fromEntries(Object.entries(output).filter(([, value]) => value !== undefined)) as IDataObject,
});

const tooLong = (budgetMs: number): EngineError =>
  new EngineError({
    code: 'timeout',
    message: `The poll did not end within ${Math.round(budgetMs / 1_000)} s.`,
    remedy:
      'Nothing is lost: the next poll begins where this one did. Narrow the trigger down where this happens often.',
  });
