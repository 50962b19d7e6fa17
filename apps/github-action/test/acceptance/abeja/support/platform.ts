import type { AbejaDescription, AbejaState, Sandbox } from '@modelferry/sandbox';

/** How to reach the vendor, and as whom. */
export const platform = (sandbox: Pick<Sandbox, 'describe'>): AbejaDescription => sandbox.describe().abeja;

/** What has become of everything at the vendor. */
export const vendorState = (sandbox: Pick<Sandbox, 'state'>): AbejaState => sandbox.state().abeja;

/** The inputs that let a step in. */
export function access(sandbox: Pick<Sandbox, 'describe'>) {
  const { organization, user, baseUrl } = platform(sandbox);
  return {
    'organization-id': organization.id,
    'user-id': user.id,
    'personal-access-token': user.token,
    'base-url': baseUrl,
  };
}

/** Which service the endpoint points to. */
export const servedBy = (sandbox: Pick<Sandbox, 'state'>): string | undefined =>
  vendorState(sandbox).endpoints[0]?.serviceId;

/** Asks the vendor without any of our code. */
export async function ask<Answer>(
  sandbox: Pick<Sandbox, 'describe'>,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const { organization, user, baseUrl } = platform(sandbox);
  const answer = await fetch(`${baseUrl}/organizations/${organization.id}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`user-${user.id}:${user.token}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return (await answer.json()) as Answer;
}
