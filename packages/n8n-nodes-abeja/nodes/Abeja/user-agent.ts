import { name, version } from '../../package.json';

/** Says on every request who sends it, so that the vendor can tell our requests from others. */
export const userAgent = `${name}/${version}`;
