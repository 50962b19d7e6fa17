import { presetCsv } from '@modelferry/sandbox';
import { faultTable, valueOf, type FaultRow, type Performance } from '@modelferry/testkit';
import { bytesSource } from '@modelferry/upload';
import { Stage } from './fault-table/support/stage.ts';
import {
  changeFaults,
  nameOf,
  planFor,
  verdictOf,
  type ChangeFault,
  type ChangePoint,
} from './support/change-faults.ts';

const upload = 'dataset.upload';
const version = 'dataset.uploadVersion';

const points: readonly ChangePoint[] = [
  { operation: upload, call: 'datasets', nature: 'read' },
  { operation: upload, call: 'datasetUpload', nature: 'send' },
  { operation: upload, call: 'asyncStatus', nature: 'poll' },
  { operation: upload, call: 'datasetVersion', nature: 'poll' },
  { operation: version, call: 'dataset', nature: 'read' },
  { operation: version, call: 'datasetVersionUpload', nature: 'send' },
  { operation: version, call: 'asyncStatus', nature: 'poll' },
  { operation: version, call: 'datasetVersion', nature: 'poll' },
];
const byName = new Map(points.map((point) => [nameOf(point), point]));
const faults = Object.keys(changeFaults) as ChangeFault[];

const stage = Stage.forFile();

const versions = () => stage.state.datasets.flatMap((dataset) => dataset.versions).length;
const done = (performance: Performance) =>
  expect(valueOf(performance)).toMatchObject({ processingState: 'COMPLETED', pending: false, rowCount: 406 });

const rowOf = (fault: ChangeFault): FaultRow<string, Performance> =>
  Object.fromEntries(points.map((point) => [nameOf(point), verdictOf(point, fault, done)]));

faultTable<string, ChangeFault, Performance>({
  operations: [...byName.keys()],
  faults,
  expectations: Object.fromEntries(faults.map((fault) => [fault, rowOf(fault)])) as Readonly<
    Record<ChangeFault, FaultRow<string, Performance>>
  >,
  async planFault(name, kind) {
    await stage.reset();
    const { id } = stage.sandbox.faults.plan(planFor(byName.get(name)!, kind));
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run(name) {
    const { operation } = byName.get(name)!;
    const datasetId = operation === version ? stage.platform.datasets[0]?.id : undefined;
    const file = bytesSource('train.csv', new TextEncoder().encode(presetCsv('cars.json')));
    const performance = await stage.perform(operation, { file, ...(datasetId && { datasetId }) });
    if (performance.result.status === 'rejected') throw performance.result.reason;
    return performance;
  },
  always: () => {
    stage.expectLaws();
    expect(versions()).toBeLessThanOrEqual(stage.platform.datasets.length + 1);
  },
});
