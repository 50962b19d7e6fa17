import type { Redactor } from '@modelferry/http';
import { timeOf } from '../log/amounts.ts';
import { outcomeWords } from '../outcome/outcome-words.ts';
import type { StepReport } from '../outcome/step-report.ts';
import { escape, escapeSentence } from './escape.ts';
import { factsTable } from './facts-table.ts';
import { figuresTable } from './figures-table.ts';
import { snippetBlock } from './snippet-block.ts';

/** What is known beside the report. */
export interface SummaryOptions {
  /** `Retrain model succeeded`. */
  readonly headline: string;
  readonly tookMs: number;
  readonly warnings: readonly string[];
  readonly redact: Redactor;
}

/** Most warnings and details shown, and the length of one in characters: the runner takes no summary over 1 MiB. */
const maxLines = 50;
const maxLineLength = 1_000;

/** The summary of a step, in Markdown: how it ended, what there is to know, what to do next. */
export async function stepSummary(report: StepReport, options: SummaryOptions): Promise<string> {
  const { redact, headline, tookMs, warnings } = options;
  const { outcome, failure, details = [], next = [], snippet, facts, figures = [], files } = report;
  const safe = (text: string) => escapeSentence(redact(text).slice(0, maxLineLength));
  const list = (lines: readonly string[]) => lines.slice(0, maxLines).map((line) => `- ${safe(line)}`);
  const blocks: (readonly string[])[] = [
    [`### ${outcomeWords[outcome].sign} ${escape(redact(headline))}`],
    failure === undefined ? [] : [safe(failure)],
    details.length > 1 ? list(details) : details.map(safe),
    // A step that ended before it began has nothing to show, and took no time worth a word
    factsTable(facts.length === 0 ? [] : [...facts, { title: 'Duration', value: timeOf(tookMs) }], redact),
    figuresTable(figures, redact),
    next.length === 0 ? [] : [`**What to do next:** ${next.map(safe).join(' ')}`],
    snippetBlock(snippet, redact),
  ];
  if (files.length > 0) {
    const { previewTable } = await import('./preview-table.ts');
    for (const file of files) blocks.push(await previewTable(file, redact));
  }
  if (warnings.length > 0) {
    const summary = `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
    blocks.push(['<details>', `<summary>${summary}</summary>`, '', ...list(warnings), '', '</details>']);
  }
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n\n`;
}
