import { presetCsv } from '@modelferry/sandbox';
import type { ScoringStage } from './scoring-stage.ts';

/** What the model says of the cars, each once, in the lines of the answer. */
export interface CarPredictions {
  readonly header: string;
  readonly lines: readonly string[];
}

/** Where a deployment scores at once, and what the request needs. */
export const predictionRoute = ({ dataRobot, deployment }: ScoringStage) => ({
  url: `${dataRobot.predictionServer.url}/predApi/v1.0/deployments/${deployment.id}/predictions`,
  headers: {
    authorization: `Bearer ${dataRobot.apiToken}`,
    'datarobot-key': dataRobot.predictionServer.key,
  },
});

/** Asks for them in one request, without any code of ours: what the node gives is held against it. */
export async function predictCars(stage: ScoringStage): Promise<CarPredictions> {
  const { url, headers } = predictionRoute(stage);
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv', accept: 'text/csv' },
    body: presetCsv('cars.json'),
  });
  const [header = '', ...lines] = (await response.text()).split(/(?<=\n)/);
  if (!response.ok || lines.length === 0) throw new Error(`The cars were not scored: ${response.status}`);
  return { header, lines };
}
