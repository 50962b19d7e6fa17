import type { N8nRest } from './n8n-rest.ts';

/** Switches a workflow on: from then on its triggers run it. */
export async function publish(rest: N8nRest, workflowId: string): Promise<void> {
  const path = `/rest/workflows/${workflowId}`;
  const { versionId } = await rest.call<{ readonly versionId: string }>('GET', path, 'reading a workflow');
  await rest.call('POST', `${path}/activate`, 'switching a workflow on', { versionId });
}

/** Switches it off. */
export async function unpublish(rest: N8nRest, workflowId: string): Promise<void> {
  await rest.call('POST', `/rest/workflows/${workflowId}/deactivate`, 'switching a workflow off', {});
}
