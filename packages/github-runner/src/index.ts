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
export type { RunWorkflowOptions, StandIn, StandInStep, UsedStep } from './workflow/run-workflow-options.ts';
export { runWorkflow } from './workflow/run-workflow.ts';
export type { ContextValue } from './workflow/scope.ts';
export type {
  JobResult,
  LinePlace,
  OnWorkflowLine,
  StepResult,
  WorkflowResult,
} from './workflow/workflow-result.ts';
