import type { N8nRest } from '@modelferry/playground';

/** An execution as n8n lists it. */
export interface Listed {
  readonly id: string;
  readonly workflowId: string;
  readonly status: string;
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
}

const pageSize = 100;
const endings = ['success', 'error', 'crashed', 'canceled'];

export const hasEnded = ({ status }: Listed): boolean => endings.includes(status);

/** All executions of some workflows. */
export async function executions(rest: N8nRest, workflowIds: readonly string[]): Promise<readonly Listed[]> {
  const found = await Promise.all(workflowIds.map((workflowId) => ofWorkflow(rest, workflowId)));
  return found.flat();
}

async function ofWorkflow(rest: N8nRest, workflowId: string): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for (;;) {
    const last = found.at(-1);
    const query = new URLSearchParams({
      ...{ filter: JSON.stringify({ workflowId }), limit: String(pageSize) },
      ...(last && { lastId: last.id }),
    });
    const page = await rest.call<{ readonly results: readonly Listed[] }>(
      ...(['GET', `/rest/executions?${query}`, 'listing executions'] as const),
    );
    const fresh = page.results.filter(({ id }) => !found.some((one) => one.id === id));
    if (fresh.length === 0) return found;
    found.push(...fresh);
  }
}
