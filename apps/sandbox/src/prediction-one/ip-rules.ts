import { BlockList, isIPv6 } from 'node:net';
import type { Rule } from './classifier.ts';

/** Whether the rules let an address in: the first that names it decides, and none means no. */
export function allowedByRules(rules: readonly Rule[], address: string, highFirst: boolean): boolean {
  const plain = address.replace(/^::ffff:/, '');
  const sorted = [...rules].sort((a, b) => (highFirst ? b.priority - a.priority : a.priority - b.priority));
  return sorted.find(({ source }) => covers(source, plain))?.order === 'allow';
}

/** Whether it is an address or a CIDR range. */
export function isSource(source: unknown): source is string {
  if (typeof source !== 'string') return false;
  try {
    covers(source, '127.0.0.1');
    return true;
  } catch {
    return false;
  }
}

function covers(source: string, address: string): boolean {
  const [network = '', prefix] = source.split('/');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  if (prefix === undefined) list.addAddress(network, family);
  else list.addSubnet(network, Number(prefix), family);
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
