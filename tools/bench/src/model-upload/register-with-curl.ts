import { measure, type Measurement } from '../harness/index.ts';
import type { ModelFile } from './models.ts';
import type { Platform } from './platform.ts';

export const curl = 'curl -F';

/** Uploads a ready archive with curl, as somebody writes it who has nothing else. @throws Error when it fails */
export function registerWithCurl(
  { context, abeja, definition, authorization }: Platform,
  { path }: ModelFile,
): Promise<Measurement> {
  const { baseUrl, organization } = abeja;
  const url = `${baseUrl}/organizations/${organization.id}/training/definitions/${definition}/models`;
  const form = [
    ...['-F', 'parameters={};type=application/json'],
    ...['-F', `model_data=@${path};filename=model_data.zip;type=application/zip`],
  ];
  return measure(context, [
    ...['curl', '-sS', '--fail', '-o', '/dev/null', '-H', `authorization: ${authorization}`, ...form, url],
  ]);
}
