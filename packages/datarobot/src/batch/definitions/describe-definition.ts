import type { JobDefinition } from '../../client/job-definitions.ts';
import { writeCron } from './cron.ts';
import { withoutSecrets } from './without-secrets.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A definition as operations show it: in a flow, anyone may read that. */
export function describeDefinition(definition: JobDefinition) {
  const { id, schedule, batchPredictionJob: settings, ...told } = definition;
  return {
    definitionId: id,
    ...told,
    schedule: writeCron(schedule),
    deploymentId: textOf(settings?.['deploymentId']),
    intakeType: textOf((settings?.['intakeSettings'] as Fields | undefined)?.['type']),
    outputType: textOf((settings?.['outputSettings'] as Fields | undefined)?.['type']),
    settings: withoutSecrets(settings),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
