import type { InputFault } from '@modelferry/http';
import { perhapsMeant } from './perhaps-meant.ts';

/** Longest wrong word that is repeated, in characters: what is longer was never meant as one of ours, and may be a key. */
const maxQuoted = 30;

/**
 * The fault of a word that is not in its closed list: with what was given, and what was probably meant.
 * @param problem without the word. @default 'must be one of ...'
 */
export const notOneOf = (
  given: string,
  choices: readonly string[],
  problem = `must be one of ${choices.join(', ')}`,
): Omit<InputFault, 'field'> =>
  given.length > maxQuoted
    ? { problem }
    : { problem: `${problem}, not "${given}"`, remedy: perhapsMeant(given, choices) };
