import { isEngineError } from '@modelferry/http';
import type { Patience, RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import type { NewModel, ReplacementReason } from '../client/model-replacement.ts';
import { askReplacement } from './ask-replacement.ts';
import { checkValidation, isCurrentModel } from './check-validation.ts';
import { isPassingThrough } from './deployment-status.ts';
import { makeActive } from './make-active.ts';
import { findReplacement } from './find-replacement.ts';
import { hasModel } from './new-model.ts';
import { replacementLedger, type AskedReplacement, type ReplacementLedger } from './replacement-ledger.ts';
import { waitForReplacement } from './wait-for-replacement.ts';
import { watchDeployment } from './watch-deployment.ts';

/** How long a deployment may go on showing the model that it had, in milliseconds. */
const lagMs = 120_000;

/** What is wanted. */
export interface Replacement {
  readonly deploymentId: string;
  readonly model: NewModel;
  readonly reason: ReplacementReason;
  readonly allowWarning: boolean;
  readonly activate: boolean;
  readonly waitForCompletion: boolean;
  readonly patience: Patience;
}

/** What became of it. */
export interface Replaced {
  /** `pending`: it goes on. `already-current`: nothing was sent, since there was nothing to do. */
  readonly outcome: 'replaced' | 'already-current' | 'pending';
  /** As it was found, before anything was done. */
  readonly before: Deployment;
  /** As it was seen last. */
  readonly after: Deployment;
  readonly validationStatus: string | undefined;
}

/**
 * Puts another model behind a deployment in the steps of 3.18, and never asks for it twice: what an earlier try has asked
 * for, or may have, is looked for and waited for.
 * @throws EngineError that says what keeps it from being replaced, or what has become of it
 */
export async function replaceModel(
  context: RunContext<DataRobotClient>,
  wanted: Replacement,
): Promise<Replaced> {
  const { client, signal, jobs, progress } = context;
  const { deploymentId, model } = wanted;
  const ledger = replacementLedger(jobs, deploymentId, model);
  const before = await client.getDeployment(deploymentId, signal);
  const wasOnItsWay = isPassingThrough(before.status);
  const isThere = hasModel(before, model) && !wasOnItsWay;
  const asked = await ledger.earlier();
  const isOpen = !asked && (await ledger.asking.open()) !== undefined;
  if (isThere) {
    return {
      outcome: asked || isOpen ? 'replaced' : 'already-current',
      before,
      after: before,
      validationStatus: undefined,
    };
  }
  if (asked) {
    progress({
      type: 'warning',
      message: `Going on with the replacement of an earlier try on deployment ${deploymentId}.`,
    });
    return finish(context, wanted, { ledger, asked, before, validationStatus: undefined });
  }
  const goOn = async (begun: AskedReplacement, validationStatus?: string) => {
    await ledger.keep(begun, 'replacing');
    await ledger.asking.note('created', []);
    return finish(context, wanted, { ledger, asked: begun, before, validationStatus });
  };
  if (isOpen) return goOn(await findReplacement(context, wanted));

  const active = await makeActive(context, before, wanted);
  const arrived = wasOnItsWay ? ('replaced' as const) : ('already-current' as const);
  if (hasModel(active, model)) {
    return { outcome: arrived, before, after: active, validationStatus: undefined };
  }
  progress({ type: 'phase', title: 'Check the model' });
  const validation = await client.validateModel(deploymentId, model, signal);
  const { status: validationStatus } = validation;
  if (isCurrentModel(validation)) {
    const after = (await watchLag(context, wanted)) ?? active;
    return { outcome: arrived, before, after, validationStatus };
  }
  checkValidation(validation, wanted);
  return goOn(await askReplacement(context, ledger, wanted), validationStatus);
}

/** The vendor knows the model for the current one, and the deployment shows it a little later (`model-replace-lag`). */
const watchLag = (context: RunContext<DataRobotClient>, { deploymentId, model, patience }: Replacement) =>
  watchDeployment(context, deploymentId, (deployment) => hasModel(deployment, model), {
    ...patience,
    endsAtMs: Math.min(patience.endsAtMs, context.clock.now() + lagMs),
  });

async function finish(
  context: RunContext<DataRobotClient>,
  { model, waitForCompletion, patience }: Replacement,
  under: {
    readonly ledger: ReplacementLedger;
    readonly asked: AskedReplacement;
    readonly before: Deployment;
    readonly validationStatus: string | undefined;
  },
): Promise<Replaced> {
  const { ledger, asked, before, validationStatus } = under;
  if (!waitForCompletion) return { outcome: 'pending', before, after: before, validationStatus };
  try {
    const after = await waitForReplacement(context, { ...asked, before, model, patience });
    if (!after) return { outcome: 'pending', before, after: before, validationStatus };
    await ledger.keep(asked, 'replaced');
    return { outcome: 'replaced', before, after, validationStatus };
  } catch (error) {
    // The next try then begins anew
    if (isEngineError(error) && error.code === 'job-failed') await ledger.keep(asked, 'failed');
    throw error;
  }
}
