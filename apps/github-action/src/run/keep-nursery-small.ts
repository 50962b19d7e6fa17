import { setFlagsFromString } from 'node:v8';

/** See `node --v8-options`. V8 looks at each of them anew whenever it has cleared that space. */
const flags = [
  // Once a tenth of it is full, not four fifths
  '--minor-gc-task-trigger=10',
  // At the size that it has: it would grow to 16 MiB
  '--semi-space-growth-factor=1',
  // With what its objects held freed by the same thread, which soon asks for as much: another is late at times
  '--no-concurrent-array-buffer-sweeping',
];

/**
 * Has V8 clear the space for new objects early. What a download is read into lies outside of it, 64 KiB for every 5 KB within,
 * and is freed only with the objects that hold it: at four fifths of a space of some MB, 40 MB of it are dead. Clearing costs
 * little where nearly all is dead, and less than is won by reading into memory that the processor still has at hand.
 * Flags for the whole process are a matter for who owns it.
 */
export const keepNurserySmall = (): void => setFlagsFromString(flags.join(' '));
