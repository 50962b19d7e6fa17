import { manyRows } from '../../data/data-files.ts';
import { Unexpected, type Example } from '../example.ts';
import { batchJobOf } from './batch-job-of.ts';
import { writtenRows } from './written-rows.ts';

export const scoreBigFile: Example = {
  file: 'score-big-file.json',
  limitMs: 180_000,
  async outcome(execution, scene) {
    const [item] = execution.items('Score');
    const { id, uploads, scoredRows } = batchJobOf(scene.sandbox, item?.json.jobId);
    if (scoredRows !== manyRows || item?.json.scoredRows !== manyRows)
      throw new Unexpected(`${scoredRows} of ${manyRows} rows were scored`);
    if (uploads.length < 2) throw new Unexpected('the file did not go in parts');
    const written = await writtenRows(scene, 'cars-many-scored.csv');
    if (written !== manyRows) throw new Unexpected(`${written} of ${manyRows} rows were written`);
    return `${manyRows} rows sent in ${uploads.length} parts, scored by job ${id.slice(-8)} and written`;
  },
};
