import { nearest } from './nearest.ts';

/** Says which of several words was probably meant by a wrong one. @returns undefined where none is near */
export function perhapsMeant(given: string, words: Iterable<string>): string | undefined {
  const word = nearest(given, words);
  return word === undefined ? undefined : `Perhaps "${word}" is meant.`;
}
