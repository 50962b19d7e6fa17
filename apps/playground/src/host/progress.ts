/** Tells the person at the terminal what goes on, each line with the time since the start. */
export interface Progress {
  readonly say: (text: string) => void;
  /** Shows that something goes on: replaces its last line on a terminal, else a line now and then. */
  readonly tick: (text: string) => void;
}

const quietMs = 15_000;

/** Progress on a stream, normally the standard output. */
export function progressOn(
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): Progress {
  const startedAtMs = now();
  let lastTickMs = -Infinity;
  let ticking = false;
  const line = (text: string) => `[${stamp(now() - startedAtMs)}] ${text}`;
  const clear = () => {
    if (ticking) stream.write('\r\u001b[K');
    ticking = false;
  };
  return {
    say(text) {
      clear();
      stream.write(`${line(text)}\n`);
      lastTickMs = now();
    },
    tick(text) {
      if (stream.isTTY) {
        clear();
        stream.write(line(text).slice(0, stream.columns - 1));
        ticking = true;
      } else if (now() - lastTickMs >= quietMs) {
        stream.write(`${line(text)}\n`);
        lastTickMs = now();
      }
    },
  };
}

function stamp(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}
