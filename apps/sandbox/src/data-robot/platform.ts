import type { SandboxClock } from '../clock.ts';
import { fitModel } from '../models/fit-model.ts';
import type { FittedModel } from '../models/model.ts';
import type { Invention } from '../random.ts';
import type { SecretBook } from '../secret-book.ts';
import { presetTable } from '../tables/preset-table.ts';
import { BatchJob } from './batch/batch-job.ts';
import type { JobSpec } from './batch/job-spec.ts';
import { PredictionInstance } from './batch/prediction-instance.ts';
import type { Deployment } from './deployment.ts';
import { deploymentPresets } from './presets.ts';
import type { DataRobotVariants } from './variants.ts';

/** The name of the platform's server, and whose the token is. */
export const platformName = 'dataRobot';

/** What the platform has in common with the other vendors of one sandbox. */
export interface PlatformParts {
  readonly clock: SandboxClock;
  readonly invention: Invention;
  readonly secrets: SecretBook;
  readonly variants: DataRobotVariants;
  /** Where links lead that name another host. */
  readonly foreignUrl: () => string;
}

/** Everything DataRobot knows: its token, deployments and batch jobs. */
export class Platform {
  readonly parts: PlatformParts;
  readonly deployments = new Map<string, Deployment>();
  /** Deleted ones too. */
  readonly jobs = new Map<string, BatchJob>();
  readonly instances = new Map<string, PredictionInstance>();
  apiToken = '';
  tokenIsRevoked = false;
  userId = '';
  /** The key that a dedicated prediction server wants besides the token. */
  serverKey = '';

  constructor(parts: PlatformParts) {
    this.parts = parts;
  }

  /** Back to the preset state. */
  load(): void {
    const { invention, secrets } = this.parts;
    for (const job of this.jobs.values()) job.isDeleted = true;
    for (const store of [this.jobs, this.deployments, this.instances]) store.clear();
    this.tokenIsRevoked = false;
    this.userId = this.#id('user');
    this.apiToken = `sandbox-api-token-${invention.hex(`${platformName}:token`, 32)}`;
    this.serverKey = `sandbox-datarobot-key-${invention.hex(`${platformName}:key`, 16)}`;
    secrets.add(this.apiToken, 'DataRobot API token', platformName);
    secrets.add(this.serverKey, 'datarobot-key', platformName);
    this.#addInstance('dedicated');
    this.#addInstance('serverless');
    for (const preset of deploymentPresets) this.#deploy(preset);
  }

  createJob(spec: JobSpec, deployment: Deployment, source?: string): BatchJob {
    const { clock, variants } = this.parts;
    const job = new BatchJob({ id: this.#id('job'), spec, deployment, clock, variants, source });
    this.jobs.set(job.id, job);
    return job;
  }

  #addInstance(name: 'dedicated' | 'serverless'): void {
    const { clock, variants } = this.parts;
    const isServerless = name === 'serverless';
    const instance = new PredictionInstance({
      id: this.#id('instance'),
      platform: isServerless ? 'datarobotServerless' : 'datarobot',
      clock,
      atOnce: () => (isServerless && variants.has('serverless-parallel-jobs') ? Number.POSITIVE_INFINITY : 1),
    });
    this.instances.set(name, instance);
  }

  #deploy({ label, file, task, instance }: (typeof deploymentPresets)[number]): void {
    const table = presetTable(file);
    let fitted: Promise<FittedModel> | undefined;
    const deployment: Deployment = {
      id: this.#id('deployment'),
      label,
      description: `Trained on ${file} of vega-datasets`,
      modelId: this.#id('model'),
      task,
      columns: table.columns,
      createdMs: this.parts.clock.now(),
      instance: this.instances.get(instance) as PredictionInstance,
      fitted: () => (fitted ??= fitModel(table, task)),
    };
    this.deployments.set(deployment.id, deployment);
  }

  #id(kind: string): string {
    return this.parts.invention.hex(`${platformName}:${kind}`, 24);
  }
}
