import type { DataRobotLifecycleVariant, DeploymentDescription } from '@modelferry/sandbox';
import { valueOf, type Performance } from '@modelferry/testkit';
import { Stage, type Inputs, type PerformOptions } from '../fault-table/support/stage.ts';

/** A sandbox whose cars are retrained. */
export class RetrainingStage extends Stage {
  override get deployment(): DeploymentDescription {
    return this.platform.deployments.find(({ label }) => label === 'cars-fuel')!;
  }

  get dataset(): string {
    return this.platform.datasets.find(({ name }) => /cars/.test(name))!.id;
  }

  policy(name = 'refresh'): { readonly id: string } {
    const { id } = this.deployment;
    return this.platform.retrainingPolicies.find((one) => one.name === name && one.deploymentId === id)!;
  }

  get runs(): readonly { readonly id: string; readonly state: string }[] {
    return this.state.retrainings;
  }

  enable(...names: readonly DataRobotLifecycleVariant[]): void {
    this.sandbox.variants.change({ enable: names });
  }

  /** What was planned must have struck, and no key may have gone astray. */
  override expectLaws(): void {
    expect(this.sandbox.state().credentialLeaks).toBe(0);
    expect(this.sandbox.faults.unconsumed()).toEqual([]);
  }

  /** @param name of an operation on retraining */
  play(name: string, inputs: Inputs, options?: PerformOptions): Promise<Performance> {
    return this.perform(`retraining.${name}`, inputs, options);
  }

  /** Runs a policy on the cars. */
  run(more: Inputs = {}, options?: PerformOptions): Promise<Performance> {
    const ids = { deploymentId: this.deployment.id, policyId: this.policy().id, datasetId: this.dataset };
    return this.play('runPolicy', { ...ids, ...more }, options);
  }

  /** The same, without waiting. */
  async start(more: Inputs = {}): Promise<Record<string, unknown>> {
    return valueOf(await this.run({ ...more, waitForCompletion: false }));
  }
}
