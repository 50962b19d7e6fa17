import {
  presetCsv,
  type DataRobotDescription,
  type DataRobotState,
  type DeploymentDescription,
  type Sandbox,
} from '@modelferry/sandbox';
import type { OnStage } from '../../support/on-stage.ts';

/** How to reach the vendor, and with which token. */
export const platform = (sandbox: Sandbox): DataRobotDescription => sandbox.describe().dataRobot;

/** What has become of everything at the vendor. */
export const vendorState = (sandbox: Sandbox): DataRobotState => sandbox.state().dataRobot;

/** @param label of a deployment that is there from the start */
export function deployment(sandbox: Sandbox, label = 'cars-fuel'): DeploymentDescription {
  const found = platform(sandbox).deployments.find((one) => one.label === label);
  if (!found) throw new Error(`There is no deployment ${label}.`);
  return found;
}

/** The inputs that let a step in. */
export const access = (sandbox: Sandbox) => ({
  'api-token': platform(sandbox).apiToken,
  endpoint: platform(sandbox).endpoint,
});

/** A table that the deployment can score: 406 cars. */
export const cars = (): string => presetCsv('cars.json');

/** How many rows {@link cars} has. */
export const carRows = cars().trimEnd().split('\r\n').length - 1;

/** So many cars, which come again and again. */
export function manyCars(rows: number): string {
  const [header = '', ...lines] = cars().trimEnd().split('\r\n');
  return [header, ...Array.from({ length: rows }, (_, at) => lines[at % lines.length])].join('\r\n');
}

/** More rows than two sockets hold: a server that does not read them keeps them from being sent. */
export const largeRows = 180_000;

/** The inputs that score {@link cars} as fast as the action allows. */
export async function scoreInputs(
  { sandbox, file }: Pick<OnStage, 'sandbox' | 'file'>,
  table: string | Uint8Array = cars(),
) {
  return {
    ...access(sandbox),
    'deployment-id': deployment(sandbox).id,
    file: await file('data/cars.csv', table),
    'poll-interval': '1s',
  };
}
