import { runnerValues } from '../environment.ts';
import { githubValues } from '../job-facts.ts';
import type { JobSpace } from '../job-space.ts';
import type { ContextValue, JobStatus } from './scope.ts';

/** The contexts that every expression in a job can see. */
export const contextsOf = (
  space: JobSpace,
  status: JobStatus = 'success',
): Readonly<Record<string, ContextValue>> => ({
  github: {
    ...githubValues(space.facts),
    workspace: space.workspace,
    event_path: space.eventPath,
    event: space.event,
    token: space.token,
  },
  runner: runnerValues(space),
  job: { status },
  strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
  matrix: {},
});
