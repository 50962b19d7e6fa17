import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import { createMarked } from '../at-most-once/create-marked.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Version } from '../client/training/version.ts';
import { ensureDefinition } from '../definitions/ensure-definition.ts';
import { ofKnownLength } from '../uploads/of-known-length.ts';
import { sendSource } from '../uploads/send-source.ts';
import { codeArchive } from './code-archive.ts';
import { versionLedger, type VersionLedger } from './version-ledger.ts';
import type { WantedVersion } from './wanted-version.ts';

/**
 * Creates a version, and never twice: where it stays open whether the call was carried out, the version with its marker is
 * adopted, also by a later try of the same request (5.2).
 * @throws EngineError with code `outcome-unknown` when it may be there and cannot be seen
 */
export async function createVersion(
  context: RunContext<AbejaClient>,
  wanted: WantedVersion,
): Promise<Version> {
  const { client, signal, progress } = context;
  const { definition, settings, origin, ensures } = wanted;
  const ledger = await versionLedger(context.jobs, wanted);
  const earlier = await ledger.earlier();
  if (earlier !== undefined) {
    const message = `Going on with version ${earlier} of "${definition}" of an earlier try, in place of creating another one.`;
    progress({ type: 'warning', message });
    return client.getVersion(definition, earlier, signal);
  }
  progress({ type: 'phase', title: 'Create the version' });
  const version = await ('source' in origin
    ? fromFile(context, ledger, { definition, settings, ensures, source: origin.source })
    : createOnce(context, ledger, { definition, settings }, (description) =>
        client.createVersionFromGit(definition, { ...settings, ...origin, description }, signal),
      ));
  await ledger.note(version.jobDefinitionVersion);
  await ledger.marks.close();
  return version;
}

async function fromFile(
  context: RunContext<AbejaClient>,
  ledger: VersionLedger,
  { source: file, ...wanted }: Omit<WantedVersion, 'origin'> & { readonly source: Source },
): Promise<Version> {
  const { client, signal } = context;
  const { definition, settings, ensures = false } = wanted;
  const sized = await ofKnownLength(context, file);
  try {
    const { source, format } = await codeArchive(context, sized.source);
    if (ensures) await ensureDefinition(context, definition);
    const send = (description: string) =>
      sendSource(context, `create a version of "${definition}"`, source, (sending) =>
        client.createVersion(definition, { ...settings, ...sending, description, format }, signal),
      );
    return await createOnce(context, ledger, wanted, send, source.replayable);
  } finally {
    await sized.dispose();
  }
}

const createOnce = (
  context: RunContext<AbejaClient>,
  ledger: VersionLedger,
  { definition, settings }: Omit<WantedVersion, 'origin'>,
  create: (description: string) => Promise<Version>,
  replayable = true,
): Promise<Version> =>
  createMarked(context, {
    doing: `create a version of "${definition}"`,
    description: settings.description,
    ...{ replayable, create },
    async *list() {
      yield* await context.client.getVersions(definition, { includeArchived: true }, context.signal);
    },
    ...ledger.marks,
  });
