import { writeSync } from 'node:fs';

/** How long a full pipe is waited for, in milliseconds, before the text is given up. */
const patienceMs = 5_000;
const pauseMs = 5;

/**
 * Writes to the standard output, and has written when it returns: nothing is lost at an end, and `process.stdout`, which takes
 * a tenth of an empty script's time to make, is not needed. A runner that no longer reads is no reason to leave a job alone:
 * what it does not take is dropped.
 * @param fd @default the standard output
 */
export function writeOut(text: string, fd = 1): void {
  let rest: Uint8Array = Buffer.from(text);
  for (let waitedMs = 0; rest.length > 0 && waitedMs < patienceMs;) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      pause(pauseMs);
      waitedMs += pauseMs;
    }
  }
}

/** A pipe that is full gives no other sign. */
const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
