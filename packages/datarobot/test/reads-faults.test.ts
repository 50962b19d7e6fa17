import { faultTable, valueOf, type FaultRow, type Performance } from '@modelferry/testkit';
import { Stage, type Inputs } from './fault-table/support/stage.ts';
import {
  changeFaults,
  nameOf,
  planFor,
  verdictOf,
  type ChangeFault,
  type ChangePoint,
} from './support/change-faults.ts';

/** Operations that only read, each with the one call it makes and what must come of it. */
const reads: readonly {
  readonly point: ChangePoint;
  readonly inputs?: (stage: Stage) => Inputs;
  readonly gives: unknown;
}[] = [
  {
    point: { operation: 'dataset.get', call: 'dataset', nature: 'read' },
    inputs: ({ platform }) => ({ datasetId: platform.datasets[0]?.id }),
    gives: { name: 'cars.csv' },
  },
  {
    point: { operation: 'dataset.getMany', call: 'datasets', nature: 'read' },
    gives: [{ name: 'penguins.csv' }, { name: 'cars.csv' }],
  },
  {
    point: { operation: 'dataset.delete', call: 'dataset', nature: 'read' },
    inputs: ({ platform }) => ({ datasetId: platform.datasets[0]?.id }),
    gives: { deleted: true },
  },
  {
    point: { operation: 'deployment.get', call: 'deployment', nature: 'read' },
    inputs: ({ deployment }) => ({ deploymentId: deployment.id }),
    gives: { label: 'cars-fuel' },
  },
  {
    point: { operation: 'deployment.getMany', call: 'deployments', nature: 'read' },
    inputs: () => ({ search: 'cars-fuel' }),
    gives: [{ label: 'cars-fuel' }],
  },
  {
    point: { operation: 'deployment.getFeatures', call: 'deploymentFeatures', nature: 'read' },
    inputs: ({ deployment }) => ({ deploymentId: deployment.id, search: 'Horsepower' }),
    gives: [{ name: 'Horsepower' }],
  },
  {
    point: { operation: 'deployment.validateModel', call: 'modelValidate', nature: 'read' },
    inputs: ({ deployment: { id, modelPackageId } }) => ({ deploymentId: id, modelPackageId }),
    gives: { alreadyCurrent: true },
  },
];
const byName = new Map(reads.map((read) => [nameOf(read.point), read]));
const faults = Object.keys(changeFaults) as ChangeFault[];

const stage = Stage.forFile();

const rowOf = (fault: ChangeFault): FaultRow<string, Performance> =>
  Object.fromEntries(
    reads.map(({ point, gives }) => [
      nameOf(point),
      verdictOf(point, fault, (performance) => expect(valueOf(performance)).toMatchObject(gives as object)),
    ]),
  );

faultTable<string, ChangeFault, Performance>({
  operations: [...byName.keys()],
  faults,
  expectations: Object.fromEntries(faults.map((fault) => [fault, rowOf(fault)])) as Readonly<
    Record<ChangeFault, FaultRow<string, Performance>>
  >,
  async planFault(name, kind) {
    await stage.reset();
    const { id } = stage.sandbox.faults.plan(planFor(byName.get(name)!.point, kind));
    return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
  },
  async run(name) {
    const { point, inputs } = byName.get(name)!;
    const performance = await stage.perform(point.operation, inputs?.(stage) ?? {});
    if (performance.result.status === 'rejected') throw performance.result.reason;
    return performance;
  },
  always: () => stage.expectLaws(),
});
