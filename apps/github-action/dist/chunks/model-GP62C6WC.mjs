import {
  createMarked,
  markLedger
} from "./chunk-27XJH5CH.mjs";
import {
  fingerprintOf
} from "./chunk-GFUAX45N.mjs";
import {
  ofKnownLength,
  sendSource
} from "./chunk-QATWYDLS.mjs";
import {
  allModels
} from "./chunk-UQZ7PBHG.mjs";
import {
  modelOutput,
  toMetrics,
  toNameValues,
  vendor
} from "./chunk-2BQPLDF5.mjs";
import "./chunk-FUJSN5NJ.mjs";
import {
  storedZip
} from "./chunk-6ADRUR63.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-T3LF6UAK.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  sniffType
} from "./chunk-S2KHAVPK.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  InputError,
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/models/as-zip.ts
async function asZip({ crc32 }, file) {
  const { head, source } = await peekSource(file, 8);
  if (head.length === 0) throw empty(file.name);
  if (sniffType(head) === "zip") return source;
  return storedZip("model_data.zip", [{ path: file.name, source }], { crc32 });
}
var empty = (name) => new InputError([{ field: "file", problem: `"${name}" is empty`, remedy: "Pass the files of a model." }]);

// packages/abeja/src/models/model-ledger.ts
var modelKind = "model";
var modelRequest = "model-request";
async function modelLedger(jobs, fingerprint) {
  const marks = await markLedger(jobs, modelRequest, fingerprint);
  return {
    marks,
    earlier: (await jobs.earlier(modelKind, fingerprint))?.id,
    async note(modelId) {
      await jobs.keep({ vendor, kind: modelKind, id: modelId, phase: "uploaded", fingerprint, note: true });
      await marks.close();
    }
  };
}

// packages/abeja/src/models/upload-model.ts
async function uploadModel(context, wanted) {
  const { client, jobs, signal, progress } = context;
  const { definition, file, description, ...rest } = wanted;
  const { name, length } = file;
  const fingerprint = await fingerprintOf([definition, name, length, description, rest]);
  const ledger = await modelLedger(jobs, fingerprint);
  const { earlier } = ledger;
  if (earlier !== void 0) {
    const message = `Going on with model ${earlier} of an earlier try, in place of uploading "${name}" again.`;
    progress({ type: "warning", message });
    return client.getModel(definition, earlier, signal);
  }
  const doing = `upload "${name}" as a model of "${definition}"`;
  const sized = await ofKnownLength(context, file);
  try {
    const zip = await asZip(context, sized.source);
    progress({ type: "phase", title: "Upload the model" });
    const model = await createMarked(context, {
      ...{ doing, description, replayable: zip.replayable },
      create: (marked) => sendSource(
        context,
        doing,
        zip,
        (sending) => client.createModel(definition, { ...rest, ...sending, description: marked }, signal)
      ),
      list: () => allModels(client, definition, { includeArchived: true }, signal),
      ...ledger.marks
    });
    await ledger.note(model.modelId);
    return model;
  } catch (error) {
    throw explained(error);
  } finally {
    await sized.dispose();
  }
}
function explained(error) {
  if (!isApiError(error) || error.status !== 413) return error;
  const remedy = "Leave out of the archive what the service does not need, and upload it again.";
  return new ApiError({ ...error, code: "too-large", message: error.message, remedy, cause: error });
}

// run-of:packages/abeja/src/operations/model/create-model.ts
async function run(context, { metrics, userParameters, ...given }) {
  const figures = { metrics: toMetrics(metrics), userParameters: toNameValues(userParameters) };
  return modelOutput(await uploadModel(context, { ...given, ...figures }));
}
export {
  run as createModel
};
