import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';
import type { Schedule } from './schedule.ts';

const retrainingPolicy = v.object({
  id,
  name: perhaps(v.string()),
  description: perhaps(v.string()),
  action: perhaps(v.string()),
  modelSelectionStrategy: perhaps(v.string()),
  featureListStrategy: perhaps(v.string()),
  projectOptionsStrategy: perhaps(v.string()),
  trigger: perhaps(v.object({ type: perhaps(v.string()) })),
  latestRun: perhaps(v.object({ id: perhaps(id), status: perhaps(v.string()) })),
});

/** How a deployment's model is trained anew. All but its ID may be missing. Source: section 3.17. */
export type RetrainingPolicy = v.InferOutput<typeof retrainingPolicy>;

/** What a policy does; what is left out is the vendor's default. Source: section 3.17. */
export interface RetrainingPolicySettings {
  readonly name?: string;
  readonly description?: string;
  readonly action?: 'create_challenger' | 'create_model_package' | 'model_replacement';
  readonly modelSelectionStrategy?:
    'autopilot_recommended' | 'same_blueprint' | 'same_hyperparameters' | 'custom_job';
  readonly featureListStrategy?: 'same_as_champion' | 'informative_features';
  readonly projectOptionsStrategy?: 'same_as_champion' | 'override_champion' | 'custom';
  readonly autopilotOptions?: Readonly<Record<string, unknown>>;
  readonly projectOptions?: Readonly<Record<string, unknown>>;
  readonly timeSeriesOptions?: Readonly<Record<string, unknown>> | null;
  readonly trigger?: {
    /** The word `None` is the vendor's. */
    readonly type: 'schedule' | 'data_drift_decline' | 'accuracy_decline' | 'custom_job' | 'None';
    readonly schedule?: Schedule;
    readonly statusDeclinesToWarning?: boolean;
    readonly statusDeclinesToFailing?: boolean;
    readonly statusStillInDecline?: boolean;
    /** ISO 8601 duration. */
    readonly minIntervalBetweenRuns?: string;
    readonly customJobId?: string;
  };
  readonly useCaseId?: string;
}

/** The calls for retraining policies (docs/vendors/datarobot.md, 3.17). */
export interface RetrainingPolicyCalls {
  /** 3.17. At most 5 for a deployment. */
  getRetrainingPolicies(
    deploymentId: string,
    request: PageRequest,
    signal: AbortSignal,
  ): Promise<Page<RetrainingPolicy>>;
  /** 3.17. */
  getRetrainingPolicy(deploymentId: string, policyId: string, signal: AbortSignal): Promise<RetrainingPolicy>;
  /** 3.17. Never repeated: there would be two. */
  createRetrainingPolicy(
    deploymentId: string,
    settings: RetrainingPolicySettings & { readonly name: string; readonly description: string },
    signal: AbortSignal,
  ): Promise<RetrainingPolicy>;
  /** 3.17. What is left out stays as it is. */
  updateRetrainingPolicy(
    deploymentId: string,
    policyId: string,
    change: RetrainingPolicySettings,
    signal: AbortSignal,
  ): Promise<RetrainingPolicy>;
  /** 3.17. */
  deleteRetrainingPolicy(deploymentId: string, policyId: string, signal: AbortSignal): Promise<void>;
}

/** The path of a deployment's policies, or of one of them, with what follows. */
export const policyPath = (deploymentId: string, policyId?: string, rest = ''): string =>
  `/deployments/${pathSegment(deploymentId)}/retrainingPolicies/${policyId === undefined ? '' : `${pathSegment(policyId)}/${rest}`}`;

export const retrainingPolicyCalls = (port: CallPort): RetrainingPolicyCalls => ({
  getRetrainingPolicies: (deploymentId, request, signal) =>
    port.json(
      {
        doing: `list the retraining policies of deployment ${deploymentId}`,
        method: 'GET',
        path: policyPath(deploymentId),
        query: { ...request },
        signal,
      },
      pageOf(retrainingPolicy),
    ),

  getRetrainingPolicy: (deploymentId, policyId, signal) =>
    port.json(
      {
        doing: `read the retraining policy ${policyId}`,
        method: 'GET',
        path: policyPath(deploymentId, policyId),
        signal,
      },
      retrainingPolicy,
    ),

  createRetrainingPolicy: (deploymentId, settings, signal) =>
    port.json(
      {
        doing: `create a retraining policy for deployment ${deploymentId}`,
        method: 'POST',
        path: policyPath(deploymentId),
        json: settings,
        signal,
      },
      retrainingPolicy,
    ),

  updateRetrainingPolicy: (deploymentId, policyId, change, signal) =>
    port.json(
      {
        doing: `change the retraining policy ${policyId}`,
        method: 'PATCH',
        path: policyPath(deploymentId, policyId),
        json: change,
        idempotent: true,
        signal,
      },
      retrainingPolicy,
    ),

  deleteRetrainingPolicy: (deploymentId, policyId, signal) =>
    port.send({
      doing: `delete the retraining policy ${policyId}`,
      method: 'DELETE',
      path: policyPath(deploymentId, policyId),
      idempotent: true,
      signal,
    }),
});
