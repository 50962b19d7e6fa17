export { collectBytes, patternedBytes } from './bytes.ts';
export { catalogWordsContract } from './contracts/catalog-words.ts';
export { clockContract } from './contracts/clock-contract.ts';
export {
  documentedCallsContract,
  type CallsOnTrial,
  type DocumentedCall,
} from './contracts/documented-calls.ts';
export { scratchContract, type ScratchOnTrial } from './contracts/scratch-contract.ts';
export { sinkContract, type SinkOnTrial } from './contracts/sink-contract.ts';
export { sourceContract, type CreateSource, type SourceOnTrial } from './contracts/source-contract.ts';
export { transportContract } from './contracts/transport-contract.ts';
export { JobHistory, type JobEnd, type MadeJob } from './contracts/trigger/job-history.ts';
export { triggerContract, type TriggerOnTrial } from './contracts/trigger-contract.ts';
export type { CreateTransport, TransportOnTrial } from './contracts/transport/suite.ts';
export { autoClock, fakeClock, fakeNow, type FakeClock } from './fake-clock.ts';
export { nameOfPoint, type FaultPoint } from './fault-point.ts';
export {
  faultTable,
  gapsOf,
  type Expectation,
  type FaultRow,
  type FaultTable,
  type PlannedFault,
} from './fault-table.ts';
export { hangsIn, type FaultyServer } from './hangs-in.ts';
export { heldTransport } from './held-transport.ts';
export { n8nCredentials } from './n8n-credentials.ts';
export { expectNoSecrets } from './no-secrets.ts';
export type { RecordedPart, RecordedRequest } from './recorded-request.ts';
export type { AnswerStep, FailStep, HangStep, ScriptStep } from './script-step.ts';
export { scriptedTransport, type ScriptedTransport } from './scripted-transport.ts';
export { settle } from './settle.ts';
export { memoryLedger, type MemoryLedger } from './stage/memory-ledger.ts';
export { memorySink } from './stage/memory-sink.ts';
export { errorOf, valueOf, warningsOf, wordsOf } from './stage/outcome.ts';
export type { Performance } from './stage/performance.ts';
export type { StagedSandbox } from './stage/staged-sandbox.ts';
export {
  VendorStage,
  type Staged,
  type StageTransport,
  type VendorStageSetup,
  type Watched,
} from './stage/vendor-stage.ts';
export { stepsOf } from './steps-of.ts';
export { startTestServer, type TestServer } from './test-server.ts';
export { testSource, zerosSource, type TestSource, type TestSourceOptions } from './test-source.ts';
export { watchedTransport, type WatchedTransportOptions } from './watched-transport.ts';
