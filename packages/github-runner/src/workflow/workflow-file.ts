import { parse } from 'yaml';
import { parseStep } from './parse-step.ts';
import type { Step } from './step.ts';
import { asList, asRecord, asText, type YamlRecord } from '../yaml-values.ts';

/** A workflow file, as far as a runner needs it. Values are as written: they may hold expressions. */
export interface Workflow {
  readonly name: string;
  readonly env: YamlRecord;
  /** What `workflow_dispatch` and `workflow_call` declare. */
  readonly inputs: YamlRecord;
  readonly jobs: readonly Job[];
}

/** One job of a workflow. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly needs: readonly string[];
  readonly if: string | undefined;
  readonly env: YamlRecord;
  readonly outputs: YamlRecord;
  /** The name of its environment. */
  readonly environment: string | undefined;
  readonly matrix: unknown;
  readonly failFast: unknown;
  readonly timeoutMinutes: unknown;
  readonly continueOnError: unknown;
  readonly isInContainer: boolean;
  readonly steps: readonly Step[];
}

/**
 * Reads the text of a workflow file.
 * @throws Error when it is no YAML, or holds what this runner does not do
 */
export function parseWorkflow(text: string): Workflow {
  const file = asRecord(parse(text));
  const defaults = runDefaults(file);
  const on = asRecord(file['on']);
  const declared = ['workflow_dispatch', 'workflow_call'].map((event) =>
    asRecord(asRecord(on[event])['inputs']),
  );
  const jobs = Object.entries(asRecord(file['jobs']));
  if (jobs.length === 0) throw new Error('While reading a workflow: it has no jobs. Give it at least one.');
  return {
    name: asText(file['name']),
    env: asRecord(file['env']),
    inputs: Object.assign({}, ...declared),
    jobs: jobs.map(([id, job]) => parseJob(id, asRecord(job), defaults)),
  };
}

function parseJob(id: string, job: YamlRecord, defaults: YamlRecord): Job {
  if (job['uses'] !== undefined) {
    throw new Error(`While reading job '${id}': it calls another workflow, which this runner does not do.`);
  }
  const { environment } = job;
  const strategy = asRecord(job['strategy']);
  const stepDefaults = { ...defaults, ...runDefaults(job) };
  return {
    id,
    name: asText(job['name'] ?? id),
    needs: asList(job['needs']).map(asText),
    if: job['if'] === undefined ? undefined : asText(job['if']),
    env: asRecord(job['env']),
    outputs: asRecord(job['outputs']),
    environment: environment === undefined ? undefined : asText(asRecord(environment)['name'] ?? environment),
    matrix: strategy['matrix'],
    failFast: strategy['fail-fast'] ?? true,
    timeoutMinutes: job['timeout-minutes'],
    continueOnError: job['continue-on-error'],
    isInContainer: job['container'] !== undefined,
    steps: asList(job['steps']).map((step) => parseStep(asRecord(step), stepDefaults)),
  };
}

const runDefaults = (owner: YamlRecord): YamlRecord => asRecord(asRecord(owner['defaults'])['run']);
