import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presetCsv } from '@modelferry/sandbox';
import { leakedKeys, type Item, type Scene } from '@modelferry/playground';
import { expect, type Checks } from '../checks.ts';
import { chain } from '../workflows/chain.ts';
import { dataRobotNode, dataRobotNodeName } from '../workflows/data-robot-node.ts';
import { fileNode } from '../workflows/file-node.ts';
import { byId } from '../workflows/our-node.ts';
import { rowsNode } from '../workflows/rows-node.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';
import { startNode } from '../workflows/start-node.ts';

const file = 'rows.csv';
const rows = 10_000;
const maxRequests = 5;

/** Many items are scored in real time in few requests, and each gets its own answer. */
export async function rowsSuite(scene: Scene, checks: Checks): Promise<void> {
  const [header = '', ...lines] = presetCsv('cars.json').toString().trimEnd().split('\r\n');
  const many = Array.from({ length: rows }, (_, at) => `${lines[at % lines.length]},${at}`);
  await writeFile(join(scene.filesFolder, file), [`${header},Number`, ...many].join('\r\n'));
  await checks.run(`Predict ${rows} items`, () => predict(scene, lines.length));
}

/** @param period after so many items the same cars come again */
async function predict(scene: Scene, period: number): Promise<string> {
  const { sandbox } = scene;
  await sandbox.reset();
  const node = dataRobotNode({
    ...{ resource: 'prediction', operation: 'predict', server: 'deployment' },
    deploymentId: byId(sandbox.describe().dataRobot.deployments[0]?.id),
    rows: { mappingMode: 'autoMapInputData', value: null },
    options: {},
  });
  const startedAtMs = performance.now();
  const execution = await runWorkflow(
    scene,
    chain(`Predict ${rows} items`, [startNode, fileNode(file), rowsNode, node]),
  );
  const durationMs = performance.now() - startedAtMs;
  expect(execution.status === 'success', `n8n says ${execution.status}: ${execution.failure}`);
  const out = execution.items(dataRobotNodeName);
  expect(out.length === rows, `${out.length} items came out`);
  const strays = out.filter((item, at) => numberOf(item) !== at || item.pairedItem?.item !== at);
  expect(strays.length === 0, `${strays.length} items got the row of another`);
  const differing = out.filter((item, at) => item.json.prediction !== out[at % period]?.json.prediction);
  expect(differing.length === 0, `${differing.length} items got the prediction of another`);
  const distinct = new Set(out.map(({ json }) => json.prediction)).size;
  expect(distinct > period / 2, `only ${distinct} different predictions came`);
  const requests = sandbox.requests().filter(({ operation }) => operation === 'predict').length;
  expect(requests >= 1 && requests <= maxRequests, `${requests} requests were sent`);
  const leak = leakedKeys(scene, execution);
  expect(leak === undefined, String(leak));
  return `${requests} requests, every answer with its item, ${(durationMs / 1_000).toFixed(1)} s with n8n's own work`;
}

const numberOf = ({ json }: Item): number => Number((json.row as Readonly<Record<string, unknown>>).Number);
