export { defineCatalog, type CancelJob, type CancelOutcome, type Catalog, type Resource } from './catalog.ts';
export {
  createCallPort,
  type CallPort,
  type CallPortOptions,
  type CallTimeouts,
  type VendorCall,
} from './client/call-port.ts';
export type { ClientOptions } from './client/client-options.ts';
export { camelized, type Camelized } from './client/camelized.ts';
export { id } from './client/id.ts';
export { perhaps } from './client/perhaps.ts';
export { walkList, type ListPart } from './client/walk-list.ts';
export { decodeAs } from './decode-as.ts';
export {
  operationsOf,
  type EntriesSchema,
  type Operation,
  type OperationDeclaration,
  type ResultShape,
  type RowOutcome,
  type RunResult,
  type TypedOperation,
} from './define-operation.ts';
export { triggersOf } from './define-trigger.ts';
export { describe } from './describe.ts';
export { formatDuration, parseDuration } from './duration.ts';
export type { Choice, Field, FolderPacking, Kind, Row, Scalar, When, Words } from './field.ts';
export { figureName, figuresText, figureValue } from './figures-text.ts';
export { fromText } from './from-text.ts';
export {
  anything,
  choice,
  count,
  duration,
  figures,
  file,
  flag,
  link,
  moment,
  number,
  reference,
  rows,
  savedFile,
  text,
  texts,
  type Input,
} from './kinds.ts';
export { jobName } from './job-name.ts';
export { isAbandoned, isJob, isUnanswered, isUnfinished } from './job-phase.ts';
export { collect, listInputs } from './list-inputs.ts';
export type {
  Column,
  ColumnLookup,
  Lookup,
  LookupContext,
  LookupEntry,
  LookupPage,
  LookupRequest,
} from './lookup.ts';
export { nameContains, nameContainsInput } from './name-contains.ts';
export { notOneOf } from './not-one-of.ts';
export { parseInputs } from './parse-inputs.ts';
export { patienceOf, restOf, type Patience } from './patience.ts';
export { perhapsMeant } from './perhaps-meant.ts';
export type { ProgressEvent } from './progress.ts';
export { progressText } from './progress-text.ts';
export { record, records } from './record.ts';
export type { JobLedger, JobRecord, RunContext } from './run-context.ts';
export { requestNotes, type RequestNotes, type RequestPhase } from './request-notes.ts';
export { saveDownload, type Download, type DownloadBeginning } from './save-download.ts';
export { eventIdOutput } from './tracking/event-id-output.ts';
export { lookForUnseen } from './tracking/look-for-unseen.ts';
export { mergeCursors } from './tracking/merge-cursors.ts';
export type { Sighting, Sightings } from './tracking/sighting.ts';
export { tellEndings, type Seen, type Telling } from './tracking/tell-endings.ts';
export { timeOf } from './tracking/time-of.ts';
export { trackingCursor, type TrackingCursor } from './tracking/tracking-cursor.ts';
export type { CursorMerge, Trigger, TriggerDeclaration, TriggerEvent, TriggerPoll } from './trigger.ts';
export { waitForJob, type JobWait } from './wait-for-job.ts';
export { waitInputs, type WaitDefaults } from './wait-inputs.ts';
