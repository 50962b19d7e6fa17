export * from './check-source.ts';
export * from './fault.ts';
export * from './markdown-sources.ts';
export * from './repository-sources.ts';
export * from './source.ts';
