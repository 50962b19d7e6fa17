import { dataRobotFaultKinds, type DataRobotFaultKind } from '@modelferry/sandbox';
import { faultTable, nameOfPoint, type Expectation, type FaultRow } from '@modelferry/testkit';
import { play, scenarioOf, setUp, type Played } from './support/play.ts';
import { points, type Point } from './support/points.ts';
import { rules } from './support/rules.ts';
import { operationNames, Stage, type Inputs } from './support/stage.ts';

const allFaults = Object.keys(dataRobotFaultKinds) as DataRobotFaultKind[];
const byName = new Map(points.map((point) => [nameOfPoint(point), point]));
const pointOf = (name: string): Point => byName.get(name)!;

const verdictOf = (point: Point, fault: DataRobotFaultKind): Expectation<Played> => {
  const { points: named = {}, natures = {}, others } = rules[fault];
  return named[nameOfPoint(point)] ?? natures[point.nature] ?? others;
};
const rowOf = (fault: DataRobotFaultKind): FaultRow<string, Played> =>
  Object.fromEntries(points.map((point) => [nameOfPoint(point), verdictOf(point, fault)]));

const stage = Stage.forFile();
let inputs: Inputs = {};

test('every fault of the sandbox has its rule, and no rule speaks of what is not there', () => {
  expect(Object.keys(rules).sort()).toEqual([...allFaults].sort());
  expect(byName.size).toBe(points.length);
  const called = new Set(points.map(({ operation, call }) => `${operation} @ ${call}`));
  const operations = points.map(({ operation }) => operation);
  expect([...new Set(operations)].sort()).toEqual([...operationNames].sort());
  expect(called.size).toBeGreaterThan(0);
});

test.each(operationNames)('the points of %s are all the calls that it makes', async (operation) => {
  await stage.reset();
  const scenario = scenarioOf(operation);
  const prepared = await scenario.prepare?.(stage);
  const before = stage.sandbox.requests().length;
  const played = await play(stage, operation, { ...prepared, ...scenario.inputs(stage, false) });
  played.expectDone();
  stage.expectLaws();
  const made = stage.sandbox.requests().slice(before);
  const struck: ReadonlySet<string> = new Set(
    points.filter((point) => point.operation === operation).map(({ call }) => call),
  );
  expect(new Set(made.map((request) => request.operation))).toEqual(struck);
});

faultTable<string, DataRobotFaultKind, Played>({
  operations: [...byName.keys()],
  faults: allFaults,
  expectations: Object.fromEntries(allFaults.map((fault) => [fault, rowOf(fault)])) as Readonly<
    Record<DataRobotFaultKind, FaultRow<string, Played>>
  >,
  async planFault(name, fault) {
    const planned = await setUp(stage, pointOf(name), fault);
    inputs = planned.inputs;
    return planned;
  },
  run: (name) => play(stage, pointOf(name).operation, inputs),
  always: () => stage.expectLaws(),
});
