import type { ResponseBody, Transport } from '@modelferry/http';
import type { FakeClock } from '@modelferry/testkit';

export interface WatchedTransportOptions {
  readonly clock: FakeClock;
  /**
   * Whether the server keeps still on purpose, since so many milliseconds, on a request that was sent no earlier: only
   * time can end it.
   */
  hangs(sentAtMs: number, quietMs: number): boolean;
  /** Called with the text of every answer, before anything of ours has touched it. */
  onAnswer(text: string): void;
}

/** Long enough for what a server on this machine still had to say, in real milliseconds. */
const quietMs = 60;

/**
 * A real transport under an auto clock: time stands still while a request is under way, so that no timeout overtakes a
 * true answer, and goes on as soon as the server was told to hang. Hears every answer.
 */
export function watchedTransport(
  transport: Transport,
  { clock, hangs, onAnswer }: WatchedTransportOptions,
): Transport {
  return {
    async send(request) {
      const letGo = clock.hold();
      const sentAtMs = Date.now();
      let movedAtMs = sentAtMs;
      const watch = setInterval(() => {
        if (Date.now() - movedAtMs > quietMs && hangs(sentAtMs, quietMs)) release();
      }, 10);
      const release = () => {
        clearInterval(watch);
        letGo();
      };
      try {
        const response = await transport.send({
          ...request,
          onBytesTaken: (bytes) => {
            movedAtMs = Date.now();
            request.onBytesTaken?.(bytes);
          },
        });
        return { ...response, body: heard(response.body, release, onAnswer) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

function heard(body: ResponseBody, release: () => void, onAnswer: (text: string) => void): ResponseBody {
  async function* chunks() {
    const read: Uint8Array[] = [];
    try {
      for await (const chunk of body) {
        read.push(chunk);
        yield chunk;
      }
    } finally {
      release();
      onAnswer(Buffer.concat(read).toString('utf8'));
    }
  }
  const cancel = () => {
    release();
    body.cancel();
  };
  return { [Symbol.asyncIterator]: chunks, cancel };
}
