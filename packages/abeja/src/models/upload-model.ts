import { ApiError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import { createMarked } from '../at-most-once/create-marked.ts';
import type { AbejaClient } from '../client/client.ts';
import { allModels } from '../client/lists.ts';
import type { Model, ModelUpload } from '../client/training/models.ts';
import { fingerprintOf } from '../at-most-once/fingerprint.ts';
import { ofKnownLength } from '../uploads/of-known-length.ts';
import { sendSource } from '../uploads/send-source.ts';
import { asZip } from './as-zip.ts';
import { modelLedger } from './model-ledger.ts';

/** What is to be uploaded. */
export interface NewModel extends Omit<ModelUpload, 'source' | 'onBytesTaken'> {
  /** Name or ID of the job definition that gets it. */
  readonly definition: string;
  readonly file: Source;
}

/**
 * Uploads a model, once: that of an earlier try is taken up, and after an answer that got lost the one with its marker (5.2).
 * @throws EngineError with code `outcome-unknown` when it may be there and cannot be seen
 */
export async function uploadModel(context: RunContext<AbejaClient>, wanted: NewModel): Promise<Model> {
  const { client, jobs, signal, progress } = context;
  const { definition, file, description, ...rest } = wanted;
  const { name, length } = file;
  const fingerprint = await fingerprintOf([definition, name, length, description, rest]);
  const ledger = await modelLedger(jobs, fingerprint);
  const { earlier } = ledger;
  if (earlier !== undefined) {
    const message = `Going on with model ${earlier} of an earlier try, in place of uploading "${name}" again.`;
    progress({ type: 'warning', message });
    return client.getModel(definition, earlier, signal);
  }
  const doing = `upload "${name}" as a model of "${definition}"`;
  const sized = await ofKnownLength(context, file);
  try {
    const zip = await asZip(context, sized.source);
    progress({ type: 'phase', title: 'Upload the model' });
    const model = await createMarked(context, {
      ...{ doing, description, replayable: zip.replayable },
      create: (marked) =>
        sendSource(context, doing, zip, (sending) =>
          client.createModel(definition, { ...rest, ...sending, description: marked }, signal),
        ),
      list: () => allModels(client, definition, { includeArchived: true }, signal),
      ...ledger.marks,
    });
    await ledger.note(model.modelId);
    return model;
  } catch (error) {
    throw explained(error);
  } finally {
    await sized.dispose();
  }
}

/** How large a model may be is documented nowhere (Q9): only the refusal tells. */
function explained(error: unknown): unknown {
  if (!isApiError(error) || error.status !== 413) return error;
  const remedy = 'Leave out of the archive what the service does not need, and upload it again.';
  return new ApiError({ ...error, code: 'too-large', message: error.message, remedy, cause: error });
}
