import { presetCsv, startSandbox, type Sandbox } from '@modelferry/sandbox';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBench, type Bench } from './run-stage.ts';

/** The vendors, and a machine on which steps run against them. */
export interface Scene extends Bench {
  readonly sandbox: Sandbox;
  /** What retraining takes. */
  readonly retrain: Readonly<Record<string, string>>;
  readonly predict: Readonly<Record<string, string>>;
  readonly batch: Readonly<Record<string, string>>;
  /** Requests of one kind, as `METHOD operation`. */
  requests(operation: string): number;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const sandbox = await startSandbox();
  const bench = openBench();
  const { predictionOne, dataRobot } = sandbox.describe();
  const region = predictionOne.japan;
  const [model] = region.published;
  const [deployment] = dataRobot.deployments;
  if (!model || !deployment) throw new Error('The sandbox has nothing to work with.');
  const table = (row: Readonly<Record<string, string>>, count: number) =>
    [Object.keys(row), ...Array.from({ length: count }, () => Object.values(row))]
      .map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`)
      .join('');
  writeFileSync(join(bench.workspace, 'train.csv'), presetCsv('cars.json'));
  writeFileSync(join(bench.workspace, 'rows.csv'), table(model.sampleRow, 3));
  writeFileSync(join(bench.workspace, 'score.csv'), table(deployment.sampleRow, 50));
  writeFileSync(join(bench.workspace, 'large-score.csv'), table(deployment.sampleRow, 300_000));
  const atRegion = { 'management-url': region.managementBaseUrl };
  return {
    ...bench,
    sandbox,
    retrain: {
      ...atRegion,
      'retrain-key': model.retrainKey,
      'training-data': 'train.csv',
      'poll-interval': '5s',
    },
    predict: {
      ...atRegion,
      'prediction-key': model.predictionKey,
      'scoring-url': model.inferenceUrl,
      file: 'rows.csv',
    },
    batch: {
      'api-token': dataRobot.apiToken,
      endpoint: dataRobot.endpoint,
      'deployment-id': deployment.id,
      file: 'score.csv',
      'poll-interval': '5s',
    },
    requests: (operation) => sandbox.requests().filter((one) => one.operation === operation).length,
    async close() {
      bench.remove();
      await sandbox.close();
    },
  };
}
