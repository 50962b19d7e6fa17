import type { RegionDescription } from '@modelferry/sandbox';
import type { N8nRest } from './n8n/n8n-rest.ts';
import { UserError } from './user-error.ts';

/** A credential as a user would enter it, for one preset model of the sandbox. */
interface Credential {
  readonly type: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The preset model that the examples retrain and ask for predictions. */
const demoModel = 'cars-fuel';

/**
 * Makes the credentials that the examples name, pointing at the sandbox, and has n8n test each. Gives their ids by type.
 * @throws {UserError} when a test fails
 */
export async function createCredentials(
  rest: N8nRest,
  region: RegionDescription,
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const { type, name, data } of credentialsFor(region)) {
    const id = await rest.createCredential(name, type, data);
    const { status, message } = await rest.testCredential(id);
    if (status !== 'OK')
      throw new UserError(`The credential "${name}" did not pass its own test in n8n: ${message}`);
    ids[type] = id;
  }
  return ids;
}

function credentialsFor({
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
