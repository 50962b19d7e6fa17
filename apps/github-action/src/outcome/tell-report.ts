import { timeOf } from '../log/amounts.ts';
import { sanitize } from '../log/sanitize.ts';
import type { Stage } from '../stage.ts';
import { stepSummary } from '../summary/step-summary.ts';
import { outcomeWords } from './outcome-words.ts';
import type { StepReport } from './step-report.ts';

/** Longest value of an output, in characters: a later step gets it in an environment string, of which Windows takes 32,766. */
const maxOutputLength = 16_000;

/** Tells how a step ended, everywhere: outputs, log, annotation, summary, exit code. */
export async function tellReport(stage: Stage, report: StepReport): Promise<void> {
  const { log, runner, secrets } = stage;
  const tookMs = Date.now() - stage.startedAtMs;
  const fit = (text: string) => sanitize(secrets.redact(text)).slice(0, maxOutputLength);
  for (const [name, value] of Object.entries(report.outputs)) runner.setOutput(name, fit(value));
  runner.setOutput('outcome', report.outcome);
  runner.setOutput('duration-seconds', String(Math.round(tookMs / 1_000)));
  process.exitCode = report.failure === undefined ? 0 : 1;

  log.endGroup();
  const headline = `${report.doing} ${report.words ?? outcomeWords[report.outcome].words}`;
  const warnings = [...log.warnings];
  const said = whatHappened(report);
  const advice = whatToDo(report);
  if (report.failure === undefined) {
    for (const line of said) (report.isWarning ? log.warning : log.line)(line);
    for (const line of [`${headline} (${timeOf(tookMs)})`, ...advice]) log.line(line);
  } else {
    log.error(headline, said.join('\n'), advice.join('\n'));
    if (report.stack !== undefined) log.debug(report.stack);
  }
  try {
    runner.addSummary(await stepSummary(report, { headline, tookMs, warnings, redact: secrets.redact }));
  } catch (error) {
    // What the step was for is done
    log.warning(`The step summary could not be made: ${String(error)}`);
  }
}

const whatHappened = ({ failure, details = [] }: StepReport): readonly string[] => [
  ...(failure === undefined ? [] : [failure]),
  ...(details.length > 1 ? details.map((line) => `- ${line}`) : details),
];

const whatToDo = ({ next = [], snippet }: StepReport): readonly string[] => [
  ...next,
  ...(snippet === undefined ? [] : [snippet]),
];
