import { sandboxStage, storedFile, type SandboxStage } from '@modelferry/n8n-testkit/run';
import { presetCsv, startSandbox, type Sandbox, type SandboxDescription } from '@modelferry/sandbox';
import type { INodeExecutionData } from 'n8n-workflow';
import { allSecrets, apiKey } from './sandbox-keys.ts';

export { byId } from '@modelferry/n8n-testkit/run';

/** The packed node on a sandbox of its own, for one file of tests; by default with an API key. */
export type NodeStage = SandboxStage<Sandbox, SandboxDescription['dataRobot']>;

export const nodeStage = (): NodeStage =>
  sandboxStage({
    start: () => startSandbox(),
    knownOf: (sandbox) => sandbox.describe().dataRobot,
    secretsOf: (known) => apiKey(known),
    hiddenOf: allSecrets,
  });

/** ID of the first preset deployment. */
export const deploymentIdOf = ({ known }: NodeStage): string => known.deployments[0]?.id ?? '';

const [header = '', ...lines] = presetCsv('cars.json').trimEnd().split('\r\n');

/** An item with a CSV of cars in its binary field, as an earlier node leaves it. */
export async function carsItem(rows: number): Promise<INodeExecutionData> {
  const wanted = Array.from({ length: rows }, (_, at) => lines[at % lines.length] ?? '');
  const text = `${[header, ...wanted].join('\r\n')}\r\n`;
  return { json: {}, binary: { data: await storedFile(text, '車両.csv') } };
}
