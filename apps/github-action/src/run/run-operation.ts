import { crc32 } from 'node:zlib';
import { nodeClock, parallelDeflater, tempScratch } from '@modelferry/node-host';
import { isJob, type RunContext } from '@modelferry/operation';
import { failedRun } from '../cancel/failed-run.ts';
import { isCancelled } from '../cancel/stop-signals.ts';
import { stopJobsOnCancel, stopJobsOnTimeout } from '../cancel/stop-jobs.ts';
import { waitsForJob } from '../face/index.ts';
import type { GivenInputs } from '../inputs/read-inputs.ts';
import { startProgressLog } from '../log/progress-log.ts';
import { jobFact, observe } from '../outcome/observed.ts';
import { reportOfResult } from '../outcome/report-of-result.ts';
import type { StepReport } from '../outcome/step-report.ts';
import type { Stage } from '../stage.ts';
import { openJobBook } from '../state/job-book.ts';
import type { Step } from '../step.ts';
import { keepNurserySmall } from './keep-nursery-small.ts';
import { openClient } from './open-client.ts';
import { openFiles } from './open-files.ts';
import { settledSoon } from './settled-soon.ts';
import { temporaryFolder } from './output-folder.ts';

/** What a run needs to know; all of it is checked. */
export interface RunRequest {
  readonly stage: Stage;
  readonly step: Step;
  readonly given: GivenInputs;
  /** The folder that the user has named for files. */
  readonly outputFolder: string | undefined;
  readonly signal: AbortSignal;
}

/** Runs an operation, and says how it ended. Whatever it has started is ended, or left alone, as the user wants it. */
export async function runOperation(request: RunRequest): Promise<StepReport> {
  const { stage, step, given, signal } = request;
  const { operation, face, vendor, host } = step;
  keepNurserySmall();
  const client = await openClient(stage, host, given.credentials);
  const book = openJobBook(stage.runner, {
    vendor: vendor.name,
    step: face.step,
    kinds: host.jobs,
    onCancel: given.host.onCancel,
    makesJobs: waitsForJob(operation),
  });
  const observed = observe(nodeClock.now);
  const progress = startProgressLog(stage.log, nodeClock);
  const context: RunContext<never> = {
    client: client.client as never,
    clock: nodeClock,
    signal,
    random: Math.random,
    jobs: {
      earlier: book.earlier,
      keep(record) {
        const isNew = isJob(record) && observed.job?.id !== record.id;
        if (isNew) observed.meet(record);
        const kept = book.keep(record);
        const { title, value } = jobFact(record);
        if (isNew) stage.log.line(`${title}: ${value}`);
        return kept;
      },
    },
    scratch: tempScratch(temporaryFolder(stage.env)),
    deflater: parallelDeflater(),
    crc32,
    progress(event) {
      observed.see(event);
      if (observed.job) book.waitsFor(observed.job);
      progress.tell(event);
    },
    save: openFiles(request.outputFolder, stage.env, signal),
  };
  const ending = { stage, step, given, book, observed, client: client.client };
  const withFigures = (report: StepReport): StepReport => ({ ...report, figures: observed.figures });
  try {
    const result = await settledSoon(operation.execute(context, given.raw), signal);
    progress.stop();
    const report = await reportOfResult(result, {
      ...ending,
      save: context.save,
      env: stage.env,
    });
    return withFigures(report.outcome === 'timed-out' ? await stopJobsOnTimeout(report, ending) : report);
  } catch (error) {
    progress.stop();
    if (isCancelled(signal)) return withFigures(await stopJobsOnCancel(ending));
    return withFigures(failedRun(signal.aborted ? signal.reason : error, ending));
  } finally {
    progress.stop();
    book.end();
    await client.close();
  }
}
