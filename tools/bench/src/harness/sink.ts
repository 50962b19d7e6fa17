import type { BenchContext } from './bench.ts';
import type { Certificate } from './certificate.ts';
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

/** What the sink does beside counting. */
export interface SinkOptions {
  /** Reads what it gets, to prove the contents; without, the kernel discards it. @default false */
  readonly crc?: boolean;
  /** Speaks TLS. @default in the clear */
  readonly tls?: Certificate;
}

/** Starts the sink. */
export async function startSink(
  context: BenchContext,
  { crc = false, tls }: SinkOptions = {},
): Promise<Sink> {
  const args = [...(crc ? ['--crc'] : []), ...(tls ? [tls.certificate, tls.key] : [])];
  const { nextLine, ...service } = await startNative(context, tls ? 'sink-tls' : 'sink', args);
  return {
    ...service,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${service.port}`,
    next: async () => JSON.parse(await nextLine()) as Received,
  };
}
