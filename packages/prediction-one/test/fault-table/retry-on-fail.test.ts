import type { PredictionOneFaultKind, FaultRequest, PredictionOneVariant } from '@modelferry/sandbox';
import { nameOfPoint } from '@modelferry/testkit';
import { allFaults, verdictOf } from './support/declare-table.ts';
import { expectAfterTries } from './support/expect-after-tries.ts';
import { play, setUp } from './support/play.ts';
import { points, type Point } from './support/points.ts';
import { Stage } from './support/stage.ts';

const maxTries = 3;

/** What starts something that may be counted and paid, and how a try can be made to end right after the start. */
const refusedAfterStart: Readonly<Record<string, FaultRequest>> = {
  'model.retrain': { kind: 'vendor-error', operation: 'retrainStatus' },
  'model.train': { kind: 'vendor-error', operation: 'trainStatus' },
  'predictionApi.create': { kind: 'vendor-error', operation: 'getClassifiers', skip: 1 },
};
/** The readings under which a second try could start a second training, or miss the first. */
const variantsOf: Readonly<Record<string, readonly PredictionOneVariant[]>> = {
  'model.retrain': ['second-put-restarts', 'second-put-rejected'],
  'model.train': ['second-put-rejected', 'train-returns-new-id', 'model-appears-late'],
};
const sending: readonly string[] = ['train', 'create', 'switch', 'startingUpload', 'plainUpload'];

const startPoints = Object.values(points)
  .flat()
  .filter(({ operation }) => operation in refusedAfterStart);
const faultsOf = (point: Point): readonly PredictionOneFaultKind[] =>
  allFaults.filter((fault) => !('cannotHappen' in (verdictOf(point, fault) ?? {})));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Does something for each fault, and says for which it went wrong. */
async function forEachFault(
  point: Point,
  cell: (fault: PredictionOneFaultKind) => Promise<void>,
): Promise<void> {
  const wrong: string[] = [];
  for (const fault of faultsOf(point)) {
    await cell(fault).catch((error: unknown) => wrong.push(`${fault}: ${String(error)}`));
  }
  expect(wrong).toEqual([]);
}

describe('one fault, and up to three tries', () => {
  test.each(startPoints.map((point) => ({ name: nameOfPoint(point), point })))('$name', ({ point }) =>
    forEachFault(point, async (fault) => {
      const { inputs, consumed } = await setUp(stage, point, fault, false);
      const [result] = await Promise.allSettled([play(stage, point, inputs, maxTries)]);
      stage.expectLaws();
      await expectAfterTries(point, fault, result);
      expect(await consumed()).toBe(true);
    }),
  );
});

describe('a fault at the start, and a try that ends right after it: nothing is started twice', () => {
  const cells = startPoints
    .filter(({ nature }) => sending.includes(nature))
    .flatMap((point) =>
      [undefined, ...(variantsOf[point.operation] ?? [])].map((variant) => ({
        ...{ name: nameOfPoint(point), variant, point },
      })),
    );
  test.each(cells)('$name under variant $variant', ({ point, variant }) =>
    forEachFault(point, async (fault) => {
      const { inputs, consumed } = await setUp(stage, point, fault, false);
      if (variant) stage.sandbox.variants.change({ enable: [variant] });
      stage.sandbox.faults.plan(refusedAfterStart[point.operation]!);
      await play(stage, point, inputs, maxTries).catch(() => undefined);
      stage.expectLaws();
      expect(await consumed()).toBe(true);
    }),
  );
});
