/** Longest word that is compared, in characters. */
const maxLength = 100;

/**
 * The one of several words that a mistyped one probably means: written in another case, or with at most one letter in three
 * left out, put in, changed or swapped with the next one.
 */
export function nearest(given: string, words: Iterable<string>): string | undefined {
  const typed = given.trim().toLowerCase();
  if (typed === '' || typed.length > maxLength) return undefined;
  let best: string | undefined;
  let leastSlips = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const word of words) {
    if (Math.abs(word.length - typed.length) >= leastSlips) continue;
    const slips = slipsBetween(typed, word.toLowerCase());
    if (slips < leastSlips) [best, leastSlips] = [word, slips];
  }
  return best;
}

/** How many letters are left out, put in, changed or swapped between two words. */
function slipsBetween(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped));
    }
    [before, row] = [row, next];
  }
  return row[to.length]!;
}
