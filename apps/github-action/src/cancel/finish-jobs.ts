import { readCredentials } from '../inputs/read-credentials.ts';
import { openClient } from '../run/open-client.ts';
import type { Stage } from '../stage.ts';
import { creating, type JobState } from '../state/job-state.ts';
import { loadStep } from '../step.ts';
import { afterword } from '../summary/afterword.ts';
import { endJobs } from './end-jobs.ts';
import { goOnLater } from './go-on-later.ts';

/** How long the vendor is asked to end the jobs, in milliseconds; a little is left to tell about it. */
const withinMs = 40_000;

/** Ends the jobs that main has left, or says how to go on with them, by the policy that held when main ended. */
export async function finishJobs(stage: Stage, state: JobState): Promise<void> {
  const { log, runner, env, secrets } = stage;
  const step = await loadStep(state.vendor, state.step);
  const { host, vendor, face, operation } = step;
  if (state.id === '' || state.phase === creating) {
    log.warning(
      `"${operation.action}" ended before anything was known to have been started at the vendor. If it was about to start something, look there for a job without a run.`,
    );
    return;
  }
  const clientInputs = face.inputs.filter(({ name }) => vendor.credentials.some((one) => one.name === name));
  const client = await openClient(stage, host, readCredentials(clientInputs, env).given);
  try {
    const end = await endJobs(
      { client: client.client, cancels: host.catalog.cancels },
      [...state.earlier, state],
      { policy: state.policy, withinMs, tries: 10, sent: 'unknown' },
    );
    const last = end.goingOn.at(-1);
    const said = end.said.join(' ');
    (end.failed ? log.warning : log.line)(said);
    const lead = end.failed
      ? 'End it at the vendor, or wait for it with this step:'
      : 'To wait for it later, use this step:';
    const { next: rest = [], snippet } = last ? goOnLater(step, env, last, lead) : {};
    for (const line of [...rest, ...(snippet === undefined ? [] : [snippet])]) log.line(line);
    const lines = [said, ...rest];
    runner.addSummary(afterword(operation.action, { lines, snippet, redact: secrets.redact }));
  } finally {
    await client.close();
  }
}
