import type { FastifyRequest } from 'fastify';
import type { Platform } from './platform.ts';

/** The root of all paths. */
export const apiRoot = '/api/v2';

/** An absolute URL on the host that the client used. @param path below the root, with its final slash */
export function linkTo(platform: Platform, request: FastifyRequest, path: string, query = ''): string {
  const { variants, foreignUrl } = platform.parts;
  const origin = variants.has('links-foreign-host') ? foreignUrl() : `http://${request.host}`;
  return `${origin}${apiRoot}${variants.has('links-no-slash') ? path.replace(/\/$/, '') : path}${query}`;
}

/** A `Location`, which may come without a host. */
export function locationOf(platform: Platform, request: FastifyRequest, path: string): string {
  const link = linkTo(platform, request, path);
  return platform.parts.variants.has('location-relative') ? new URL(link).pathname : link;
}
