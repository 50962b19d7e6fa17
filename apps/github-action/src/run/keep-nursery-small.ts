import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 keep the space for new objects at the size it has. Gigabytes that pass in small pieces make it grow to 16 MiB, and
 * the pieces themselves, which lie outside of it, are freed no sooner than it is full: a download of any length then takes
 * 15 MB more. Clearing it more often costs less than can be measured. A flag for the whole process, so a matter for who owns
 * the process; it is read each time the space could grow.
 */
export const keepNurserySmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');
