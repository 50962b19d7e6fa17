import base, { declaredDependencies, pure } from '../../eslint.config.mjs';

export default [...base, pure, declaredDependencies];
