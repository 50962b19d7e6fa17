import { predictionOneVariants, type OperationName, type PredictionOneVariant } from '@modelferry/sandbox';
import { faultTable, type FaultRow } from '@modelferry/testkit';
import { points } from './support/points.ts';
import { play, type Played } from './support/play.ts';
import { scenarios } from './support/scenarios.ts';
import { operationNames, Stage, type Inputs } from './support/stage.ts';
import { variantRules, works } from './support/variant-rules.ts';
import { variantsApart } from './support/variants-apart.ts';

const names = Object.keys(predictionOneVariants) as PredictionOneVariant[];
const allPoints = Object.values(points).flat();

/** The call that an operation is for. */
const mainCall: Readonly<Record<string, OperationName>> = {
  'model.retrain': 'retrainUpload',
  'model.train': 'trainUpload',
  'model.delete': 'deleteModel',
  'predictionApi.getMany': 'getClassifiers',
  'predictionApi.create': 'createClassifier',
  'predictionApi.update': 'updateClassifier',
  'predictionApi.delete': 'deleteClassifier',
};
const mainCallOf = (operation: string): OperationName =>
  mainCall[operation] ?? allPoints.find((point) => point.operation === operation)!.call;

let stage: Stage;
let inputs: Inputs = {};
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test('every variant of the sandbox has its rule; one that no scenario meets has a test of its own', () => {
  expect(Object.keys(variantRules).sort()).toEqual([...names].sort());
  const titles = Object.values(variantRules).flatMap(({ apart }) => apart ?? []);
  expect([...titles].sort()).toEqual(Object.keys(variantsApart).sort());
});

const rowOf = (variant: PredictionOneVariant): FaultRow<string, Played> => {
  const { outcomes, others = works } = variantRules[variant];
  return { ...outcomes, others };
};

faultTable<string, PredictionOneVariant, Played>({
  operations: operationNames,
  faults: names,
  expectations: Object.fromEntries(names.map((name) => [name, rowOf(name)])) as Readonly<
    Record<PredictionOneVariant, FaultRow<string, Played>>
  >,
  async planFault(operation, variant) {
    const { fault, region, inputs: more } = variantRules[variant];
    const scenario = scenarios.get(operation)!;
    await stage.reset(region);
    const prepared = await scenario.prepare?.(stage);
    inputs = { ...prepared, ...scenario.inputs(stage, false), ...more?.[operation]?.() };
    stage.sandbox.variants.change({ enable: [variant] });
    if (fault) stage.sandbox.faults.plan({ kind: fault, operation: mainCallOf(operation) });
    return { consumed: async () => stage.sandbox.faults.unconsumed().length === 0 };
  },
  run: (operation, variant) => {
    const point = allPoints.find((one) => one.operation === operation && !one.outcome && !one.kinds)!;
    const { kinds } = variantRules[variant];
    return play(stage, { ...point, kinds }, inputs);
  },
  always: () => stage.expectLaws(),
});

describe('what the scenarios do not meet', () => {
  test.each(Object.entries(variantsApart))('%s', async (_, check) => {
    await stage.reset();
    await check(stage);
    stage.expectLaws();
  });
});
