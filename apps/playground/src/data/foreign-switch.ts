import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@modelferry/sandbox';
import { askAbeja } from './ask-abeja.ts';

interface Service {
  readonly service_id: string;
  readonly status: string;
}

/** Has somebody else, without n8n, point the endpoint to a new service, and gives the id of the one before. */
export async function foreignSwitch(sandbox: Sandbox, signal: AbortSignal): Promise<string> {
  const { deployment, jobDefinitions } = sandbox.describe().abeja;
  const [endpoint] = sandbox.state().abeja.endpoints;
  const ask = <Answer>(method: string, path: string, body?: object) =>
    askAbeja<Answer>(sandbox, signal, method, `deployments/${deployment.id}/${path}`, body);
  const { service_id: id } = await ask<Service>('POST', 'services', {
    version_id: deployment.versionId,
    models: { alias: jobDefinitions[0]?.modelId },
  });
  while ((await ask<Service>('GET', `services/${id}`)).status !== 'READY')
    await sleep(200, undefined, { signal });
  await ask('PATCH', `endpoints/${deployment.endpointAlias}`, { service_id: id });
  return endpoint?.serviceId ?? '';
}
