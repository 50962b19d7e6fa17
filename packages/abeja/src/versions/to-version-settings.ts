import type { VersionSettings } from '../client/training/versions.ts';
import { toNameValues } from '../training/grammar/name-values.ts';

/** How a version is to run its code, as it was entered. */
export interface GivenVersion {
  readonly handler: string;
  readonly image: string;
  readonly description?: string | undefined;
  readonly environment?: string | undefined;
  readonly datasets?: string | undefined;
  readonly premountDatasets: boolean;
}

/** The same in the words of the client; that datasets are put there beforehand is said only where there are some. */
export function toVersionSettings(given: GivenVersion): VersionSettings {
  const { handler, image, description, premountDatasets } = given;
  const datasets = toNameValues(given.datasets);
  return {
    ...{ handler, image, description, datasets },
    environment: toNameValues(given.environment),
    ...(datasets && { datasetPremounted: premountDatasets }),
  };
}
