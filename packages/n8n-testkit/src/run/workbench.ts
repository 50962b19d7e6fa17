import '@modelferry/testkit/n8n-env';
import 'reflect-metadata';
import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import {
  Workflow,
  type ICredentialDataDecryptedObject,
  type IDataObject,
  type IHttpRequestOptions,
  type INode,
  type INodeType,
  type INodeTypes,
  type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { n8nCredentials } from '@modelferry/testkit';
import { packedCredentials, packedManifest } from '../packed.ts';

/** Credentials of the node, by their type: what a user entered in each. */
export type Secrets = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** n8n's own store of files. */
export const binaryData = Container.get(BinaryDataService);

/** A workflow of one node, and what n8n gives to run it: credentials are signed by their own `authenticate`. */
export function workbench(type: INodeType, parameters: IDataObject, secrets: Secrets) {
  const nodeTypes = {
    getByName: () => type,
    getByNameAndVersion: () => type,
    getKnownTypes: () => ({}),
  } as unknown as INodeTypes;
  const node: INode = {
    id: '1',
    name: type.description.displayName,
    type: `${packedManifest().name}.${type.description.name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: parameters as INode['parameters'],
    credentials: Object.fromEntries(Object.keys(secrets).map((name) => [name, { id: name, name }])),
  };
  const workflow = new Workflow({ id: 'w1', nodes: [node], connections: {}, active: false, nodeTypes });
  const additionalData = {
    credentialsHelper: n8nCredentials(secrets, (credential, name, options: IHttpRequestOptions) =>
      signed(workflow, node, credential, name, options),
    ),
    executionId: 'e1',
    variables: {},
    restApiUrl: 'http://localhost',
    instanceBaseUrl: 'http://localhost',
    webhookWaitingBaseUrl: 'http://localhost',
    currentNodeParameters: node.parameters,
  } as unknown as IWorkflowExecuteAdditionalData;
  return { node, workflow, additionalData };
}

/** What n8n does with a generic `authenticate`: each value is an expression over the credential. */
function signed(
  workflow: Workflow,
  node: INode,
  data: ICredentialDataDecryptedObject,
  name: string,
  options: IHttpRequestOptions,
): IHttpRequestOptions {
  const { authenticate } = packedCredentials().find((one) => one.name === name) ?? {};
  if (typeof authenticate !== 'object') throw new Error(`${name} has no generic authenticate`);
  const headers = Object.entries(authenticate.properties.headers ?? {}).map(([header, value]) => [
    header,
    workflow.expression.getSimpleParameterValue(
      node,
      value as string,
      'internal',
      { $credentials: data } as IDataObject,
      undefined,
      '',
    ),
  ]);
  return { ...options, headers: { ...options.headers, ...(Object.fromEntries(headers) as IDataObject) } };
}
