import { faultTable, valueOf, type Expectation, type FaultRow, type Performance } from '@modelferry/testkit';
import { Stage } from './fault-table/support/stage.ts';
import {
  changeFaults,
  nameOf,
  planFor,
  verdictOf,
  type ChangeFault,
  type ChangePoint,
} from './support/change-faults.ts';
import { create, expectStarted, rerun, run, startInputs, type StartPlay } from './support/start-scenarios.ts';

/** A call of an operation that makes a job, or keeps a definition. */
interface StartPoint extends ChangePoint {
  /**
   * - `glance`: what keeps it from being seen keeps nothing from being done
   * - `named`: makes something that there can be only one of, and so may be sent again after a look
   * - `bodiless`: its answer has no body
   */
  readonly but?: 'glance' | 'named' | 'bodiless';
}

const points: readonly StartPoint[] = [
  { operation: create, call: 'batchList', nature: 'read', but: 'glance' },
  { operation: create, call: 'batchCreate', nature: 'send' },
  { operation: rerun, call: 'batchStatus', nature: 'read' },
  { operation: rerun, call: 'batchList', nature: 'read', but: 'glance' },
  { operation: rerun, call: 'batchFromExisting', nature: 'send' },
  { operation: run, call: 'batchList', nature: 'read', but: 'glance' },
  { operation: run, call: 'batchFromDefinition', nature: 'send' },
  { operation: 'batchDefinition.create', call: 'definitionCreate', nature: 'send', but: 'named' },
  { operation: 'batchDefinition.get', call: 'definition', nature: 'read' },
  { operation: 'batchDefinition.getMany', call: 'definitions', nature: 'read' },
  { operation: 'batchDefinition.update', call: 'definitionUpdate', nature: 'read' },
  { operation: 'batchDefinition.delete', call: 'definition', nature: 'read' },
  { operation: 'batchDefinition.delete', call: 'definitionDelete', nature: 'read', but: 'bodiless' },
];
const byName = new Map(points.map((point) => [nameOf(point), point]));
const faults = Object.keys(changeFaults) as ChangeFault[];
const cut: ReadonlySet<ChangeFault> = new Set([
  'truncated-json',
  'truncated-body',
  'stall-mid-body',
  'slow-drip',
]);

const stage = Stage.forFile();

let play: StartPlay = { operation: '', inputs: {}, jobsBefore: 0 };
const done = (performance: Performance) => expectStarted(stage, play, performance);

function expectationOf(point: StartPoint, fault: ChangeFault): Expectation<Performance> {
  const works = { gives: done };
  const usual = verdictOf(point, fault, done);
  switch (point.but) {
    case 'glance':
      return fault === 'token-revoked' ? usual : works;
    case 'named':
      return 'fails' in usual && usual.fails === 'outcome-unknown' ? works : usual;
    case 'bodiless':
      return cut.has(fault) ? { cannotHappen: 'there is no body to be cut' } : usual;
    default:
      return usual;
  }
}

const rowOf = (fault: ChangeFault): FaultRow<string, Performance> =>
  Object.fromEntries(points.map((point) => [nameOf(point), expectationOf(point, fault)]));

test('the points are all the calls that the operations make, when nothing goes wrong', async () => {
  const operations = [...new Set(points.map(({ operation }) => operation))];
  for (const operation of operations) {
    await stage.reset();
    const given = await startInputs[operation]!(stage);
    const before = stage.sandbox.requests().length;
    valueOf(await stage.perform(operation, given));
    const calls = new Set(
      stage.sandbox
        .requests()
        .slice(before)
        .map((request) => request.operation),
    );
    expect([operation, [...calls].sort()]).toEqual([
      operation,
      points
        .filter((point) => point.operation === operation)
        .map(({ call }) => call)
        .sort(),
    ]);
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
    const inputs = await startInputs[point.operation]!(stage);
    play = { operation: point.operation, inputs, jobsBefore: stage.state.batchJobs.length };
    const { id } = stage.sandbox.faults.plan(planFor(point, kind));
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run() {
    const performance = await stage.perform(play.operation, play.inputs);
    if (performance.result.status === 'rejected') throw performance.result.reason;
    return performance;
  },
  always: () => {
    expect(stage.sandbox.state().credentialLeaks).toBe(0);
    expect(stage.state.batchJobs.length).toBeLessThanOrEqual(play.jobsBefore + 1);
  },
});
