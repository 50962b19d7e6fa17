import { InputError } from '@modelferry/http';
import type { Environment } from '../client/wire/environment.ts';
import type { Service } from '../client/serving/service.ts';
import type { ServiceSettings } from '../client/serving/services.ts';

/** How a service is to be, as far as it is not to be like another one. */
export type ServiceChange = Partial<ServiceSettings> & { readonly modelId: string };

/**
 * A service like another one, with another model: its code, machines, variables and channel.
 * @throws InputError where neither of them names its code
 */
export function settingsLike(service: Service | undefined, change: ServiceChange): ServiceSettings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const settings: Partial<ServiceSettings> = {
    versionId: service?.modelVersionId,
    instanceType: service?.instanceType,
    instanceNumber: service?.instanceNumber,
    maxInstanceNumber: service?.maxInstanceNumber,
    enableAutoscale: service?.enableAutoscale,
    environment: environmentOf(service),
    recordChannelId: service?.recordChannelId,
    ...Object.fromEntries(given),
  };
  const { versionId } = settings;
  if (versionId !== undefined) return { ...settings, versionId };
  const problem = 'is required: what the endpoint points to does not tell its code version';
  throw new InputError([{ field: 'versionId', problem, remedy: 'Give the ID of a version: ver-...' }]);
}

function environmentOf(service: Service | undefined): Environment | undefined {
  const variables = Object.entries(service?.userEnvVars ?? {});
  if (variables.length === 0) return undefined;
  return Object.fromEntries(variables.map(([name, value]) => [name, wordOf(value)]));
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
