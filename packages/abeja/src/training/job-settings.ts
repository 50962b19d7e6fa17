import type { JobSettings } from '../client/training/jobs.ts';
import type { Version } from '../client/training/version.ts';
import { toNameValues } from './grammar/name-values.ts';

/** How a job is to run, as it was entered. */
export interface GivenSettings {
  readonly environment?: string | undefined;
  readonly datasets?: string | undefined;
  readonly instanceType?: string | undefined;
  readonly description?: string | undefined;
  readonly exportLog: boolean;
}

/**
 * The settings to send. Whether the vendor adds the given variables to those of the version is unknown, so that the whole
 * set is sent as it is wanted (Q11).
 */
export function jobSettings(given: GivenSettings, version: Version): JobSettings {
  const { environment, datasets, instanceType, description, exportLog } = given;
  return {
    environment: over(version.environment, toNameValues(environment)),
    datasets: over(version.datasets, toNameValues(datasets)),
    instanceType,
    description,
    ...(exportLog && { exportLog }),
  };
}

/** What is given over what is there, as texts; nothing where nothing is given. */
const over = (
  there: Readonly<Record<string, unknown>> | undefined,
  given: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined =>
  given && {
    ...Object.fromEntries(Object.entries(there ?? {}).map(([name, value]) => [name, String(value)])),
    ...given,
  };
