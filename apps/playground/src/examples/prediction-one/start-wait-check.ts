import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unexpected, type Example } from '../example.ts';
import { restartN8n } from '../restart-n8n.ts';
import { retrainingOf } from './retraining-of.ts';

export const startWaitCheck: Example = {
  file: 'start-wait-check.json',
  limitMs: 300_000,
  patient: true,
  attendant: () => restartN8n,
  async outcome(execution, { sandbox, filesFolder }) {
    const [started] = execution.items('Start retraining');
    const job = retrainingOf(sandbox, started?.json.retrainJobId);
    if (job.switches !== 0) throw new Unexpected('the model was switched, which nobody asked for');
    const written = String(execution.items('Write the report')[0]?.json.fileName);
    const { length } = await readFile(join(filesFolder, '..', written));
    if (length === 0) throw new Unexpected(`${written} is empty`);
    const looks = execution.runs('Look at it');
    return `retraining ${job.id.slice(0, 8)} outlived a restart of n8n, finished at look ${looks}; report of ${length} bytes`;
  },
};
