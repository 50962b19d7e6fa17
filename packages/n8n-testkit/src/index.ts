export type { CatalogOnTrial } from './catalog-on-trial.ts';
export { askedCredentials, everyProperty, filledParameters } from './filled-parameters.ts';
export { formContract } from './form-contract.ts';
export { operationsWithOption } from './operations-with-option.ts';
export { packageContract, type PackageOnTrial } from './package-contract.ts';
export { packedCredential, packedNode, sourceFolder } from './packed.ts';
