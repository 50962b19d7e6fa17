export type { AbejaState } from './abeja/abeja-state.ts';
export type { AbejaDescription } from './abeja/describe-abeja.ts';
export { abejaOperationNames } from './abeja/operations.ts';
export { abejaServingVariants } from './abeja/serving-variants.ts';
export type { AbejaServingVariant } from './abeja/serving-variants.ts';
export { abejaVariants } from './abeja/variants.ts';
export type { AbejaVariant } from './abeja/variants.ts';
export { badCell as dataRobotBadCell } from './data-robot/batch/score-records.ts';
export type { PartProof } from './data-robot/batch/part.ts';
export type { DataRobotDescription, DeploymentDescription } from './data-robot/describe-platform.ts';
export type { DataRobotState } from './data-robot/platform-state.ts';
export { dataRobotAdapterVariants } from './data-robot/adapter-variants.ts';
export type { DataRobotAdapterVariant } from './data-robot/adapter-variants.ts';
export { dataRobotLifecycleVariants } from './data-robot/lifecycle-variants.ts';
export type { DataRobotLifecycleVariant } from './data-robot/lifecycle-variants.ts';
export { dataRobotRealTimeVariants } from './data-robot/real-time-variants.ts';
export type { DataRobotRealTimeVariant } from './data-robot/real-time-variants.ts';
export { dataRobotVariants } from './data-robot/variants.ts';
export type { DataRobotVariant } from './data-robot/variants.ts';
export type { FaultPlan, FaultRequest, PlannedFault } from './faults/fault.ts';
export {
  abejaFaultKinds,
  allFaultKinds,
  dataRobotFaultKinds,
  dataRobotLifecycleFaultKinds,
  predictionOneFaultKinds,
} from './faults/kinds.ts';
export type {
  AbejaFaultKind,
  AnyFaultKind,
  DataRobotFaultKind,
  DataRobotLifecycleFaultKind,
  FaultKindInfo,
  PredictionOneFaultKind,
} from './faults/kinds.ts';
export { operationNames } from './faults/operations.ts';
export type { OperationName } from './faults/operations.ts';
export type { PublishedModel, RegionDescription } from './prediction-one/describe-region.ts';
export type { RegionState } from './prediction-one/region-state.ts';
export type { RegionName } from './prediction-one/region.ts';
export type { UploadProof } from './storage/upload-proof.ts';
export { predictionOneVariants } from './prediction-one/variants.ts';
export type { PredictionOneVariant } from './prediction-one/variants.ts';
export type { Sandbox, SandboxDescription, SandboxOptions, SandboxState } from './sandbox.ts';
export { pseudoRandom } from './random.ts';
export { startSandbox } from './start-sandbox.ts';
export { presetCsv } from './tables/preset-table.ts';
export type { TranscriptEntry } from './transcript.ts';
