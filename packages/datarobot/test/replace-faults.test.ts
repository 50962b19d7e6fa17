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
import { trainedModel } from './support/trained-model.ts';

const operation = 'deployment.replaceModel';

const points: readonly ChangePoint[] = [
  { operation, call: 'deployment', nature: 'read' },
  { operation, call: 'modelValidate', nature: 'read' },
  { operation, call: 'modelReplace', nature: 'send' },
  { operation, call: 'asyncStatus', nature: 'poll' },
  { operation, call: 'deployment', nature: 'poll', skip: 1 },
  { operation, call: 'predict', nature: 'read' },
];
const byName = new Map(points.map((point) => [nameOf(point), point]));
const faults = Object.keys(changeFaults) as ChangeFault[];

const stage = Stage.forFile();
let modelPackageId = '';

const done = (performance: Performance) => {
  expect(valueOf(performance)).toMatchObject({
    ...{
      replaced: true,
      alreadyCurrent: false,
      pending: false,
      status: 'active',
      newModelPackageId: modelPackageId,
    },
    ...{ oldModelPackageId: stage.deployment.modelPackageId, sampleRows: 1 },
  });
  expect(stage.state.replacements).toBe(1);
};

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
    modelPackageId = await trainedModel(stage);
    const { id } = stage.sandbox.faults.plan(planFor(byName.get(name)!, kind));
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run() {
    const { id: deploymentId, sampleRow } = stage.deployment;
    const csv = `${Object.keys(sampleRow).join()}\n${Object.values(sampleRow).join()}\n`;
    const sampleFile = bytesSource('sample.csv', new TextEncoder().encode(csv));
    const performance = await stage.perform(operation, { deploymentId, modelPackageId, sampleFile });
    if (performance.result.status === 'rejected') throw performance.result.reason;
    return performance;
  },
  always: () => {
    stage.expectLaws();
    expect(stage.state.replacements).toBeLessThanOrEqual(1);
  },
});
