import type { Transport } from '@modelferry/http';
import { name, version } from '../../package.json';

/** Says on every request who sends it, so that the vendor can tell our requests from others. */
export const withUserAgent = ({ send }: Transport): Transport => ({
  send: (request) =>
    send({ ...request, headers: { 'user-agent': `${name}/${version}`, ...request.headers } }),
});
