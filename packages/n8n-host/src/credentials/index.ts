export { refusalRules } from './refusal-rules.ts';
