import base, { declaredDependencies } from '../../eslint.config.mjs';

const [severity, options] = declaredDependencies.rules['@nx/dependency-checks'];

export default [
  ...base,
  {
    ...declaredDependencies,
    // Only its data files are read, which no import shows
    rules: { '@nx/dependency-checks': [severity, { ...options, ignoredDependencies: ['vega-datasets'] }] },
  },
];
