/**
 * Through which proxies requests go, as it is commonly written in environment variables. A proxy's address is
 * `http://host:port` or `https://host:port`, with `name:password@` before the host where it asks for them (special
 * characters percent-encoded); without a scheme it is spoken to over http.
 */
export interface ProxyOptions {
  /** The proxy for `http:` addresses, which is asked to forward requests. @default none */
  readonly http?: string;
  /** The proxy for `https:` addresses, which is asked for a tunnel and sees nothing of what passes. @default none */
  readonly https?: string;
  /**
   * What is asked directly all the same, separated by commas or spaces: a name (with all names below it), `*.name` (only
   * those below it), an IP address or a range of them (`10.0.0.0/8`), each with a port where only that is meant, or `*`.
   */
  readonly except?: string;
}

/**
 * Reads the variables that most programs know: `http_proxy`, `https_proxy`, `all_proxy` (for what has none of its own)
 * and `no_proxy`, each also in capitals. Lower case wins, an empty one counts as not set; the same as with curl.
 * @param env for example `process.env`; nothing else reads them
 * @returns undefined where no proxy is set
 */
export function proxyFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): ProxyOptions | undefined {
  const read = (name: string): string | undefined =>
    [env[name], env[name.toUpperCase()]].map((value) => value?.trim()).find(Boolean);
  const all = read('all_proxy');
  const http = read('http_proxy') ?? all;
  const https = read('https_proxy') ?? all;
  if (http === undefined && https === undefined) return undefined;
  return { http, https, except: read('no_proxy') };
}
