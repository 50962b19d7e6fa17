import type { Environment } from '../inputs/input-text.ts';

const proxyVariables = /^(https?|all)_proxy$/i;

/** Passwords that stand in the addresses of proxies, alone and together with their user. */
export function proxySecrets(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, address]) => {
    if (!proxyVariables.test(name) || address === undefined) return [];
    const [, userInfo] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)@/i.exec(address) ?? [];
    if (userInfo === undefined) return [];
    const [, password = ''] = /:(.*)$/s.exec(userInfo) ?? [];
    return [userInfo, decoded(userInfo), password, decoded(password)].filter(
      (secret, index) => secret !== '' && (index > 1 || userInfo.includes(':')),
    );
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
