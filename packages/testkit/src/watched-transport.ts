import type { Transport } from '@modelferry/http';
import type { FakeClock } from './fake-clock.ts';
import { onBodyEnd } from './on-body-end.ts';

export interface WatchedTransportOptions {
  readonly clock: FakeClock;
  /**
   * Whether the server keeps still on purpose, since so many milliseconds, on a request that was sent no earlier: only
   * time can end it.
   */
  hangs(sentAtMs: number, quietMs: number): boolean;
  /** Called with the text of every answer, before anything of ours has touched it. @default nobody is */
  onAnswer?(text: string): void;
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
      const onBytesTaken = (bytes: number) => {
        movedAtMs = Date.now();
        request.onBytesTaken?.(bytes);
      };
      try {
        const response = await transport.send({ ...request, onBytesTaken });
        if (!onAnswer) return { ...response, body: onBodyEnd(response.body, release) };
        const heard: Uint8Array[] = [];
        const ended = () => {
          release();
          if (heard.length > 0) onAnswer(Buffer.concat(heard.splice(0)).toString('utf8'));
        };
        return { ...response, body: onBodyEnd(response.body, ended, (chunk) => heard.push(chunk)) };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
