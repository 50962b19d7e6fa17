import { bytesSource, type OutgoingFile, type SavedFile } from '@modelferry/upload';
import { abortable } from '@modelferry/http';
import { clockContract } from '../src/contracts/clock-contract.ts';
import { scratchContract } from '../src/contracts/scratch-contract.ts';
import { sinkContract } from '../src/contracts/sink-contract.ts';
import { sourceContract } from '../src/contracts/source-contract.ts';
import { testSource } from '../src/test-source.ts';
import { setTimeout } from 'node:timers/promises';

// The plainest way to keep each contract, in memory: it shows that they can be kept, and tests their tests

sourceContract('a source in memory', async ({ name, bytes }) => ({
  source: bytesSource(name, bytes),
  close: async () => undefined,
}));

sourceContract('a source for one reading', async ({ name, bytes }) => {
  const source = testSource(bytes, { name, replayable: false, declaredLength: null, chunkBytes: [9_973] });
  return {
    source: { ...source, ranged: false },
    openHandles: () => source.opened - source.closed,
    close: async () => undefined,
  };
});

async function readAll(body: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  try {
    for (;;) {
      const next = await abortable(iterator.next(), signal);
      if (next.done) return new Uint8Array(Buffer.concat(chunks));
      chunks.push(next.value);
    }
  } finally {
    void iterator.return?.();
  }
}

sinkContract('a sink in memory', async () => {
  const files = new Map<string, Uint8Array>();
  return {
    sink: {
      save: async ({ name, contentType, length, body }: OutgoingFile, signal): Promise<SavedFile> => {
        const bytes = await readAll(body, signal);
        if (length !== undefined && length !== bytes.length) throw new Error('another length was told');
        files.set(name, bytes);
        return { name, contentType, bytes: bytes.length, location: name };
      },
    },
    read: async ({ location }) => files.get(location) ?? new Uint8Array(),
    leftovers: async () => [...files.keys()],
    close: async () => undefined,
  };
});

scratchContract('a scratch store in memory', async () => {
  const files = new Set<Uint8Array>();
  return {
    store: {
      write: async ({ name, contentType, body }, signal) => {
        const bytes = await readAll(body, signal);
        files.add(bytes);
        return {
          source: bytesSource(name, bytes, contentType),
          dispose: async () => void files.delete(bytes),
        };
      },
    },
    leftovers: async () => [...files].map(String),
    close: async () => undefined,
  };
});

clockContract('the clock of Node.js, in days', () => ({
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    const dayMs = 86_400_000;
    for (let left = ms; left > 0; left -= dayMs) {
      await setTimeout(Math.min(left, dayMs), undefined, { signal }).catch(() => {
        throw signal?.reason;
      });
    }
    signal?.throwIfAborted();
  },
}));
