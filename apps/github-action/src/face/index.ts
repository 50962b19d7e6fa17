export { actionFace, stepsOf, type StepOperation } from './action-face.ts';
export type { ActionFace, ActionInput, ActionOutput, InputType, OutputType } from './face.ts';
export { faultInWorkflow } from './fault-in-workflow.ts';
export { hostInputNames, waitsForJob } from './host-inputs.ts';
export { stepOutcomes } from './host-outputs.ts';
export { workflowWords } from './workflow-words.ts';
export { inputName, outputName } from './input-name.ts';
export { isFigures } from './is-figures.ts';
export { secretOf } from './secret-of.ts';
