import base, { declaredDependencies } from '../../eslint.config.mjs';

const [level, options] = declaredDependencies.rules['@nx/dependency-checks'];

export default [
  ...base,
  {
    ...declaredDependencies,
    rules: {
      // Declared as an alias of the package that holds this version, which the rule takes for another one
      '@nx/dependency-checks': [level, { ...options, ignoredDependencies: ['typescript'] }],
    },
  },
];
