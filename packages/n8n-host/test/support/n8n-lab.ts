import { userFolder } from '@modelferry/testkit/n8n-env';
import 'reflect-metadata';
import { Container } from '@n8n/di';
import { BinaryDataService, ExecuteContext, LoadOptionsContext } from 'n8n-core';
import {
  Workflow,
  type IBinaryData,
  type ICredentialDataDecryptedObject,
  type IDataObject,
  type IExecuteData,
  type IHttpRequestOptions,
  type INode,
  type INodeExecutionData,
  type INodeType,
  type INodeTypes,
  type IRunExecutionData,
  type IWorkflowExecuteAdditionalData,
  type OnError,
} from 'n8n-workflow';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { n8nCredentials } from '@modelferry/testkit';

export interface NodeSetup {
  readonly type: INodeType;
  readonly parameters?: IDataObject;
  readonly items?: readonly INodeExecutionData[];
  readonly onError?: OnError;
  readonly binaryMode?: 'separate' | 'combined';
  readonly signal?: AbortSignal;
  /** Credential types that the node has, and what each holds. */
  readonly credentials?: Readonly<Record<string, ICredentialDataDecryptedObject>>;
  /** Adds what the credential type signs with. @default the header x-api-key with the credential's apiKey */
  readonly authenticate?: (options: IHttpRequestOptions, data: ICredentialDataDecryptedObject) => void;
  /** The same one for the tries of one execution. @default a fresh one */
  readonly execution?: IRunExecutionData;
  readonly runIndex?: number;
}

export const binaryData = Container.get(BinaryDataService);

type BinaryMode = 'filesystem-v2' | 'default' | 'database';

/** What n8n's start sets by its environment, for one test. */
export function useBinaryMode(mode: BinaryMode): void {
  (binaryData as unknown as { mode: BinaryMode }).mode = mode;
}

export const storagePath = join(userFolder, '.n8n', 'storage');

/** Starts n8n's binary store, as n8n does. */
export const startBinaryData = (): Promise<void> => binaryData.init();

export const clearBinaryData = (): Promise<void> => rm(storagePath, { recursive: true, force: true });

/** Puts a file into n8n's store, as an earlier node would. */
export function storeBinary(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string,
  mimeType: string,
): Promise<IBinaryData> {
  const body = content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content);
  const location = { type: 'execution', workflowId: 'w1', executionId: 'e1' } as const;
  return binaryData.store(location, body, { mimeType, fileName, data: '' });
}

/** Reads a file back, as a later node would. */
export const readBinary = async (data: IBinaryData): Promise<Uint8Array> =>
  new Uint8Array(await binaryData.getAsBuffer(data));

export const newExecution = (): IRunExecutionData =>
  ({
    resultData: { runData: {} },
    executionData: {
      contextData: {},
      nodeExecutionStack: [],
      metadata: {},
      waitingExecution: {},
      waitingExecutionSource: {},
    },
  }) as unknown as IRunExecutionData;

function workbench(setup: NodeSetup) {
  const { type, parameters = {}, credentials = {}, authenticate = signWithHeader } = setup;
  const nodeTypes = {
    getByName: () => type,
    getByNameAndVersion: () => type,
    getKnownTypes: () => ({}),
  } as unknown as INodeTypes;
  const node = {
    id: '1',
    name: 'Ferry',
    type: 'n8n-nodes-ferry.ferry',
    typeVersion: 1,
    position: [0, 0],
    parameters,
    ...(setup.onError ? { onError: setup.onError } : {}),
    credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
  } as INode;
  const workflow = new Workflow({
    id: 'w1',
    nodes: [node],
    connections: {},
    active: false,
    nodeTypes,
    settings: { binaryMode: setup.binaryMode ?? 'separate' },
  });
  const additionalData = {
    credentialsHelper: n8nCredentials(credentials, (credential, _, options: IHttpRequestOptions) => {
      authenticate(options, credential);
      return options;
    }),
    executionId: 'e1',
    variables: {},
    restApiUrl: 'http://localhost',
    instanceBaseUrl: 'http://localhost',
    webhookWaitingBaseUrl: 'http://localhost',
  } as unknown as IWorkflowExecuteAdditionalData;
  return { node, workflow, additionalData };
}

function signWithHeader(options: IHttpRequestOptions, { apiKey }: ICredentialDataDecryptedObject): void {
  options.headers = { ...options.headers, 'x-api-key': apiKey as string };
}

/** n8n's own context of one execution of one node. */
export function executeContext(setup: NodeSetup): ExecuteContext {
  const { node, workflow, additionalData } = workbench(setup);
  const items = [...(setup.items ?? [{ json: {} }])];
  const input = { main: [items] };
  return new ExecuteContext(
    workflow,
    node,
    additionalData,
    'manual',
    setup.execution ?? newExecution(),
    setup.runIndex ?? 0,
    items,
    input,
    { node, data: input, source: null } as IExecuteData,
    [],
    setup.signal,
  );
}

/** n8n's own context of a drop-down. */
export function loadOptionsContext(setup: NodeSetup): LoadOptionsContext {
  const { node, workflow, additionalData } = workbench(setup);
  additionalData.currentNodeParameters = node.parameters;
  return new LoadOptionsContext(workflow, node, additionalData, '/parameters');
}
