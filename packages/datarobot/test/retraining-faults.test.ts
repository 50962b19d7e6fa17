import { faultTable, valueOf, type Expectation, type FaultRow, type Performance } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';
import {
  changeFaults,
  nameOf,
  planFor,
  verdictOf,
  type ChangeFault,
  type ChangePoint,
} from './support/change-faults.ts';
import { everyOperation } from './support/every-operation.ts';

const runPolicy = 'retraining.runPolicy';

const points: readonly ChangePoint[] = [
  { operation: 'retraining.getPolicies', call: 'retrainingPolicies', nature: 'read' },
  { operation: runPolicy, call: 'retrainingSettings', nature: 'read' },
  { operation: runPolicy, call: 'retrainingRuns', nature: 'read' },
  { operation: runPolicy, call: 'retrainingSettingsUpdate', nature: 'read' },
  { operation: runPolicy, call: 'retrainingRunCreate', nature: 'send' },
  { operation: runPolicy, call: 'retrainingRuns', nature: 'poll', skip: 1 },
  { operation: runPolicy, call: 'retrainingRun', nature: 'poll' },
  { operation: 'retraining.getRun', call: 'retrainingRun', nature: 'read' },
  { operation: 'retraining.waitForRun', call: 'retrainingRun', nature: 'poll' },
  { operation: 'retraining.cancelRun', call: 'retrainingRunCancel', nature: 'read' },
];
const byName = new Map(points.map((point) => [nameOf(point), point]));
const faults = Object.keys(changeFaults) as ChangeFault[];
const gives: Readonly<Record<string, object>> = {
  'retraining.getPolicies': [{ name: 'refresh' }, { name: 'challenge' }, { name: 'replace' }],
  'retraining.cancelRun': { outcome: expect.stringMatching(/cancelled|already-ended/) as string },
  'retraining.getRun': { runId: expect.any(String) as string, failed: false },
};
const trained = { finished: true, pending: false, modelPackageId: expect.any(String) as string };

const stage = Stage.forFile();
let inputs: Inputs = {};

/** What a call is told that is none of the usual kinds. */
function expectationOf(point: ChangePoint, fault: ChangeFault): Expectation<Performance> {
  const { operation, call, skip } = point;
  const done = (performance: Performance) =>
    expect(valueOf(performance)).toMatchObject(gives[operation] ?? trained);
  const isSearch = operation === runPolicy && call === 'retrainingRuns' && skip === 1;
  if (isSearch && fault === 'token-revoked') {
    return {
      fails: 'outcome-unknown',
      with: (error) => expect(String(error)).toMatch(/was told to run, and its runs could not be read.* 401/),
    };
  }
  // A look that fails says nothing of a run that is sought
  if (isSearch && ['vendor-error', 'unauthorized-once'].includes(fault)) return { gives: done };
  // Nobody needs what their answers hold; and whether a refused cancel came too late, a look tells
  const isBodiless = call === 'retrainingSettingsUpdate' || call === 'retrainingRunCancel';
  if (isBodiless && fault === 'truncated-json') return { gives: done };
  if (call === 'retrainingRunCancel' && fault === 'vendor-error') return { gives: done };
  return verdictOf(point, fault, done);
}
const rowOf = (fault: ChangeFault): FaultRow<string, Performance> =>
  Object.fromEntries(points.map((point) => [nameOf(point), expectationOf(point, fault)]));

test('the points are all the calls that the operations make, when nothing goes wrong', async () => {
  for (const { resource, name } of dataRobot.operations.filter((one) => one.resource === 'retraining')) {
    await stage.reset();
    const operation = `${resource}.${name}`;
    const given = await everyOperation[operation]!(stage);
    const before = stage.sandbox.requests().length;
    valueOf(await stage.perform(operation, given));
    const calls = new Set(
      stage.sandbox
        .requests()
        .slice(before)
        .map((request) => request.operation),
    );
    const struck = new Set(points.filter((point) => point.operation === operation).map(({ call }) => call));
    expect([operation, calls]).toEqual([operation, struck]);
  }
});

faultTable<string, ChangeFault, Performance>({
  operations: [...byName.keys()],
  faults,
  expectations: Object.fromEntries(faults.map((fault) => [fault, rowOf(fault)])) as Readonly<
    Record<ChangeFault, FaultRow<string, Performance>>
  >,
  async planFault(name, kind) {
    await stage.reset();
    const point = byName.get(name)!;
    inputs = await everyOperation[point.operation]!(stage);
    const { id } = stage.sandbox.faults.plan(planFor(point, kind));
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run(name) {
    const performance = await stage.perform(byName.get(name)!.operation, inputs);
    if (performance.result.status === 'rejected') throw performance.result.reason;
    return performance;
  },
  always: () => {
    stage.expectLaws();
    expect(stage.state.retrainings.length).toBeLessThanOrEqual(1);
  },
});
