import { workbench } from './workbench.ts';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
  NodeConnectionTypes,
  type ICredentialDataDecryptedObject,
  type IExecuteData,
  type INodeExecutionData,
  type INodeProperties,
  type INodeType,
  type IRunExecutionData,
} from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packedCredential, sourceFolder } from '../packed.ts';

/** By which n8n's tester finds what a rule looks at. */
const get = createRequire(join(sourceFolder, 'package.json'))('lodash/get') as (
  value: unknown,
  path: string,
) => unknown;

/** The failure of a request as n8n's routing gives it. */
interface RoutingFailure {
  readonly message: string;
  readonly cause?: { readonly code?: string; readonly response?: { readonly status: number } };
}

/**
 * Tests a credential as n8n does when its user presses Save: by a node without code whose one request is the credential's
 * `test`, then by the test's rules. n8n's own tester stands in its server package, so its few lines are told again here.
 */
export async function testCredential(
  name: string,
  data: ICredentialDataDecryptedObject,
): Promise<'OK' | string> {
  const credential = packedCredential(name);
  const { request, rules = [] } = credential.test ?? { request: {} };
  const type: INodeType = {
    description: {
      displayName: 'Tester',
      name: 'tester',
      group: ['transform'],
      version: 1,
      description: 'Sends one request',
      defaults: { name: 'Tester' },
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      credentials: [{ name: credential.name, required: true }],
      properties: [
        {
          displayName: 'T',
          name: 'temp',
          type: 'string',
          default: '',
          routing: { request },
        } as INodeProperties,
      ],
    },
  };
  const { node, workflow, additionalData } = workbench(type, {}, { [credential.name]: data });
  const input = { main: [[{ json: {} }]] };
  const context = new ExecuteContext(
    workflow,
    node,
    additionalData,
    'internal',
    { resultData: { runData: {} } } as unknown as IRunExecutionData,
    0,
    [],
    input,
    { node, data: {}, source: null } as IExecuteData,
    [],
  );
  const answered = await new RoutingNode(context, type, { id: 'c', name: 'c', type: credential.name, data })
    .runNode()
    .catch((error: RoutingFailure) => error);

  if (!Array.isArray(answered)) {
    const failure = answered as RoutingFailure;
    const status = failure.cause?.response?.status;
    const rule = rules.find((one) => one.type === 'responseCode' && one.properties['value'] === status);
    return rule ? String(rule.properties['message']) : (failure.cause?.code ?? failure.message);
  }
  const json: unknown = (answered as INodeExecutionData[][])[0]?.[0]?.json;
  const broken = rules.find(
    (one) =>
      one.type === 'responseSuccessBody' &&
      get(json, String(one.properties['key'])) === one.properties['value'],
  );
  return broken ? String(broken.properties['message']) : 'OK';
}
