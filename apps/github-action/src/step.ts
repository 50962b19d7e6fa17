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
  const step = await findStep(vendorName, stepName);
  if (!step) throw new Error(`There is no step ${vendorName}/${stepName}.`);
  return step;
}

/** Loads the step that a user has chosen: `prediction-one/retrain`. @throws InputError naming all there are */
export async function loadChosenStep(chosen: string | undefined): Promise<Step> {
  const [vendorName = '', stepName = '', ...rest] = chosen?.split('/') ?? [];
  const step = rest.length === 0 ? await findStep(vendorName, stepName) : undefined;
  if (step) return step;
  const hosts = await Promise.all(vendors.map(({ load }) => load()));
  const known = hosts.flatMap(({ catalog }) =>
    stepsOf(catalog).map(({ ciStep }) => `${catalog.vendor}/${ciStep}`),
  );
  const problem = chosen === undefined ? 'is required' : `"${chosen}" is no operation`;
  throw new InputError([{ field: 'operation', problem, remedy: `Give one of: ${known.join(', ')}.` }]);
}

async function findStep(vendorName: string, stepName: string): Promise<Step | undefined> {
  const vendor = vendors.find(({ name }) => name === vendorName);
  const host = await vendor?.load();
  const operation = host && stepsOf(host.catalog).find(({ ciStep }) => ciStep === stepName);
  if (!vendor || !operation) return undefined;
  return { vendor, host, operation, face: actionFace(host.catalog, vendor.credentials, operation) };
}
