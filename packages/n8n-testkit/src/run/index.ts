export { credentialStage, type CredentialStage } from './credential-stage.ts';
export {
  columns,
  hinted,
  logged,
  readBinary,
  runNode,
  search,
  startBinaryData,
  storedFile,
  type Run,
} from './run-node.ts';
export { loaderContract } from './loader-contract.ts';
export { pollBench, type PollBench, type PollSetup } from './poll-bench.ts';
export { stopWhen } from './stop-when.ts';
export { storeReads } from './store-reads.ts';
export { testCredential } from './test-credential.ts';
export { byId, sandboxStage, type SandboxStage } from './sandbox-stage.ts';
export type { Secrets } from './workbench.ts';
export {
  eventIds,
  triggerNodeContract,
  triggerNodeStage,
  type TriggerNodeOnTrial,
  type TriggerNodeStage,
} from './trigger-node-contract.ts';
