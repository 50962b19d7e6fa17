import { abejaCredentials } from './abeja/credentials.ts';
import { dataRobotCredentials } from './datarobot/credentials.ts';
import { predictionOneCredentials } from './prediction-one/credentials.ts';
import type { Vendor } from './vendor.ts';

/** Every vendor that has steps of CI. Their code is loaded only when it is needed: a wrong input is told without it. */
export const vendors: readonly Vendor[] = [
  {
    name: 'prediction-one',
    credentials: predictionOneCredentials,
    load: async () => (await import('./prediction-one/host.ts')).predictionOneHost,
  },
  {
    name: 'datarobot',
    credentials: dataRobotCredentials,
    load: async () => (await import('./datarobot/host.ts')).dataRobotHost,
  },
  {
    name: 'abeja',
    credentials: abejaCredentials,
    load: async () => (await import('./abeja/host.ts')).abejaHost,
  },
];
