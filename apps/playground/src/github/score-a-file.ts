import { Unexpected } from '../examples/example.ts';
import type { GithubExample } from './github-example.ts';

export const scoreAFile: GithubExample = {
  file: 'score-a-file.yml',
  name: 'Score a file',
  settings({ sandbox }) {
    const { apiToken, endpoint, deployments } = sandbox.describe().dataRobot;
    const deployment = deployments.find(({ label }) => label === 'cars-fuel');
    return {
      secrets: { DATAROBOT_API_TOKEN: apiToken },
      vars: { DATAROBOT_ENDPOINT: endpoint, DATAROBOT_DEPLOYMENT_ID: deployment?.id ?? '' },
    };
  },
  outcome({ jobs }) {
    const score = jobs.flatMap(({ steps }) => steps).find(({ id }) => id === 'score');
    const { 'scored-rows': scored, 'job-id': jobId } = score?.outputs ?? {};
    if (!Number(scored)) throw new Unexpected(`job ${jobId} scored ${scored} rows`);
    return `job ${jobId} scored ${scored} rows, under the runner`;
  },
};
