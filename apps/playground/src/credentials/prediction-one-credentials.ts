import type { RegionDescription } from '@modelferry/sandbox';
import type { Credential } from './credential.ts';

/** The preset model of the sandbox that the examples retrain and ask for predictions. */
const demoModel = 'cars-fuel';

/** What opens Prediction One in the sandbox. */
export function predictionOneCredentials({
  managementBaseUrl,
  credentials,
  published,
}: RegionDescription): readonly Credential[] {
  const model = published.find(({ name }) => name === demoModel);
  if (!model) throw new Error(`The sandbox has no model ${demoModel}`);
  const host = { region: 'custom', baseUrl: managementBaseUrl };
  return [
    {
      type: 'predictionOneManagementApi',
      name: 'Prediction One Management',
      data: { ...host, keyType: 'secret', apiKey: credentials.secretKey },
    },
    {
      type: 'predictionOneRetrainApi',
      name: 'Prediction One Retrain',
      data: { ...host, apiKey: model.retrainKey },
    },
    {
      type: 'predictionOnePredictionApi',
      name: 'Prediction One Prediction',
      data: { apiUrl: model.inferenceUrl, apiKey: model.predictionKey },
    },
  ];
}
