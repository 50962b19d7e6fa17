export type { StageName } from './action-step.ts';
export type { Cancel, CancelMeans, CancelMoment } from './cancel.ts';
export type { JobFacts } from './job-facts.ts';
export type { JobSpaceOptions } from './job-space.ts';
export { maskText } from './mask-text.ts';
export { parseCommand, registeredCommands, type Command } from './parse-command.ts';
export { runAction, runTogether, type ActionResult, type RunActionOptions } from './run-action.ts';
export type {
  Annotation,
  Leak,
  LineStream,
  LogLine,
  Outcome,
  SentSignal,
  StageResult,
} from './stage-result.ts';
export { runnerPatience, type Patience } from './stop-process.ts';
export type { Variant } from './variants.ts';
