import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import { scoringHost, type ScoringHost } from '../client/scoring-host.ts';

/** What the user has said of the server. */
export interface ServerChoice {
  readonly server: 'deployment' | 'portable';
  readonly portableUrl?: string;
  /** Not needed by a portable server with one model. */
  readonly deploymentId?: string;
}

/** Who scores. */
export interface ScoringTarget {
  readonly host: ScoringHost;
  readonly deploymentId: string | undefined;
}

/** Finds the server that scores: the user's own, without asking anybody, or the one of the deployment. */
export async function findHost(
  { client, signal }: Pick<RunContext<DataRobotClient>, 'client' | 'signal'>,
  { server, portableUrl, deploymentId }: ServerChoice,
): Promise<ScoringTarget> {
  const { endpoint } = client;
  if (server === 'portable') return { host: scoringHost(undefined, { endpoint, portableUrl }), deploymentId };
  const deployment =
    deploymentId === undefined ? undefined : await client.getDeployment(deploymentId, signal);
  return { host: scoringHost(deployment, { endpoint }), deploymentId };
}
