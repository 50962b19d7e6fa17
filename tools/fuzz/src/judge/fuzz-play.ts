import type { NodeTransport } from '@modelferry/node-host';
import * as fc from 'fast-check';
import { anyPlan } from '../answers/any-plan.ts';
import { applyPlan } from '../answers/apply-plan.ts';
import type { AnswerPlan } from '../answers/plan.ts';
import type { Inputs, Play } from '../plays/play.ts';
import type { Stage } from '../stage/stage.ts';
import type { Tape } from '../stage/tape.ts';
import { judge, type Law } from './judge.ts';
import { perform } from './perform.ts';

/** How often, and which of all possible runs. */
export interface FuzzOptions {
  readonly seed: number;
  readonly runs: number;
}

/** A play that is ready to be run: once it went well, and its answers are on the tape. */
export interface Rehearsed {
  readonly play: Play;
  readonly inputs: Inputs;
  readonly tape: Tape;
  readonly stage: Stage;
  readonly node: NodeTransport;
  readonly law: Law;
}

/** What came of a play under wrong answers. */
export interface FuzzReport {
  readonly runs: number;
  /** How often each kind of end came: `success`, or the code of the error. */
  readonly ends: Readonly<Record<string, number>>;
  readonly mostRequests: number;
  /** The longest run, in real milliseconds. */
  readonly slowestMs: number;
  /** The smallest plan that shows what is wrong. */
  readonly failure?: { readonly plan: AnswerPlan; readonly findings: readonly string[] };
}

/** Runs a play over and over, each time with answers that are wrong in another way. */
export async function fuzzPlay(
  { play, inputs, tape, stage, node, law }: Rehearsed,
  { seed, runs }: FuzzOptions,
): Promise<FuzzReport> {
  const ends: Record<string, number> = {};
  let count = 0;
  let mostRequests = 0;
  let slowestMs = 0;
  const findingsOf = async (plan: AnswerPlan) => {
    stage.play(tape, applyPlan(plan, tape.length));
    const performance = await perform(play, inputs, node, stage);
    const end = endOf(performance.result);
    ends[end] = (ends[end] ?? 0) + 1;
    count += 1;
    mostRequests = Math.max(mostRequests, performance.requests.length);
    slowestMs = Math.max(slowestMs, performance.tookMs);
    return judge(performance, law, plan);
  };
  const { counterexample } = await fc.check(
    fc.asyncProperty(anyPlan, async (plan) => (await findingsOf(plan)).length === 0),
    // So long may be searched for a smaller plan, in milliseconds
    { seed, numRuns: runs, interruptAfterTimeLimit: 120_000 },
  );
  const [plan] = counterexample ?? [];
  return {
    ...{ runs: count, ends, mostRequests, slowestMs },
    ...(plan && { failure: { plan, findings: await findingsOf(plan) } }),
  };
}

const endOf = (result: PromiseSettledResult<unknown> | undefined): string =>
  result === undefined
    ? 'never'
    : result.status === 'fulfilled'
      ? 'success'
      : String((result.reason as { readonly code?: unknown }).code);
