import type { PredictionOneFaultKind, FaultRequest } from '@modelferry/sandbox';
import { memoryLedger, valueOf, type PlannedFault } from '@modelferry/testkit';
import type { Nature, Point } from './points.ts';
import { scenarios } from './scenarios.ts';
import type { Inputs, Performance, Stage } from './stage.ts';

/** A cell that was played, to be held against what was expected. */
export interface Played {
  expectDone(): void;
  expectValue(expected: Inputs): void;
  expectWarning(warning: RegExp): void;
  expectPending(warning: RegExp): void;
}

/** How many of a burst a call meets: as often as it is sent. */
const burst: Partial<Readonly<Record<Nature, number>>> = {
  train: 1,
  create: 1,
  startingUpload: 1,
  switch: 2,
  score: 2,
};

/** Fast, and once: what strikes without end is consumed by its first strike all the same. */
function planFor(point: Point, kind: PredictionOneFaultKind): FaultRequest {
  const { call: operation, skip, nature } = point;
  return {
    ...{ kind, operation, skip, delayMs: 30 },
    ...(kind === 'slow-drip' && { delayMs: 1, bytes: 200 }),
    ...(kind === 'http-503-burst' && { times: burst[nature] }),
  };
}

/** Faults within an upload, which are only sure to strike there when it is larger than all buffers on the way. */
export const withinUploads: ReadonlySet<PredictionOneFaultKind> = new Set<PredictionOneFaultKind>([
  'reset-before-body',
  'reset-mid-body',
  'stall-mid-upload',
]);

/** Sets the stage for a cell: what the operation works on is there, and the fault is to come. */
export async function setUp(
  stage: Stage,
  point: Point,
  kind: PredictionOneFaultKind,
  largeBodies = true,
): Promise<PlannedFault & { readonly inputs: Inputs }> {
  const scenario = scenarioOf(point);
  await stage.reset();
  const prepared = await scenario.prepare?.(stage);
  const largeBody = largeBodies && point.nature === 'startingUpload' && withinUploads.has(kind);
  const inputs = { ...prepared, ...scenario.inputs(stage, largeBody), ...point.more?.(stage) };
  const plan = stage.sandbox.faults.plan(planFor(point, kind));
  return { inputs, consumed: async () => stage.sandbox.faults.get(plan.id)?.consumed === true };
}

/** Runs the operation, and once more after a failure as often as tries are left, as Retry On Fail does. */
export async function play(stage: Stage, point: Point, inputs: Inputs, maxTries = 1): Promise<Played> {
  const scenario = scenarioOf(point);
  const options = { kinds: point.kinds ?? scenario.kinds, ledger: memoryLedger() };
  for (let tries = 1; ; tries++) {
    const performance = await stage.perform(scenario.operation, inputs, options);
    if (performance.result.status === 'fulfilled') return played(stage, point, performance);
    if (tries >= maxTries) throw performance.result.reason;
  }
}

function played(stage: Stage, point: Point, performance: Performance): Played {
  const expectValue = (expected: Inputs) => expect(valueOf(performance)).toMatchObject(expected);
  const expectWarning = (warning: RegExp) =>
    expect(
      performance.events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])).join('\n'),
    ).toMatch(warning);
  return {
    expectValue,
    expectDone: () =>
      point.outcome ? expectValue(point.outcome) : scenarioOf(point).done(stage, performance),
    expectWarning,
    expectPending(warning) {
      expectValue({ pending: true, finished: false });
      expectWarning(warning);
    },
  };
}

function scenarioOf({ operation }: Point) {
  const scenario = scenarios.get(operation);
  if (!scenario) throw new Error(`There is no scenario for ${operation}.`);
  return scenario;
}
