export {
  columns,
  logged,
  readBinary,
  runNode,
  search,
  startBinaryData,
  storedFile,
  type Run,
} from './run-node.ts';
export { loaderContract } from './loader-contract.ts';
export { testCredential } from './test-credential.ts';
export type { Secrets } from './workbench.ts';
