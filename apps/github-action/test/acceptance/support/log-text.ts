import type { StageResult } from '@modelferry/github-runner';

/** What the process itself has written, without the runner's own lines. */
export const logText = ({ lines }: Pick<StageResult, 'lines'>): string =>
  lines
    .filter(({ stream }) => stream !== 'runner')
    .map(({ text }) => text)
    .join('\n');
