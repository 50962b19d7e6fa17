import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leakedKeys, type Scene } from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { abejaNode, abejaNodeName } from '../workflows/abeja-node.ts';
import { chain } from '../workflows/chain.ts';
import { fileNode } from '../workflows/file-node.ts';
import { byId } from '../workflows/our-node.ts';
import { rowsNode } from '../workflows/rows-node.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';
import { startNode } from '../workflows/start-node.ts';

const file = 'items.csv';
const items = 10_000;
/** What the vendor takes in one request. */
const itemsInRequest = 500;

/** Many items are added to a dataset in few requests, and each is told its own. */
export async function itemsSuite(scene: Scene, checks: Checks): Promise<void> {
  const lines = Array.from({ length: items }, (_, at) => `${uriOf(at)},image/jpeg`);
  await writeFile(join(scene.filesFolder, file), ['dataUri,dataType', ...lines].join('\r\n'));
  await checks.run(`Add ${items} items to a dataset`, () => add(scene));
}

const uriOf = (at: number) => `https://images.example/${at}.jpg`;

async function add(scene: Scene): Promise<string> {
  const { sandbox } = scene;
  await sandbox.reset();
  const node = abejaNode({
    ...{ resource: 'dataset', operation: 'addItems' },
    datasetId: byId(sandbox.describe().abeja.datasets[0]?.id),
    rows: { mappingMode: 'autoMapInputData', value: null },
  });
  const startedAtMs = performance.now();
  const execution = await runWorkflow(
    scene,
    chain(`Add ${items} items`, [startNode, fileNode(file), rowsNode, node]),
  );
  const durationMs = performance.now() - startedAtMs;
  expect(execution.status === 'success', `n8n says ${execution.status}: ${execution.failure}`);
  const out = execution.items(abejaNodeName);
  expect(out.length === items, `${out.length} items came out`);
  const strays = out.filter(
    ({ json, pairedItem }, at) => json.dataUri !== uriOf(at) || pairedItem?.item !== at,
  );
  expect(strays.length === 0, `${strays.length} items got what was said of another`);
  const ids = new Set(out.map(({ json }) => json.datasetItemId));
  expect(ids.size === items, `only ${ids.size} different IDs came`);
  const requests = sandbox.requests().filter(({ operation }) => operation === 'datasetItemCreate').length;
  expect(requests === items / itemsInRequest, `${requests} requests were sent`);
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `${requests} requests, every answer with its item, ${(durationMs / 1_000).toFixed(1)} s with n8n's own work`;
}
