import { connectionGate, type ConnectionGate } from './connection-gate.ts';
import { dialer, type Dial } from './dial.ts';
import { routeTo, type Route } from './route.ts';
import type { NodeTransportOptions } from './transport-options.ts';

/** What the paths of one transport share: who may connect, by which way, and how it is done. */
export interface Network extends ConnectionGate {
  readonly dial: Dial;
  route(origin: string): Route;
}

/** A network of its own, with nothing open. */
export const newNetwork = ({ ca, proxy }: NodeTransportOptions): Network => ({
  ...connectionGate(),
  dial: dialer(ca),
  route: (origin) => routeTo(origin, proxy),
});
