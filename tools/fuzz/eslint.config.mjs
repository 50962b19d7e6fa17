import base, { declaredDependencies } from '../../eslint.config.mjs';

export default [...base, declaredDependencies];
