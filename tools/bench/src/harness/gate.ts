/** A promise that a bench holds us to. */
export interface Gate {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What is aimed at, in words: `at least 1.00`. */
  readonly goal: string;
  readonly passed: boolean;
}

/** How far below its goal a ratio may be before a run fails: machines are noisy. */
const tolerance = 0.1;

/** A ratio that should reach a goal. It fails only when it is more than 10 % below. */
export const ratioGate = (what: string, value: number, goal: number): Gate => ({
  what,
  value,
  unit: 'x',
  goal: `at least ${goal.toFixed(2)} (fails below ${(goal * (1 - tolerance)).toFixed(2)})`,
  passed: value >= goal * (1 - tolerance),
});

/** A figure that must not exceed its limit. */
export const limitGate = (what: string, value: number, limit: number, unit: string): Gate => ({
  what,
  value,
  unit,
  goal: `at most ${limit}`,
  passed: value <= limit,
});
