import type { DataRobotLifecycleVariant } from '@modelferry/sandbox';
import { Stage, type Inputs, type Performance, type PerformOptions } from '../fault-table/support/stage.ts';
import { valueOf } from './outcome.ts';

/** A sandbox whose cars are retrained. */
export class RetrainingStage {
  readonly #stage: Stage;

  private constructor(stage: Stage) {
    this.#stage = stage;
  }

  static async open(): Promise<RetrainingStage> {
    return new RetrainingStage(await Stage.open());
  }

  /** A sandbox for each test of a file; what was planned must have struck, and no key may have gone astray. */
  static forEachTest(): () => RetrainingStage {
    let stage: RetrainingStage;
    beforeAll(async () => {
      stage = await RetrainingStage.open();
    });
    afterAll(() => stage.#stage.close());
    beforeEach(() => stage.#stage.reset());
    afterEach(() => {
      expect(stage.sandbox.state().credentialLeaks).toBe(0);
      expect(stage.sandbox.faults.unconsumed()).toEqual([]);
    });
    return () => stage;
  }

  get sandbox() {
    return this.#stage.sandbox;
  }

  get deployment() {
    return this.#stage.platform.deployments.find(({ label }) => label === 'cars-fuel')!;
  }

  get dataset(): string {
    return this.#stage.platform.datasets.find(({ name }) => /cars/.test(name))!.id;
  }

  policy(name = 'refresh'): { readonly id: string } {
    const { id } = this.deployment;
    return this.#stage.platform.retrainingPolicies.find(
      (one) => one.name === name && one.deploymentId === id,
    )!;
  }

  get state() {
    return this.#stage.state;
  }

  get runs(): readonly { readonly id: string; readonly state: string }[] {
    return this.state.retrainings;
  }

  calls(operation: string) {
    return this.#stage.calls(operation);
  }

  enable(...names: readonly DataRobotLifecycleVariant[]): void {
    this.sandbox.variants.change({ enable: names });
  }

  perform(name: string, inputs: Inputs, options?: PerformOptions): Promise<Performance> {
    return this.#stage.perform(`retraining.${name}`, inputs, options);
  }

  /** Runs a policy on the cars. */
  run(more: Inputs = {}, options?: PerformOptions): Promise<Performance> {
    const ids = { deploymentId: this.deployment.id, policyId: this.policy().id, datasetId: this.dataset };
    return this.perform('runPolicy', { ...ids, ...more }, options);
  }

  /** The same, without waiting. */
  async start(more: Inputs = {}): Promise<Record<string, unknown>> {
    return valueOf(await this.run({ ...more, waitForCompletion: false }));
  }
}
