import type { ServiceSettings } from '../client/serving/services.ts';
import { toNameValues } from '../training/grammar/name-values.ts';

/** What a user says of a service. */
export interface GivenSettings extends Omit<ServiceSettings, 'environment' | 'versionId'> {
  readonly versionId?: string;
  /** As `nameValuesProblem` has nothing against it. */
  readonly environment?: string;
}

/** The settings as the vendor takes them; nothing stands for what is left out. */
export function toServiceChange<Given extends GivenSettings>({
  versionId,
  modelId,
  instanceType,
  instanceNumber,
  maxInstanceNumber,
  enableAutoscale,
  recordChannelId,
  environment,
}: Given) {
  return {
    ...{ versionId, modelId, instanceType, instanceNumber, maxInstanceNumber, enableAutoscale },
    ...{ recordChannelId, environment: toNameValues(environment) },
  } as const;
}
