import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Version } from '../client/training/version.ts';
import { latestOf } from './latest-of.ts';

/**
 * The version that a job is to run: the one that was named, or the latest one that is not archived. What may keep it from
 * being run is told before it is tried (Q20).
 * @throws EngineError with code `not-found` where there is none
 */
export async function pickVersion(
  { client, signal, progress }: RunContext<AbejaClient>,
  definition: string,
  wanted: string | undefined,
): Promise<Version> {
  const [{ archived }, versions] = await Promise.all([
    client.getDefinition(definition, {}, signal),
    client.getVersions(definition, { includeArchived: true }, signal),
  ]);
  const version =
    wanted === undefined
      ? latestOf(versions)
      : versions.find(({ jobDefinitionVersion }) => jobDefinitionVersion === Number(wanted));
  if (!version) throw noVersion(definition, wanted, versions);
  const kept = [
    ...(archived ? [`Job definition "${definition}"`] : []),
    ...(version.archived ? [`Version ${version.jobDefinitionVersion} of "${definition}"`] : []),
  ];
  for (const what of kept) {
    progress({ type: 'warning', message: `${what} is archived: the platform may refuse to run it.` });
  }
  return version;
}

function noVersion(
  definition: string,
  wanted: string | undefined,
  versions: readonly Version[],
): EngineError {
  const numbers = versions.map(({ jobDefinitionVersion }) => jobDefinitionVersion).sort((a, b) => a - b);
  const which = wanted === undefined ? 'no version that is not archived' : `no version ${wanted}`;
  return new EngineError({
    code: 'not-found',
    message: `Job definition "${definition}" has ${which}.`,
    remedy:
      numbers.length === 0
        ? 'Create a version of it first.'
        : `It has ${numbers.join(', ')}: name one of these, or create another one.`,
  });
}
