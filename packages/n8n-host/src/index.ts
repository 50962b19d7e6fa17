export { enteredForItem, type FileReaders } from './entered-for-item.ts';
export {
  catalogProperties,
  columnsMethod,
  insert,
  isSimplifiable,
  operationForm,
  override,
  searchMethod,
  simplified,
  simplifyParameter,
  type Editor,
  type Entered,
  type FormEntry,
  type Insert,
  type Layout,
  type Override,
} from './properties/index.ts';
export { readInputs, titleOf } from './read-inputs.ts';
export { catalogMethods, type CatalogMethods } from './load-options.ts';
export { n8nClock } from './n8n-clock.ts';
export type { ClientAccess, NodeHost } from './run/node-host.ts';
export { prepareRun, type NodeRun } from './run/prepare-run.ts';
export type { SendingContext } from './transport/helper-call.ts';
export { n8nTransport, type N8nTransportOptions } from './transport/n8n-transport.ts';
