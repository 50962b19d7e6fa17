import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';

const retrainingSettings = v.object({
  dataset: perhaps(v.object({ id, name: perhaps(v.string()) })),
  predictionEnvironment: perhaps(v.object({ id, name: perhaps(v.string()) })),
  retrainingUser: perhaps(v.object({ id, username: perhaps(v.string()) })),
});

/** With what a deployment is retrained, and as whom; without a dataset and a user nothing runs. Source: section 3.17. */
export type RetrainingSettings = v.InferOutput<typeof retrainingSettings>;

/** What to change; the rest stays as it is. */
export interface RetrainingSettingsChange {
  readonly datasetId?: string;
  readonly credentialId?: string;
  readonly retrainingUserId?: string;
  readonly predictionEnvironmentId?: string;
}

/** The calls for retraining settings (docs/vendors/datarobot.md, 3.17). */
export interface RetrainingSettingsCalls {
  /** 3.17. */
  getRetrainingSettings(deploymentId: string, signal: AbortSignal): Promise<RetrainingSettings>;
  /** 3.17. */
  updateRetrainingSettings(
    deploymentId: string,
    change: RetrainingSettingsChange,
    signal: AbortSignal,
  ): Promise<void>;
}

const pathOf = (deploymentId: string): string =>
  `/deployments/${pathSegment(deploymentId)}/retrainingSettings/`;

export const retrainingSettingsCalls = (port: CallPort): RetrainingSettingsCalls => ({
  getRetrainingSettings: (deploymentId, signal) =>
    port.json(
      {
        doing: `read the retraining settings of deployment ${deploymentId}`,
        method: 'GET',
        path: pathOf(deploymentId),
        signal,
      },
      retrainingSettings,
    ),

  updateRetrainingSettings: (deploymentId, change, signal) =>
    port.send({
      doing: `change the retraining settings of deployment ${deploymentId}`,
      method: 'PATCH',
      path: pathOf(deploymentId),
      json: change,
      idempotent: true,
      signal,
    }),
});
