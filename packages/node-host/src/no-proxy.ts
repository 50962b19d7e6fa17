import { BlockList, isIP } from 'node:net';

/**
 * Whether an address is to be asked directly, by the rules of NO_PROXY.
 * @param hostname without the brackets of an IPv6 address
 * @param port the one that is meant, also where the address does not name it
 * @param except the rules, separated by commas or spaces
 */
export function isExempt(hostname: string, port: number, except: string): boolean {
  const name = withoutDots(hostname.toLowerCase());
  return except
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseRule)
    .some((rule) => (rule.port === undefined || rule.port === port) && matches(name, rule.host));
}

interface Rule {
  readonly host: string;
  readonly port?: number;
}

/** Takes a port off. The colons of an IPv6 address without brackets are none. */
function parseRule(text: string): Rule {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? [];
  return { host: bracketed ?? plain ?? text, port: port === undefined ? undefined : Number(port) };
}

function matches(name: string, host: string): boolean {
  if (host === '*') return true;
  if (isIP(name)) return matchesAddress(name, host);
  const suffix = withoutDots(host.replace(/^\*\./, ''));
  const isSame = name === suffix && !host.startsWith('*.');
  return suffix !== '' && (isSame || name.endsWith(`.${suffix}`));
}

/** One address can be written in many ways, so addresses are compared as numbers. */
function matchesAddress(address: string, host: string): boolean {
  const [network = '', bits] = host.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const longest = family === 'ipv6' ? 128 : 32;
  const prefix = bits === undefined ? longest : Number(bits);
  if (!isIP(network) || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const withoutDots = (name: string): string => name.replace(/^\.|\.$/g, '');
