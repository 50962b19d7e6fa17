import { createHash } from 'node:crypto';
import { presetCsv, type Sandbox } from '@modelferry/sandbox';

/** A job at a vendor's that has really started: it works, or has worked, and costs. */
export interface RemoteJob {
  readonly id: string;
  /** The webhook that it was started for. */
  readonly webhookId: string | undefined;
  readonly isDone: boolean;
  /** How often the vendor began to work on it. */
  readonly starts: number;
}

/** The long work that webhooks ask of one vendor. */
export interface Work {
  /** As the job book calls it. */
  readonly vendor: string;
  /** The workflow in examples/n8n/queue-mode, and the path of its webhook. */
  readonly name: string;
  /** The file that goes with a webhook, each with a content of its own. */
  readonly file?: (webhookId: string) => string;
  readonly jobs: (sandbox: Sandbox, webhookIds: readonly string[]) => readonly RemoteJob[];
}

const cars = presetCsv('cars.json').toString();
const penguins = presetCsv('penguins.json').toString();

/** A table with a column that no model knows, so that no two files are the same. */
const marked = (csv: string) => (webhookId: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line, at) => `${line},${at === 0 ? 'webhook' : webhookId}`)
    .join('\r\n');

const rowsToScore = marked(penguins);

export const works: readonly Work[] = [
  {
    vendor: 'prediction-one',
    name: 'retrain',
    file: () => cars,
    jobs: (sandbox) =>
      sandbox
        .state()
        .predictionOne.japan.retrainJobs.filter(({ trainingsStarted }) => trainingsStarted > 0)
        .map(({ id, fileName, state, trainingsStarted }) => ({
          ...{ id, webhookId: fileName.replace(/\.csv$/, '') },
          ...{ isDone: state === 'finished', starts: trainingsStarted },
        })),
  },
  {
    vendor: 'datarobot',
    name: 'score',
    file: rowsToScore,
    jobs: (sandbox, webhookIds) => {
      const senders = new Map(webhookIds.map((id) => [sha256Of(rowsToScore(id)), id]));
      return sandbox
        .state()
        .dataRobot.batchJobs.filter(({ queued }) => queued)
        .map(({ id, state, uploads }) => ({
          ...{ id, webhookId: senders.get(uploads[0]?.sha256 ?? '') },
          ...{ isDone: state === 'COMPLETED', starts: uploads.length },
        }));
    },
  },
  {
    vendor: 'abeja',
    name: 'train',
    jobs: (sandbox) =>
      sandbox.state().abeja.jobs.map(({ id, status, description }) => ({
        ...{ id, webhookId: description?.split(' ')[0] },
        ...{ isDone: status === 'Complete', starts: 1 },
      })),
  },
];

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
