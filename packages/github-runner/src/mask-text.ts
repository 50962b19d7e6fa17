import { createMasks } from './masks.ts';

/** A text as the runner would show it in a job with these secrets. */
export const maskText = (text: string, secrets: Iterable<string>): string => createMasks(secrets).mask(text);
