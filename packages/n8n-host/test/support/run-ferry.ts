import type { INodeExecutionData } from 'n8n-workflow';
import { FerryNode } from './ferry-node.ts';
import { ferryKey, type FerryServer } from './ferry-server.ts';
import { executeContext, type NodeSetup } from './n8n-lab.ts';
import type { ExecuteContext } from 'n8n-core';

export type FerrySetup = Omit<NodeSetup, 'type' | 'credentials'> & {
  /** @default the right one; `null` sets no credential at all */
  readonly apiKey?: string | null;
};

/** A node of ours and n8n's context around it, over the small vendor. */
export function ferryRun(server: Pick<FerryServer, 'url'>, { apiKey = ferryKey, ...setup }: FerrySetup) {
  const type = new FerryNode();
  const context: ExecuteContext = executeContext({
    ...setup,
    type,
    credentials: apiKey === null ? {} : { ferryApi: { apiKey, baseUrl: server.url } },
  });
  return { context, execute: () => type.execute.call(context).then(([items = []]) => items) };
}

/** Runs it, and gives the items of its output. */
export const runFerry = (
  server: Pick<FerryServer, 'url'>,
  setup: FerrySetup,
): Promise<INodeExecutionData[]> => ferryRun(server, setup).execute();

/** The parameters of the operation that ships a file, by its defaults. */
export const shipParameters = {
  resource: 'job',
  operation: 'ship',
  trainingDataFrom: 'binary',
  trainingDataBinaryField: 'data',
  waitForCompletion: true,
  download: false,
  options: {},
};
