import {
  surely
} from "./chunk-F45F7HNI.mjs";
import {
  findNamed
} from "./chunk-T736TANI.mjs";
import {
  ofKnownLength,
  sendSource
} from "./chunk-QATWYDLS.mjs";
import {
  allFiles
} from "./chunk-UQZ7PBHG.mjs";
import {
  fileOutput,
  newMarker,
  toMetadata
} from "./chunk-2BQPLDF5.mjs";
import {
  pauseBetweenSends
} from "./chunk-SNKFVKXG.mjs";
import "./chunk-FUJSN5NJ.mjs";
import {
  isUploadOutcomeUnknown,
  isUploadUrlExpired
} from "./chunk-OEOLPVA5.mjs";
import "./chunk-F6SUFCMP.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  isAmbiguous,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  CancelledError,
  EngineError,
  isApiError,
  isEngineError,
  messageOf
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/datalake/conflict.ts
var conflict = (fileName, key, value, cause) => new EngineError({
  code: "conflict",
  message: `"${fileName}" was not uploaded: a file with the ${key} "${value}" is in the channel already.`,
  remedy: "Let On Conflict skip it, delete the other file first, or give this one another value.",
  cause
});

// packages/abeja/src/datalake/find-file.ts
async function findFile({ client, signal }, channelId, [key, value]) {
  const filter = { q: `x-abeja-meta-${key}:${value}`, sort: "-uploaded_at" };
  for await (const file of allFiles(client, channelId, filter, signal)) {
    if (file.metadata?.[key.toLowerCase()] === value || file.metadata?.[key] === value) return file;
  }
  return void 0;
}

// packages/abeja/src/datalake/upload-directly.ts
var maxSends = 4;
async function uploadDirectly(context, wanted) {
  const { channelId, file, conflictKey, onConflict, metadata } = wanted;
  const doing = `upload "${file.name}" to the channel ${channelId}`;
  for (let sends = 1; ; sends++) {
    try {
      const { replayable } = file;
      const sent = await sendUntilTaken(context, doing, () => sendOnce(context, doing, wanted), {
        replayable
      });
      return { file: sent, alreadyThere: false };
    } catch (error) {
      const value = conflictKey === void 0 ? void 0 : metadata[conflictKey];
      if (conflictKey !== void 0 && value !== void 0 && isApiError(error) && error.status === 409) {
        const isOurs = sends > 1;
        if (!isOurs && onConflict === "fail") throw conflict(file.name, conflictKey, value, error);
        const there = await findFile(context, channelId, [conflictKey, value]);
        if (there) return { file: there, alreadyThere: !isOurs };
      }
      if (!isAmbiguous(error)) throw error;
      if (conflictKey === void 0 || !file.replayable || sends >= maxSends)
        throw unclear(file.name, channelId, error);
      await pauseBetweenSends(context, sends, doing);
    }
  }
}
var sendOnce = ({ client, signal, progress }, doing, { channelId, file, metadata, contentType, lifetime, conflictKey }) => sendSource(
  { signal, progress },
  doing,
  file,
  (sending) => client.uploadFile(
    channelId,
    { ...sending, metadata, contentType, lifetime, conflictTarget: conflictKey },
    signal
  )
);
function unclear(name, channelId, cause) {
  const why = messageOf(cause);
  return new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether "${name}" was uploaded to the channel ${channelId}. ${why}`,
    remedy: "Look for a new file of this name in the channel; upload it again if there is none. With Safe Repeats or a Conflict Key, an upload is repeated by itself.",
    cause
  });
}

// packages/abeja/src/datalake/delete-file.ts
async function deleteFile(context, { channelId, fileId }) {
  const { client, signal } = context;
  await surely(context, {
    doing: `delete the file ${fileId}`,
    send: () => client.deleteFile(channelId, fileId, signal),
    isDone: async () => !await readFile(context, { channelId, fileId })
  });
}
var readFile = ({ client, signal }, { channelId, fileId }) => findNamed(
  () => client.getFile(channelId, fileId, signal),
  async () => {
    for await (const file of allFiles(client, channelId, {}, signal))
      if (file.fileId === fileId) return file;
    return void 0;
  }
);

// packages/abeja/src/datalake/upload-presigned.ts
var maxUploads = 4;
async function uploadPresigned(context, wanted) {
  const { client, signal } = context;
  const { channelId, file, conflictKey, onConflict, metadata, lifetime } = wanted;
  const value = conflictKey === void 0 ? void 0 : metadata[conflictKey];
  if (conflictKey !== void 0 && value !== void 0) {
    const there = await findFile(context, channelId, [conflictKey, value]);
    if (there && onConflict === "fail") throw conflict(file.name, conflictKey, value);
    if (there) return { file: there, alreadyThere: true };
  }
  const { fileId } = await fill(context, wanted);
  if (lifetime !== void 0) {
    await surely(context, {
      doing: `set the lifetime of the file ${fileId}`,
      send: () => client.setFileLifetime(channelId, fileId, lifetime, signal),
      isDone: async () => (await client.getFile(channelId, fileId, signal)).lifetime === lifetime
    });
  }
  return { file: await client.getFile(channelId, fileId, signal), alreadyThere: false };
}
async function fill(context, wanted) {
  const { signal } = context;
  const { channelId, file } = wanted;
  let waiting = await ask(context, wanted);
  for (let uploads = 1; ; uploads++) {
    try {
      await put(context, wanted, waiting);
      return waiting;
    } catch (error) {
      if (signal.aborted) throw new CancelledError(`upload "${file.name}"`);
      const isPassing = isUploadUrlExpired(error) || isUploadOutcomeUnknown(error);
      if (!isPassing || !file.replayable || uploads >= maxUploads) {
        await forget(context, channelId, waiting);
        throw error;
      }
      if (!isUploadUrlExpired(error)) continue;
      await forget(context, channelId, waiting);
      waiting = await ask(context, wanted);
    }
  }
}
function ask(context, { channelId, file, metadata, contentType = file.contentType ?? "application/octet-stream" }) {
  const { client, signal } = context;
  return sendUntilTaken(
    context,
    `get an upload address in the channel ${channelId}`,
    () => client.createFileUpload(channelId, { contentType, metadata }, signal)
  );
}
function put({ client, clock, signal, random, progress }, { file, contentType = file.contentType ?? "application/octet-stream" }, { uploadUrl: url }) {
  const { name, length: totalBytes } = file;
  return client.storage.upload({
    ...{ url, contentType, clock, signal, random, source: file },
    doing: `upload "${name}"`,
    onBytesTaken: (bytes) => progress({ type: "upload", name, bytes, totalBytes })
  });
}
var forget = (context, channelId, { fileId }) => deleteFile(context, { channelId, fileId }).catch((error) => {
  if (!isEngineError(error)) throw error;
});

// packages/abeja/src/datalake/upload-file.ts
var markKey = "upload-mark";
async function uploadFile(context, wanted) {
  const { clock, random, progress } = context;
  progress({ type: "phase", title: "Upload the file" });
  if (wanted.way === "direct") {
    if (wanted.conflictKey !== void 0 || !wanted.safeRepeats) return uploadDirectly(context, wanted);
    const metadata = { ...wanted.metadata, [markKey]: newMarker(random, clock.now()).slice(1, -1) };
    return uploadDirectly(context, { ...wanted, metadata, conflictKey: markKey });
  }
  const sized = await ofKnownLength(context, wanted.file);
  try {
    return await uploadPresigned(context, { ...wanted, file: sized.source });
  } finally {
    await sized.dispose();
  }
}

// run-of:packages/abeja/src/operations/datalake/upload-file.ts
async function run(context, { metadata, ...given }) {
  const wanted = { ...given, metadata: toMetadata(given.file.name, metadata) };
  const { file: uploaded, alreadyThere } = await uploadFile(context, wanted);
  return { ...fileOutput(given.channelId, uploaded), alreadyThere };
}
export {
  run as uploadFile
};
