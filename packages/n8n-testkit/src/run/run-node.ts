import { binaryData, workbench, type Secrets } from './workbench.ts';
import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import type {
  IBinaryData,
  IDataObject,
  IExecuteData,
  INodeExecutionData,
  INodeListSearchResult,
  IRunExecutionData,
  ResourceMapperFields,
} from 'n8n-workflow';
import { packedNode } from '../packed.ts';

export interface Run {
  readonly parameters: IDataObject;
  readonly secrets: Secrets;
  readonly items?: readonly INodeExecutionData[];
  readonly continueOnFail?: boolean;
  readonly signal?: AbortSignal;
}

/** What the node wrote to n8n's log in the runs of this file. */
export const logged: string[] = [];

/** What the editor would show beside the output of the runs of this file. */
export const hinted: string[] = [];

const newExecution = () =>
  ({
    resultData: { runData: {} },
    executionData: { contextData: {}, nodeExecutionStack: [], metadata: {}, waitingExecution: {} },
  }) as unknown as IRunExecutionData;

/** Runs the packed node in n8n's own context, as an execution would. */
export async function runNode(run: Run): Promise<INodeExecutionData[]> {
  const type = packedNode();
  const { node, workflow, additionalData } = workbench(type, run.parameters, run.secrets);
  if (run.continueOnFail) node.onError = 'continueRegularOutput';
  const items = [...(run.items ?? [{ json: {} }])];
  const input = { main: [items] };
  const context = new ExecuteContext(
    workflow,
    node,
    additionalData,
    'manual',
    newExecution(),
    0,
    items,
    input,
    { node, data: input, source: null } as IExecuteData,
    [],
    run.signal ?? new AbortController().signal,
  );
  const note = (...said: unknown[]) => void logged.push(JSON.stringify(said));
  Object.defineProperty(context, 'logger', { value: { debug: note, info: note, warn: note, error: note } });
  try {
    const out = await type.execute?.call(context);
    return (out as INodeExecutionData[][])[0] ?? [];
  } finally {
    hinted.push(...context.hints.map(({ message }) => message));
  }
}

/** Asks one of the node's list methods, as the editor does. */
export function search(
  method: string,
  { parameters, secrets }: Run,
  filter?: string,
): Promise<INodeListSearchResult> {
  const type = packedNode();
  const found = type.methods?.listSearch?.[method];
  if (!found) throw new Error(`The node has no list method ${method}`);
  return found.call(editorOf(type, parameters, secrets), filter);
}

/** Asks for the columns of a resource mapper, as the editor does. */
export function columns(method: string, { parameters, secrets }: Run): Promise<ResourceMapperFields> {
  const type = packedNode();
  const found = type.methods?.resourceMapping?.[method];
  if (!found) throw new Error(`The node has no column method ${method}`);
  return found.call(editorOf(type, parameters, secrets));
}

function editorOf(type: ReturnType<typeof packedNode>, parameters: IDataObject, secrets: Secrets) {
  const { node, workflow, additionalData } = workbench(type, parameters, secrets);
  additionalData.currentNodeParameters = node.parameters;
  return new LoadOptionsContext(workflow, node, additionalData, '/parameters');
}

/** A file in n8n's store, as an earlier node leaves it. */
export const storedFile = (content: string, fileName: string, mimeType = 'text/csv'): Promise<IBinaryData> =>
  binaryData.store({ type: 'execution', workflowId: 'w1', executionId: 'e1' }, Buffer.from(content), {
    mimeType,
    fileName,
    data: '',
  });

export const startBinaryData = (): Promise<void> => binaryData.init();

export const readBinary = (data: IBinaryData): Promise<Buffer> => binaryData.getAsBuffer(data);
