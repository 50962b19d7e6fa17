export { progressOn, type Progress } from './host/progress.ts';
export { leakedKeys } from './leaked-keys.ts';
export type { Execution } from './n8n/execution.ts';
export type { Login, N8nRest, WorkflowFile } from './n8n/n8n-rest.ts';
export { withCredentials } from './n8n/with-credentials.ts';
export type { Scene } from './scene.ts';
export { setUp } from './set-up.ts';
export { openStage, type Stage } from './stage.ts';
