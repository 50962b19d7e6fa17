/** How one example went. */
export interface ExampleResult {
  readonly workflow: string;
  readonly passed: boolean;
  readonly durationMs: number;
  /** What came out, or what went wrong. */
  readonly outcome: string;
  /** Markdown that the run's page on GitHub would show. */
  readonly summary?: string;
}

const headings = ['Workflow', 'Result', 'Duration', 'What came out'];

/** The results as a table, one line each. */
export function report(results: readonly ExampleResult[]): string {
  const rows = results.map(({ workflow, passed, durationMs, outcome }) => [
    workflow,
    passed ? 'passed' : 'FAILED',
    `${(durationMs / 1000).toFixed(1)} s`,
    outcome.replaceAll(/\s+/g, ' '),
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(column === cells.length - 1 ? 0 : (widths[column] ?? 0)))
      .join('  ');
  const rule = line(widths.map((width, column) => '-'.repeat(Math.min(width, column === 3 ? 40 : width))));
  return [line(headings), rule, ...rows.map(line)].join('\n');
}

/** The step summaries, each under the name of its workflow. */
export const summaries = (results: readonly ExampleResult[]): string =>
  results
    .flatMap(({ workflow, summary }) =>
      summary === undefined
        ? []
        : [`Step summary of "${workflow}", as its page on GitHub shows it:`, summary],
    )
    .join('\n\n');

/** The last line: `5 passed, 0 failed`. */
export function tally(results: readonly ExampleResult[]): string {
  const passed = results.filter((result) => result.passed).length;
  return `${passed} passed, ${results.length - passed} failed`;
}
