import type { CallPort, VendorCall } from '@modelferry/operation';
import * as v from 'valibot';

/** An address that is a capability: never shown, and used without any credential. */
export const secretUrl = v.pipe(v.string(), v.url());

/** Asks for where a file can be had, and keeps the address out of everything that is shown. */
export async function presignedUrl(
  port: CallPort,
  call: VendorCall,
  hideUrl: (url: string) => void,
): Promise<string> {
  const { download_uri: url } = await port.json(call, v.object({ download_uri: secretUrl }));
  hideUrl(url);
  return url;
}
