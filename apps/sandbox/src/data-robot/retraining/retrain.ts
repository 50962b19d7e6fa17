import { fitModel } from '../../models/fit-model.ts';
import { newestOf } from '../catalog/dataset-object.ts';
import type { Deployment } from '../deployment.ts';
import type { PolicyAction } from './policy.ts';
import type { RetrainingGround } from './retraining-ground.ts';
import type { RunResult } from './retraining-run.ts';

/**
 * Fits a new model on a dataset.
 *
 * @returns what makes the result known, when it is time
 * @throws Error when there is nothing to fit it on
 */
export async function retrain(
  platform: RetrainingGround,
  deployment: Deployment,
  action: PolicyAction,
  datasetId: string,
): Promise<() => RunResult> {
  const dataset = platform.catalog.find(datasetId);
  if (dataset === undefined) throw new Error('sandbox: the dataset of the retraining settings is gone.');
  await newestOf(dataset).task.finish();
  const { table, error } = newestOf(dataset);
  if (table === undefined) throw new Error(`sandbox: the dataset has no rows to train on. ${error}`.trim());
  const { task } = deployment.model;
  const alreadyFitted = await fitModel(table, task);
  return () => {
    const model = platform.register({
      ...{ name: `${deployment.label} retrained`, table, task, alreadyFitted },
      registeredModelId: deployment.model.registeredModelId,
    });
    const none = { modelPackageId: null, registeredModelId: null, challengerId: null };
    const projectId = platform.parts.invention.hex('dataRobot:project', 24);
    if (action === 'create_challenger') return { ...none, projectId, challengerId: model.packageId };
    if (action === 'model_replacement') platform.replaceModel(deployment, model);
    const { packageId: modelPackageId, registeredModelId } = model;
    return action === 'model_replacement'
      ? { ...none, projectId }
      : { ...none, projectId, modelPackageId, registeredModelId };
  };
}
