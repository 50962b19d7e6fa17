import { ApiError, CancelledError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { SavedFile, Source } from '@modelferry/upload';
import type { DataRobotClient } from '../../client/client.ts';
import type { UnstructuredRequest } from '../../client/predictions.ts';
import type { ScoringTarget } from '../find-host.ts';
import { readAnswer } from '../read-answer.ts';
import { withDeploymentStatus } from '../with-deployment-status.ts';

/** What to have answered, as a user gives it. */
export interface PayloadToAnswer {
  readonly payload: Source;
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
  /** Each as `name=value`. */
  readonly queryArguments: readonly string[];
  readonly route: NonNullable<UnstructuredRequest['route']>;
  readonly resultFileName?: string | undefined;
}

export interface SavedAnswer {
  readonly resultFile: SavedFile;
  readonly contentType: string | undefined;
  readonly executionTimeMs: number | undefined;
}

/** Has an unstructured model answer, and saves what it says. An answer that breaks off is asked for again. */
export async function answerToFile(
  context: RunContext<DataRobotClient>,
  target: ScoringTarget,
  {
    payload,
    contentType = payload.contentType,
    accept,
    queryArguments,
    route,
    resultFileName,
  }: PayloadToAnswer,
): Promise<SavedAnswer> {
  const { client, signal, save } = context;
  const { host, deploymentId = '' } = target;
  const query = queryOf(queryArguments);
  const request = { host, deploymentId, payload, contentType, accept, query, route };
  const ask = () => client.predictUnstructured(request, signal);
  const { headers, body, cancel } = await readAnswer(ask, payload.replayable).catch(
    async (error: unknown) => {
      throw await withDeploymentStatus(context, target, withRoute(error, route));
    },
  );
  const said = headers['content-type'];
  const name = resultFileName ?? `answer.${extensionOf(said)}`;
  try {
    const resultFile = await save({ name, contentType: said ?? 'application/octet-stream', body });
    return {
      resultFile,
      contentType: said,
      executionTimeMs: numberOf(headers['x-datarobot-execution-time']),
    };
  } catch (error) {
    cancel(); // A host that fails before it reads would leave the connection open
    throw signal.aborted ? new CancelledError(`have deployment ${deploymentId} answer`) : error;
  }
}

/** A name may come several times. */
function queryOf(given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const query: Record<string, string[]> = {};
  for (const argument of given) {
    const at = argument.indexOf('=');
    (query[argument.slice(0, at)] ??= []).push(argument.slice(at + 1));
  }
  return query;
}

/** Where an unstructured model answers is told in two ways (`serverless-unstructured-on-predictions`). */
function withRoute(error: unknown, route: PayloadToAnswer['route']): unknown {
  if (!isApiError(error) || error.status !== 404) return error;
  const other = route === 'predictions' ? 'predictionsUnstructured' : 'predictions';
  return new ApiError({
    ...error,
    message: `${error.message} It was asked at the route ${route}.`,
    remedy: `Set Route to ${other}, where some platforms have it; if it stays so, check the ID of the deployment.`,
    cause: error,
  });
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;

/** `application/json; charset=utf-8` is `json`. */
function extensionOf(contentType: string | undefined): string {
  const [, subtype = ''] = /^[^/;\s]+\/([^;\s]+)/.exec(contentType ?? '') ?? [];
  if (subtype === 'plain') return 'txt';
  return /^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin';
}
