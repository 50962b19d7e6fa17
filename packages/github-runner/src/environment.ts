import { delimiter } from 'node:path';
import { trackingVariable } from './leaks.ts';
import { githubValues } from './job-facts.ts';
import type { JobSpace } from './job-space.ts';
import type { Variant } from './variants.ts';

/** What a stage adds to the environment that every stage of the job has. */
export interface StageEnvironment {
  /** The `env` of the workflow, the job and the step. */
  readonly env: Readonly<Record<string, string>>;
  /** The INPUT_* and STATE_* variables. */
  readonly own: Readonly<Record<string, string>>;
  /** The variables of the command files. */
  readonly files: Readonly<Record<string, string>>;
  /** GITHUB_ACTION. */
  readonly action: string;
  readonly trackingId: string;
  readonly variants: readonly Variant[];
}

/** The environment of a stage. Of the caller's own environment only PATH and HOME go in. */
export function stageEnvironment(space: JobSpace, stage: StageEnvironment): Readonly<Record<string, string>> {
  const github = Object.entries(githubValues(space.facts)).map(([name, value]) => [
    `GITHUB_${name.toUpperCase()}`,
    value,
  ]);
  const environment: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    CI: 'true', // The only one of these that a step may set otherwise
    ...space.env,
    ...stage.env,
    ...stage.own,
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(github),
    GITHUB_ACTION: stage.action,
    GITHUB_WORKSPACE: space.workspace,
    GITHUB_EVENT_PATH: space.eventPath,
    ...stage.files,
    ...runnerVariables(space),
    [trackingVariable]: stage.trackingId,
  };
  if (stage.variants.includes('no-summary-file')) delete environment['GITHUB_STEP_SUMMARY'];
  if (stage.variants.includes('debug')) environment['RUNNER_DEBUG'] = '1';
  environment['PATH'] = [...space.path, environment['PATH'] ?? ''].join(delimiter);
  return environment;
}

const systems: Readonly<Record<string, string>> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };

const runnerVariables = (space: JobSpace): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(runnerValues(space)).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value]),
  );

/** The values of the `runner` context; RUNNER_* variables are these in upper case. */
export const runnerValues = (space: JobSpace): Readonly<Record<string, string>> => ({
  name: 'faithful-runner',
  environment: 'self-hosted',
  os: systems[process.platform] ?? 'Linux',
  arch: process.arch.toUpperCase(),
  temp: space.runnerTemp,
  tool_cache: space.toolCache,
});
