import { targetTypeOf } from './deployment.ts';
import type { TargetType } from './deployment.ts';
import { apiRoot } from './links.ts';
import type { Platform } from './platform.ts';
import type { PolicyAction } from './retraining/policy.ts';

/** A preset deployment. */
export interface DeploymentDescription {
  readonly id: string;
  readonly label: string;
  readonly targetName: string;
  readonly targetType: TargetType;
  /** The class that counts as yes; binary only. */
  readonly positiveClass?: string;
  /** The columns of its training data, the target among them. */
  readonly columns: readonly string[];
  /** One row to score, without the target. */
  readonly sampleRow: Readonly<Record<string, string>>;
  /** Jobs of deployments with the same instance wait for one another. */
  readonly predictionInstance: string;
  /** The model that answers at the start, by its package in the registry. */
  readonly modelPackageId: string;
}

/** How to reach DataRobot, with a token that works. */
export interface DataRobotDescription {
  /** With `/api/v2`. */
  readonly endpoint: string;
  readonly apiToken: string;
  /** The dedicated prediction server, with the key that it wants besides the token. */
  readonly predictionServer: { readonly url: string; readonly key: string };
  /** A prediction server of the user's own; the token only with the variant `pps-auth`. */
  readonly portableServer: { readonly url: string; readonly token: string };
  readonly deployments: readonly DeploymentDescription[];
  /** In the AI Catalog, ready. */
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
  readonly retrainingPolicies: readonly {
    readonly id: string;
    readonly deploymentId: string;
    readonly name: string;
    readonly action: PolicyAction;
  }[];
}

/** Taken once, right after the preset state was loaded: later changes do not belong in it. */
export function describePlatform(
  platform: Platform,
  urls: { readonly api: string; readonly prediction: string; readonly portable: string },
): DataRobotDescription {
  const deployments = [...platform.deployments.values()].map((deployment) => {
    const { id, label, model } = deployment;
    const { columns, task, table } = model;
    const row = table.rows[0] ?? [];
    const sample = columns.map((column, index) => [column, row[index] ?? ''] as const);
    return {
      id,
      label,
      targetName: task.target,
      targetType: targetTypeOf(model),
      ...(task.positiveValue === undefined ? {} : { positiveClass: task.positiveValue }),
      columns,
      sampleRow: Object.fromEntries(sample.filter(([column]) => column !== task.target)),
      predictionInstance: deployment.instance.id,
      modelPackageId: model.packageId,
    };
  });
  return {
    endpoint: `${urls.api}${apiRoot}`,
    apiToken: platform.apiToken,
    predictionServer: { url: urls.prediction, key: platform.serverKey },
    portableServer: { url: urls.portable, token: platform.portableToken },
    deployments,
    datasets: [...platform.catalog.datasets.values()].map(({ id, name }) => ({ id, name })),
    retrainingPolicies: [...platform.retraining.policies.values()].map(({ id, deploymentId, fields }) => ({
      ...{ id, deploymentId, name: fields.name, action: fields.action },
    })),
  };
}
