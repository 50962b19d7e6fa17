import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';

/**
 * Reads with what a deployment is retrained, and warns where something is missing: whether the vendor then refuses a run or
 * lets it fail is not documented (`retrain-settings-missing`).
 * @returns the dataset that is set
 * @throws as the client does
 */
export async function checkSettings(
  { client, signal, progress }: RunContext<DataRobotClient>,
  deploymentId: string,
  datasetId: string | undefined,
): Promise<string | undefined> {
  const { dataset, retrainingUser } = await client.getRetrainingSettings(deploymentId, signal);
  const missing = [
    ...(dataset === undefined && datasetId === undefined ? ['a dataset to train with'] : []),
    ...(retrainingUser === undefined ? ['a user to train as'] : []),
  ];
  if (missing.length > 0) {
    const remedy =
      retrainingUser === undefined
        ? 'Set it in DataRobot, in the retraining settings of the deployment.'
        : 'Choose a Dataset here, or in the retraining settings of the deployment.';
    progress({
      type: 'warning',
      message: `The retraining settings of deployment ${deploymentId} lack ${missing.join(' and ')}: a run will fail, or be refused. ${remedy}`,
    });
  }
  return dataset?.id;
}
