export { catalogProperties } from './catalog-properties.ts';
export type { Editor, Entered } from './editor.ts';
export { readJobEndings, type JobEnding, type JobEndings } from './job-endings.ts';
export { insert, override, type Insert, type Layout, type Override } from './layout.ts';
export { columnsMethod, searchMethod } from './method-names.ts';
export { operationForm, type FormEntry } from './operation-form.ts';
export { operationProperties } from './operation-properties.ts';
export { isSimplifiable, simplified, simplifyParameter } from './simplify.ts';
