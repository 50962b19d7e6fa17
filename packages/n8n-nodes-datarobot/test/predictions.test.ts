import { columns, readBinary, search } from '@modelferry/n8n-testkit/run';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { byId, deploymentIdOf, nodeStage } from './support/node-stage.ts';
import { apiKey, portableToken } from './support/sandbox-keys.ts';

const stage = nodeStage();
const predict = (more = {}) => ({
  ...{ resource: 'prediction', operation: 'predict', deploymentId: byId(deploymentIdOf(stage)) },
  ...more,
});
const row = () => ({ ...stage.known.deployments[0]?.sampleRow });
const rows = (count: number): INodeExecutionData[] => Array.from({ length: count }, () => ({ json: row() }));
const scoring = () => stage.calls('predict');

describe('Predict', () => {
  test('sends many items together, and pairs each answer with its item', async () => {
    const out = await stage.run(predict(), { items: rows(500) });
    expect(out).toHaveLength(500);
    expect(out.map(({ pairedItem }) => pairedItem)).toEqual(out.map((_, item) => ({ item })));
    expect(out[7]?.json).toMatchObject({ prediction: expect.anything() as unknown, row: row() });
    expect(scoring()).toHaveLength(1);
  });

  test('items with other options are sent on their own', async () => {
    const parameters = predict({ options: { decimals: '={{ $itemIndex % 2 }}' } });
    const out = await stage.run(parameters, { items: rows(4) });
    expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
    expect(scoring()).toHaveLength(2);
  });

  test('a bad row fails alone when the node continues', async () => {
    const bad = { json: { ...row(), Horsepower: { nested: true } } } as INodeExecutionData;
    const out = await stage.run(predict(), { items: [...rows(1), bad, ...rows(1)], continueOnFail: true });
    expect(out.map(({ json }) => typeof json['error'])).toEqual(['undefined', 'string', 'undefined']);
    expect(out[1]?.json['error']).toContain('Horsepower');
  });

  test('an AI agent may give the row as text, and the deployment by its ID alone', async () => {
    const parameters = predict({ deploymentId: deploymentIdOf(stage), rows: JSON.stringify(row()) });
    expect(await stage.one(parameters)).toMatchObject({ row: row() });
  });

  test('goes to the dedicated server of the deployment, signed, with its own key', async () => {
    await stage.run(predict(), { items: rows(1) });
    expect(scoring().map(({ origin, status }) => [origin, status])).toEqual([['dataRobot.prediction', 200]]);
  });

  test('a key of the prediction server in the credential beats the one that the deployment names', async () => {
    const secrets = apiKey(stage.known, { predictionServerSecret: 'another-key-of-the-server' });
    await expect(stage.run(predict(), { secrets, items: rows(1) })).rejects.toThrow(/datarobot-key/);
  });

  test("n8n's own limit of domains, meant for other nodes, keeps no dedicated server away", async () => {
    const limits = { allowedHttpRequestDomains: 'domains', allowedDomains: 'app.datarobot.com' };
    const secrets = apiKey(stage.known, limits);
    expect(await stage.run(predict(), { secrets, items: rows(1) })).toHaveLength(1);
  });
});

describe('a portable server', () => {
  const portable = (more = {}) =>
    predict({ server: 'portable', portableUrl: stage.known.portableServer.url, ...more });
  const servers = () => scoring().map(({ origin }) => origin);

  test('needs no credential, and gets none of the platform', async () => {
    const secrets = apiKey(stage.known);
    expect(
      await stage.run(portable({ deploymentId: undefined }), { secrets: {}, items: rows(2) }),
    ).toHaveLength(2);
    expect(await stage.run(portable(), { secrets, items: rows(2) })).toHaveLength(2);
    expect(servers()).toEqual(['portable', 'portable']);
  });

  test('behind a token gets the one of its credential', async () => {
    stage.sandbox.variants.change({ enable: ['pps-auth'] });
    const secrets = { ...apiKey(stage.known), ...portableToken(stage.known) };
    expect(await stage.run(portable(), { secrets, items: rows(2) })).toHaveLength(2);
    await expect(stage.run(portable(), { items: rows(1) })).rejects.toThrow(/score rows/);
  });

  test('that is not the one of the credential gets no token', async () => {
    stage.sandbox.variants.change({ enable: ['pps-auth'] });
    const { dataRobotPortableServerApi: own } = portableToken(stage.known);
    const secrets = { dataRobotPortableServerApi: { ...own, serverUrl: 'https://other.example.com' } };
    await expect(stage.run(portable(), { secrets, items: rows(1) })).rejects.toThrow(/score rows/);
  });

  test('leaves the lists of the platform without a key, and says so', async () => {
    const asked = search('searchDeployments', {
      parameters: portable(),
      secrets: portableToken(stage.known),
    });
    await expect(asked).rejects.toThrow(/has no API key\. Give the deployment by its ID/);
  });
});

test('Predict File: a text becomes a file of predictions', async () => {
  const [header, values] = [Object.keys(row()), Object.values(row())].map((cells) =>
    cells.map((cell) => `"${String(cell)}"`).join(','),
  );
  const parameters = {
    ...predict({ operation: 'predictFile' }),
    ...{ fileFrom: 'text', fileText: `${header}\n${values}\n${values}\n` },
  };
  const [item] = await stage.run(parameters);
  expect(item?.json).toMatchObject({ rows: 2, resultFile: { name: 'rows-predictions.csv' } });
  const { binaryField } = item?.json['resultFile'] as { binaryField: string };
  const text = (await readBinary(item?.binary?.[binaryField] as IBinaryData)).toString();
  expect(text.trimEnd().split('\n')).toHaveLength(3);
});

describe('lists in the editor', () => {
  const secrets = () => apiKey(stage.known);
  test('deployments, filtered', async () => {
    const all = await search('searchDeployments', { parameters: predict(), secrets: secrets() });
    expect(all.results.map(({ value }) => value)).toContain(deploymentIdOf(stage));
    const none = await search(
      'searchDeployments',
      { parameters: predict(), secrets: secrets() },
      'no such name',
    );
    expect(none.results).toEqual([]);
  });
  test('the columns of a deployment', async () => {
    const given = { parameters: predict(), secrets: secrets() };
    const { fields, emptyFieldsNotice } = await columns('getDeploymentFeatures', given);
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['Cylinders', 'Horsepower', 'Origin']));
    expect(emptyFieldsNotice).toBeUndefined();
  });
  test('a refused key says so', async () => {
    const wrong = apiKey({ ...stage.known, apiToken: 'wrong-wrong-wrong' });
    const asked = search('searchDeployments', { parameters: predict(), secrets: wrong });
    await expect(asked).rejects.toThrow(/^Could not list the deployments/);
  });
});
