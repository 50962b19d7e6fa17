import type { Sandbox } from '@modelferry/sandbox';

/** Asks ABEJA Platform without n8n, as anybody else of the organization would. @param path below the organization */
export async function askAbeja<Answer>(
  sandbox: Sandbox,
  signal: AbortSignal,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const { baseUrl, organization, user } = sandbox.describe().abeja;
  const answer = await fetch(`${baseUrl}/organizations/${organization.id}/${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa(`user-${user.id}:${user.token}`)}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  if (!answer.ok) throw new Error(`The sandbox refused ${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
