import type { RunContext } from '@modelferry/operation';
import { allModels } from '../client/all-entries.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { isMissingApi } from '../client/is-missing-api.ts';

/** `20261121-001000`, in UTC. */
const stamp = (nowMs: number): string =>
  new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** A name that no model has yet: a finished training is only to be found by its name (specification, Q16). */
export async function uniqueName(
  context: Pick<RunContext<PredictionOneClient>, 'client' | 'clock' | 'signal'>,
  wanted: string,
): Promise<string> {
  const taken = await takenNames(context);
  if (taken && !taken.has(wanted)) return wanted;
  const stamped = `${wanted}-${stamp(context.clock.now())}`;
  let name = stamped;
  for (let number = 2; taken?.has(name); number++) name = `${stamped}-${number}`;
  return name;
}

/** @returns undefined where the region has no list of models */
async function takenNames({
  client,
  signal,
}: Pick<RunContext<PredictionOneClient>, 'client' | 'signal'>): Promise<Set<string> | undefined> {
  const taken = new Set<string>();
  try {
    for await (const { name } of allModels(client, signal)) if (name) taken.add(name);
    return taken;
  } catch (error) {
    if (isMissingApi(error)) return undefined;
    throw error;
  }
}
