import type { AbejaState, Sandbox } from '@modelferry/sandbox';

/** The service that the endpoint points to. */
export function currentService(sandbox: Sandbox): AbejaState['services'][number] | undefined {
  const { endpoints, services } = sandbox.state().abeja;
  const [endpoint] = endpoints;
  return services.find(({ id }) => id === endpoint?.serviceId);
}
