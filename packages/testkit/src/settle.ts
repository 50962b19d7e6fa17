import { setImmediate } from 'node:timers';

/** Lets every promise that can go on without time or I/O go on. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
