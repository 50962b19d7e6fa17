import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegionState } from '@modelferry/sandbox';
import type { Measurement } from '../harness/index.ts';
import { actionsFolder } from './actions.ts';
import { runMeasured } from './run-measured.ts';
import type { ScoringStage } from './score-file.ts';

export const retrain = 'prediction-one/retrain';

/** Sends the table to a presigned URL and waits for the retraining. @throws Error when it fails, or is not all there */
export async function retrainWithAction({ context, sandbox, table }: ScoringStage): Promise<Measurement> {
  const { managementBaseUrl, published } = sandbox.description.predictionOne.japan;
  const key = published.find(({ name }) => name === 'cars-fuel')?.retrainKey ?? '';
  const folder = join(context.folder, 'retrained');
  await mkdir(folder);
  try {
    const { main, cost } = await runMeasured(context, {
      actionDir: join(actionsFolder, retrain),
      secrets: { KEY: key },
      runnerTemp: folder,
      with: {
        'retrain-key': key,
        'management-url': managementBaseUrl,
        'training-data': table.path,
        'poll-interval': '5s',
      },
    });
    if (main.outputs['outcome'] !== 'succeeded') {
      throw new Error(`The action has failed: ${main.lines.map(({ text }) => text).join('\n')}`);
    }
    const { predictionOne } = await sandbox.ask<{ readonly predictionOne: { readonly japan: RegionState } }>(
      'state',
    );
    const [upload] = predictionOne.japan.retrainJobs.at(-1)?.uploads ?? [];
    if (upload?.crc32 !== table.crc) throw new Error('What arrived is not what was sent.');
    return cost;
  } finally {
    await rm(folder, { recursive: true });
  }
}
