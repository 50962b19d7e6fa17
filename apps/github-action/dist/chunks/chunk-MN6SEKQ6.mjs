import {
  exactLength
} from "./chunk-POCHAAXE.mjs";

// packages/upload/src/tap-source.ts
function tapSource(source, newTap) {
  const { reader, length } = source;
  return {
    name: source.name,
    contentType: source.contentType,
    length,
    replayable: source.replayable,
    ranged: false,
    // A tap that misses bytes would be wrong about the rest
    open: () => tapped(source.open(), source, newTap()),
    // Reading into buffers of its own is a transport's fast way to send a file
    reader: reader && length !== void 0 ? async () => tappedReader(await reader.call(source), length, newTap()) : void 0
  };
}
async function* tapped(chunks, source, tap) {
  const { length } = source;
  let held;
  for await (const chunk of length === void 0 ? chunks : exactLength(chunks, length, source.name)) {
    if (chunk.length === 0) continue;
    tap.see(chunk);
    if (held) yield held;
    held = chunk;
  }
  tap.end();
  if (held) yield held;
}
function tappedReader(whole, length, tap) {
  let seen = 0;
  let ended = false;
  let last = Promise.resolve();
  const readSeen = async (target, position) => {
    const got = await whole.read(target, position);
    if (position + got > seen) tap.see(target.subarray(seen - position, got));
    seen = Math.max(seen, position + got);
    if (!ended && (seen >= length || got === 0 && position === seen && target.length > 0)) {
      ended = true;
      tap.end();
    }
    return got;
  };
  const read = async (target, position) => {
    while (seen < Math.min(position, length)) {
      const gap = new Uint8Array(Math.min(gapBytes, position - seen));
      if (await readSeen(gap, seen) === 0) break;
    }
    return readSeen(target, position);
  };
  return {
    // A transport reads ahead: its reads come one after the other, in the order in which they were asked for
    read: (target, position) => {
      const next = last.then(() => read(target, position));
      last = next.catch(() => void 0);
      return next;
    },
    close: () => whole.close()
  };
}
var gapBytes = 64 * 1024;

export {
  tapSource
};
