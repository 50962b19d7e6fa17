export { abeja } from './abeja.ts';
export { dataRobot } from './datarobot.ts';
export { predictionOne } from './prediction-one.ts';
export type { Cast, Hint, Vendor } from './vendor.ts';
