import '@modelferry/testkit/n8n-env';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
  NodeConnectionTypes,
  Workflow,
  type ICredentialDataDecryptedObject,
  type IHttpRequestOptions,
  type INode,
  type INodeParameters,
  type INodeExecutionData,
  type INodeType,
  type INodeTypes,
  type IRun,
  type IWorkflowBase,
  type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { FerryNode } from './ferry-node.ts';
import { ferryKey } from './ferry-server.ts';

export interface WorkflowSetup {
  readonly url: string;
  readonly items: readonly INodeExecutionData[];
  readonly parameters: INodeParameters;
  /** Settings of our node: `retryOnFail`, `onError`. */
  readonly settings?: Partial<INode>;
  readonly binaryMode?: 'separate' | 'combined';
}

export interface StartedWorkflow {
  readonly done: Promise<IRun>;
  /** What n8n does when someone presses Stop. */
  stop(): void;
}

/** What each output of our node gave, after a run. */
export const outputsOf = ({ data }: IRun): readonly (readonly INodeExecutionData[])[] =>
  (data.resultData.runData['Ferry']?.at(-1)?.data?.['main'] ?? []).map((items) => items ?? []);

/** A workflow of two nodes under n8n's own engine: one that gives the items, and ours. */
export function startWorkflow({
  url,
  items,
  parameters,
  settings,
  binaryMode,
}: WorkflowSetup): StartedWorkflow {
  const source: INodeType = {
    description: {
      ...new FerryNode().description,
      name: 'source',
      inputs: [],
      credentials: [],
      properties: [],
    },
    execute: async () => [structuredClone([...items])],
  };
  const types: Record<string, INodeType> = { source, ferry: new FerryNode() };
  const nodeTypes = {
    getByName: (type: string) => types[type],
    getByNameAndVersion: (type: string) => types[type],
    getKnownTypes: () => ({}),
  } as unknown as INodeTypes;
  const place = { typeVersion: 1, position: [0, 0] as [number, number] };
  const nodes: INode[] = [
    { id: '1', name: 'Source', type: 'source', parameters: {}, ...place },
    {
      ...{ id: '2', name: 'Ferry', type: 'ferry', parameters, ...place, ...settings },
      credentials: { ferryApi: { id: 'c', name: 'c' } },
    },
  ];
  const workflow = new Workflow({
    ...{ id: 'w1', nodes, active: false, nodeTypes },
    connections: { Source: { main: [[{ node: 'Ferry', type: NodeConnectionTypes.Main, index: 0 }]] } },
    settings: { executionOrder: 'v1', binaryMode: binaryMode ?? 'separate' },
  });
  const additionalData = {
    executionId: 'e1',
    variables: {},
    restApiUrl: 'http://localhost',
    instanceBaseUrl: 'http://localhost',
    webhookWaitingBaseUrl: 'http://localhost',
    formWaitingBaseUrl: 'http://localhost',
    currentNodeExecutionIndex: 0,
    hooks: new ExecutionLifecycleHooks('manual', 'e1', {
      id: 'w1',
      name: 'w',
      nodes,
    } as unknown as IWorkflowBase),
    credentialsHelper: {
      getParentTypes: () => [],
      isCredentialUsableByNode: () => true,
      getCredentialsProperties: () => [],
      getDecrypted: async () => ({ apiKey: ferryKey, baseUrl: url }),
      preAuthentication: async () => undefined,
      authenticate: async (
        data: ICredentialDataDecryptedObject,
        _: string,
        options: IHttpRequestOptions,
      ) => ({
        ...options,
        headers: { ...options.headers, 'x-api-key': data['apiKey'] as string },
      }),
    },
  } as unknown as IWorkflowExecuteAdditionalData;
  const run = new WorkflowExecute(additionalData, 'manual').run({ workflow, startNode: nodes[0] });
  return { done: run, stop: () => run.cancel() };
}
