import { EngineError, isCancelled, isEngineError, messageOf } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import { scoringHost } from '../client/scoring-host.ts';

/**
 * Scores rows with the model that a deployment has now, to see that it answers.
 * @returns how many it answered
 * @throws EngineError that says that the model was replaced all the same
 */
export async function verifyAnswers(
  { client, signal, progress }: RunContext<DataRobotClient>,
  deployment: Deployment,
  rows: Source,
): Promise<number> {
  progress({ type: 'phase', title: 'Score the sample' });
  try {
    const host = scoringHost(deployment, { endpoint: client.endpoint });
    const { id: deploymentId } = deployment;
    const answers = await client.predict({ host, deploymentId, rows, contentType: 'text/csv' }, signal);
    if (answers.length > 0) return answers.length;
  } catch (error) {
    if (isCancelled(error)) throw error;
    throw noAnswer(deployment, error);
  }
  throw noAnswer(deployment, new Error('No row was answered.'));
}

function noAnswer({ id, model, modelPackage }: Deployment, cause: unknown): EngineError {
  const why = messageOf(cause);
  return new EngineError({
    code: isEngineError(cause) ? cause.code : 'unexpected-answer',
    message: `Deployment ${id} has model ${model?.id ?? modelPackage?.id} now, and the sample could not be scored with it. ${why}`,
    remedy:
      'Check that the sample has the columns which the model needs; if it has, replace the model by the old one.',
    cause,
  });
}
