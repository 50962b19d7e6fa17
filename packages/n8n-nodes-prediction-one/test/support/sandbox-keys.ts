import type { RegionDescription } from '@modelferry/sandbox';
import type { Secrets } from '@modelferry/n8n-testkit/run';

type Published = RegionDescription['published'][number];

/** Credentials as a user makes them, for the keys of the sandbox. */
export const managementWith = (
  { managementBaseUrl: baseUrl }: RegionDescription,
  keyType: string,
  apiKey: string,
): Secrets => ({ predictionOneManagementApi: { region: 'custom', baseUrl, keyType, apiKey } });

export const secretKey = (region: RegionDescription): Secrets =>
  managementWith(region, 'secret', region.credentials.secretKey);

export const retrainKey = (
  { managementBaseUrl: baseUrl }: RegionDescription,
  { retrainKey: apiKey }: Published,
): Secrets => ({
  predictionOneRetrainApi: { region: 'custom', baseUrl, apiKey },
});

export const predictionKey = ({ inferenceUrl: apiUrl, predictionKey: apiKey }: Published): Secrets => ({
  predictionOnePredictionApi: { apiUrl, apiKey },
});

/** Everything that must never be seen. */
export const allKeys = ({ credentials, published, unpublished }: RegionDescription): string[] => [
  ...Object.values(credentials),
  ...published.flatMap((one) => [one.retrainKey, one.predictionKey]),
  ...unpublished.map((one) => one.retrainKey),
];
