import { presetCsv, presetTable } from '../tables/preset-table.ts';
import { AsyncTask } from './async-tasks.ts';
import type { TaskOutcome } from './async-tasks.ts';
import { BatchJob } from './batch/batch-job.ts';
import { feedJob } from './batch/feed-job.ts';
import type { JobSpec } from './batch/job-spec.ts';
import { PredictionInstance } from './batch/prediction-instance.ts';
import { Definitions } from './definitions/definitions.ts';
import type { Deployment } from './deployment.ts';
import { Catalog } from './catalog/catalog.ts';
import type { PlatformParts } from './platform-parts.ts';
import { datasetPresets, deploymentPresets, policyPresets } from './presets.ts';
import type { DeploymentPreset } from './presets.ts';
import { Quotas } from './quotas.ts';
import { registeredModel } from './registered-model.ts';
import type { NewModel, RegisteredModel } from './registered-model.ts';
import { readPolicy } from './retraining/read-policy.ts';
import { Retraining } from './retraining/retraining.ts';

/** The name of the platform's server, and whose the token is. */
export const platformName = 'dataRobot';
/** The dedicated prediction server, where the `datarobot-key` belongs. */
export const predictionServerName = `${platformName}.prediction`;
/** The portable prediction server, which is the user's own: the platform's token has no business there. */
export const portableServerName = 'portable';

/** For so many looks a replaced model is shown when the variant wants it. */
const looksWhileLagging = 2;

/** Everything DataRobot knows: its token, deployments and batch jobs. */
export class Platform {
  readonly parts: PlatformParts;
  readonly deployments = new Map<string, Deployment>();
  /** Deleted ones too. */
  readonly jobs = new Map<string, BatchJob>();
  readonly instances = new Map<string, PredictionInstance>();
  /** All that were registered, by their package. */
  readonly models = new Map<string, RegisteredModel>();
  readonly tasks = new Map<string, AsyncTask>();
  readonly quotas: Quotas;
  readonly catalog = new Catalog(this);
  readonly retraining = new Retraining(this);
  readonly definitions = new Definitions(this);
  /** Models that took the place of another. */
  replacements = 0;
  apiToken = '';
  tokenIsRevoked = false;
  userId = '';
  /** The key that a dedicated prediction server wants besides the token. */
  serverKey = '';
  /** What a portable server wants, if it wants anything. */
  portableToken = '';

  constructor(parts: PlatformParts) {
    this.parts = parts;
    this.quotas = new Quotas(parts.clock);
  }

  /** Back to the preset state. */
  load(): void {
    const { invention, secrets } = this.parts;
    for (const job of this.jobs.values()) job.isDeleted = true;
    for (const store of [this.jobs, this.deployments, this.instances, this.models, this.tasks]) store.clear();
    this.quotas.clear();
    this.catalog.clear();
    this.retraining.clear();
    this.definitions.all.clear();
    this.replacements = 0;
    this.tokenIsRevoked = false;
    this.userId = this.#id('user');
    this.apiToken = `sandbox-api-token-${invention.hex(`${platformName}:token`, 32)}`;
    this.serverKey = `sandbox-datarobot-key-${invention.hex(`${platformName}:key`, 16)}`;
    secrets.add(this.apiToken, 'DataRobot API token', platformName);
    this.portableToken = `sandbox-portable-token-${invention.hex(`${platformName}:portable`, 16)}`;
    secrets.add(this.serverKey, 'datarobot-key', predictionServerName);
    secrets.add(this.portableToken, 'portable token', portableServerName);
    this.#addInstance('dedicated');
    this.#addInstance('serverless');
    for (const preset of deploymentPresets) this.#deploy(preset);
    for (const file of datasetPresets)
      this.catalog.addPreset(file.replace(/json$/, 'csv'), presetCsv(file), presetTable(file));
    for (const { label, ...fields } of policyPresets) {
      const deployment = [...this.deployments.values()].find((each) => each.label === label) as Deployment;
      this.retraining.add(deployment.id, readPolicy(fields));
    }
  }

  /** What a portable server answers for when no deployment is named. */
  get firstDeployment(): Deployment {
    return [...this.deployments.values()][0] as Deployment;
  }

  createJob(spec: JobSpec, deployment: Deployment, source?: string): BatchJob {
    const { clock, variants } = this.parts;
    const job = new BatchJob({ id: this.#id('job'), spec, deployment, clock, variants, source });
    this.jobs.set(job.id, job);
    return job;
  }

  /** A job that reads elsewhere has its data at once. @throws ApiError 404 when there are none; it is no job then */
  feedIfRemote(job: BatchJob): void {
    if (job.spec.intake.type === 'localFile') return;
    try {
      feedJob(this.catalog, job);
    } catch (error) {
      this.jobs.delete(job.id);
      throw error;
    }
  }

  /** Lets another model answer from now on. */
  replaceModel(deployment: Deployment, model: RegisteredModel): void {
    if (this.parts.variants.has('model-replace-lag'))
      deployment.outdated = { model: deployment.model, looks: looksWhileLagging };
    deployment.model = model;
    deployment.deployedMs = this.parts.clock.now();
    deployment.status = deployment.status === 'replacingModel' ? 'active' : deployment.status;
    this.replacements += 1;
  }

  /** Begins what goes on after its call was answered. */
  startTask(type: string, description: string, work: () => Promise<TaskOutcome>): AsyncTask {
    const { clock } = this.parts;
    const task = new AsyncTask({ id: this.#id('task'), type, description, clock, work: work() });
    this.tasks.set(task.id, task);
    return task;
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

  #deploy({ label, file, task, instance, isUnstructured }: DeploymentPreset): void {
    const table = presetTable(file);
    const createdMs = this.parts.clock.now();
    const deployment: Deployment = {
      id: this.#id('deployment'),
      label,
      description: isUnstructured ? 'Answers what it is sent' : `Trained on ${file} of vega-datasets`,
      createdMs,
      deployedMs: createdMs,
      status: 'active',
      instance: this.instances.get(instance) as PredictionInstance,
      model: this.register({ name: `${label} v1`, table, task, isUnstructured }),
    };
    this.deployments.set(deployment.id, deployment);
  }

  /** Makes a model known, as a first version unless the registered model is named. */
  register(facts: NewModel): RegisteredModel {
    const model = registeredModel({
      id: this.#id('model'),
      packageId: this.#id('package'),
      ...facts,
      registeredModelId: facts.registeredModelId ?? this.#id('registered'),
    });
    this.models.set(model.packageId, model);
    return model;
  }

  #id(kind: string): string {
    return this.parts.invention.hex(`${platformName}:${kind}`, 24);
  }
}
