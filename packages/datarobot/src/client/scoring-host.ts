import { InputError } from '@modelferry/http';
import type { Deployment } from './deployments.ts';

/** A server that scores rows at once. */
export interface ScoringHost {
  /**
   * - `portable`: the user's own; it gets no key of the platform
   * - `serverless`: the API itself
   * - `cluster`: the prediction server beside the API, in the same cluster
   * - `dedicated`: the one that the deployment names
   */
  readonly kind: 'portable' | 'serverless' | 'cluster' | 'dedicated';
  /** What its routes are put behind, without a final slash. */
  readonly root: string;
  /** Second secret of a dedicated server in the managed cloud. */
  readonly dataRobotKey?: string;
}

/** What is known beside the deployment. */
export interface ScoringHostWishes {
  /** Root of the API, in its normal form. */
  readonly endpoint: string;
  /** A server of the user's own; beats everything else. */
  readonly portableUrl?: string;
  /** @default the one that the deployment names */
  readonly dataRobotKey?: string;
}

/**
 * Which server scores for a deployment, by the rules of the vendor's own library (docs/vendors/datarobot.md, 3.4).
 * @param deployment not needed with a portable server
 * @throws InputError where the deployment names no server (`platform-missing`)
 */
export function scoringHost(
  deployment: Pick<Deployment, 'id' | 'defaultPredictionServer' | 'predictionEnvironment'> | undefined,
  { endpoint, portableUrl, dataRobotKey }: ScoringHostWishes,
): ScoringHost {
  if (portableUrl !== undefined) return { kind: 'portable', root: rootOf(portableUrl, 'portableUrl') };
  if (deployment?.predictionEnvironment?.platform === 'datarobotServerless') {
    return { kind: 'serverless', root: endpoint };
  }
  if (endpoint.includes('datarobot-nginx')) {
    return { kind: 'cluster', root: `http://datarobot-prediction-server:80${version}` };
  }
  const server = deployment?.defaultPredictionServer;
  if (!server?.url) {
    throw new InputError([
      {
        field: 'deploymentId',
        problem: `names a deployment (${deployment?.id}) without a prediction server`,
        remedy: 'Give it one in DataRobot, or give the URL of a portable prediction server.',
      },
    ]);
  }
  const root = rootOf(server.url, 'deploymentId');
  return {
    kind: 'dedicated',
    root: root.endsWith(version) ? root : `${root}${version}`,
    dataRobotKey: dataRobotKey ?? server.dataRobotKey,
  };
}

const version = '/predApi/v1.0';

function rootOf(url: string, field: string): string {
  const text = url.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    const remedy = 'Give one that starts with https:// or http://.';
    throw new InputError([{ field, problem: 'leads to a prediction server whose URL is none', remedy }]);
  }
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
