import type { Sandbox } from '@modelferry/sandbox';
import type { OnStage } from '../../support/on-stage.ts';
import { access, cars, deployment, platform } from './scoring.ts';

type Given = Readonly<Record<string, string>>;

/** The first table of the AI Catalog, there from the start. */
export const catalogTable = (sandbox: Sandbox): string => platform(sandbox).datasets[0]?.id ?? '';

/** @param name of a retraining policy that is there from the start */
export function policy(sandbox: Sandbox, name = 'refresh'): string {
  const found = platform(sandbox).retrainingPolicies.find((one) => one.name === name);
  if (!found) throw new Error(`There is no policy ${name}.`);
  return found.id;
}

/** The inputs that score {@link cars} in real time. */
export const predictInputs = async (
  { sandbox, file }: Pick<OnStage, 'sandbox' | 'file'>,
  table: string | Uint8Array = cars(),
) => ({
  ...access(sandbox),
  'deployment-id': deployment(sandbox).id,
  file: await file('data/cars.csv', table),
});

/** The inputs that upload {@link cars} as a dataset. */
export const uploadInputs = async ({ sandbox, file }: Pick<OnStage, 'sandbox' | 'file'>) => ({
  ...access(sandbox),
  file: await file('data/cars.csv', cars()),
  'poll-interval': '1s',
});

/** The inputs that run a policy on a table of the catalog. */
export const retrainInputs = ({ sandbox }: Pick<OnStage, 'sandbox'>, name?: string): Given => ({
  ...access(sandbox),
  'deployment-id': deployment(sandbox).id,
  'policy-id': policy(sandbox, name),
  'dataset-id': catalogTable(sandbox),
  'poll-interval': '1s',
});

/** The inputs that put a model in place which a retraining has just made; nothing of that stands in the transcript's way. */
export async function replaceInputs(stage: Pick<OnStage, 'sandbox'>) {
  const { sandbox } = stage;
  const given = {
    ...access(sandbox),
    'deployment-id': deployment(sandbox).id,
    'model-package-id': await trainedModel(sandbox),
    'poll-interval': '1s',
  };
  return given;
}

/** Has the vendor train another model, without any of our code. @returns the ID of its package */
async function trainedModel(sandbox: Sandbox): Promise<string> {
  const { endpoint, apiToken } = platform(sandbox);
  const root = `${endpoint}/deployments/${deployment(sandbox).id}`;
  const runs = `${root}/retrainingPolicies/${policy(sandbox)}/runs/`;
  const call = async (method: string, url: string, body?: object) => {
    const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    return text === '' ? {} : JSON.parse(text);
  };
  await call('PATCH', `${root}/retrainingSettings/`, { datasetId: catalogTable(sandbox) });
  await call('POST', runs);
  const [{ id }] = (await call('GET', runs)).data;
  for (let looks = 0; looks < 50; looks++) {
    const { modelPackageId } = await call('GET', `${runs}${id}/`);
    if (modelPackageId) return modelPackageId;
  }
  throw new Error('The vendor has trained no model.');
}
