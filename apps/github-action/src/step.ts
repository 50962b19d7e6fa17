import type { Operation } from '@modelferry/operation';
import { InputError } from '@modelferry/http';
import { actionFace, stepsOf, type ActionFace } from './face/index.ts';
import { vendors } from './vendors/index.ts';
import type { AnyVendorHost, Vendor } from './vendors/vendor.ts';

/** A step of CI, with all that it is made of. */
export interface Step {
  readonly vendor: Vendor;
  readonly host: AnyVendorHost;
  readonly operation: Operation;
  readonly face: ActionFace;
}

/** Loads what one vendor can do. @throws Error when there is no such step, which only a wrong entry can ask for */
export async function loadStep(vendorName: string, stepName: string): Promise<Step> {
  const vendor = vendors.find(({ name }) => name === vendorName);
  const host = await vendor?.load();
  const operation = host && stepsOf(host.catalog).find(({ ciStep }) => ciStep === stepName);
  if (!vendor || !operation) throw new Error(`There is no step ${vendorName}/${stepName}.`);
  return { vendor, host, operation, face: actionFace(host.catalog, vendor.credentials, operation) };
}

/**
 * Loads the step that a user has chosen: `prediction-one/retrain`.
 * @throws InputError naming all there are, for which no vendor's code is loaded
 */
export async function loadChosenStep(chosen: string | undefined, known: readonly string[]): Promise<Step> {
  const [vendorName = '', stepName = ''] = chosen?.split('/') ?? [];
  if (chosen !== undefined && known.includes(chosen)) return loadStep(vendorName, stepName);
  const problem = chosen === undefined ? 'is required' : `"${chosen}" is no operation`;
  throw new InputError([{ field: 'operation', problem, remedy: `Give one of: ${known.join(', ')}.` }]);
}
