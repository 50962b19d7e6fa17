import { isApiError } from '@modelferry/http';
import { isFinal, type Job, type JobSnapshot } from '@modelferry/polling';
import { asPassing } from '../client/as-passing.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import type { NewModel } from '../client/model-replacement.ts';
import { taskJob } from '../tasks/task-job.ts';
import { isActive, isErrored } from './deployment-status.ts';
import { hasModel } from './new-model.ts';
import { replacementReference, type AskedReplacement } from './replacement-ledger.ts';

/**
 * A replacement at the vendor: its task, then its deployment until that is active and shows the new model, which may come
 * later (3.18, `model-replace-lag`).
 */
export function replacementJob(
  client: DataRobotClient,
  asked: AskedReplacement & { readonly model: NewModel; readonly before: Deployment },
): Job<Deployment> {
  const { deploymentId, taskId, model, before } = asked;
  let isTaskOver = taskId === undefined;

  const readTask = async (signal: AbortSignal): Promise<JobSnapshot<Deployment> | undefined> => {
    try {
      const { result: _, ...snapshot } = await taskJob(client, taskId ?? '').read(signal);
      isTaskOver = snapshot.state === 'succeeded';
      return isTaskOver ? undefined : snapshot;
    } catch (error) {
      if (!isApiError(error) || error.code !== 'not-found') throw error;
      isTaskOver = true; // It is kept for a while only
      return undefined;
    }
  };

  const readDeployment = async (signal: AbortSignal): Promise<JobSnapshot<Deployment>> => {
    const deployment = await client.getDeployment(deploymentId, signal);
    const { status } = deployment;
    const isThere = hasModel(deployment, model) || hasOther(deployment, before, model);
    return {
      state: isErrored(status) ? 'failed' : isActive(status) && isThere ? 'succeeded' : 'running',
      rawStatus: status ?? 'active',
      message: isThere ? undefined : 'it still shows the old model',
      result: deployment,
    };
  };

  return {
    reference: replacementReference(asked),
    async read(signal) {
      try {
        const task = isTaskOver ? undefined : await readTask(signal);
        if (task && isFinal(task.state))
          return { ...task, result: await lastLook(client, deploymentId, signal) };
        return task ?? (await readDeployment(signal));
      } catch (error) {
        throw asPassing(error);
      }
    },
  };
}

/** A version of a custom model may be shown under another ID than the one it was named by: then that it changed must do. */
const hasOther = (now: Deployment, before: Deployment, wanted: NewModel): boolean =>
  'modelId' in wanted && before.model?.id !== undefined && now.model?.id !== before.model.id;

/** What a failed replacement has left behind; not to see it hides nothing. */
const lastLook = (
  client: DataRobotClient,
  deploymentId: string,
  signal: AbortSignal,
): Promise<Deployment | undefined> => client.getDeployment(deploymentId, signal).catch(() => undefined);
