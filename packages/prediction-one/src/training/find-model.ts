import type { RunContext } from '@modelferry/operation';
import { pause } from '@modelferry/http';
import { allModels } from '../client/all-entries.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { isMissingApi } from '../client/is-missing-api.ts';
import type { Model } from '../client/models.ts';
import { vendorDateMs } from '../client/vendor-date.ts';

/** How long a model may take to appear in the list after its training has finished, in milliseconds. */
const appearMs = 120_000;
const pauseMs = 5_000;

type World = Pick<RunContext<PredictionOneClient>, 'client' | 'clock' | 'signal'>;

/**
 * Finds the model that a training has made, by the name that was unique when it started. It may appear a little late, and
 * another may have taken the name since (specification, Q16).
 * @returns undefined when it has not appeared, and where the region has no list of models
 */
export async function findModel(world: World, name: string): Promise<Model | undefined> {
  const { clock, signal } = world;
  const endsAt = clock.now() + appearMs;
  for (;;) {
    const found = await named(world, name);
    if (found === undefined) return undefined;
    const [newest] = found.sort(byAge);
    if (newest || clock.now() + pauseMs > endsAt) return newest;
    await pause({ clock, signal }, pauseMs, `find the model "${name}"`);
  }
}

async function named({ client, signal }: World, name: string): Promise<Model[] | undefined> {
  const found: Model[] = [];
  try {
    for await (const model of allModels(client, signal)) if (model.name === name) found.push(model);
    return found;
  } catch (error) {
    if (isMissingApi(error)) return undefined;
    throw error;
  }
}

/** The newest first: by date, then by ID, which grows. */
const byAge = (a: Model, b: Model): number =>
  (vendorDateMs(b.createdDate ?? '') ?? 0) - (vendorDateMs(a.createdDate ?? '') ?? 0) ||
  b.modelId.localeCompare(a.modelId, 'en', { numeric: true });
