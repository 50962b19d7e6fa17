import type { RowOutcome } from '@modelferry/operation';
import { presetCsv } from '@modelferry/sandbox';
import { faultTable, valueOf, type Expectation, type FaultRow, type Performance } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { dataRobot } from '../src/index.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';
import { changeFaults, nameOf, planFor, verdictOf, type ChangeFault } from './support/change-faults.ts';

const cars = presetCsv('cars.json');
const carRows = cars.trimEnd().split('\r\n').length - 1;
const file = bytesSource('cars.csv', new TextEncoder().encode(cars));
/** More than the sockets on the way hold, so that a fault within a body strikes there. */
const payload = bytesSource('payload.bin', new Uint8Array(2_000_000).fill(0x61));

/** An operation as a user would run it, and what must have come of it. */
interface Play {
  readonly operation: string;
  readonly call: 'predict' | 'predictUnstructured';
  inputs(stage: Stage): Inputs;
  done(performance: Performance): void;
}

const idOf = (stage: Stage, wanted: string) =>
  stage.platform.deployments.find(({ label }) => label === wanted)?.id;
const outcomesOf = (performance: Performance) => valueOf<readonly RowOutcome<object>[]>(performance);

const plays: readonly Play[] = [
  {
    operation: 'prediction.predict',
    call: 'predict',
    inputs: (stage) => ({
      deploymentId: idOf(stage, 'cars-fuel'),
      rows: Array.from({ length: 200 }, () => stage.deployment.sampleRow),
    }),
    done: (performance) =>
      expect(outcomesOf(performance).map((outcome) => outcome.ok)).toEqual(Array(200).fill(true)),
  },
  {
    operation: 'prediction.predictFile',
    call: 'predict',
    inputs: (stage) => ({ deploymentId: idOf(stage, 'cars-fuel'), file }),
    done: (performance) => expect(valueOf(performance)).toMatchObject({ rows: carRows, requests: 1 }),
  },
  {
    operation: 'prediction.predictUnstructured',
    call: 'predictUnstructured',
    inputs: (stage) => ({ deploymentId: idOf(stage, 'echo'), payload }),
    done: ({ files, result }) => {
      expect(result.status).toBe('fulfilled');
      expect([...files.values()].map(({ length }) => length)).toEqual([payload.length]);
    },
  },
];
const points = plays.flatMap((play) =>
  (['deployment', play.call] as const).map((call) => ({
    play,
    point: { operation: play.operation, call, nature: 'read' as const },
  })),
);
const byName = new Map(points.map((one) => [nameOf(one.point), one]));
/** Faults within a body, which only a call that sends one can meet. */
const withinBody = ['reset-mid-body', 'stall-mid-upload'] as const;
type Fault = ChangeFault | (typeof withinBody)[number];
const isWithinBody = (fault: Fault): fault is (typeof withinBody)[number] =>
  (withinBody as readonly Fault[]).includes(fault);
const faults: readonly Fault[] = [...(Object.keys(changeFaults) as ChangeFault[]), ...withinBody];

const stage = Stage.forFile();

/** Scoring does nothing that lasts, and so is repeated like a read (5.2), but for what the answer's kind makes of it. */
function expectationOf({ play, point }: (typeof points)[number], fault: Fault): Expectation<Performance> {
  const works = { gives: play.done };
  const { call } = point;
  if (isWithinBody(fault)) return call === 'deployment' ? { cannotHappen: 'it has no body' } : works;
  if (call === 'predict' && fault === 'vendor-error' && play.operation === 'prediction.predict') {
    return works; // Rows that are to blame are looked for, and there are none
  }
  if (call === 'predictUnstructured' && fault === 'truncated-json') {
    return { cannotHappen: 'nobody but the model knows how long its answer is' };
  }
  return verdictOf(point, fault, play.done);
}

const rowOf = (fault: Fault): FaultRow<string, Performance> =>
  Object.fromEntries(points.map((one) => [nameOf(one.point), expectationOf(one, fault)]));

test('the points are all the calls that the operations make, when nothing goes wrong', async () => {
  for (const play of plays) {
    await stage.reset();
    play.done(await stage.perform(play.operation, play.inputs(stage)));
    expect(stage.sandbox.requests().map(({ operation }) => operation)).toEqual(['deployment', play.call]);
  }
  const operations = dataRobot.operations.filter(({ resource }) => resource === 'prediction');
  expect(plays.map(({ operation }) => operation)).toEqual(operations.map(({ name }) => `prediction.${name}`));
});

faultTable<string, Fault, Performance>({
  operations: [...byName.keys()],
  faults,
  expectations: Object.fromEntries(faults.map((fault) => [fault, rowOf(fault)])) as Readonly<
    Record<Fault, FaultRow<string, Performance>>
  >,
  async planFault(name, kind) {
    await stage.reset();
    const { point } = byName.get(name)!;
    const fault = isWithinBody(kind)
      ? { kind, operation: point.call }
      : { ...planFor(point, kind), ...(kind === 'slow-drip' && { bytes: 20_000 }) };
    const { id } = stage.sandbox.faults.plan(fault);
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run(name) {
    const { play } = byName.get(name)!;
    const performance = await stage.perform(play.operation, play.inputs(stage));
    if (performance.result.status === 'rejected') throw performance.result.reason;
    // Rows that fail alike fail as the call did
    const [first] = play.operation === 'prediction.predict' ? outcomesOf(performance) : [];
    if (first?.ok === false) throw first.error;
    return performance;
  },
  always: () => stage.expectLaws(),
});
