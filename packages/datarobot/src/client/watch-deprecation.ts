import { quoteVendorText, type Redactor, type Transport } from '@modelferry/http';

/** Passes on, once, that the vendor calls a route deprecated. It never stops anything. Source: section 2. */
export function watchDeprecation(
  transport: Transport,
  redact: Redactor,
  warn: (message: string) => void,
): Transport {
  let told = false;
  return {
    async send(request) {
      const response = await transport.send(request);
      const said = response.headers['deprecation'];
      if (said !== undefined && !told) {
        told = true;
        const { pathname } = new URL(request.url);
        const words = quoteVendorText(said, redact, 200);
        warn(`DataRobot says that ${request.method} ${pathname} is deprecated (${words}).`);
      }
      return response;
    },
  };
}
