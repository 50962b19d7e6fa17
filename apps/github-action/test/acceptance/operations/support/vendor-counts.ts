import type { Sandbox } from '@modelferry/sandbox';

/** How many of all that a step can make are there. */
export function madeAt(sandbox: Pick<Sandbox, 'state'>): number {
  const { dataRobot, abeja } = sandbox.state();
  const { datasets, retrainings, replacements } = dataRobot;
  const { jobsCreated, modelsCreated, servicesCreated, files } = abeja;
  return [
    ...[datasets.length, retrainings.length, replacements],
    ...[jobsCreated, modelsCreated, servicesCreated, files.length],
  ].reduce((sum, count) => sum + count);
}

/** How many jobs are under way. */
export function underWay(sandbox: Pick<Sandbox, 'state'>): number {
  const { dataRobot, abeja } = sandbox.state();
  return (
    dataRobot.retrainings.filter(({ state }) => /queued|running/.test(state)).length +
    abeja.jobs.filter(({ status }) => /Pending|Active/.test(status)).length
  );
}
