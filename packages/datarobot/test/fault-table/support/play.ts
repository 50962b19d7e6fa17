import type { DataRobotFaultKind, FaultRequest } from '@modelferry/sandbox';
import { valueOf, type Performance, type PlannedFault } from '@modelferry/testkit';
import type { Point } from './points.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import type { Inputs, PerformOptions, Stage } from './stage.ts';

/** A cell that was played, to be held against what was expected. */
export interface Played {
  readonly performance: Performance;
  expectDone(): void;
  expectValue(expected: object): void;
}

/** Fast, and no longer than the patience of what is struck. */
function planFor({ call: operation, skip, nature }: Point, kind: DataRobotFaultKind): FaultRequest {
  return {
    ...{ kind, operation, skip, delayMs: 30 },
    ...(kind === 'slow-drip' && { delayMs: 1, bytes: 200 }),
    ...(/-burst$/.test(kind) && nature === 'upload' && { times: 2 }),
    ...(/-burst$/.test(kind) && nature === 'once' && { times: 1 }),
    ...(kind === 'deployment-deleted' && { skip: 0 }),
  };
}

/** Faults within an upload, which are only sure to strike there when it is larger than all buffers on the way. */
const withinUploads: ReadonlySet<string> = new Set([
  'reset-before-body',
  'reset-mid-body',
  'stall-mid-upload',
]);

export function scenarioOf(operation: string): Scenario {
  const scenario = scenarios.find((one) => one.operation === operation);
  if (!scenario) throw new Error(`There is no scenario for ${operation}.`);
  return scenario;
}

/** Sets the stage for a cell: what the operation works on is there, and the fault is to come. */
export async function setUp(
  stage: Stage,
  point: Point,
  kind: DataRobotFaultKind,
): Promise<PlannedFault & { readonly inputs: Inputs }> {
  const scenario = scenarioOf(point.operation);
  await stage.reset();
  const prepared = await scenario.prepare?.(stage);
  const largeBody = ['upload', 'once'].includes(point.nature) && withinUploads.has(kind);
  const inputs = { ...prepared, ...scenario.inputs(stage, largeBody), ...point.inputs };
  const plan = stage.sandbox.faults.plan(planFor(point, kind));
  return { inputs, consumed: async () => stage.sandbox.faults.get(plan.id)?.consumed === true };
}

export async function play(
  stage: Stage,
  operation: string,
  inputs: Inputs,
  options?: PerformOptions,
): Promise<Played> {
  const performance = await stage.perform(operation, inputs, options);
  if (performance.result.status === 'rejected') throw performance.result.reason;
  return {
    performance,
    expectValue: (expected) => expect(valueOf(performance)).toMatchObject(expected),
    expectDone: () => scenarioOf(operation).done(stage, performance),
  };
}
