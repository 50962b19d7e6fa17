import { patternedBytes } from '@modelferry/testkit';
import type { IBinaryData } from 'n8n-workflow';
import { setTimeout } from 'node:timers/promises';
import { ferryKey, startFerryServer, uploadSignature, type FerryServer } from './support/ferry-server.ts';
import { clearBinaryData, readBinary, startBinaryData, storeBinary } from './support/n8n-lab.ts';
import { outputsOf, startWorkflow } from './support/run-workflow.ts';
import { shipParameters } from './support/run-ferry.ts';

let server: FerryServer;
beforeAll(startBinaryData);
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(() => server.close());
afterAll(clearBinaryData);

const items = async (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      json: { at },
      binary: { data: await storeBinary(patternedBytes(10), 'a.csv', 'text/csv') },
    })),
  );

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };

describe("under n8n's engine", () => {
  test.each([undefined, 'continueRegularOutput'] as const)(
    'Retry On Fail goes on with the jobs that were started (onError %s)',
    async (onError) => {
      server.jobsEnd = false;
      const { done } = startWorkflow({
        url: server.url,
        items: await items(2),
        parameters: { ...shipParameters, options: { timeoutSeconds: 1 } },
        settings: { ...retrying, ...(onError ? { onError } : {}) },
      });
      await setTimeout(1_500);
      server.jobsEnd = true;
      const run = await done;
      expect(outputsOf(run)[0]?.map(({ json }) => json['jobId'])).toEqual(['1', '2']);
      expect(server.created).toBe(2);
      expect(run.data.resultData.metadata).toEqual({ test_ferry_shipping: '1, 2' });
    },
  );

  test('the error output gets the item that failed, and nothing secret', async () => {
    const [good, bad] = await items(2);
    const { done } = startWorkflow({
      url: server.url,
      items: [good ?? { json: {} }, { json: bad?.json ?? {} }],
      parameters: shipParameters,
      settings: { onError: 'continueErrorOutput' },
    });
    const run = await done;
    const [fine, failed] = outputsOf(run);
    expect(fine?.map(({ json }) => json['jobId'])).toEqual(['1']);
    expect(failed).toHaveLength(1);
    expect(failed?.[0]?.json['error']).toContain('[item 1]');
    expect(failed?.[0]?.pairedItem).toMatchObject({ item: 1 });
    expect(JSON.stringify(run)).not.toMatch(`${ferryKey}|${uploadSignature}`);
  });

  test('a stop ends the work at once, is not retried, and leaves the ID of the job', async () => {
    server.jobsEnd = false;
    const { done, stop } = startWorkflow({
      url: server.url,
      items: await items(2),
      parameters: shipParameters,
      settings: retrying,
    });
    const ended = done.catch((error: unknown) => error);
    await server.arrived(3);
    await setTimeout(100);
    const requests = server.requests.length;
    stop();
    await server.allClosed(1_000);
    const run = await ended;
    await setTimeout(300);
    expect(server.requests).toHaveLength(requests);
    expect(JSON.stringify(run)).toContain('"test_ferry_shipping":"1"');
  });

  test('in combined mode the result becomes a part of the JSON', async () => {
    const [data] = (await items(1)).map(({ binary }) => binary.data);
    const { done } = startWorkflow({
      url: server.url,
      items: [{ json: { _files: { data } as never } }],
      parameters: { ...shipParameters, trainingDataBinaryField: '_files.data', download: true },
      binaryMode: 'combined',
    });
    const [item] = outputsOf(await done)[0] ?? [];
    const { data: kept } = (item?.json['_files'] ?? {}) as { data?: IBinaryData };
    expect(kept).toMatchObject({ fileName: 'result.csv' });
    expect(kept && new TextDecoder().decode(await readBinary(kept))).toContain('score');
  });
});
