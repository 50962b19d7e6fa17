import type { RetrainingRun } from './retraining-run.ts';

/** The vendor's words for what a run leads to. */
export type PolicyAction = 'create_challenger' | 'create_model_package' | 'model_replacement';

/** What a deployment is to be retrained like. */
export interface RetrainingPolicy {
  readonly id: string;
  readonly deploymentId: string;
  /** As the API shows them. */
  fields: Readonly<Record<string, unknown>> & { readonly name: string; readonly action: PolicyAction };
  /** Oldest first. */
  readonly runs: RetrainingRun[];
}

/** What the runs of a deployment need. */
export interface RetrainingSettings {
  datasetId: string | null;
  predictionEnvironmentId: string | null;
  retrainingUserId: string | null;
  credentialId: string | null;
}
