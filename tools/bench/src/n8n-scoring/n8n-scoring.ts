import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCarTable } from '../action/car-table.ts';
import type { Bench } from '../harness/index.ts';
import { fileItem } from '../n8n/n8n-stage.ts';
import { aboveIdleMb, type NodeRun } from '../n8n/node-run.ts';
import { predictFile, type FilePrediction } from './predict-file.ts';
import {
  ours,
  peer,
  predictItems,
  predictItemsByHttpRequest,
  type ItemsPrediction,
} from './predict-items.ts';
import { scoreFile, uploadModes, type FileScoring, type StoredTable } from './score-file.ts';
import { scoringReport } from './scoring-report.ts';
import { scoringStage, type ScoringStage } from './scoring-stage.ts';

const mib = 1024 * 1024;

/** Large files and many items through the DataRobot node, under n8n. */
export const n8nScoringBench: Bench = async (context) => {
  const { quick, log } = context;
  const rounds = quick ? 1 : 3;
  const stage = await scoringStage(context);
  const tell = (what: string, cost: Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'>) =>
    log(`${what}: ${(cost.wallMs / 1e3).toFixed(2)} s, ${aboveIdleMb(cost).toFixed(0)} MB above idle`);
  try {
    const items = { count: 10_000, ours: [] as ItemsPrediction[], peer: [] as ItemsPrediction[] };
    for (let round = 1; round <= rounds; round++) {
      const own = await predictItems(stage, items.count);
      tell(`${items.count} items, ${ours}, ${own.requests} requests`, own);
      items.ours.push(own);
      const theirs = await predictItemsByHttpRequest(stage, items.count);
      tell(`${items.count} items, ${peer}, ${theirs.requests} requests`, theirs);
      items.peer.push(theirs);
    }

    const small = await stored(stage, 'small.csv', mib / 4);
    const warmUp = fileItem(small.stored);
    const sliced = { ...(await stored(stage, 'sliced.csv', quick ? 100e6 : 300e6)), warmUp };
    const slices: FilePrediction[] = [];
    for (let round = 1; round <= rounds; round++) {
      const cost = await predictFile(stage, sliced);
      tell(`${(sliced.table.bytes / 1e6).toFixed(0)} MB in ${cost.requests} slices`, cost);
      slices.push(cost);
    }

    const large: StoredTable = { ...(await stored(stage, 'large.csv', (quick ? 512 : 4096) * mib)), warmUp };
    const batches = new Map<string, FileScoring[]>(uploadModes.map((mode) => [mode, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const mode of uploadModes) {
        const cost = await scoreFile(stage, large, mode);
        tell(
          `${(large.table.bytes / mib).toFixed(0)} MiB as a batch, ${mode}, ${cost.uploads} uploads`,
          cost,
        );
        batches.get(mode)?.push(cost);
      }
    }
    const results = [...batches.values()].flat().map(({ resultCrc }) => resultCrc);
    if (new Set(results).size > 1) throw new Error('The results of one table differ.');
    const { version } = stage.n8n;
    return scoringReport({
      ...{ version, rounds, items },
      slices: { table: sliced.table, costs: slices },
      batches: { table: large.table, costs: batches },
    });
  } finally {
    await stage.sandbox.close();
  }
};

/** Writes a table and has n8n keep it; the table itself stays, to prove what arrives. */
async function stored({ context, n8n }: ScoringStage, name: string, bytes: number) {
  context.log(`writing ${name} into the binary store of n8n`);
  const path = join(context.folder, name);
  await rm(path, { force: true });
  const table = await makeCarTable(path, bytes, context.signal);
  return { table, stored: await n8n.store(table) };
}
