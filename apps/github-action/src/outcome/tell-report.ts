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

  log.endGroup();
  const headline = `${report.doing} ${outcomeWords[report.outcome].words}`;
  const said = whatHappened(report);
  const advice = whatToDo(report);
  for (const line of [...said, ...advice]) log.line(line);
  if (report.failure === undefined) log.line(`${headline} (${timeOf(tookMs)})`);
  else {
    log.error(headline, said.join('\n'), advice.join('\n'));
    if (report.stack !== undefined) log.debug(report.stack);
    process.exitCode = 1;
  }
  runner.addSummary(
    await stepSummary(report, { headline, tookMs, warnings: log.warnings, redact: secrets.redact }),
  );
}

const whatHappened = ({ failure, details = [] }: StepReport): readonly string[] => [
  ...(failure === undefined ? [] : [failure]),
  ...(details.length > 1 ? details.map((line) => `- ${line}`) : details),
];

const whatToDo = ({ next = [], snippet }: StepReport): readonly string[] => [
  ...next,
  ...(snippet === undefined ? [] : [snippet]),
];
