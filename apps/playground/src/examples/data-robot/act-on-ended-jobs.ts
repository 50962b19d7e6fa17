import { cars, cutTable } from '../../data/tables.ts';
import { foreignBatchJob } from '../../data/foreign-batch-job.ts';
import { Unexpected, type Example } from '../example.ts';
import { batchJobOf } from './batch-job-of.ts';
import { writtenRows } from './written-rows.ts';

export const actOnEndedJobs: Example = {
  file: 'act-on-ended-jobs.json',
  limitMs: 60_000,
  async prepare({ sandbox, signal }) {
    await foreignBatchJob(sandbox, signal);
  },
  async outcome(execution, scene) {
    const [told] = execution.items('Only new ones');
    const { id } = batchJobOf(scene.sandbox, told?.json.jobId);
    const latest = scene.sandbox.state().dataRobot.batchJobs.at(-1)?.id;
    if (id !== latest) throw new Unexpected(`the ending of ${id} was told, not that of ${latest}`);
    const { name } = (execution.items('Download result')[0]?.json.resultFile ?? {}) as { name?: string };
    const written = await writtenRows(scene, String(name));
    const expected = cutTable(cars).toScore.length;
    if (written !== expected) throw new Unexpected(`${written} of ${expected} rows were written`);
    return `${String(told?.json.eventId)} told; its ${written} rows fetched and written to ${String(name)}`;
  },
};
