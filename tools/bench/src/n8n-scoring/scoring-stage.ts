import { join } from 'node:path';
import type { DataRobotDescription, DeploymentDescription, TranscriptEntry } from '@modelferry/sandbox';
import { startSandboxProcess, type SandboxProcess } from '../action/sandbox-process.ts';
import type { BenchContext } from '../harness/index.ts';
import { n8nStage, type N8nStage } from '../n8n/n8n-stage.ts';
import type { NodeToRun } from '../n8n/node-run.ts';

/** An n8n with the DataRobot node, and a DataRobot for it. */
export interface ScoringStage {
  readonly context: BenchContext;
  readonly n8n: N8nStage;
  readonly sandbox: SandboxProcess;
  readonly dataRobot: DataRobotDescription;
  /** Predicts the fuel that cars need. */
  readonly deployment: DeploymentDescription;
  /** Our node; its operation is that of the deployment. */
  node(parameters: object): NodeToRun;
  /** The newest request of any kind: what comes after it is newer. */
  lastRequest(): Promise<number>;
  /** Requests for predictions in real time after that one. */
  predictRequestsAfter(last: number): Promise<number>;
}

/** Starts the sandbox and sets up n8n. Close the sandbox at the end. */
export async function scoringStage(context: BenchContext): Promise<ScoringStage> {
  const n8n = await n8nStage(context, 'n8n-nodes-datarobot');
  const sandbox = await startSandboxProcess(context);
  const { dataRobot } = sandbox.description;
  const { endpoint: endpointUrl, apiToken } = dataRobot;
  const deployment = dataRobot.deployments.find(({ label }) => label === 'cars-fuel');
  if (!deployment) throw new Error('The sandbox has no deployment for cars.');
  // The sandbox forgets the oldest ones: they are told apart by their numbers
  const requests = async () =>
    (await sandbox.ask<{ readonly requests: readonly TranscriptEntry[] }>('requests')).requests;
  const deploymentId = { __rl: true, mode: 'id', value: deployment.id };
  return {
    ...{ context, n8n, sandbox, dataRobot, deployment },
    node: (parameters) => ({
      nodeFile: join(n8n.packed, 'dist', 'nodes', 'DataRobot', 'DataRobot.node.js'),
      typeVersion: 1,
      parameters: { deploymentId, ...parameters },
      credentials: { dataRobotApi: { endpoint: 'custom', endpointUrl, apiToken, authScheme: 'Bearer' } },
      headers: { authorization: `Bearer ${apiToken}` },
    }),
    lastRequest: async () => (await requests()).at(-1)?.seq ?? 0,
    predictRequestsAfter: async (last) =>
      (await requests()).filter(({ seq, operation }) => seq > last && operation === 'predict').length,
  };
}
