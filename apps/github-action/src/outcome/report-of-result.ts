import { jobName, type Operation, type Row, type RowOutcome, type RunContext } from '@modelferry/operation';
import { goOnLater } from '../cancel/go-on-later.ts';
import { timeOf } from '../log/amounts.ts';
import type { Environment } from '../inputs/input-text.ts';
import type { GivenInputs } from '../inputs/read-inputs.ts';
import { workspaceFolder } from '../run/output-folder.ts';
import type { Step } from '../step.ts';
import type { Observed } from './observed.ts';
import { resultFacts, resultFiles, resultOutputs } from './result-outputs.ts';
import { reportOfRows } from './report-of-rows.ts';
import type { StepReport } from './step-report.ts';

/** What a report is made of. */
export interface ResultRequest {
  readonly step: Step;
  readonly given: GivenInputs;
  readonly observed: Observed;
  readonly save: RunContext<never>['save'];
  readonly env: Environment;
}

/** Says how an operation ended that gave a result: well, or with its job still under way when the time was up. */
export async function reportOfResult(result: unknown, request: ResultRequest): Promise<StepReport> {
  const { step, given, observed, save, env } = request;
  const workspace = workspaceFolder(env);
  const { face, operation } = step;
  if (operation.result !== 'one') {
    const outcomes = (
      operation.result === 'rows'
        ? result
        : (result as readonly object[]).map((output) => ({ ok: true, output }))
    ) as readonly RowOutcome<Readonly<Record<string, unknown>>>[];
    return reportOfRows(outcomes, {
      doing: operation.action,
      rows: givenRows(operation, given),
      facts: observed.transfers,
      save,
      workspace,
    });
  }
  const told = result as Readonly<Record<string, unknown>>;
  const report: StepReport = {
    outcome: 'succeeded',
    doing: operation.action,
    facts: [...resultFacts(face, told, workspace), ...observed.transfers],
    files: resultFiles(face, told),
    outputs: resultOutputs(face, told),
  };
  if (told['pending'] !== true) return report;
  return given.raw['waitForCompletion'] === false
    ? { ...report, ...startedOnly(request) }
    : { ...report, outcome: 'timed-out', ...timeoutOf(request) };
}

/** Nobody waits here for the job that was started, as the user wants it. */
function startedOnly({ step, observed, env }: ResultRequest): Pick<StepReport, 'words' | 'next' | 'snippet'> {
  return { words: 'was started', ...(observed.job && goOnLater(step, env, observed.job)) };
}

function timeoutOf({ step, given, observed }: ResultRequest): Pick<StepReport, 'failure' | 'next'> {
  const input = step.face.inputs.find(({ field }) => field?.name === 'timeoutMs');
  const waitedMs = given.raw['timeoutMs'] ?? input?.field?.default;
  const waited = typeof waitedMs === 'number' ? timeOf(waitedMs) : 'the time given';
  const { job, status } = observed;
  const what = job ? jobName(job) : 'the job';
  return {
    failure: `Waited ${waited} for ${what}, which had not ended: ${
      status === undefined ? 'no look at it succeeded' : `its last status was "${status}"`
    }.`,
    next: input ? [`Give a longer \`${input.name}\` where jobs may take so long.`] : [],
  };
}

function givenRows({ inputFields }: Operation, { raw }: GivenInputs): readonly Row[] {
  const field = inputFields.find(({ kind }) => kind === 'rows');
  return ((field && raw[field.name]) ?? []) as readonly Row[];
}
