/** What a job knows of the run it belongs to; each is a `github.*` value and a GITHUB_* variable. */
export interface JobFacts {
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly runId: string;
  readonly runNumber: string;
  readonly runAttempt: string;
  readonly job: string;
  readonly workflow: string;
  readonly actor: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly eventName: string;
}

/** A plain run on a branch, started by hand. */
export const usualFacts: JobFacts = {
  repository: 'octo-org/octo-repo',
  sha: 'c0ffee254729296a45a3885639ac7e10f9d54979',
  ref: 'refs/heads/main',
  runId: '1658821493',
  runNumber: '3',
  runAttempt: '1',
  job: 'job',
  workflow: 'workflow',
  actor: 'octocat',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  eventName: 'workflow_dispatch',
};

/** The facts under the names of the `github` context; GITHUB_* variables are these in upper case. */
export const githubValues = (facts: JobFacts): Readonly<Record<string, string>> => ({
  repository: facts.repository,
  repository_owner: facts.repository.split('/')[0] ?? '',
  sha: facts.sha,
  ref: facts.ref,
  ref_name: facts.ref.replace(/^refs\/(heads|tags)\//, ''),
  ref_type: facts.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
  run_id: facts.runId,
  run_number: facts.runNumber,
  run_attempt: facts.runAttempt,
  job: facts.job,
  workflow: facts.workflow,
  actor: facts.actor,
  server_url: facts.serverUrl,
  api_url: facts.apiUrl,
  graphql_url: `${facts.apiUrl}/graphql`,
  event_name: facts.eventName,
});
