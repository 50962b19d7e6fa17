import { abejaFaultKinds, type AbejaFaultKind, type FaultRequest } from '@modelferry/sandbox';
import { faultTable, type FaultRow } from '@modelferry/testkit';
import { Stage } from '../../support/stage.ts';
import { play, type Played } from './played.ts';
import { rules } from './rules.ts';
import { nameOf, pointsOf, type Inputs, type Nature, type Point, type Scenario } from './scenario.ts';

const faults = Object.keys(abejaFaultKinds) as AbejaFaultKind[];

/** How often what fails three times in a row is asked for at most, where that is less often. */
const patience: Readonly<Partial<Record<Nature, number>>> = {
  ...{ create: 1, named: 1, row: 1, address: 1, set: 1 },
  ...{ ask: 2, upload: 2, put: 2 },
};

/** Fast, and no longer than the patience of what is struck. */
const planFor = ({ call: operation, nature }: Point, kind: AbejaFaultKind): FaultRequest => ({
  ...{ kind, operation, delayMs: 30 },
  ...(kind === 'slow-drip' && { delayMs: 1, bytes: 200 }),
  ...(kind === 'http-503-burst' && { times: patience[nature] }),
});

/** Declares the tests of every fault at every call of some operations. */
export function playFaults(scenarios: readonly Scenario[]): void {
  const stage = Stage.forFile();
  const points = new Map(pointsOf(scenarios).map((point) => [nameOf(point), point]));
  const pointOf = (name: string): Point => points.get(name)!;
  let inputs: Inputs = {};
  let before: readonly number[] = [];

  test.each(scenarios)('the calls of $name are all that it makes', async (scenario) => {
    await stage.reset();
    const given = await scenario.inputs(stage);
    const earlier = stage.sandbox.requests().length;
    (await play(stage, scenario, given)).expectDone();
    stage.expectLaws();
    const made = stage.sandbox.requests().slice(earlier);
    expect(new Set(made.map(({ operation }) => operation))).toEqual(new Set(Object.keys(scenario.calls)));
  });

  faultTable<string, AbejaFaultKind, Played>({
    operations: [...points.keys()],
    faults,
    expectations: Object.fromEntries(
      faults.map((fault) => [
        fault,
        Object.fromEntries([...points].map(([name, point]) => [name, rules[fault].verdictOf(point)])),
      ]),
    ) as Readonly<Record<AbejaFaultKind, FaultRow<string, Played>>>,
    async planFault(name, fault) {
      await stage.reset();
      inputs = await pointOf(name).scenario.inputs(stage);
      before = madeBy(stage);
      const { id } = stage.sandbox.faults.plan(planFor(pointOf(name), fault));
      return { consumed: async () => stage.sandbox.faults.get(id)?.consumed === true };
    },
    run: (name) => play(stage, pointOf(name).scenario, inputs),
    always(_, fault) {
      stage.expectLaws();
      if (fault === 'endpoint-moved-by-other') return; // To a service that somebody else makes
      for (const [at, count] of madeBy(stage).entries()) expect(count - (before[at] ?? 0)).toBeLessThan(2);
    },
  });
}

/** How many jobs, versions, models and services there have been, and switches: nothing is ever made twice. */
function madeBy(stage: Stage): readonly number[] {
  const { jobsCreated, versionsCreated, modelsCreated, servicesCreated, switches } = stage.state;
  return [jobsCreated, versionsCreated, modelsCreated, servicesCreated, switches];
}
