import { abejaServingVariants, abejaVariants } from '@modelferry/sandbox';
import { faultTable, type FaultRow } from '@modelferry/testkit';
import { abeja } from '../../src/index.ts';
import { Stage } from '../support/stage.ts';
import { allScenarios } from './support/all-scenarios.ts';
import { play, type Played } from './support/played.ts';
import { operationOf, type Inputs, type Scenario } from './support/scenario.ts';
import { variantRules, verdictOf, type Variant } from './support/variant-rules.ts';

const variants = Object.keys({ ...abejaVariants, ...abejaServingVariants }) as Variant[];
const byName = new Map(allScenarios.map((scenario) => [scenario.name, scenario]));
const scenarioOf = (name: string): Scenario => byName.get(name)!;

const stage = Stage.forFile();
let inputs: Inputs = {};

test('every operation has its scenario', () => {
  const operations = abeja.operations.map(({ resource, name }) => `${resource}.${name}`);
  expect([...new Set(allScenarios.map(operationOf))].sort()).toEqual([...operations].sort());
});

test('every rule is of a variant that there is', () =>
  expect(Object.keys(variantRules).filter((name) => !variants.includes(name as Variant))).toEqual([]));

faultTable<string, Variant, Played>({
  operations: [...byName.keys()],
  faults: variants,
  expectations: Object.fromEntries(
    variants.map((variant) => [
      variant,
      Object.fromEntries([...byName].map(([name, scenario]) => [name, verdictOf(variant, scenario)])),
    ]),
  ) as Readonly<Record<Variant, FaultRow<string, Played>>>,
  async planFault(name, variant) {
    await stage.reset();
    inputs = await scenarioOf(name).inputs(stage);
    stage.enable(variant);
    return { consumed: async () => true };
  },
  run: (name) => play(stage, scenarioOf(name), inputs),
  always: () => stage.expectLaws(),
});
