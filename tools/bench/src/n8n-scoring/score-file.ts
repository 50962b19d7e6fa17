import type { DataRobotState } from '@modelferry/sandbox';
import type { TableFile } from '../harness/index.ts';
import { proveParts } from '../multipart/prove-parts.ts';
import { fileItem } from '../n8n/n8n-stage.ts';
import type { InputItem, NodeRun, StoredFile } from '../n8n/node-run.ts';
import type { ScoringStage } from './scoring-stage.ts';

/** How a file travels: in one piece, or cut into parts by the node. */
export const uploadModes = ['whole', 'parts'] as const;

/** A file that was scored as a batch. */
export interface FileScoring extends Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'> {
  /** Uploads that it took. */
  readonly uploads: number;
  readonly resultBytes: number;
  /** CRC-32 of the result. */
  readonly resultCrc: number;
}

/** A table of which n8n has a copy in its store. */
export interface StoredTable {
  readonly table: TableFile;
  readonly stored: StoredFile;
  readonly warmUp: InputItem;
}

/** Batch Prediction > Score, with the result kept. @throws Error when what arrived or came back is not whole */
export async function scoreFile(
  { n8n, sandbox, node }: ScoringStage,
  { table, stored, warmUp }: StoredTable,
  uploadMode: (typeof uploadModes)[number],
): Promise<FileScoring> {
  const score = node({
    ...{ resource: 'batchPrediction', operation: 'score', fileFrom: 'binary', fileBinaryField: 'data' },
    ...{ uploadMode, options: { pollIntervalSeconds: 1 } },
  });
  const { output, files, ...cost } = await n8n.run(score, [warmUp], [fileItem(stored)]);
  const [told] = output;
  const [result] = files;
  if (told?.json['finished'] !== true || told.json['scoredRows'] !== table.rows || !result) {
    throw new Error(`The file was not scored: ${JSON.stringify(told?.json)}`);
  }
  const { dataRobot } = await sandbox.ask<{ readonly dataRobot: DataRobotState }>('state');
  const uploads = dataRobot.batchJobs.at(-1)?.uploads ?? [];
  const received = uploads
    .toSorted((a, b) => a.part - b.part)
    .map(({ bytes, crc32: crc }) => ({ method: 'PUT', bytes, crc }));
  await proveParts(table, received);
  return { ...cost, uploads: uploads.length, resultBytes: result.bytes, resultCrc: result.crc };
}
