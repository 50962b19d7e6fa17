import { workbench, type Secrets } from './workbench.ts';
import { LoadOptionsContext, PollContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeListSearchResult } from 'n8n-workflow';
import { packedNode } from '../packed.ts';

/** A trigger node of the package, in an active workflow. */
export interface PollSetup {
  /** Name of its class. */
  readonly node: string;
  readonly parameters: IDataObject;
  readonly secrets: Secrets;
  /** Its static data, as n8n has saved them. @default none */
  readonly saved?: IDataObject;
  /** How long a poll may take, in milliseconds. @default n8n's own */
  readonly budgetMs?: number;
}

/** The same, to be polled as n8n does. */
export interface PollBench {
  /** @param mode `manual` where the user tries the node in the editor. @default 'trigger' */
  poll(mode?: 'trigger' | 'manual'): Promise<INodeExecutionData[] | null>;
  /** Its static data as n8n would save them now. */
  saved(): IDataObject;
  /** Asks one of its list methods, as the editor does. */
  search(method: string): Promise<INodeListSearchResult>;
}

/** Puts a packed trigger node into n8n's own context of polls. */
export function pollBench({ node: name, parameters, secrets, saved, budgetMs }: PollSetup): PollBench {
  const type = packedNode(name);
  const { node, workflow, additionalData } = workbench(type, parameters, secrets);
  Object.assign(workflow.getStaticData('node', node), structuredClone(saved));
  const unused = () => {
    throw new Error('A node never calls this.');
  };
  return {
    async poll(mode = 'trigger') {
      const context = new PollContext(
        ...([workflow, node, additionalData, mode, 'activate', unused, unused] as const),
        ...([undefined, undefined, undefined, budgetMs === undefined ? undefined : () => budgetMs] as const),
      );
      const out = await type.poll?.call(context);
      if (out === undefined) throw new Error(`${name} cannot be polled.`);
      return out === null ? null : (out[0] ?? []);
    },
    saved: () => JSON.parse(JSON.stringify(workflow.getStaticData('node', node))) as IDataObject,
    search(method) {
      const found = type.methods?.listSearch?.[method];
      if (!found) throw new Error(`The node has no list method ${method}`);
      additionalData.currentNodeParameters = node.parameters;
      return found.call(new LoadOptionsContext(workflow, node, additionalData, '/parameters'));
    },
  };
}
