import type { BodyTaken, ByteSource } from '@modelferry/http';
import { exactLength } from '@modelferry/upload';
import { boundedChunks } from '../streams/bounded-chunks.ts';

/** Longest piece that is handed to n8n, in bytes: a few of them wait between the source and the socket. */
const maxPieceBytes = 512 * 1024;

/** A body on its way out, and how far it has come. */
export interface OutgoingBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How much of it was asked for so far. */
  readonly taken: BodyTaken;
  /** Whether the source was read to its end. */
  readonly complete: boolean;
  /** What reading the source threw, if it did: the transport only feels a broken stream. */
  readonly failure: unknown;
  /** Gives nothing more, without ending: the server has answered and reads no further. */
  hold(): void;
  /** Lets go of the source. */
  release(): void;
}

/** Reads a source as the connection asks for it, held to its length. */
export function outgoingBody(source: ByteSource, onBytesTaken: (totalBytes: number) => void): OutgoingBody {
  let takenBytes = 0;
  let complete = false;
  let failure: unknown;
  let held = false;
  let released = false;
  let wake: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (wake = resolve));

  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const opened = source.open();
    const { name = 'the body' } = source as { readonly name?: string };
    const exact = source.length === undefined ? opened : exactLength(opened, source.length, name);
    const pieces = boundedChunks(exact, maxPieceBytes);
    const read = async () => {
      try {
        return await pieces.next();
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
    try {
      for (let next = await read(); !next.done; next = await read()) {
        if (held) await end;
        if (released) return;
        takenBytes += next.value.length;
        onBytesTaken(takenBytes);
        yield next.value;
      }
      complete = true;
    } finally {
      await pieces.return();
    }
  }

  return {
    chunks: chunks(),
    get taken() {
      if (complete || takenBytes === source.length) return 'all';
      return takenBytes === 0 ? 'none' : 'part';
    },
    get complete() {
      return complete;
    },
    get failure() {
      return failure;
    },
    hold: () => {
      held = true;
    },
    release: () => {
      released = true;
      wake();
    },
  };
}
