import { zipOf } from '../../archives/zip-of.ts';
import { madeContents } from '../contents.ts';
import type { AbejaPlatform } from '../platform.ts';
import { addModel } from './add-model.ts';
import type { Definition } from './definition.ts';
import type { Job } from './job.ts';
import { resultArchive } from './result-archive.ts';
import { figuresOf } from './train.ts';
import type { Trained } from './train.ts';

const lateLooks = 2;
const manyModels = 3;

/** Leaves what a job leaves when it ends: its result, and its model. */
export async function keepResult(
  platform: AbejaPlatform,
  definition: Definition,
  job: Job,
  trained: Trained | undefined,
): Promise<void> {
  const { variants } = platform.parts;
  const { id, execEnv, description } = job.facts;
  const folder = variants.has('result-flat') ? '' : `${id}/`;
  job.resultLooks = variants.has('result-late') ? lateLooks : 0;
  if (trained === undefined) {
    if (variants.has('result-on-failed') && execEnv !== 'local')
      job.result = madeContents(await zipOf({ [`${folder}training.log`]: logText(job) }));
    return;
  }
  const fitId = platform.ids.digits('fit');
  platform.fits.set(fitId, trained.evaluated.model);
  const log = job.facts.exportLog ? logText(job) : undefined;
  job.result = madeContents(await resultArchive(trained, fitId, folder, log));
  const contents = madeContents(await resultArchive(trained, fitId));
  const count = variants.has('no-auto-model') ? 0 : variants.has('many-models') ? manyModels : 1;
  const { accuracy, loss } = figuresOf(trained.evaluated.metrics);
  for (let made = 0; made < count; made += 1) {
    addModel(platform, definition, {
      ...{ jobId: id, execEnv, description, contents: () => Promise.resolve(contents) },
      environment: { ...job.facts.version.environment, ...job.facts.environment },
      userParameters: job.facts.userParameters,
      metrics: { acc: accuracy, loss, ...trained.evaluated.metrics },
      hiddenLooks: variants.has('late-auto-model') ? lateLooks : 0,
    });
  }
}

function logText({ logs }: Job): string {
  return logs.map(({ timeMs, message }) => `${new Date(timeMs).toISOString()} ${message}\n`).join('');
}
