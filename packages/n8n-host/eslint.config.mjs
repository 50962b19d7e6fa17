import base, { declaredDependencies, pure } from '../../eslint.config.mjs';

export default [
  ...base,
  pure,
  // The one place where this host reads the time: it is the Clock port
  { files: ['src/n8n-clock.ts'], rules: { 'no-restricted-properties': 'off' } },
  declaredDependencies,
];
