import { valueOf, type Performance } from '@modelferry/testkit';
import type { Stage } from '../../support/stage.ts';
import { expectDone, operationOf, type Inputs, type Scenario } from './scenario.ts';

/** An operation that was performed, to be held against what was expected. */
export interface Played {
  readonly performance: Performance;
  expectDone(): void;
  expectValue(expected: unknown): void;
}

/** Performs the operation of a scenario. @throws what it failed with */
export async function play(stage: Stage, scenario: Scenario, inputs: Inputs): Promise<Played> {
  const performance = await stage.perform(operationOf(scenario), inputs);
  const value = valueOf<unknown>(performance);
  return {
    performance,
    expectDone: () => expectDone(stage, scenario, performance),
    expectValue: (expected) => expect(value).toMatchObject(expected as object),
  };
}
