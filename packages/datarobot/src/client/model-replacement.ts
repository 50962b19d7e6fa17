import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { perhaps } from '@modelferry/operation';
import { taskIdOf } from './async-tasks.ts';
import type { CallPort } from './call-port.ts';

const check = v.object({ status: perhaps(v.string()), message: perhaps(v.string()) });

const validation = v.object({
  status: v.string(),
  message: perhaps(v.string()),
  checks: perhaps(v.record(v.string(), check)),
});

/** Whether a model may take another one's place: `passing`, `warning` or `failing`, in all and by check. */
export type ModelValidation = v.InferOutput<typeof validation>;

/** A model of the registry; or of the leaderboard, or a version of a custom model. */
export type NewModel = { readonly modelPackageId: string } | { readonly modelId: string };

/** Why a model is replaced. Source: section 3.18. */
export type ReplacementReason =
  'ACCURACY' | 'DATA_DRIFT' | 'ERRORS' | 'SCHEDULED_REFRESH' | 'SCORING_SPEED' | 'OTHER';

/** What became of the wish to replace a model. */
export interface ReplacementBegun {
  /** What to wait for; nothing where the server names no task: then only the deployment tells. */
  readonly taskId: string | undefined;
  /** What the server checked once more, where it says so. */
  readonly validation: ModelValidation | undefined;
}

/** The calls that put another model behind a deployment (docs/vendors/datarobot.md, 3.18). */
export interface ModelReplacementCalls {
  /** 3.18. Changes nothing. */
  validateModel(deploymentId: string, model: NewModel, signal: AbortSignal): Promise<ModelValidation>;
  /** 3.18. Never repeated: after an unclear answer the deployment says which model it has. */
  replaceModel(
    deploymentId: string,
    replacement: NewModel & { readonly reason: ReplacementReason },
    signal: AbortSignal,
  ): Promise<ReplacementBegun>;
}

const pathOf = (deploymentId: string, rest = ''): string =>
  `/deployments/${pathSegment(deploymentId)}/model/${rest}`;

export const modelReplacementCalls = (port: CallPort): ModelReplacementCalls => ({
  validateModel: (deploymentId, model, signal) =>
    port.json(
      {
        doing: `check a model for deployment ${deploymentId}`,
        method: 'POST',
        path: pathOf(deploymentId, 'validation/'),
        json: model,
        idempotent: true,
        signal,
      },
      validation,
    ),

  async replaceModel(deploymentId, replacement, signal) {
    const { value, location } = await port.located(
      {
        doing: `replace the model of deployment ${deploymentId}`,
        method: 'PATCH',
        path: pathOf(deploymentId),
        json: replacement,
        signal,
      },
      validation,
    );
    return { taskId: taskIdOf(location), validation: value };
  },
});
