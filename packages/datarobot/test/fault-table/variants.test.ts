import { dataRobotVariants, type DataRobotVariant } from '@modelferry/sandbox';
import { faultTable, type FaultRow } from '@modelferry/testkit';
import { play, scenarioOf, type Played } from './support/play.ts';
import { operationNames, Stage, type Inputs } from './support/stage.ts';
import { isStruck, variantRules, verdictOf } from './support/variant-rules.ts';

const names = Object.keys(dataRobotVariants) as DataRobotVariant[];

const stage = Stage.forFile();
let inputs: Inputs = {};

test('every variant of the sandbox has its rule', () => {
  expect(Object.keys(variantRules).sort()).toEqual([...names].sort());
});

const rowOf = (variant: DataRobotVariant): FaultRow<string, Played> =>
  Object.fromEntries(operationNames.map((name) => [name, verdictOf(name, variantRules[variant])]));

faultTable<string, DataRobotVariant, Played>({
  operations: operationNames,
  faults: names,
  expectations: Object.fromEntries(names.map((name) => [name, rowOf(name)])) as Readonly<
    Record<DataRobotVariant, FaultRow<string, Played>>
  >,
  async planFault(operation, variant) {
    const rule = variantRules[variant];
    const scenario = scenarioOf(operation);
    await stage.reset();
    const prepared = await scenario.prepare?.(stage);
    const largeBody = isStruck(operation, rule) && rule.fault?.[1] === 'batchUpload';
    inputs = { ...prepared, ...scenario.inputs(stage, largeBody) };
    stage.sandbox.variants.change({ enable: [variant] });
    if (rule.fault && isStruck(operation, rule)) {
      const [kind, struck] = rule.fault;
      stage.sandbox.faults.plan({ kind, operation: struck });
    }
    return { consumed: async () => stage.sandbox.faults.unconsumed().length === 0 };
  },
  run: (operation) => play(stage, operation, inputs),
  always: () => stage.expectLaws(),
});
