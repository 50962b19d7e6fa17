import type { N8nRest } from '@modelferry/playground';
import type { Listed } from './executions.ts';

/** Executions that did not succeed, counted by what n8n says of them. */
export interface Unfinished {
  readonly status: string;
  readonly reason: string;
  readonly count: number;
  /** How many of them still show what their start node has given out. */
  readonly withStartOutput: number;
}

const startNodes = ['Start the retraining', 'Start the batch prediction', 'Start the training'];

export async function unfinished(rest: N8nRest, listed: readonly Listed[]): Promise<readonly Unfinished[]> {
  const groups = new Map<string, Unfinished>();
  for (const { id, status } of listed.filter((one) => one.status !== 'success')) {
    const { failure, items } = await rest.execution(id);
    // Without what a vendor has answered: each answer is another one
    const said = (failure ?? 'no reason given').split(': the server answered')[0] ?? '';
    const reason = said.replace(/[\w-]*\d{3,}[\w-]*/g, '...').slice(0, 120);
    const group = groups.get(status + reason) ?? { status, reason, count: 0, withStartOutput: 0 };
    const hasOutput = startNodes.some((name) => items(name).length > 0);
    groups.set(status + reason, {
      ...group,
      count: group.count + 1,
      withStartOutput: group.withStartOutput + (hasOutput ? 1 : 0),
    });
  }
  return [...groups.values()];
}
