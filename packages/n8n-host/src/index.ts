export { catalogMethods, type CatalogMethods } from './catalog-methods.ts';
export type { ClientAccess, NodeHost } from './run/node-host.ts';
export { prepareRun, type NodeRun } from './run/prepare-run.ts';
export { pollTrigger } from './trigger/poll-trigger.ts';
