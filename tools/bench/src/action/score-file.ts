import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataRobotState, DeploymentDescription, TranscriptEntry } from '@modelferry/sandbox';
import { crcOfFile, measure, type BenchContext, type Measurement, type TableFile } from '../harness/index.ts';
import { actionsFolder } from './actions.ts';
import { curlByHand } from './curl-by-hand.ts';
import { runMeasured } from './run-measured.ts';
import type { SandboxProcess } from './sandbox-process.ts';

export const ours = 'datarobot/batch-predict';
export const curl = 'curl, by hand';

/** One file that was sent, scored and fetched. */
export interface Scoring extends Measurement {
  /** From the arrival of the request to its answer, as the vendor saw it. */
  readonly uploadMs: number;
  readonly downloadMs: number;
  readonly resultBytes: number;
  /** CRC-32 of the result. */
  readonly resultCrc: number;
}

/** What a scoring needs to know. */
export interface ScoringStage {
  readonly context: BenchContext;
  readonly sandbox: SandboxProcess;
  readonly table: TableFile;
}

/** Scores the table with the committed action, under the runner. @throws Error when it fails, or its result is not whole */
export async function scoreWithAction(stage: ScoringStage): Promise<Scoring> {
  const { context, sandbox, table } = stage;
  const { apiToken, endpoint } = sandbox.description.dataRobot;
  return scoring(stage, async (folder) => {
    const { main, cost } = await runMeasured(context, {
      actionDir: join(actionsFolder, ours),
      secrets: { TOKEN: apiToken },
      runnerTemp: folder,
      with: {
        'api-token': apiToken,
        endpoint,
        'deployment-id': deployment(sandbox).id,
        file: table.path,
        'poll-interval': '1s',
      },
    });
    const { outcome, 'scored-rows': rows, 'result-path': path } = main.outputs;
    if (outcome !== 'succeeded' || rows !== String(table.rows) || path === undefined) {
      throw new Error(`The action has failed: ${main.lines.map(({ text }) => text).join('\n')}`);
    }
    return { cost, path };
  });
}

/** The same with curl, step by step. */
export const scoreWithCurl = (stage: ScoringStage): Promise<Scoring> =>
  scoring(stage, async (folder) => {
    const { sandbox, table, context } = stage;
    const path = join(folder, 'result.csv');
    const command = curlByHand(sandbox.description.dataRobot, deployment(sandbox).id, table.path, path);
    return { cost: await measure(context, command), path };
  });

async function scoring(
  { context, sandbox, table }: ScoringStage,
  run: (folder: string) => Promise<{ readonly cost: Measurement; readonly path: string }>,
): Promise<Scoring> {
  const folder = join(context.folder, 'scored');
  await mkdir(folder);
  try {
    const { cost, path } = await run(folder);
    const { dataRobot } = await sandbox.ask<{ readonly dataRobot: DataRobotState }>('state');
    const job = dataRobot.batchJobs.at(-1);
    const [upload] = job?.uploads ?? [];
    if (upload?.crc32 !== table.crc || upload.rows !== table.rows) {
      throw new Error('What arrived is not what was sent.');
    }
    const { requests } = await sandbox.ask<{ readonly requests: readonly TranscriptEntry[] }>('requests');
    const took = (operation: string) => {
      const one = requests.findLast(
        (request) => request.operation === operation && request.jobId === job?.id,
      );
      return (one?.endedAtMs ?? Number.NaN) - (one?.startedAtMs ?? 0);
    };
    return {
      ...cost,
      uploadMs: took('batchUpload'),
      downloadMs: took('batchDownload'),
      resultBytes: (await stat(path)).size,
      resultCrc: await crcOfFile(path),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function deployment({ description }: SandboxProcess): DeploymentDescription {
  const found = description.dataRobot.deployments.find(({ label }) => label === 'cars-fuel');
  if (!found) throw new Error('The sandbox has no deployment for cars.');
  return found;
}
