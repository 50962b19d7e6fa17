import type { Execution } from './execution.ts';
import type { N8nRest } from './n8n-rest.ts';

/** The executions of a workflow that n8n has kept, the oldest first. */
export async function executionsOf(rest: N8nRest, workflowId: string): Promise<readonly Execution[]> {
  const query = new URLSearchParams({ filter: JSON.stringify({ workflowId }), limit: '100' });
  const { results } = await rest.call<{ readonly results: readonly { readonly id: string }[] }>(
    'GET',
    `/rest/executions?${query}`,
    'listing executions',
  );
  const ids = results.map(({ id }) => Number(id)).sort((a, b) => a - b);
  return Promise.all(ids.map((id) => rest.execution(String(id))));
}
