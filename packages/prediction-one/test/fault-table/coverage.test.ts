import { expectNoSecrets, nameOfPoint } from '@modelferry/testkit';
import { rules } from './support/rules.ts';
import { allFaults, verdictOf } from './support/declare-table.ts';
import { natures, points } from './support/points.ts';
import { scenarios } from './support/scenarios.ts';
import { operationNames, Stage } from './support/stage.ts';

const allPoints = Object.values(points).flat();
const names = allPoints.map(nameOfPoint);

test('every operation of the catalog has its scenario and its row', () => {
  expect([...scenarios.keys()].sort()).toEqual([...operationNames].sort());
  expect([...new Set(allPoints.map(({ operation }) => operation))].sort()).toEqual(
    [...operationNames].sort(),
  );
});

test('every fault of the sandbox has its rule, and no rule speaks of what is not there', () => {
  expect(Object.keys(rules).sort()).toEqual([...allFaults].sort());
  const spokenOf = Object.values(rules).flatMap(({ points: named = {} }) => Object.keys(named));
  expect(spokenOf.filter((name) => !names.includes(name))).toEqual([]);
  expect(
    Object.keys(natures).filter((nature) => !allPoints.some((point) => point.nature === nature)),
  ).toEqual([]);
});

test('no cell is empty, and no two points have the same name', () => {
  expect(new Set(names).size).toBe(names.length);
  const empty = allFaults.flatMap((fault) =>
    allPoints.filter((point) => !verdictOf(point, fault)).map((point) => `${nameOfPoint(point)} x ${fault}`),
  );
  expect(empty).toEqual([]);
});

describe('the points are all the calls that an operation makes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  test.each([...scenarios.values()])('$operation', async (scenario) => {
    await stage.reset();
    const prepared = await scenario.prepare?.(stage);
    const before = stage.sandbox.requests().length;
    const inputs = { ...prepared, ...scenario.inputs(stage, false) };
    const performance = await stage.perform(scenario.operation, inputs, { kinds: scenario.kinds });
    scenario.done(stage, performance);
    stage.expectLaws();
    const made = new Set(
      stage.sandbox
        .requests()
        .slice(before)
        .map(({ operation }) => operation),
    );
    const struck = new Set<string>(
      allPoints.filter(({ operation }) => operation === scenario.operation).map(({ call }) => call),
    );
    expect([...made].filter((call) => !struck.has(call))).toEqual([]);
  });
});

describe('a prediction key is in the result where it was asked for, and nowhere else', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  test.each(['predictionApi.create', 'predictionApi.getMany', 'predictionApi.update'])(
    '%s',
    async (operation) => {
      await stage.reset();
      const { kinds, inputs } = scenarios.get(operation)!;
      const asking = { ...inputs(stage, false), includeKey: true };
      const { result, events, ledger } = await stage.perform(operation, asking, { kinds });
      const keys = JSON.stringify(result).match(/sandbox-prediction-key-[\w-]+/g) ?? [];
      expect(keys.length).toBeGreaterThan(0);
      expect(() => stage.expectLaws()).toThrow(/Secret \d+ stands/);
      stage.expectLaws(keys);
      expectNoSecrets([events, ledger.records, stage.sandbox.requests()], keys);
    },
  );
});
