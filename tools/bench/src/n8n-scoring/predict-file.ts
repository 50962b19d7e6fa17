import { crc32 } from 'node:zlib';
import { fileItem } from '../n8n/n8n-stage.ts';
import type { NodeRun } from '../n8n/node-run.ts';
import { predictCars } from './predict-cars.ts';
import type { StoredTable } from './score-file.ts';
import type { ScoringStage } from './scoring-stage.ts';

/** A file that was scored in slices. */
export interface FilePrediction extends Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'> {
  readonly requests: number;
  readonly resultBytes: number;
}

/** Prediction > Predict File, to a CSV. @throws Error when not each row has its own prediction */
export async function predictFile(
  stage: ScoringStage,
  { table, stored, warmUp }: StoredTable,
): Promise<FilePrediction> {
  const before = await stage.lastRequest();
  const predict = stage.node({
    ...{ resource: 'prediction', operation: 'predictFile', server: 'deployment' },
    ...{ fileFrom: 'binary', fileBinaryField: 'data', outputFormat: 'csv', options: {} },
  });
  const { output, files, ...cost } = await stage.n8n.run(predict, [warmUp], [fileItem(stored)]);
  const requests = (await stage.predictRequestsAfter(before)) - 1; // That of the warm-up
  const [result] = files;
  const expected = await expectedCrc(stage, table.rows);
  if (result?.crc !== expected || output[0]?.json['rows'] !== table.rows) {
    throw new Error(`The predictions are not those of the rows: ${JSON.stringify(output[0]?.json)}`);
  }
  return { ...cost, requests, resultBytes: result.bytes };
}

/** CRC-32 of the predictions for the cars over and over, which is what the table holds. */
async function expectedCrc(stage: ScoringStage, rows: number): Promise<number> {
  const { header, lines } = await predictCars(stage);
  const once = Buffer.from(lines.join(''));
  let crc = crc32(header);
  for (let left = rows; left > 0; left -= lines.length) {
    crc = crc32(left >= lines.length ? once : Buffer.from(lines.slice(0, left).join('')), crc);
  }
  return crc;
}
