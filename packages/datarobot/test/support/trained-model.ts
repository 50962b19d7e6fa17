import type { Stage } from '../fault-table/support/stage.ts';

/** Lets the sandbox train another model for the first deployment, on the data of the first dataset. @returns its package */
export async function trainedModel(stage: Stage): Promise<string> {
  const { endpoint, apiToken, datasets, retrainingPolicies } = stage.platform;
  const root = `${endpoint}/deployments/${stage.deployment.id}`;
  const call = async (method: string, url: string, body?: object) => {
    const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    return text === '' ? {} : JSON.parse(text);
  };
  const policy = retrainingPolicies.find(({ name }) => name === 'refresh');
  const runs = `${root}/retrainingPolicies/${policy?.id}/runs/`;
  await call('PATCH', `${root}/retrainingSettings/`, { datasetId: datasets[0]?.id });
  await call('POST', runs);
  const [{ id }] = (await call('GET', runs)).data;
  for (let looks = 0; looks < 50; looks++) {
    const { modelPackageId } = await call('GET', `${runs}${id}/`);
    if (modelPackageId) return modelPackageId;
  }
  throw new Error('The sandbox has trained no model.');
}
