import { EngineError } from '@modelferry/http';
import { saveDownload, type RunContext } from '@modelferry/operation';
import { sniffType, type SavedFile } from '@modelferry/upload';
import type { AbejaClient } from '../client/client.ts';

/** Streams a model to the host, whole or not at all, with a URL asked for anew at each try. */
export async function saveModel(
  context: RunContext<AbejaClient>,
  wanted: { readonly definition: string; readonly modelId: string; readonly fileName?: string },
): Promise<SavedFile> {
  const { client, signal } = context;
  const { definition, modelId, fileName = `model-${modelId}.zip` } = wanted;
  const doing = `download the model ${modelId}`;
  const noZip = (): EngineError =>
    new EngineError({
      code: 'unexpected-answer',
      message: `Could not ${doing}: what came is no zip.`,
      remedy: 'Download it again; if that does not help, look at the model on the platform.',
    });
  const saved = await saveDownload(context, {
    doing,
    freshUrl: () => client.getModelUrl(definition, modelId, signal),
    nameOf({ head }) {
      if (sniffType(head) === 'zip') return fileName;
      throw noZip();
    },
  });
  if (saved) return saved;
  throw noZip();
}
