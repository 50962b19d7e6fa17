/**
 * Puts a link out of an answer onto the configured origin: its path and its query are the vendor's, where they lead is
 * not. A load balancer may name itself in links, or somebody else (`links-foreign-host`), and the token must go nowhere
 * but to the endpoint. The path gets its one final slash, which is the documented form (`links-no-slash`).
 * @param endpoint in its normal form
 * @returns a whole URL, or undefined when the text is no link to an http(s) resource
 */
export function reRoot(endpoint: string, link: string): string | undefined {
  const base = `${endpoint}/`;
  if (link.trim() === '' || !URL.canParse(link, base)) return undefined;
  const { protocol, pathname, search } = new URL(link, base);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return `${new URL(endpoint).origin}/${path}${path === '' ? '' : '/'}${search}`;
}
