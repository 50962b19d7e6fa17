import type { Deployment } from '../deployment.ts';
import type { RetrainingPolicy, RetrainingSettings } from './policy.ts';
import { retrain } from './retrain.ts';
import type { RetrainingGround } from './retraining-ground.ts';
import { RetrainingRun } from './retraining-run.ts';

const looksWhileLate = 2;

/** The retraining policies of all deployments, and their runs. */
export class Retraining {
  /** In the order they were made in. */
  readonly policies = new Map<string, RetrainingPolicy>();
  readonly #settings = new Map<string, RetrainingSettings>();
  readonly #platform: RetrainingGround;

  constructor(platform: RetrainingGround) {
    this.#platform = platform;
  }

  policiesOf(deploymentId: string): readonly RetrainingPolicy[] {
    return [...this.policies.values()].filter((policy) => policy.deploymentId === deploymentId);
  }

  settingsOf({ id, instance }: Deployment): RetrainingSettings {
    const settings = this.#settings.get(id) ?? {
      ...{ datasetId: null, credentialId: null },
      predictionEnvironmentId: instance.id,
      retrainingUserId: this.#platform.userId,
    };
    this.#settings.set(id, settings);
    return settings;
  }

  add(deploymentId: string, fields: RetrainingPolicy['fields']): RetrainingPolicy {
    const id = this.#platform.parts.invention.hex('dataRobot:policy', 24);
    const policy: RetrainingPolicy = { id, deploymentId, fields, runs: [] };
    this.policies.set(id, policy);
    return policy;
  }

  /** Starts a run, which fails at once without the settings it needs. */
  run(policy: RetrainingPolicy, deployment: Deployment): RetrainingRun {
    const { clock, invention, variants } = this.#platform.parts;
    const { datasetId, retrainingUserId } = this.settingsOf(deployment);
    const isReady = datasetId !== null && retrainingUserId !== null;
    const work = isReady
      ? retrain(this.#platform, deployment, policy.fields.action, datasetId)
      : Promise.reject(new Error('not ready'));
    const run = new RetrainingRun({ id: invention.hex('dataRobot:run', 24), clock, work });
    if (!isReady) run.end('failed', 'sandbox: the retraining settings have no dataset or no user.');
    if (variants.has('run-appears-late')) run.hiddenLooks = looksWhileLate;
    policy.runs.push(run);
    return run;
  }

  clear(): void {
    this.policies.clear();
    this.#settings.clear();
  }
}
