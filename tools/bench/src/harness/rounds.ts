import type { BenchContext } from './bench.ts';
import { measure, type Measurement } from './measure.ts';

/** One of those that are compared. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
}

/** Each contestant's measurements, in the order of the rounds. */
export type Rounds = ReadonlyMap<string, readonly Measurement[]>;

/**
 * Measures contestants in turn, round after round (A B C, A B C), so that what disturbs the machine disturbs all.
 * @param check looks, after each run, whether it did what it should; throws when not
 */
export async function measureRounds(
  context: BenchContext,
  rounds: number,
  contestants: readonly Contestant[],
  check: (contestant: Contestant) => void | Promise<void> = () => undefined,
): Promise<Rounds> {
  const results = new Map<string, Measurement[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      const measured = await measure(context, contestant.command);
      await check(contestant);
      results.get(contestant.name)?.push(measured);
      context.log(`round ${round}/${rounds}: ${contestant.name} ${(measured.wallMs / 1000).toFixed(2)} s`);
    }
  }
  return results;
}
