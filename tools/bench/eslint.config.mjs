import base, { declaredDependencies } from '../../eslint.config.mjs';

const [level, options] = declaredDependencies.rules['@nx/dependency-checks'];

export default [
  ...base,
  {
    ...declaredDependencies,
    rules: {
      // The data are read as files, which the rule does not see
      '@nx/dependency-checks': [level, { ...options, ignoredDependencies: ['vega-datasets'] }],
    },
  },
];
