import type { BenchContext } from './bench.ts';
import { startNative, type NativeService } from './native-service.ts';

/** A request as the sink saw it. */
export interface Received {
  readonly method: string;
  readonly bytes: number;
  /** CRC-32 of the body, from a sink that counts it. */
  readonly crc?: number;
}

/** A receiver on the loopback that throws bodies away. */
export interface Sink extends Omit<NativeService, 'nextLine'> {
  /** The next request that came, in the order in which they ended; waits for it. @throws Error after five seconds */
  next(): Promise<Received>;
}

/** Starts the sink. With `crc` it reads what it gets, to prove the contents; without, the kernel discards it. */
export async function startSink(context: BenchContext, { crc = false } = {}): Promise<Sink> {
  const { nextLine, ...service } = await startNative(context, 'sink', crc ? ['--crc'] : []);
  return { ...service, next: async () => JSON.parse(await nextLine()) as Received };
}
