import {
  hasMarker,
  newMarker,
  vendor,
  withMarker
} from "./chunk-2BQPLDF5.mjs";
import {
  requestNotes
} from "./chunk-T3LF6UAK.mjs";
import {
  isAmbiguous,
  pause,
  sendUntilTaken
} from "./chunk-WTLKQS7A.mjs";
import {
  EngineError,
  isCancelled
} from "./chunk-VDHEZRE2.mjs";

// packages/abeja/src/at-most-once/create-marked.ts
var betweenLooksMs = 5e3;
async function createMarked(context, creation) {
  const { clock, random } = context;
  const { doing, description, replayable, openMarker } = creation;
  if (openMarker !== void 0) return findMarked(context, creation, openMarker);
  const marker = newMarker(random, clock.now());
  await creation.onSend?.(marker);
  try {
    return await sendUntilTaken(context, doing, () => creation.create(withMarker(description, marker)), {
      replayable
    });
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (!isAmbiguous(error)) {
      await creation.onRefused?.(marker);
      throw error;
    }
    await creation.onOpen?.(marker);
    return findMarked(context, creation, marker, error);
  }
}
async function findMarked({ clock, signal, progress }, { doing, list }, marker, cause) {
  for (const pauseMs of [0, betweenLooksMs]) {
    await pause({ clock, signal }, pauseMs, doing);
    const found = await look(list, marker);
    if (!found) continue;
    const message = `No clear answer came when asked to ${doing}. What has its marker ${marker} is taken for it.`;
    progress({ type: "warning", message });
    return found;
  }
  const why = cause instanceof Error ? ` ${cause.message}` : "";
  throw new EngineError({
    code: "outcome-unknown",
    message: `It is not known whether it worked to ${doing}, and it was not asked for again.${why}`,
    remedy: `Look for ${marker} in the descriptions on the platform: use what has it, and run this again if nothing has.`,
    cause
  });
}
async function look(list, marker) {
  try {
    for await (const one of list()) if (hasMarker(one, marker)) return one;
  } catch (error) {
    if (isCancelled(error)) throw error;
  }
  return void 0;
}

// packages/abeja/src/at-most-once/mark-ledger.ts
async function markLedger(jobs, kind, fingerprint) {
  const notes = requestNotes(jobs, { vendor, kind, fingerprint });
  const [openMarker] = await notes.open() ?? [];
  let current = openMarker;
  return {
    openMarker,
    async onSend(marker) {
      current = marker;
      await notes.note("issued", [marker]);
    },
    onRefused: (marker) => notes.note("refused", [marker]),
    async close() {
      if (current !== void 0) await notes.note("created", [current]);
    }
  };
}

export {
  createMarked,
  markLedger
};
