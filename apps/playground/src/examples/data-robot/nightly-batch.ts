import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cars, cutTable } from '../../data/tables.ts';
import { Unexpected, type Example } from '../example.ts';
import { batchJobOf } from './batch-job-of.ts';
import { writtenRows } from './written-rows.ts';

const file = 'nightly-batch.json';

export const nightlyBatch: Example = {
  file,
  limitMs: 60_000,
  async outcome(execution, scene) {
    if (execution.runs('Say what went wrong') > 0)
      throw new Unexpected('the failure branch was taken although nothing went wrong');
    const { rows } = batchJobOf(scene.sandbox, execution.items('Score')[0]?.json.jobId);
    const written = await writtenRows(scene, 'cars-nightly.csv');
    const expected = cutTable(cars).toScore.length;
    if (rows !== expected || written !== expected)
      throw new Unexpected(`${rows} rows were sent and ${written} written, not ${expected}`);
    return `${written} rows scored and written, the failure branch left alone`;
  },
};

const why = 'The prediction server was shut down for the night';

/** The same night, but the vendor aborts the job. */
export const nightlyBatchAborted: Example = {
  file,
  twist: 'when DataRobot aborts the job',
  limitMs: 60_000,
  prepare({ sandbox }) {
    sandbox.faults.plan({ kind: 'job-aborted', operation: 'batchStatus', message: why });
  },
  async outcome(execution, { sandbox, filesFolder }) {
    if (sandbox.faults.unconsumed().length > 0) throw new Unexpected('the planned fault never struck');
    if (execution.runs('Write predictions') > 0)
      throw new Unexpected('predictions of an aborted job were written');
    const told = await readFile(join(filesFolder, 'nightly-failed.txt'), 'utf8');
    if (!told.includes(why)) throw new Unexpected(`the reason is not told: ${told}`);
    return `the failure branch told of it: ${told}`;
  },
};
