import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';
import type { Version } from '../client/training/version.ts';
import { createVersion } from '../versions/create-version.ts';
import { pickVersion } from '../versions/pick-version.ts';

/** What is to be trained: new code, or a version that is there. */
export interface Trained {
  readonly definition: string;
  readonly version?: string | undefined;
  readonly source?: Source | undefined;
  readonly handler?: string | undefined;
  readonly image?: string | undefined;
  readonly description?: string | undefined;
}

/** The version to run. New code becomes a version of its own, of a job definition that is created where it is missing. */
export async function prepareVersion(
  context: RunContext<AbejaClient>,
  { definition, version, source, handler, image, description }: Trained,
): Promise<Version> {
  if (!source || handler === undefined || image === undefined) {
    return pickVersion(context, definition, version);
  }
  const settings = { handler, image, description };
  return createVersion(context, { definition, settings, origin: { source }, ensures: true });
}
